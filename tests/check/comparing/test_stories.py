"""What two reports of one story share, and what their figures then say of each other."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from claimcheck.check.comparing.stems import is_same_number
from claimcheck.check.comparing.stories import Stories
from claimcheck.model.claim import Claim
from claimcheck.model.reading import Reading
from claimcheck.packs.collection import Packs
from claimcheck.pipeline import check_texts, packs_of

OF_STORY = {"amount-for-each-contradicts-total", "share-contradicts-story", "figure-outside-range-of-story"}


def figure(value: str, path: str = "a.txt", noun: str | None = None, unit: str = "count") -> Claim:
    """A figure that stands in a report."""
    return Claim(path=path, value=Decimal(value), noun=noun, unit=unit, measure=unit, line=1,
                 reading=Reading.exactly(Fraction(value)))


@pytest.fixture(scope="module")
def packs() -> Packs:
    """The vocabulary and rules in use."""
    return packs_of()


def test_reports_with_an_equal_number_of_things_are_sisters() -> None:
    crowd = [figure(str(at), f"{at}.txt") for at in range(3, 8)]
    stories = Stories([figure("640", noun="laptop"), figure("640", "b.txt", noun="laptop"), *crowd])
    assert stories.sisters("a.txt") == ["b.txt"]
    assert stories.closeness("a.txt", "3.txt") == 0


def test_of_a_handful_of_reports_all_are_sisters_and_those_that_share_most_come_first() -> None:
    stories = Stories([figure("7", "c.txt"), figure("640", noun="laptop"), figure("640", "b.txt", noun="laptop")])
    assert stories.sisters("a.txt") == ["b.txt", "c.txt"]


def test_what_many_reports_share_ties_none_of_them() -> None:
    stories = Stories([figure("640", f"{at}.txt", noun="laptop") for at in range(12)])
    assert stories.sisters("0.txt") == []


def test_one_number_of_other_things_is_another() -> None:
    assert is_same_number(figure("640", noun="laptop"), figure("640", "b.txt", noun="laptop"))
    assert not is_same_number(figure("640", noun="laptop"), figure("640", "b.txt", noun="sheep"))


@pytest.mark.parametrize("reports", [
    ["The council spent 2.4 million crowns on 800 bicycles in Velm.",
     "The 800 bicycles in Velm are popular. An electric bicycle costs 5,200 crowns apiece, the dealer said."],
    ["The programme gave 9.6 million dollars to 4,800 farmers in Tarsa and Molo.",
     "All 4,800 farmers in Tarsa and Molo received a first instalment of 1,500 dollars each."],
    ["Farmers in Kolda sowed 20,000 hectares of rice and harvested 90,000 tonnes.",
     "In Kolda a new variety of rice yielded 6.5 tonnes per hectare on the trial fields."],
    ["Relief of 10.4 million dollars was paid to 5,200 families in Tol and Bira.",
     "Some 5,200 families in Tol and Bira received about 2,000 dollars each."],
    ["Lodgers: 412,000. In one room for more than a year: 131,840. Women: 187,200.",
     "Four in ten of the 187,200 women among the 412,000 lodgers have been in one room for over a year."],
    ["Of 48,000 births, 40,800 took place in hospitals in Rona and Sele.",
     "About 15% of the 48,000 births in Rona and Sele took place outside hospitals."],
    ["Registered voters: 182,000. Voted by post: 54,600.",
     "Six in ten of the 182,000 registered voters would like to vote by post next time."],
    ["Waiting days by clinic:\n- Amber: 12\n- Birch: 55\n- Cedar: 31\n- Dale: 40\n",
     "Apart from Amber, the waits at Birch, Cedar and Dale range from 31 to 55 days."],
    ["Tulips at Skaro, euros: Monday 2.30; Tuesday 3.15; Wednesday 3.40; Thursday 4.90; Friday 4.25.",
     "From Tuesday on the tulips at Skaro were dear. Frost closed the road until Thursday, when they touched 4.90."],
])
def test_figures_of_another_thing_are_left_alone(reports: list[str], packs: Packs) -> None:
    found = check_texts({f"{chr(97 + at)}.txt": text for at, text in enumerate(reports)}, packs).findings
    assert not [finding.message for finding in found if finding.rule in OF_STORY]

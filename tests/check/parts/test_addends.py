"""Sums of what is told one after the other, and gaps, against the figures of a story."""

from __future__ import annotations

import pytest

from claimcheck.model.finding import Finding
from claimcheck.pipeline import check_texts, packs_of

PACKS = packs_of()
LIST = "Grasses fill 2,318 sheets, sedges 1,406, orchids 277 and ferns 1,485; nothing else is kept upstairs."
OPEN = "Grasses fill 2,318 sheets, sedges 1,406 sheets, orchids 277 sheets and ferns 1,485 sheets."


def found(*reports: str, rule: str = "whole-contradicts-listed-parts") -> list[Finding]:
    result = check_texts({f"{at}.txt": text for at, text in enumerate(reports)}, PACKS)
    return [finding for finding in result.findings if finding.rule == rule]


@pytest.mark.parametrize("told", ["5,846", "5,386", "5,496"])
def test_a_sum_that_misses_the_whole_by_a_slip(told: str) -> None:
    (finding,) = found(LIST, f"Altogether {told} sheets are kept upstairs.")
    assert "5,486" in finding.message
    assert told in [claim.text for claim in finding.claims]


@pytest.mark.parametrize("told", [
    "Altogether 5,486 sheets are kept upstairs.", "Some 5,500 sheets are kept upstairs.",
    "In 1912 the cellar flooded and 9,310 sheets were lost.",
])
def test_what_fits_or_lies_far_off_is_left_alone(told: str) -> None:
    assert not found(LIST, told)


def test_a_further_figure_of_the_story_completes_an_open_list() -> None:
    told = "Altogether 5,846 sheets are kept upstairs."
    assert found(OPEN, told)
    assert not found(OPEN, f"{told} Of these 360 sheets are mosses.")


def test_a_part_with_digits_that_changed_places() -> None:
    told = "The choir spent 16,470 crowns. It sang. Robes took 6,920 crowns, trips 9,415 crowns and tea 405 crowns."
    (finding,) = found(told)
    assert "16,740" in finding.message


def test_a_plain_miss_counts_only_where_words_close_the_list() -> None:
    report = "The guild paid out 9.7 million francs. Roofs took 4.6 million, bells 2.8 and clocks 1.5 million francs{}."
    assert found(report.format("; nothing is left"))
    assert not found(report.format(""))


def test_one_figure_that_is_the_difference_of_two_others_makes_no_list_of_parts() -> None:
    assert not found("Trade was 43.8 million. It sold 23.5 million, bought 20.3 million and kept 3.2 million euros.")


@pytest.mark.parametrize(("gap", "is_found"), [("4,647", True), ("3,467", True), ("3,647", False), ("612", False)])
def test_a_majority_and_the_votes_of_the_other_report(gap: str, is_found: bool) -> None:
    count = "Orla Feld polled 31,462 votes. Tomas Brask came next with 27,815."
    night = f"A majority of {gap} votes over Tomas Brask carries Orla Feld into parliament."
    assert bool(found(count, night, rule="gap-contradicts-other-figures")) is is_found


def test_a_share_bears_out_the_true_gap() -> None:
    accounts = "Fares came to 43.61 million crowns. Wages took 38.68 million crowns. This left 5.93 million crowns."
    (finding,) = found(accounts, "Of its fares the line kept 11.3 percent.", rule="gap-contradicts-other-figures")
    assert "11.3 percent" in finding.explanation


def test_a_change_that_comes_of_all_flows() -> None:
    flows = "The queue fell by 150 names: 1,180 were added, 1,240 were seen and 90 withdrew."
    assert not check_texts({"a.txt": flows}, PACKS).findings


RESULT = "Orla Feld won in 31:17.4 minutes. Ada Brook needed 31:20.7 minutes, and Petra Lund 31:46.5."


@pytest.mark.parametrize(("told", "is_found"), [
    ("Orla Feld won by 4.3 seconds from Ada Brook.", True),
    ("Orla Feld won by 3.3 seconds from Ada Brook.", False),
    ("Ada Brook was 18.3 seconds ahead of Petra Lund.", False),
    ("Orla Feld won by 43 seconds from Ada Brook in another year.", False),
    ("With a lap to go she was 4.3 seconds ahead of Ada Brook.", False),
    ("Orla Feld won by 4.3 seconds from Inga Holm at Merrow.", False),
])
def test_a_lead_in_seconds(told: str, is_found: bool) -> None:
    assert bool(found(RESULT, told, rule="lead-contradicts-times")) is is_found


MOVED = "Storage in the caverns of Carn rose by 37 megawatts to 418 megawatts in 2024, the operator said."


@pytest.mark.parametrize(("told", "is_found"), [
    ("The storage in the caverns of Carn rose by 418 megawatts last year.", True),
    ("The storage in the caverns of Carn rose to 37 megawatts last year.", True),
    ("The storage in the caverns of Carn rose to 418 megawatts last year.", False),
    ("The storage in the caverns of Carn rose by 37 megawatts last year.", False),
    ("Demand for trams in Orrin rose by 418 megawatts.", False),
])
def test_a_level_told_as_a_change(told: str, is_found: bool) -> None:
    assert bool(found(MOVED, told, rule="level-contradicts-change")) is is_found

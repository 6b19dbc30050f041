"""Links about ranks, as reading a whole report finds them."""

from __future__ import annotations

import pytest

from claimcheck.model.mention import Link
from claimcheck.pipeline import extract_document, packs_of, read_texts
from tests.cost import assert_at_most


def links(text: str, kind: str) -> list[Link]:
    (document,) = read_texts([text], packs_of())
    return [link for link in extract_document(document).links if link.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Orla fell four places from 12th to 17th.",
        "Orla rose three places to 5th, from 9th a year earlier.",
        "Orla jumped from ninth to fourth place, a gain of four places.",
    ],
)
def test_a_move_has_both_ends(text: str) -> None:
    (link,) = links(text, "move")
    assert set(link.roles) == {"move", "from", "to"}


def test_places_of_another_sort_are_no_move() -> None:
    assert links("Three places on the council went to women, from the 4th ward to the 12th.", "move") == []
    (link,) = links("Orla climbed three places, from seventh to fourth, while Marra fell from 2nd to 6th.", "move")
    assert link.end < 60


def test_those_ahead_need_figures_beyond_the_own_one() -> None:
    assert links("Orla finished second with 31 golds, behind Harby (58) and Marra (52).", "ahead")
    assert links("Orla finished second with 31 golds, behind Harby (58) and Marra (22).", "ahead") == []
    assert links("Orla finished second with 31 golds, behind Harby and Marra.", "ahead") == []
    assert links("The second plant, with 31 workers, closed after Harby (58) and Marra (52).", "ahead") == []


def test_a_place_by_a_measure_of_its_own_is_not_one_in_the_table() -> None:
    (plain,) = links("Harby Town are second on 57 points.", "standing")
    (apart,) = links("Harby Town are second in away matches with 57 points.", "standing")
    assert (plain.complete, apart.complete) == (True, False)


def test_the_cost_grows_with_the_text() -> None:
    text = "Orla was 12th, then 13th, then second, behind Harby (58), up five places from 9th. "
    assert_at_most(5, lambda: links(text * 80, "move"), lambda: links(text * 20, "move"))

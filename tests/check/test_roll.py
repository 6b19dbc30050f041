"""All claims told apart in one pass."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.check.roll import Roll
from tests.check.claims import figure

RISE = figure("c.txt", 4, role="change", trend="up")
RANGE = figure("b.txt", 5).model_copy(update={"value": (Decimal(4), Decimal(6))})
BARE = figure("a.txt", 7).model_copy(update={"metric": None})
BOATS = figure("d.txt", 8).model_copy(update={"unit": "count", "noun": "boat"})
DENIED = figure("e.txt", 9).model_copy(update={"status": "denied"})
TITLE = RISE.model_copy(update={"kind": "title", "role": None, "reading": None})
ROLL = Roll([RISE, RANGE, BARE, BOATS, DENIED, TITLE])


def test_figures_stand_in_the_order_of_their_places() -> None:
    assert ROLL.figures == [RANGE, RISE, BOATS]


def test_what_cannot_be_compared_is_unfit_for_a_reason() -> None:
    assert [claim for claim, _ in ROLL.unfit] == [BARE, DENIED, TITLE]
    assert all(reason for _, reason in ROLL.unfit)


def test_each_sort_is_by_itself() -> None:
    assert (ROLL.changes, ROLL.ranges, ROLL.nameless, ROLL.counts) == ([RISE], [RANGE], [BARE], [BOATS])
    assert ROLL.by_kind == {"quantity": [RISE, RANGE, BARE, BOATS, DENIED], "title": [TITLE]}

"""Lookalikes: which figures are tried on each other at all."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claimcheck.check.comparing.stories import Stories
from claimcheck.check.likeness.lookalikes import Lookalikes
from claimcheck.model.claim import Claim
from tests.check.claims import figure

STORY = frozenset({"Skarvik", "Bron Hale"})
OTHERS = [f"other {number}" for number in range(5)]  # so many reports that not all are of one story


def told(path: str, value: int, **fields: Any) -> Claim:
    given = {"unit": "USD", "period": None, "subject": None, "story": STORY, "metric": f"sum of {path}", **fields}
    return figure(path, value, **given).model_copy(update={"value": Decimal(value)})


def pairs(*claims: Claim) -> list[tuple[str, str]]:
    others = [told(path, 7, metric=None, story=frozenset()) for path in OTHERS]
    return [(a.text, b.text) for a, b in Lookalikes(claims, Stories([*claims, *others])).pairs()]


def test_figures_of_like_digits_are_tried_once_however_many_ways_they_are_alike() -> None:
    assert pairs(told("a", 584, metric="turf"), told("b", 548, metric="turf")) == [("584", "548")]
    assert pairs(told("a", 584), told("b", 594)) == [("584", "594")]
    assert pairs(told("a", 584), told("b", 584_000)) == [("584", "584000")]


def test_figures_of_other_digits_and_names_are_not() -> None:
    assert not pairs(told("a", 584), told("b", 611))


def test_two_figures_of_one_report_are_not() -> None:
    assert not pairs(told("a", 584), told("a", 548, at=50))


def test_figures_of_two_stories_are_not_unless_they_may_be_of_one_owner_at_one_time() -> None:
    tolmere = frozenset({"Tolmere"})
    assert not pairs(told("a", 584), told("b", 548, story=tolmere))
    assert not pairs(told("a", 584, period="2023"), told("b", 548, period="2023", story=tolmere))
    owned = {"period": "2023", "subject": "port of Bron"}
    assert pairs(told("a", 584, **owned), told("b", 548, **{**owned, "subject": "BRON"}, story=tolmere))
    assert not pairs(told("a", 584, **owned), told("b", 548, **{**owned, "subject": "Hale"}, story=tolmere))
    assert not pairs(told("a", 584, **owned), told("b", 548, **{**owned, "period": "2022"}, story=tolmere))


def test_what_very_many_figures_have_in_common_tells_nothing() -> None:
    assert not pairs(*(told(f"report {number}", 584) for number in range(20)))

"""Garbled figures: of one story, with the digits of one another."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from claimcheck.check.comparing.evidence import Evidence
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.likeness.garbled import are_garbled
from claimcheck.model.claim import Claim
from tests.check.claims import figure

STORY = frozenset({"ello", "aaland"})
MOOR = frozenset({"moor", "survey"})


def moor(path: str, value: str, **fields: Any) -> Claim:
    """The area of a moor in a report of one story."""
    given: dict[str, Any] = {
        "metric": "moor", "measure": "square_metre", "unit": "hectare", "subject": None, "period": None,
        "context": MOOR, "near": MOOR, "story": STORY, "language": "en",
    }
    return figure(path, Decimal(value), **{**given, **fields}).model_copy(update={"value": Decimal(value)})


def garbled(a: Claim, b: Claim, *others: Claim) -> bool:
    stories = Stories([a, b, *others])
    return are_garbled(a, b, stories, Evidence(stories))


def further(count: int) -> list[Claim]:
    """Other figures of both reports, each with words of its own."""
    return [
        moor(path, str(at), measure="count", unit="count", metric=None, at=50 * at, sentence=50 * at,
             context=frozenset({f"thing{at}"}), near=frozenset({f"thing{at}"}))
        for path in ("a", "b") for at in range(11, 11 + count)
    ]


@pytest.mark.parametrize(("one", "other", "expected"), [
    ("3480", "34800", True), ("3480", "348000", True), ("3480", "3840", True), ("58120", "51820", True),
    ("3", "30", False), ("3480", "3580", True), ("3480", "3690", False), ("312", "213", False),
    ("3480", "34800000", False),
])
def test_digits_at_another_scale_or_exchanged(one: str, other: str, expected: bool) -> None:
    assert garbled(moor("a", one), moor("b", other), *further(3)) is expected


def test_one_digit_off_asks_that_no_other_figure_may_be_meant() -> None:
    assert garbled(moor("a", "3480"), moor("b", "3580"), *further(3))
    assert not garbled(moor("a", "3480"), moor("b", "3580"), moor("b", "5120", at=90, sentence=90), *further(3))


@pytest.mark.parametrize("apart", [
    {"marks": frozenset({"each"})},
    {"metric": "lake", "context": frozenset({"lake"}), "near": frozenset({"lake"})},
    {"subject": "Kettle", "context": MOOR | {"kettle"}},
])
def test_what_speaks_against_it(apart: dict[str, Any]) -> None:
    orm = moor("a", "3480", subject="Orm", context=MOOR | {"orm"})
    assert garbled(orm, moor("b", "34800"))
    assert not garbled(orm, moor("b", "34800", **apart))


def test_a_report_that_gives_both_values_means_two_things() -> None:
    assert not garbled(moor("a", "3480"), moor("b", "34800"), moor("b", "3480", metric="meadow"))


def test_two_digits_need_more_shared_words_than_four() -> None:
    bare: dict[str, Any] = {"metric": None, "context": frozenset(), "near": frozenset()}
    assert garbled(moor("a", "3480", **bare), moor("b", "3840", **bare))
    assert not garbled(moor("a", "34", **bare), moor("b", "43", **bare))
    assert garbled(moor("a", "34"), moor("b", "43"), *further(6))


def test_the_more_figures_two_reports_give_the_likelier_is_chance() -> None:
    areas = [
        moor(path, str(at + first), metric=None, at=50 * at, sentence=50 * at, near=frozenset(), context=frozenset())
        for path, first in (("a", 21), ("b", 41)) for at in range(12)
    ]
    bare: dict[str, Any] = {"metric": None, "context": frozenset(), "near": frozenset()}
    one, other = moor("a", "348", **bare), moor("b", "384", **bare)
    assert garbled(one, other)
    assert not garbled(one, other, *areas)


def test_without_shared_names_a_story_is_doubtful_the_more_so_among_many_reports() -> None:
    alone: dict[str, Any] = {"story": frozenset(), "metric": None, "context": frozenset(), "near": frozenset()}
    one, other = moor("a", "348", **alone), moor("b", "384", **alone)
    assert not garbled(one, other)
    named, again = (each.model_copy(update={"story": STORY}) for each in (one, other))
    assert garbled(named, again)
    crowd = [moor(f"report {at}", str(at), at=at, **alone) for at in range(11, 17)]
    one_name, also = (each.model_copy(update={"story": frozenset({"ello"})}) for each in (one, other))
    assert garbled(one_name, also)
    assert not garbled(one_name, also, *crowd)

"""Garbled figures: of one story, with the digits of one another."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from claimcheck.check.garbled import are_garbled, are_two_things
from claimcheck.check.kinship import Kinship
from claimcheck.model.claim import Claim
from tests.check.claims import figure

STORY = frozenset({"ello", "aaland", "tarn"})
MOOR = frozenset({"moor", "survey"})


def moor(path: str, value: str, **fields: Any) -> Claim:
    """The area of a moor in a report of one story."""
    given: dict[str, Any] = {
        "metric": "moor", "measure": "square_metre", "unit": "hectare", "subject": None, "period": None,
        "context": MOOR, "story": STORY, "language": "en",
    }
    return figure(path, Decimal(value), **{**given, **fields}).model_copy(update={"value": Decimal(value)})


def garbled(a: Claim, b: Claim, *others: Claim, few: bool = True, people: tuple[str, ...] = ()) -> bool:
    return are_garbled(a, b, Kinship([a, b, *others], people), few=few)


@pytest.mark.parametrize(("one", "other", "expected"), [
    ("3480", "34800", True), ("3480", "348000", True), ("3480", "3840", True), ("31240", "34210", True),
    ("34", "340", False), ("3480", "3580", False), ("312", "213", False), ("3480", "34800000", False),
])
def test_three_digits_at_another_scale_or_exchanged(one: str, other: str, expected: bool) -> None:
    assert garbled(moor("a", one), moor("b", other)) is expected


@pytest.mark.parametrize("apart", [
    {"story": frozenset({"ello"})},
    {"marks": frozenset({"each"})},
    {"metric": "reindeer moor"},
    {"metric": "lake", "context": frozenset({"lake"})},
    {"place": "Kettle", "subject": "Kettle"},
    {"language": "vi"},
])
def test_what_speaks_against_it(apart: dict[str, Any]) -> None:
    assert garbled(moor("a", "3480", place="Orm"), moor("b", "34800"))
    assert not garbled(moor("a", "3480", place="Orm"), moor("b", "34800", **apart))


def test_two_subjects_of_the_story_keep_apart_unless_one_is_a_person() -> None:
    a, b = moor("a", "3480", subject="Tarn Orm"), moor("b", "34800", subject="Signe Aaland")
    assert not garbled(a, b)
    assert garbled(a, b, people=("Signe Aaland",))
    assert garbled(a, moor("b", "34800", subject="Lusk Office"))


def test_a_figure_that_both_give_beside_it_tells_of_one_thing_in_two_languages() -> None:
    a, b = moor("a", "3480"), moor("b", "34800", language="vi", context=frozenset(), metric="dien tich")
    pairs = [moor(path, "214", measure="count", at=40) for path in ("a", "b")]
    assert not garbled(a, b)
    assert garbled(a, b, *pairs)
    assert not garbled(a, b, *(pair.model_copy(update={"start": 900}) for pair in pairs))


def test_a_report_that_gives_both_values_means_two_things() -> None:
    assert not garbled(moor("a", "3480"), moor("b", "34800"), moor("b", "3480", metric="meadow"))


def test_sums_for_each_share_need_two_digits_only() -> None:
    a, b = (moor(path, value, measure="EUR_per_share", unit="EUR_per_share", context=frozenset({path}))
            for path, value in (("a", "0.64"), ("b", "0.46")))
    assert garbled(a, b)
    assert not garbled(a, b, few=False)


@pytest.mark.parametrize(("one", "other", "expected"), [
    ("long road", "long railway", True), ("oat sold", "barley bought", True), ("core lifted", "team length", False),
    ("export", "shrimp export", True), ("moor", "moor", False),
])
def test_names_of_two_things(one: str, other: str, expected: bool) -> None:
    a, b = (moor(path, "1", metric=metric, context=frozenset()) for path, metric in (("a", one), ("b", other)))
    assert are_two_things(a, b) is expected

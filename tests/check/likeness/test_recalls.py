"""Recalls: figures that point back at one told before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.check.comparing.stories import Stories
from claimcheck.check.likeness.recalls import Recalls
from claimcheck.model.claim import Claim, Relation
from tests.check.claims import figure

WORDS = frozenset({"boats", "singers"})


def number(at: int, value: str, noun: str = "singer", **fields: object) -> Claim:
    """A number of things in a sentence of its own."""
    given = {"metric": "singers", "measure": "count", "unit": "count", "subject": None, "period": None,
             "context": WORDS, "sentence": at, **fields}
    claim = figure("a", Decimal(value), at=at, **given)  # type: ignore[arg-type]
    return claim.model_copy(update={"value": Decimal(value), "noun": noun, "end": at + 2})


def told_for(pointing: Claim, *others: Claim, scope: str = "\n\n") -> list[tuple[Decimal, Decimal]]:
    relation = Relation(kind="recall", roles={"value": (pointing,)}, path="a", start=pointing.start, end=pointing.end,
                        scope=scope)
    pairs = Recalls(Stories([*others, pointing]), [relation]).pairs()
    return [(one.value, other.value) for one, other in pairs]  # type: ignore[misc]


def test_another_number_of_the_same_things_is_no_repeat() -> None:
    assert told_for(number(90, "48"), number(10, "42")) == [(Decimal(42), Decimal(48))]


@pytest.mark.parametrize("others", [
    [number(10, "48")],
    [number(10, "42"), number(40, "6", noun="boy")],
    [number(10, "42"), number(40, "45")],
    [number(10, "42", noun="boat")],
    [number(10, "420")],
])
def test_what_explains_a_number_clears_it(others: list[Claim]) -> None:
    assert told_for(number(90, "48"), *others) == []


def test_what_limits_a_number_must_be_told_before() -> None:
    limited = number(90, "48", context=WORDS | {"second"})
    assert told_for(limited, number(10, "42"), scope="\n\nsecond boat") == []

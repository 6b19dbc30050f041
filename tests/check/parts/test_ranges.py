"""Ranges that one report tells of several things, and figures of another that lie outside."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import check
from claimcheck.check.parts.ranges import Spread
from claimcheck.model.claim import Claim
from claimcheck.model.reading import Reading

HUTS = "At the 41 huts of the mountain club a bunk with breakfast cost between 37 and 62 francs last summer."
SALT = "Salt content in the lagoon ranged from 11 grams at the mouth of the river to 29 grams at the sluice in August."
BIDS = "Five bids came in for the lighthouse of Farrow. Prices lay between 2.4 and 3.1 million crowns."


def figure(low: str, high: str) -> Claim:
    """A figure between two ends."""
    return Claim(value=(Decimal(low), Decimal(high)), reading=Reading.exactly(Decimal(low)))


def amount(value: Decimal) -> Claim:
    """A single figure."""
    return Claim(value=value, reading=Reading.exactly(value))


def found(*texts: str) -> list[str]:
    """What findings say of ranges told elsewhere."""
    return [each.message for each in check(texts=texts).findings if each.rule == "figure-outside-range-of-story"]


@pytest.mark.parametrize(("given_range", "told"), [
    (HUTS, "The dearest of the 41 huts of the mountain club charged 66 francs for a bunk with breakfast."),
    (SALT, "On 19 August the salt content in the lagoon reached 34 grams near the sluice, the wardens say."),
    (BIDS, "The lighthouse goes to Orm & Sons, which beat four rivals with a bid of 2.1 million crowns."),
])
def test_one_of_them_outside_is_found(given_range: str, told: str) -> None:
    assert found(given_range, told)


@pytest.mark.parametrize(("given_range", "told"), [
    (HUTS, "The dearest of the 41 huts of the mountain club charged 57 francs for a bunk with breakfast."),
    (HUTS, "Three years ago a bunk with breakfast in the huts of the mountain club had cost 31 francs."),
    (HUTS, "Abroad a bunk with breakfast in a hut of a mountain club costs 66 francs."),
    (HUTS, "A bunk with breakfast and supper costs 71 francs; in the 41 huts alone it was between 37 and 62 francs."),
    (SALT, "On 19 August the salt content in the lagoon was at its usual 25 grams, and 34 grams were expected."),
    (BIDS, "A new boat for the pilots of Farrow costs 2.1 million crowns."),
])
def test_what_lies_inside_or_is_of_others_is_silent(given_range: str, told: str) -> None:
    assert not found(given_range, told)


@given(st.integers(1, 500), st.integers(1, 500), st.integers(1, 500))
def test_a_spread_holds_what_lies_between_its_ends(a: int, b: int, c: int) -> None:
    low, middle, high = map(Decimal, sorted((a, b, c)))
    spread = Spread.of((figure(str(low), str(high)),))
    assert spread is not None
    assert spread.holds(amount(middle))
    assert spread.is_near(middle)
    assert not spread.holds(amount(2 * high))
    assert not spread.is_near(2 * high)


def test_nobody_rounds_to_four_digits() -> None:
    spread = Spread.of((figure("3120", "4680"),))
    assert spread is not None
    assert spread.holds(amount(Decimal(4700)))
    exact = Spread.of((figure("3121", "4683"),))
    assert exact is not None
    assert not exact.holds(amount(Decimal(4691)))


def test_two_figures_make_a_spread_as_one_does() -> None:
    ends = tuple(figure("3", "9").model_copy(update={"value": Decimal(end)}) for end in (3, 9))
    spread = Spread.of(ends)
    assert spread is not None
    assert (spread.low, spread.high) == (Decimal(3), Decimal(9))

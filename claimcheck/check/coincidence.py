"""Coincidences: a figure that is not what others make it, but is one slip of the pen away from that."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from claimcheck.check.slips import FACTORS
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval

_LEAST = 10  # of fewer any other is a slip away


def is_slip_of(claim: Claim, computed: Interval) -> bool:
    """True when a figure with two digits swapped, or its point moved, is what others make it."""
    if claim.reading is None or not isinstance(claim.value, Decimal) or claim.value < _LEAST:
        return False
    written = claim.reading.strict
    factors = (Fraction(power) ** sign for power in FACTORS for sign in (1, -1))
    moved = (written.scale(factor) for factor in factors)
    return any(not each.is_disjoint(computed) for each in (*moved, *_swapped(claim, written)))


def _swapped(claim: Claim, written: Interval) -> Iterator[Interval]:
    """The figure with each two neighbouring digits that differ swapped, as exact as it is written."""
    assert isinstance(claim.value, Decimal)
    _, digits, _ = claim.value.as_tuple()
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1] and digits[at + 1 : at + 2] != (0,) * (at == 0):
            turned = (*digits[:at], digits[at + 1], digits[at], *digits[at + 2 :])
            yield written.scale(Fraction(_number(turned), _number(digits)))


def _number(digits: tuple[int, ...]) -> int:
    return int("".join(map(str, digits)))


def times_apart(one: Interval, other: Interval) -> Fraction | None:
    """How many times as large one amount is as another, by their middles; None for amounts without ends."""
    middles = [_middle(each) for each in (one, other)]
    return None if None in middles or not middles[1] else middles[0] / middles[1]  # type: ignore[operator]


def _middle(interval: Interval) -> Fraction | None:
    if interval.low is None or interval.high is None:
        return None
    return (interval.low + interval.high) / 2

"""Laws of interval arithmetic, with open and closed ends."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.interval import WHOLE_LINE, Interval, decimal_text

NUMBERS = st.fractions(min_value=-20, max_value=20, max_denominator=6)
OPERATIONS: list[Callable[[Interval, Interval], Interval]] = [
    lambda a, b: a + b,
    lambda a, b: a - b,
    lambda a, b: a * b,
]


@st.composite
def intervals(draw: st.DrawFn, bounded: bool = False) -> Interval:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    if low == high:
        return Interval.point(low)
    if not bounded and draw(st.integers(0, 4)) == 0:
        return Interval.of(None, high, high_open=high_open)
    if not bounded and draw(st.integers(0, 4)) == 0:
        return Interval.of(low, None, low_open=low_open)
    return Interval.of(low, high, low_open=low_open, high_open=high_open)


@st.composite
def members(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval and a number in it."""
    interval = draw(intervals())
    low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 10
    high = interval.high if interval.high is not None else (interval.low or Fraction(0)) + 10
    share = draw(st.fractions(min_value=0, max_value=1, max_denominator=4))
    value = low + share * (high - low)
    return interval, value if interval.contains(value) else (low + high) / 2


@given(members(), members())
def test_results_hold_every_result_of_members(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]) -> None:
    (a, x), (b, y) = one, other
    assert (a + b).contains(x + y)
    assert (a - b).contains(x - y)
    assert (a * b).contains(x * y)
    assert (-a).contains(-x)
    if y != 0:
        assert (a / b).contains(x / y)


@given(intervals(bounded=True), intervals(bounded=True))
def test_results_are_tight(a: Interval, b: Interval) -> None:
    """An end of a result is closed only where ends that are attained give it, and no result lies outside."""
    for operation, combine in zip(OPERATIONS, (_plus, _minus, _times), strict=True):
        result = operation(a, b)
        corners = [(combine(x, y), x_in and y_in) for x, x_in in _ends(a) for y, y_in in _ends(b)]
        assert result.low == min(value for value, _ in corners)
        assert result.high == max(value for value, _ in corners)
        if any(value == result.low and attained for value, attained in corners):
            assert not result.low_open
        if any(value == result.high and attained for value, attained in corners):
            assert not result.high_open


def _ends(interval: Interval) -> list[tuple[Fraction, bool]]:
    assert interval.low is not None
    assert interval.high is not None
    return [(interval.low, not interval.low_open), (interval.high, not interval.high_open)]


def _plus(x: Fraction, y: Fraction) -> Fraction:
    return x + y


def _minus(x: Fraction, y: Fraction) -> Fraction:
    return x - y


def _times(x: Fraction, y: Fraction) -> Fraction:
    return x * y


def test_a_product_with_an_open_end_is_open_there() -> None:
    product = Interval.of(1, 2, high_open=True) * Interval.of(3, 4)
    assert product == Interval.of(3, 8, high_open=True)


def test_a_closed_zero_attains_the_zero_of_a_product() -> None:
    assert Interval.of(0, 2) * Interval.of(3, 5, low_open=True) == Interval.of(0, 10)
    assert Interval.of(0, 2, low_open=True) * Interval.of(3, 5) == Interval.of(0, 10, low_open=True)


@given(intervals(), intervals(), NUMBERS)
def test_meet_holds_what_both_hold(a: Interval, b: Interval, value: Fraction) -> None:
    meet = a.meet(b)
    assert (meet is not None and meet.contains(value)) == (a.contains(value) and b.contains(value))


@given(intervals(), intervals(), intervals())
def test_meet_is_commutative_and_associative(a: Interval, b: Interval, c: Interval) -> None:
    assert a.meet(b) == b.meet(a)
    left = a.meet(b)
    right = b.meet(c)
    assert (left.meet(c) if left else None) == (a.meet(right) if right else None)


@given(intervals())
def test_nothing_conflicts_with_itself(a: Interval) -> None:
    assert a.meet(a) == a
    assert not a.is_disjoint(a)


@pytest.mark.law
@given(intervals(), intervals(), intervals())
def test_widening_never_creates_a_conflict(a: Interval, b: Interval, wider: Interval) -> None:
    if not a.is_disjoint(b):
        assert not a.hull(wider).is_disjoint(b)


@given(intervals(), intervals())
def test_hull_covers_both(a: Interval, b: Interval) -> None:
    hull = a.hull(b)
    assert hull.covers(a)
    assert hull.covers(b)
    assert hull == b.hull(a)


@pytest.mark.law
@given(intervals(), intervals(), NUMBERS.filter(bool))
def test_a_change_of_unit_changes_no_verdict(a: Interval, b: Interval, factor: Fraction) -> None:
    assert a.scale(factor).is_disjoint(b.scale(factor)) == a.is_disjoint(b)
    assert a.scale(factor).scale(1 / factor) == a
    assert a.shift(factor).shift(-factor) == a


@given(intervals(bounded=True))
def test_dividing_by_what_may_be_zero_says_nothing(a: Interval) -> None:
    assert a / Interval.of(-1, 1) == WHOLE_LINE


@pytest.mark.parametrize(("low", "high", "open_end"), [(2, 1, False), (1, 1, True)])
def test_an_empty_interval_is_refused(low: int, high: int, open_end: bool) -> None:
    with pytest.raises(ValueError, match="no number"):
        Interval.of(low, high, low_open=open_end)


@given(st.integers(-(10**9), 10**9), st.integers(0, 6))
def test_decimal_text_is_exact_where_the_decimal_ends(number: int, places: int) -> None:
    value = Fraction(number, 10**places)
    assert Fraction(decimal_text(value)) == value


@given(intervals(), intervals())
def test_to_cover_and_to_be_disjoint_are_told_by_what_both_hold(a: Interval, b: Interval) -> None:
    assert a.covers(b) == (a.meet(b) == b)
    assert a.is_disjoint(b) == (a.meet(b) is None)
    assert a.begins_after(b) == (not Interval(a.low, None, a.low_open).covers(b))
    assert a.ends_before(b) == (not Interval(None, a.high, False, a.high_open).covers(b))


@given(intervals(), NUMBERS)
def test_to_scale_is_to_multiply_by_a_point(a: Interval, factor: Fraction) -> None:
    low, high = (None if end is None else end * factor for end in (a.low, a.high))
    scaled = a.scale(factor)
    if factor:
        assert {scaled.low, scaled.high} == {low, high}
    assert scaled == a * Interval(factor, Fraction(factor))

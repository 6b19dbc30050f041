"""The quick comparisons of ends agree with the numbers themselves."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.ends import (
    about_halfway,
    are_same,
    ends_below,
    halfway,
    higher,
    lower,
    one_over,
    order,
    order_of_quotient,
    plus,
    reaches_down,
    reaches_up,
    times,
)
from claimcheck.model.interval import Interval

_NUMBERS = st.fractions(min_value=-5, max_value=5, max_denominator=4)
_ENDS = st.one_of(st.none(), _NUMBERS)


@pytest.mark.law
@given(_NUMBERS, _NUMBERS)
def test_the_order_is_that_of_the_numbers(a: Fraction, b: Fraction) -> None:
    assert (order(a, b) < 0, order(a, b) == 0, order(a, b) > 0) == (a < b, a == b, a > b)
    assert are_same(a, b) == (a == b)


@pytest.mark.law
@given(_NUMBERS, _NUMBERS)
def test_the_short_ways_make_what_the_long_ones_do(a: Fraction, b: Fraction) -> None:
    assert (plus(a, b), times(a, b)) == (a + b, a * b)
    assert about_halfway(a, b) == float(halfway(a, b)) == float((a + b) / 2)
    if b:
        assert one_over(b) == 1 / b


@pytest.mark.law
@given(_NUMBERS, _NUMBERS.filter(lambda number: number > 0), _NUMBERS)
def test_a_quotient_is_told_from_a_number_without_being_made(over: Fraction, under: Fraction, than: Fraction) -> None:
    apart = order_of_quotient(over, under, than)
    assert (apart < 0, apart == 0, apart > 0) == (over / under < than, over / under == than, over / under > than)


@pytest.mark.law
@given(_ENDS, st.booleans(), _ENDS, st.booleans(), _NUMBERS)
def test_the_tighter_of_two_ends_lets_in_what_both_do(
    a: Fraction | None, a_open: bool, b: Fraction | None, b_open: bool, number: Fraction
) -> None:
    a_open, b_open = a_open and a is not None, b_open and b is not None
    above = [Interval(end, None, is_open).contains(number) for end, is_open in ((a, a_open), (b, b_open))]
    low, low_open = higher(a, a_open, b, b_open)
    assert Interval(low, None, low_open).contains(number) == all(above)
    below = [Interval(None, end, False, is_open).contains(number) for end, is_open in ((a, a_open), (b, b_open))]
    high, high_open = lower(a, a_open, b, b_open)
    assert Interval(None, high, False, high_open).contains(number) == all(below)
    if reaches_down(a, a_open, b, b_open):
        assert above[0] >= above[1]
    if reaches_up(a, a_open, b, b_open):
        assert below[0] >= below[1]


@pytest.mark.law
@given(_ENDS, st.booleans(), _ENDS, st.booleans(), _NUMBERS)
def test_no_number_is_on_both_sides_of_ends_that_lie_apart(
    high: Fraction | None, high_open: bool, low: Fraction | None, low_open: bool, number: Fraction
) -> None:
    if ends_below(high, high_open, low, low_open):
        below, above = Interval(None, high, False, high_open), Interval(low, None, low_open)
        assert not (below.contains(number) and above.contains(number))


def test_ends_that_touch_lie_apart_only_when_one_is_open() -> None:
    two = Fraction(2)
    assert not ends_below(two, False, two, False)
    assert ends_below(two, True, two, False)
    assert ends_below(two, False, two, True)
    assert not ends_below(None, False, two, True)


@pytest.mark.law
@given(_ENDS, st.booleans(), _ENDS, st.booleans())
def test_equal_intervals_have_equal_hashes(
    low: Fraction | None, low_open: bool, high: Fraction | None, high_open: bool
) -> None:
    one, other = Interval(low, high, low_open, high_open), Interval(low, high, low_open, high_open)
    assert one == other
    assert hash(one) == hash(other)
    assert one != Interval(low, high, not low_open, high_open)
    assert one != (low, high)

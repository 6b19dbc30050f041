"""Slips of the pen, one meaning each: digits swapped, one digit off, a power of ten."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.model.interval import Interval
from claimcheck.model.slips import (
    POWERS,
    is_misprint,
    is_power_apart,
    power_between,
    swapped_over,
    swaps_of,
)

NUMBERS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(999_999), places=2)


@given(st.integers(10, 9_999_999), st.integers(-3, 3))
def test_each_swap_is_a_swap_of_neighbours_and_a_misprint(number: int, exponent: int) -> None:
    told = Decimal(number).scaleb(exponent)
    for digits in swaps_of(str(number)):
        assume(digits[0] != "0")
        other = Decimal(int(digits)).scaleb(exponent)
        assert swapped_over(told, other) == 1
        if number % 100 and number % 10 and int(digits) % 10:
            assert is_misprint(told, other)


@given(NUMBERS, NUMBERS)
def test_slips_go_both_ways(one: Decimal, other: Decimal) -> None:
    assert swapped_over(one, other) == swapped_over(other, one)
    assert is_misprint(one, other) == is_misprint(other, one)
    assert is_power_apart(Fraction(one), Fraction(other)) == is_power_apart(Fraction(other), Fraction(one))


@pytest.mark.parametrize(("one", "other", "apart"), [
    ("584", "548", 1), ("584", "485", 2), ("584", "584", 0), ("584", "854", 1), ("584", "845", 2), ("58", "580", 0),
    ("12345", "14532", 0), ("12345", "23451", 0),
    ("5.84", "5.48", 1), ("5.8", "8.5", 1), ("0.58", "5.08", 0),
])
def test_how_far_swapped_digits_stand_apart(one: str, other: str, apart: int) -> None:
    assert swapped_over(Decimal(one), Decimal(other)) == apart


@pytest.mark.parametrize(("told", "true", "misprint"), [
    ("12.4", "12.6", True), ("12.4", "21.4", True), ("12.4", "12.4", False), ("12.4", "124", False),
    ("3", "5", False), ("300", "500", False), ("1,250", "1,350", True), ("1250", "2150", True), ("1250", "5210", True),
    ("1250", "2510", True), ("1250", "0251", False), ("1250", "2501", False),
])
def test_a_misprint_is_one_digit_or_two_swapped(told: str, true: str, misprint: bool) -> None:
    one, other = (Decimal(text.replace(",", "")) for text in (told, true))
    assert is_misprint(one, other) is misprint


@given(st.integers(100, 999), st.sampled_from(POWERS))
def test_the_power_between_two_readings_is_the_one_that_made_them(number: int, power: int) -> None:
    near = Interval.around(number, Fraction(1, 2))
    assert power_between(near, near.scale(power)) == power == power_between(near.scale(power), near)


@pytest.mark.parametrize(("one", "other"), [
    (Interval.of(10, 20), Interval.of(100, 200)),  # so wide that much would fit
    (Interval.of(35, None), Interval.of(350, 360)),
    (Interval.of(98, 99), Interval.of(970, 979)),
    (Interval.point(0), Interval.point(0)),
    (Interval.point(-5), Interval.point(-50)),
])
def test_no_power_explains_other_pairs(one: Interval, other: Interval) -> None:
    assert power_between(one, other) is None


def test_ten_thousand_is_no_slip_of_scale() -> None:
    assert not is_power_apart(Fraction(7), Fraction(70_000))
    assert power_between(Interval.point(7), Interval.point(70_000)) is None

"""The formula language: what it accepts, what it refuses, and that it never calls true figures a conflict."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.check.formulas.formula import parse_formula, sum_of
from claimcheck.model.interval import Interval

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=20)
widths = st.fractions(min_value=0, max_value=10, max_denominator=20)


def around(value: Fraction, below: Fraction, above: Fraction) -> Interval:
    return Interval.of(value - below, value + above)


@given(st.lists(st.tuples(numbers, widths, widths), min_size=3, max_size=3))
def test_both_sides_contain_the_true_values(figures: list[tuple[Fraction, Fraction, Fraction]]) -> None:
    (a, _, _), (b, _, _), (c, _, _) = figures
    formula = parse_formula("-a + (b - 3) * c == (a + b) * c - 7 / 2")
    values = {name: [around(*figure)] for name, figure in zip("abc", figures, strict=True)}
    left, right = formula.sides(values)
    assert left.contains(-a + (b - 3) * c)
    assert right.contains((a + b) * c - Fraction(7, 2))


@given(st.integers(1, 10**7), st.integers(1, 10**7), st.integers(0, 3), st.integers(0, 3), st.integers(0, 2))
def test_a_change_computed_from_true_levels_fits_them_however_they_are_rounded(
    to: int, base: int, to_digits: int, base_digits: int, rate_digits: int
) -> None:
    rate = (Fraction(to, base) - 1) * 100
    values = {
        "change": [_rounded(rate, rate_digits)],
        "to": [_rounded(Fraction(to), -to_digits)],
        "from": [_rounded(Fraction(base), -base_digits)],
    }
    if values["from"][0].low is not None and values["from"][0].low > 0:
        assert parse_formula("change == (to / from - 1) * 100").may_hold(values)


def _rounded(value: Fraction, digits: int) -> Interval:
    unit = Fraction(10) ** -digits
    return Interval.around(round(value / unit) * unit, unit / 2)


@given(st.lists(st.tuples(numbers, widths, widths), min_size=1, max_size=8))
def test_the_order_of_parts_does_not_matter(figures: list[tuple[Fraction, Fraction, Fraction]]) -> None:
    parts = [around(*figure) for figure in figures]
    turned = parts[::-1]
    assert sum_of(parts) == sum_of(turned)
    formula = parse_formula("whole == sum(part)")
    whole = [Interval.of(0, 50)]
    assert formula.may_hold({"whole": whole, "part": parts}) == formula.may_hold({"whole": whole, "part": turned})


@pytest.mark.parametrize(
    ("text", "values", "holds"),
    [
        ("part <= whole", {"part": (3, 4), "whole": (1, 3)}, True),
        ("part <= whole", {"part": (4, 5), "whole": (1, 3)}, False),
        ("whole >= part", {"part": (4, 5), "whole": (1, 3)}, False),
        ("change == to - from", {"change": (1, 1), "to": (5, 5), "from": (4, 4)}, True),
        ("change == to - from", {"change": (2, 2), "to": (5, 5), "from": (4, 4)}, False),
    ],
)
def test_comparisons(text: str, values: dict[str, tuple[int, int]], holds: bool) -> None:
    assert parse_formula(text).may_hold({name: [Interval.of(*ends)] for name, ends in values.items()}) is holds


def test_an_open_end_is_not_reached() -> None:
    below = Interval.of(1, 3, high_open=True)
    assert not parse_formula("a >= b").may_hold({"a": [below], "b": [Interval.point(3)]})
    assert parse_formula("a >= b").may_hold({"a": [below], "b": [Interval.point(Decimal("2.9"))]})


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("change ==", "not a formula"),
        ("change", "compares two sides"),
        ("a == b == c", "compares two sides"),
        ("a < b", "compares two sides"),
        ("1 == 1", "at least one name"),
        ("a == b ** 2", "no place in a formula"),
        ("a == __import__('os')", "no place in a formula"),
        ("a == b.c", "no place in a formula"),
        ("a == max(b)", "no place in a formula"),
        ("a == sum(b + c)", "no place in a formula"),
        ("a == 1.5 * b", "is whole"),
        ("a == True", "is whole"),
    ],
)
def test_whatever_is_outside_the_language_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_formula(text)

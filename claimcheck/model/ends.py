"""The ends of intervals, set against each other. An end is a number or None, for no end, and is open or closed.

Most of what checking costs is comparing ends. Python compares and adds fractions by a long way round, through the tower
of number types; between two fractions the cross product of their parts tells the same ten times as fast, and makes a
sum or a product in half the time.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import gcd

Number = int | Decimal | Fraction
End = Fraction | None


def exact(number: Number) -> Fraction:
    """A number as a fraction; one that is a fraction is itself, of which Python would make another.

    >>> exact(2), exact(Decimal("0.5"))
    (Fraction(2, 1), Fraction(1, 2))
    """
    if type(number) is Fraction:
        return number
    return Fraction(number) if type(number) is not Decimal else _coprime(*number.as_integer_ratio())


def _coprime(top: int, bottom: int) -> Fraction:
    """The fraction of two terms without a common factor, which `Fraction` would look for once more."""
    made = object.__new__(Fraction)
    made._numerator, made._denominator = top, bottom  # type: ignore[attr-defined]
    return made


def _lowest(top: int, bottom: int) -> Fraction:
    """The fraction of any two terms, the lower of them above zero."""
    common = gcd(top, bottom)
    return _coprime(top, bottom) if common == 1 else _coprime(top // common, bottom // common)


def order(a: Fraction, b: Fraction) -> int:
    """Below zero when the first number is smaller, above zero when it is larger, zero when they are the same.

    >>> order(Fraction(1, 3), Fraction(1, 2)) < 0
    True
    """
    # the parts themselves, since the properties that show them would cost more than the comparison
    return a._numerator * b._denominator - b._numerator * a._denominator  # type: ignore[attr-defined, no-any-return]


def order_of_quotient(over: Fraction, under: Fraction, than: Fraction) -> int:
    """As `order`, of one number divided by another, which is above zero, and a third.

    >>> order_of_quotient(Fraction(1), Fraction(3), than=Fraction(1, 2)) < 0
    True
    """
    return top_of(over) * bottom_of(under) * bottom_of(than) - top_of(than) * bottom_of(over) * top_of(under)


def plus(a: Fraction, b: Fraction) -> Fraction:
    """The sum.

    >>> plus(Fraction(1, 3), Fraction(1, 6))
    Fraction(1, 2)
    """
    low, high = bottom_of(a), bottom_of(b)
    if low == high == 1:
        return _coprime(top_of(a) + top_of(b), 1)
    return _lowest(top_of(a) * high + top_of(b) * low, low * high)


def times(a: Fraction, b: Fraction) -> Fraction:
    """The product.

    >>> times(Fraction(2, 3), Fraction(1, 2))
    Fraction(1, 3)
    """
    bottom = bottom_of(a) * bottom_of(b)
    return _coprime(top_of(a) * top_of(b), 1) if bottom == 1 else _lowest(top_of(a) * top_of(b), bottom)


def one_over(number: Fraction) -> Fraction:
    """One divided by a number; raises ZeroDivisionError for zero."""
    return Fraction(bottom_of(number), top_of(number))


def top_of(number: Fraction) -> int:
    """The numerator."""
    return number._numerator  # type: ignore[attr-defined, no-any-return]


def bottom_of(number: Fraction) -> int:
    """The denominator."""
    return number._denominator  # type: ignore[attr-defined, no-any-return]


def are_same(a: End, b: End) -> bool:
    """True for one number, and for no end on both sides."""
    if a is None or b is None:
        return a is b
    return top_of(a) == top_of(b) and bottom_of(a) == bottom_of(b)  # fractions are in lowest terms


def halfway(a: Fraction, b: Fraction) -> Fraction:
    """The number halfway between two.

    >>> halfway(Fraction(1, 3), Fraction(1, 2))
    Fraction(5, 12)
    """
    if a is b:
        return a
    low, high = bottom_of(a), bottom_of(b)
    return _lowest(top_of(a) * high + top_of(b) * low, 2 * low * high)


def about_halfway(a: Fraction, b: Fraction) -> float:
    """As `halfway`, rounded once, and without the fraction, which is long in the making.

    >>> about_halfway(Fraction(1, 3), Fraction(2, 3))
    0.5
    """
    low, high = bottom_of(a), bottom_of(b)
    return (top_of(a) * high + top_of(b) * low) / (2 * low * high)


def ends_below(high: End, high_open: bool, low: End, low_open: bool) -> bool:
    """True when everything up to the one end is smaller than everything from the other end on."""
    if high is None or low is None:
        return False
    apart = order(high, low)
    return apart < 0 or (not apart and (high_open or low_open))


def reaches_down(low: End, low_open: bool, other: End, other_open: bool) -> bool:
    """True when nothing that the other lower end lets in is too low for the one."""
    if low is None or other is None:
        return low is None
    apart = order(low, other)
    return apart < 0 or (not apart and (other_open or not low_open))


def reaches_up(high: End, high_open: bool, other: End, other_open: bool) -> bool:
    """True when nothing that the other upper end lets in is too high for the one."""
    if high is None or other is None:
        return high is None
    apart = order(high, other)
    return apart > 0 or (not apart and (other_open or not high_open))


def higher(a: End, a_open: bool, b: End, b_open: bool) -> tuple[End, bool]:
    """The tighter of two lower ends."""
    return (b, b_open) if reaches_down(a, a_open, b, b_open) else (a, a_open)


def lower(a: End, a_open: bool, b: End, b_open: bool) -> tuple[End, bool]:
    """The tighter of two upper ends."""
    return (b, b_open) if reaches_up(a, a_open, b, b_open) else (a, a_open)

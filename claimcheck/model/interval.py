"""Sets of possible values: intervals with exact rational bounds and explicit open or closed ends.

A bound of None is no bound. Arithmetic follows the usual rules of interval arithmetic (R. E. Moore, *Interval
Analysis*, 1966), with the ends carried along exactly: an end of a result is closed only if it is attained.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from claimcheck.model.ends import (
    Number,
    are_same,
    ends_below,
    exact,
    halfway,
    higher,
    lower,
    one_over,
    order,
    plus,
    reaches_down,
    reaches_up,
    times,
    top_of,
)


@dataclass(frozen=True, slots=True, eq=False)
class Interval:
    """All numbers between two bounds, in the unit that its owner states.

    >>> str(Interval.of(Decimal("36.5"), 37, high_open=True))
    '[36.5, 37)'
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def of(
        cls, low: Number | None, high: Number | None, *, low_open: bool = False, high_open: bool = False
    ) -> Interval:
        """An interval from any exact numbers; raises ValueError when nothing lies between the bounds."""
        result = cls(
            None if low is None else exact(low),
            None if high is None else exact(high),
            low_open and low is not None,
            high_open and high is not None,
        )
        if result.is_empty:
            raise ValueError(f"no number lies in {result}")
        return result

    @classmethod
    def point(cls, value: Number) -> Interval:
        """The interval that holds one number."""
        one = exact(value)
        return cls(one, one)

    @classmethod
    def around(cls, value: Number, radius: Number) -> Interval:
        """The closed interval of a centre and a radius."""
        middle, wide = exact(value), exact(radius)
        return cls.of(plus(middle, -wide), plus(middle, wide))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Interval):
            return NotImplemented
        if self is other:
            return True
        one_side = self.low_open == other.low_open and are_same(self.low, other.low)
        return one_side and self.high_open == other.high_open and are_same(self.high, other.high)

    def __hash__(self) -> int:
        low, high = self.low, self.high  # whose numerators tell most intervals apart
        return hash((None if low is None else top_of(low), None if high is None else top_of(high)))

    @property
    def is_empty(self) -> bool:
        """True when no number lies between the bounds."""
        return ends_below(self.high, self.high_open, self.low, self.low_open)

    @property
    def is_point(self) -> bool:
        """True when exactly one number is possible."""
        return self.low is not None and are_same(self.low, self.high) and not (self.low_open or self.high_open)

    @property
    def middle(self) -> Fraction | None:
        """The number halfway between the ends; None where one is open to infinity."""
        return None if self.low is None or self.high is None else halfway(self.low, self.high)

    def contains(self, value: Number) -> bool:
        """True when the number is possible."""
        return not self.is_disjoint(Interval.point(value))

    def covers(self, other: Interval) -> bool:
        """True when every number of the other is possible here too."""
        return not self.begins_after(other) and not self.ends_before(other)

    def meet(self, other: Interval) -> Interval | None:
        """What is possible in both; None when nothing is.

        >>> Interval.of(1, 2).meet(Interval.of(2, 3, low_open=True)) is None
        True
        """
        low, low_open = higher(self.low, self.low_open, other.low, other.low_open)
        high, high_open = lower(self.high, self.high_open, other.high, other.high_open)
        return None if ends_below(high, high_open, low, low_open) else Interval(low, high, low_open, high_open)

    def is_disjoint(self, other: Interval) -> bool:
        """True when no number is possible in both."""
        high, low, end, start = self.high, other.low, other.high, self.low  # as `ends_below`, without two calls
        if high is not None and low is not None and (
                (apart := order(high, low)) < 0 or (not apart and (self.high_open or other.low_open))):
            return True
        return end is not None and start is not None and (
            (apart := order(end, start)) < 0 or (not apart and (other.high_open or self.low_open)))

    def begins_after(self, other: Interval) -> bool:
        """True when the lowest numbers of the other are not possible here."""
        return not reaches_down(self.low, self.low_open, other.low, other.low_open)

    def ends_before(self, other: Interval) -> bool:
        """True when the highest numbers of the other are not possible here."""
        return not reaches_up(self.high, self.high_open, other.high, other.high_open)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that covers both."""
        low, high = (other if self.begins_after(other) else self), (other if self.ends_before(other) else self)
        return Interval(low.low, high.high, low.low_open, high.high_open)

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else plus(self.low, other.low)
        high = None if self.high is None or other.high is None else plus(self.high, other.high)
        low_open = low is not None and (self.low_open or other.low_open)
        return Interval(low, high, low_open, high is not None and (self.high_open or other.high_open))

    def __sub__(self, other: Interval) -> Interval:
        return self + (-other)

    def __mul__(self, other: Interval) -> Interval:
        if self.low is not None and other.low is not None and top_of(self.low) > 0 and top_of(other.low) > 0:
            return _product_above_zero(self, other)
        if other.low is not None and other.low is other.high and other.low:
            return self.scale(other.low)
        products = [_times(a, b) for a in _ends(self) for b in _ends(other)]
        low = min(products, key=lambda end: (end[0], end[1]))
        high = max(products, key=lambda end: (end[0], not end[1]))
        return Interval(
            _finite(low[0]), _finite(high[0]), low[1] and low[0] != -_INFINITY, high[1] and high[0] != _INFINITY
        )

    def __truediv__(self, other: Interval) -> Interval:
        """All quotients; the whole line when the divisor may be zero inside, since nothing can then be said."""
        if other.low is not None and top_of(other.low) >= 0:
            return self * _inverse(other)
        if other.high is not None and top_of(other.high) <= 0:
            return -(self * _inverse(-other))
        return WHOLE_LINE

    def scale(self, factor: Number) -> Interval:
        """Every number times a factor, as in a change of unit."""
        if factor == 1:
            return self
        if factor <= 0:
            return self * Interval.point(factor) if factor == 0 else (-self).scale(-factor)
        one = exact(factor)
        low, high = (None if end is None else times(end, one) for end in (self.low, self.high))
        return Interval(low, high, self.low_open, self.high_open)

    def shift(self, offset: Number) -> Interval:
        """Every number plus an offset."""
        step, low, high = exact(offset), self.low, self.high
        start = None if low is None else plus(low, step)
        end = start if high is low else None if high is None else plus(high, step)
        return Interval(start, end, low is not None and self.low_open, high is not None and self.high_open)

    def __str__(self) -> str:
        left = "(" if self.low_open or self.low is None else "["
        right = ")" if self.high_open or self.high is None else "]"
        low = "-inf" if self.low is None else decimal_text(self.low)
        high = "inf" if self.high is None else decimal_text(self.high)
        return f"{left}{low}, {high}{right}"


WHOLE_LINE = Interval(None, None)


_EXACT = 10**28  # numbers below are exact as decimals


def decimal_text(value: Fraction, digits: int = 6) -> str:
    """A rational as a plain decimal: exact where it ends, else rounded to so many significant digits.

    >>> decimal_text(Fraction(73, 2)), decimal_text(Fraction(1, 3))
    ('36.5', '0.333333')
    """
    denominator = value.denominator
    if denominator == 1 and abs(value.numerator) < _EXACT:
        return str(value.numerator)
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    number = Decimal(value.numerator) / Decimal(value.denominator)
    if denominator != 1:
        number = number.normalize().quantize(Decimal(1).scaleb(number.adjusted() - digits + 1))
    return f"{number.normalize():f}" if number else "0"


# An end is (value, open); a value of plus or minus infinity is a float, only ever compared or multiplied by sign.
_End = tuple[Fraction | float, bool]
_INFINITY = float("inf")


def _ends(interval: Interval) -> Iterable[_End]:
    yield (-_INFINITY, True) if interval.low is None else (interval.low, interval.low_open)
    yield (_INFINITY, True) if interval.high is None else (interval.high, interval.high_open)


def _product_above_zero(one: Interval, other: Interval) -> Interval:
    """The product of two intervals of nothing but positive numbers: the short way, and by far the most trodden."""
    assert one.low is not None
    assert other.low is not None
    high = None if one.high is None or other.high is None else times(one.high, other.high)
    high_open = high is not None and (one.high_open or other.high_open)
    return Interval(times(one.low, other.low), high, one.low_open or other.low_open, high_open)


def _times(a: _End, b: _End) -> _End:
    if a[0] == 0 or b[0] == 0:
        closed_zero = (a[0] == 0 and not a[1]) or (b[0] == 0 and not b[1])
        return Fraction(0), not closed_zero
    if isinstance(a[0], float) or isinstance(b[0], float):
        return (_INFINITY if (a[0] > 0) == (b[0] > 0) else -_INFINITY), True
    return a[0] * b[0], a[1] or b[1]


def _finite(value: Fraction | float) -> Fraction | None:
    return None if isinstance(value, float) else value


def _inverse(divisor: Interval) -> Interval:
    """1/x over a divisor that is never negative; a bound of zero gives no bound."""
    high = None if not divisor.low else one_over(divisor.low)
    if divisor.high is None:
        return Interval(Fraction(0), high, True, high is not None and divisor.low_open)
    if divisor.high == 0:
        return WHOLE_LINE
    return Interval(one_over(divisor.high), high, divisor.high_open, high is not None and divisor.low_open)

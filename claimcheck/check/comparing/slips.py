"""Claims that a slip of the pen keeps apart: at another scale, or with digits that changed places."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from claimcheck.model.claim import Claim
from claimcheck.model.ends import are_same, bottom_of, exact, order, times, top_of
from claimcheck.model.measure import measure_of
from claimcheck.model.slips import (
    POWERS,
    SCALES,
    power_between,
    significant_digits,
    swapped_over,
)

_TELLING_DIGITS = 2
_MOST_PLACES = 6  # after the point
_MANY_DIGITS = 3  # that chance seldom gives to two figures of one story
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def slip_between(a: Claim, b: Claim) -> int | None:
    """The power of ten that explains why two figures differ; None when none does."""
    if a.reading is None or b.reading is None:
        return None
    return power_between(a.reading.strict, b.reading.strict)


def same_digits(a: Claim, b: Claim) -> bool:
    """True for figures of the same two or more digits, a thousand times or more apart, or in two units of one kind.

    One of them was written with another scale: they tell one thing even where one report calls it planned and the other
    done.
    """
    digits = digits_of(a)
    least = min(SCALES) if a.unit == b.unit else min(POWERS)
    if len(digits) < _TELLING_DIGITS or digits != digits_of(b):
        return False
    return are_of_two_units(a, b) or (slip_between(a, b) or 0) >= least


def are_of_two_units(a: Claim, b: Claim) -> bool:
    """True for one number in two units that are close to each other, such as miles and kilometres.

    >>> road = Claim(value=Decimal(64), unit="mile", measure="metre")
    >>> are_of_two_units(road, road.model_copy(update={"unit": "kilometer"}))
    True
    """
    return a.measure == b.measure and a.unit != b.unit and a.value == b.value and isinstance(a.value, Decimal)


def is_telling_slip(a: Claim, b: Claim) -> bool:
    """True for figures so alike in many digits that chance seldom makes them so: at another scale, or two exchanged.

    >>> visitors = Claim(value=Decimal(581200), unit="count")
    >>> is_telling_slip(visitors, visitors.model_copy(update={"value": Decimal(518200)}))
    True
    """
    digits = len(digits_of(a))
    if digits < _MANY_DIGITS:
        return False
    if digits_of(a) == digits_of(b):
        return slip_between(a, b) is not None
    apart = _swapped_over(a, b)
    return apart == 1 or (apart > 1 and digits > _MANY_DIGITS)


def as_told(claim: Claim, size: float) -> Decimal:
    """An amount in the measure of a figure, in the unit and to the place in which that is told.

    >>> road = Claim(value=Decimal("6.4"), unit="kilometer", measure="meter")
    >>> as_told(road, 8_123)
    Decimal('8.1')
    """
    factor = measure_of(claim.unit or "").factor
    return Decimal(f"{size / float(factor):.{_places_of(claim, factor)}f}")


def are_near_as_told(claim: Claim, size: float, times: float = 1) -> bool:
    """False where an amount, told as a figure is, is more than so many times the number of that, or less.

    >>> road = Claim(value=Decimal("6.4"), unit="kilometer", measure="meter")
    >>> are_near_as_told(road, 6_800), are_near_as_told(road, 8_123), are_near_as_told(road, 8_123, times=10)
    (True, False, True)
    """
    assert isinstance(claim.value, Decimal)
    told, made = float(claim.value), size / float(measure_of(claim.unit or "").factor)
    return made - 1 <= times * told and told <= times * (made + 1)  # rounding moves what is made by less than one


def _places_of(claim: Claim, factor: Fraction) -> int:
    """How many places after the point a figure is told to, as its value or its reading shows: 19.0 is of tenths."""
    assert isinstance(claim.value, Decimal)
    exponent = claim.value.as_tuple().exponent
    shown = max(-exponent, 0) if isinstance(exponent, int) else 0
    strict = claim.reading.strict if claim.reading is not None else None
    if strict is None or strict.low is None or strict.high is None or are_same(strict.low, strict.high):
        return shown
    width = order(strict.high, strict.low) * bottom_of(factor)  # over:
    one = bottom_of(strict.high) * bottom_of(strict.low) * top_of(factor)
    return next((places for places in range(shown, _MOST_PLACES) if width * 10**places >= one), shown)


def as_rounded(claim: Claim, size: float) -> Decimal:
    """The same, rounded to as few digits as a whole number that ends in noughts is told in.

    >>> as_rounded(Claim(value=Decimal(7300), unit="count"), 7_634.2)
    Decimal('7600')
    """
    told, true = claim.value, as_told(claim, size)
    assert isinstance(told, Decimal)
    noughts = told.normalize().as_tuple().exponent
    if told % 1 or not isinstance(noughts, int) or noughts <= 0:
        return true
    place = Decimal(10) ** noughts
    return (true / place).quantize(Decimal(1)) * place


def amount_of(claim: Claim) -> Fraction:
    """The value of a figure in the base unit of its measure; 0 for one between two ends.

    >>> amount_of(Claim(value=Decimal(3), unit="hectoliter", measure="liter"))
    Fraction(300, 1)
    """
    value = exact(claim.value if isinstance(claim.value, Decimal) else 0)
    factor = measure_of(claim.unit or "count").factor
    return value if factor == 1 else times(value, factor)


def terms_of(claim: Claim) -> tuple[int, int]:
    """As `amount_of`, the two terms of the fraction: they are looked up ten times as fast as the fraction is.

    >>> terms_of(Claim(value=Decimal(3), unit="hectoliter", measure="liter"))
    (300, 1)
    """
    value = claim.value
    return terms_in(claim.unit, value) if isinstance(value, Decimal) else (0, 1)


@lru_cache(maxsize=65536)  # of the amounts of many reports few are told but once
def terms_in(unit: str | None, value: Decimal) -> tuple[int, int]:
    """As `terms_of`, for a value in a unit."""
    measure = measure_of(unit or "count")
    if measure.base == unit or not unit:
        return value.as_integer_ratio()
    amount = times(exact(value), measure.factor)
    return top_of(amount), bottom_of(amount)


def digits_of(claim: Claim) -> str:
    """The digits of a single value without the zeros that only scale it."""
    value = claim.value
    return significant_digits(value) if isinstance(value, Decimal) else ""


def is_bare(claim: Claim) -> bool:
    """True for a number without a unit or a thing that it counts."""
    return claim.unit == "count" and claim.noun is None


def may_be_year(claim: Claim) -> bool:
    """True for a bare number that may be the year of something."""
    return is_bare(claim) and isinstance(claim.value, Decimal) and is_year(claim.value)


def is_year(value: Decimal) -> bool:
    """True for a number that may be that of a year."""
    return _FIRST_YEAR <= value <= _LAST_YEAR


def _swapped_over(a: Claim, b: Claim) -> int:
    """How far apart the digits stand that have changed places between two figures of one unit; 0 for others."""
    if a.unit != b.unit or not isinstance(a.value, Decimal) or not isinstance(b.value, Decimal):
        return 0
    return swapped_over(a.value, b.value)

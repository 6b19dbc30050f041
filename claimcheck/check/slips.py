"""Slips of scale: two figures with the same digits, a power of ten apart."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval

# million for billion, lakh for crore, hectares for square kilometres, a shifted decimal point
FACTORS = (10, 100, 1_000, 1_000_000)
_SCALE = 1_000
_TELLING_DIGITS = 2
_MANY_DIGITS = 3  # that chance seldom gives to two figures of one story
_WIDEST = Fraction(1, 5)  # readings wider than this share of their size fit any factor


def slip_between(a: Claim, b: Claim) -> int | None:
    """The power of ten that explains why two figures differ; None when none does."""
    if a.reading is None or b.reading is None:
        return None
    small, large = sorted((a.reading.strict, b.reading.strict), key=_size)
    if not (_is_narrow(small) and _is_narrow(large)) or _lie_within(FACTORS[0], small, large):
        return None
    return next((factor for factor in FACTORS if not small.scale(factor).is_disjoint(large)), None)


def same_digits(a: Claim, b: Claim) -> bool:
    """True for figures of the same two or more digits, a thousand times or more apart, or in two units.

    One of them was written with another scale: they tell one thing even where one report calls it planned and the other
    done.
    """
    digits = digits_of(a)
    least = _SCALE if a.unit == b.unit else min(FACTORS)
    return len(digits) >= _TELLING_DIGITS and digits == digits_of(b) and (slip_between(a, b) or 0) >= least


def are_swapped(a: Claim, b: Claim) -> bool:
    """True for figures of one unit that are the same but for two neighbouring digits, which stand the other way round.

    >>> from decimal import Decimal
    >>> core = Claim(value=Decimal(584), unit="metre")
    >>> are_swapped(core, core.model_copy(update={"value": Decimal(548)}))
    True
    """
    return _exchanged(a, b) == 1


def _exchanged(a: Claim, b: Claim) -> int:
    """How far apart the two digits stand that have changed places between two figures of one unit; 0 for others."""
    if a.unit != b.unit or not isinstance(a.value, Decimal) or not isinstance(b.value, Decimal):
        return 0
    places = min(_last_place(a.value), _last_place(b.value))
    one, other = (str(int(value.scaleb(-places))) for value in (a.value, b.value))
    apart = [at for at, (mine, yours) in enumerate(zip(one, other, strict=False)) if mine != yours]
    if len(one) != len(other) or len(apart) != 2:
        return 0
    first, second = apart
    return second - first if one[first] == other[second] and one[second] == other[first] else 0


def is_telling_slip(a: Claim, b: Claim) -> bool:
    """True for figures so alike in many digits that chance seldom makes them so: at another scale, or two exchanged.

    >>> from decimal import Decimal
    >>> visitors = Claim(value=Decimal(312400), unit="count")
    >>> is_telling_slip(visitors, visitors.model_copy(update={"value": Decimal(342100)}))
    True
    """
    digits = len(digits_of(a))
    if digits < _MANY_DIGITS:
        return False
    if digits_of(a) == digits_of(b):
        return slip_between(a, b) is not None
    apart = _exchanged(a, b)
    return apart == 1 or (apart > 1 and digits > _MANY_DIGITS)


def digits_of(claim: Claim) -> str:
    """The digits of a single value without the zeros that only scale it."""
    return "".join(map(str, claim.value.as_tuple().digits)).strip("0") if isinstance(claim.value, Decimal) else ""


def _last_place(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _size(interval: Interval) -> Fraction:
    return max(abs(interval.low or Fraction(0)), abs(interval.high or Fraction(0)))


def _is_narrow(interval: Interval) -> bool:
    if interval.low is None or interval.high is None or interval.low <= 0:
        return False
    return interval.high - interval.low < _WIDEST * interval.low


def _lie_within(factor: int, small: Interval, large: Interval) -> bool:
    """True when no number of the large one is so many times as large as one of the small one."""
    return small.low is not None and large.high is not None and large.high < factor * small.low

"""Slips of the pen: what makes one number of another by accident, each sort defined once.

Digits swapped: two digits that change places, or one that moves over its two neighbours. One digit off: another digit
in one place. A slip of scale: a power of ten, as of a moved point, a wrong scale word, or hectares for square
kilometres. Words and units stand with claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from claimcheck.model.ends import bottom_of, top_of
from claimcheck.model.interval import Interval

SCALES = (1_000, 1_000_000)  # from one scale word to the next, and to the one after
POWERS = (10, 100, *SCALES)  # million for billion, lakh for crore, hectares for square kilometres, a moved point
_QUOTIENTS = tuple(quotient for power in POWERS for quotient in (Fraction(power), Fraction(1, power)))
_WIDEST = Fraction(1, 4)  # readings wider than this share of their size fit any power
_FARTHEST_OFF = 2  # times that the ends of such narrow intervals stand for more than their middles
_ROUND = 3  # neighbouring digits of which one moves over the others
_MANY_TIMES = 4  # what 2.8 is of 0.8; the farther apart two numbers stand, the sooner they are of two things
_FEWEST_DIGITS = 2  # of a number that may be told by a slip of one digit: of one digit any other is a slip


@lru_cache(maxsize=65536)  # the same few numbers are asked for by every sort of check
def significant_digits(value: Decimal) -> str:
    """The digits of a number without the zeros that only scale it.

    >>> significant_digits(Decimal("0.0340")), significant_digits(Decimal(12_000))
    ('34', '12')
    """
    return f"{value:f}".lstrip("-").replace(".", "").strip("0")


def swaps_of(digits: str) -> Iterator[str]:
    """Digits with each two neighbours that differ swapped; a zero may come to stand in front.

    >>> list(swaps_of("1223"))
    ['2123', '1232']
    """
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1]:
            yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def swapped_over(one: Decimal, other: Decimal) -> int:
    """How far digits have moved between two numbers where two have changed places; 0 when nothing or more has moved.

    A digit that has moved over its two neighbours comes to the same as two that changed places over a third.

    >>> swapped_over(Decimal(584), Decimal(548)), swapped_over(Decimal(5841), Decimal(1845))
    (1, 3)
    >>> swapped_over(Decimal(27_390), Decimal(23_970)), swapped_over(Decimal(27_390), Decimal(29_730))
    (2, 2)
    """
    mine, yours = _in_one_place(one, other)
    apart = places_apart(mine, yours)
    if not 2 <= len(apart) <= _ROUND:
        return 0
    first, last = apart[0], apart[-1] + 1
    if len(apart) == _ROUND:
        before, after = mine[first:last], yours[first:last]
        moved = last - first == _ROUND and after in (before[1:] + before[:1], before[-1:] + before[:-1])
        return _ROUND - 1 if moved else 0
    return last - 1 - first if mine[first] == yours[last - 1] and mine[last - 1] == yours[first] else 0


def is_misprint(told: Decimal, true: Decimal) -> bool:
    """True when a number is another but for one digit, or two digits that changed places; not when they are equal.

    >>> is_misprint(Decimal(620), Decimal(720)), is_misprint(Decimal("0.85"), Decimal("0.58"))
    (True, True)
    >>> is_misprint(Decimal(4182), Decimal(4281))
    True
    >>> is_misprint(Decimal(620), Decimal(734)), is_misprint(Decimal(7), Decimal(9))
    (False, False)

    The zero before a point is a digit where the other number has another one there.

    >>> is_misprint(Decimal("1.8"), Decimal("0.8")), is_misprint(Decimal("0.4"), Decimal("0.8"))
    (True, False)
    """
    digits = [len(significant_digits(each)) for each in (told, true)]
    if max(digits) < _FEWEST_DIGITS:
        return False
    if min(digits) < _FEWEST_DIGITS and not _stand_about_one(told, true):
        return False
    return len(places_apart(*_as_written(told, true))) == 1 or swapped_over(told, true) > 0


def chance_of_misprint(told: Decimal, true: Decimal) -> float:
    """How often chance makes one number a misprint of another of as many digits: swapped digits, or one digit off.

    >>> round(chance_of_misprint(Decimal("15.2"), Decimal("12.5")), 4), chance_of_misprint(Decimal(35), Decimal(25))
    (0.0022, 0.2)
    """
    mine, _ = _as_written(told, true)
    numbers: int = 9 * 10 ** (len(mine) - 1)
    swaps = {0: 9 * len(mine), 1: len(mine) - 1}  # of one digit into another, of neighbours; else of any two
    return swaps.get(swapped_over(told, true), len(mine) * (len(mine) - 1) // 2) / numbers


def is_power_apart(one: Fraction, other: Fraction, slack: Fraction = Fraction(0)) -> bool:
    """True for numbers above zero that a slip of scale takes for each other, give or take a share of `slack`.

    >>> is_power_apart(Fraction(12), Fraction(12_000)), is_power_apart(Fraction(12), Fraction(12_100))
    (True, False)
    >>> is_power_apart(Fraction(12), Fraction(12_100), slack=Fraction(1, 20))
    True
    """
    times = one / other
    return any(abs(times / quotient - 1) <= slack for quotient in _QUOTIENTS) if slack else times in _QUOTIENTS


def power_between(one: Interval, other: Interval) -> int | None:
    """The power of ten by which two narrow intervals lie apart, as one slip of scale makes it; None when none does.

    >>> power_between(Interval.of(35, 36), Interval.of(3_520, 3_580))
    100
    """
    powers = _powers_about(one, other)
    if not powers:
        return None
    small, large = sorted((one, other), key=_size)
    if not (_is_narrow(small) and _is_narrow(large)):
        return None
    return next((power for power in powers if not small.scale(power).is_disjoint(large)), None)


@lru_cache(maxsize=4096)  # each test of two numbers asks for it
def _in_one_place(one: Decimal, other: Decimal) -> tuple[str, str]:
    """Both numbers as whole numbers of their smallest place."""
    place = min(int(each.normalize().as_tuple().exponent) for each in (one, other))
    return str(int(one.scaleb(-place))), str(int(other.scaleb(-place)))


def _as_written(one: Decimal, other: Decimal) -> tuple[str, str]:
    """The same, with the zero that stands before a point."""
    first, second = _in_one_place(one, other)
    if len(first) != len(second) and _stand_about_one(one, other):
        longest = max(len(first), len(second))
        return first.zfill(longest), second.zfill(longest)
    return first, second


def _stand_about_one(one: Decimal, other: Decimal) -> bool:
    """True for two numbers above zero, only one of them below 1, of which neither is many times the other."""
    less, more = sorted((one, other))
    return 0 < less < 1 <= more <= _MANY_TIMES * less


def places_apart(one: str, other: str) -> list[int]:
    """Where two rows of digits differ; nowhere for rows of two lengths."""
    if len(one) != len(other):
        return []
    return [place for place, (mine, yours) in enumerate(zip(one, other, strict=True)) if mine != yours]


def _size(interval: Interval) -> Fraction:
    return max(abs(interval.low or Fraction(0)), abs(interval.high or Fraction(0)))


def _is_narrow(interval: Interval) -> bool:
    if interval.low is None or interval.high is None or interval.low <= 0:
        return False
    return interval.high - interval.low < _WIDEST * interval.low


def _powers_about(one: Interval, other: Interval) -> list[int]:
    """The powers of ten by which two narrow intervals may lie apart, by a quick look at their upper ends."""
    if not one.high or not other.high:
        return []
    times = abs((top_of(other.high) * bottom_of(one.high)) / (bottom_of(other.high) * top_of(one.high)))
    times = max(times, 1 / times)
    return [power for power in POWERS if power < _FARTHEST_OFF * times and times < _FARTHEST_OFF * power]

"""What a written number may mean: digits, hedge and form in, two intervals out. Nothing else knows of tolerance.

Two notions of slack are used throughout. The *last place* is the place value of the last digit written, the *round
place* that of the last digit that is not zero; for 36,600 million they are a million and a hundred million.

Digits. At face value a number stands for all that round to its last place. At its widest it may also have been cut
off, so that it stands for one unit of the last place each way, ends excluded; an integer of one digit never hides
that much and keeps the half. Counted things are exact. Trailing zeros of a number of three digits or more may come
from rounding to the round place, though never by more than a tenth of the value.

Hedges widen this in proportion to the number and to how round it is; ratios in words ("a third", "doubled") have a
slack of their own, because nobody writes 31.8% that way with a ruler in hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from claimcheck.model.interval import Interval
from claimcheck.model.mention import Hedge, QuantityMention
from claimcheck.model.reading import Reading

_TENTH, _HALF = Fraction(1, 10), Fraction(1, 2)
_RATIO_STRICT, _RATIO_LENIENT = Fraction(4, 100), Fraction(8, 100)
_ABOUT_RATIO_STRICT, _ABOUT_RATIO_LENIENT = Fraction(8, 100), Fraction(12, 100)
_NEAR_STRICT, _NEAR_LENIENT = Fraction(10, 100), Fraction(15, 100)
_ABOUT_SHARE = Fraction(15, 100)
_LARGEST_DENOMINATOR = 1000


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number that is not negative, with its place values; `exact` for counted things."""

    value: Fraction
    last: Fraction
    round: Fraction
    exact: bool
    ratio: bool


def read_quantity(mention: QuantityMention) -> Reading:
    """The possible values of a mention, strict and lenient, in the mention's own unit.

    >>> from decimal import Decimal
    >>> from claimcheck.model.mention import QuantityMention
    >>> reading = read_quantity(QuantityMention(start=0, end=4, text="36.6", value=Decimal("36.6"), unit="percent",
    ...     last_place=Decimal("0.1"), round_place=Decimal("0.1")))
    >>> str(reading.strict), str(reading.lenient)
    ('[36.55, 36.65]', '(36.5, 36.7)')
    """
    if isinstance(mention.value, tuple):
        return _range(mention)
    value = _exact(mention, Fraction(mention.value))
    if mention.form == "multiple" and mention.trend == "down" and value > 0:
        return _shrunk(_hedged(_figure(mention, 1 / value), mention.hedge))
    if value < 0:
        return _mirrored(_hedged(_figure(mention, -value), _mirror(mention.hedge)))
    return _hedged(_figure(mention, value), mention.hedge)


def of_average(reading: Reading, mention: QuantityMention) -> Reading:
    """What an average of whole things may be: "31 lessons" is the whole number next to 31.4."""
    value = mention.value
    if isinstance(value, tuple) or value % 1 or mention.hedge or mention.unit != "count":
        return reading
    whole = Fraction(value)
    rounded = Interval.of(whole - _HALF, whole + _HALF, high_open=True)
    return Reading(reading.strict, reading.lenient.hull(rounded))


def _exact(mention: QuantityMention, value: Fraction) -> Fraction:
    """Thirds and the like were cut off as decimals; this brings them back."""
    return value.limit_denominator(_LARGEST_DENOMINATOR) if mention.form == "fraction" else value


def _figure(mention: QuantityMention, value: Fraction) -> _Figure:
    ratio = mention.last_place is None
    last = Fraction(mention.last_place or 0)
    rounded = Fraction(mention.round_place or 0) or last
    if ratio:
        rounded = value * _TENTH
    counted = mention.unit.startswith("count") and last == 1 and value.denominator == 1
    return _Figure(value, last, max(rounded, last), counted, ratio)


def _mirror(hedge: Hedge) -> Hedge:
    """What a hedge says of the size of a negative number: "more than -5" is a size below 5."""
    return _MIRRORED.get(hedge, hedge)


_MIRRORED: dict[Hedge, Hedge] = {"above": "under", "under": "above", "at-least": "at-most", "at-most": "at-least"}


def _shrunk(reading: Reading) -> Reading:
    """What is left of one, by how much it shrank: "nearly halved" is divided by a little less than two."""
    one = Interval.point(1)
    return Reading(one / reading.strict, one / reading.lenient)


def _mirrored(reading: Reading) -> Reading:
    return Reading(-reading.strict, -reading.lenient)


def _hedged(figure: _Figure, hedge: Hedge) -> Reading:
    value = figure.value
    match hedge:
        case "about":
            strict, lenient = _about_radii(figure)
            return Reading(Interval.around(value, strict), Interval.around(value, lenient))
        case "below":
            return _just_below(figure)
        case "above":
            step = _step(figure)
            return Reading(
                Interval.of(value, value + step, low_open=True), Interval.of(value, None, low_open=True)
            )
        case "under":
            low = max(value - _step(figure), Fraction(0))
            strict_under = Interval.of(low, value, high_open=True) if low < value else Interval.point(value)
            return Reading(strict_under, Interval.of(None, value, high_open=low < value))
        case "at-least":
            return Reading(Interval.of(value, None), Interval.of(value, None))
        case "at-most":
            return Reading(Interval.of(None, value), Interval.of(None, value))
        case _:
            return _plain(figure)


def _plain(figure: _Figure) -> Reading:
    value = figure.value
    if figure.ratio:
        return Reading(
            Interval.around(value, value * _RATIO_STRICT), Interval.around(value, value * _RATIO_LENIENT)
        )
    strict = Interval.point(value) if figure.exact else Interval.around(value, figure.last / 2)
    slack = _rounding_slack(figure)
    if slack is not None:
        return Reading(strict, Interval.around(value, slack).hull(strict))
    if figure.exact:
        return Reading(strict, strict)
    if _is_one_digit(figure):
        half = figure.last / 2
        single = Interval.of(value - half, value + half, high_open=True)
        return Reading(single, single)
    one = Interval.of(value - figure.last, value + figure.last, low_open=True, high_open=True)
    return Reading(strict, one)


def _is_one_digit(figure: _Figure) -> bool:
    """An integer, or so many thousands or millions, written with one digit."""
    return figure.last >= 1 and figure.value < 10 * figure.last


def _rounding_slack(figure: _Figure) -> Fraction | None:
    """Half of the round place for a number of three digits or more that ends in zeros; None for others."""
    if figure.round <= figure.last or figure.value < 100 * figure.last or figure.last < 1:
        return None
    return min(figure.round / 2, figure.value * _TENTH)


def _about_radii(figure: _Figure) -> tuple[Fraction, Fraction]:
    """The digits kept show how loosely "about" is meant: "about 60" is looser than "about 3.11 billion"."""
    value = figure.value
    if figure.ratio:
        return value * _ABOUT_RATIO_STRICT, value * _ABOUT_RATIO_LENIENT
    strict = max(figure.last * 3 / 4, min(figure.round, value * _ABOUT_SHARE / 2))
    least = figure.last * (1 if _is_one_digit(figure) else Fraction(5, 4))
    return strict, max(least, min(figure.round * 2, value * _ABOUT_SHARE))


def _just_below(figure: _Figure) -> Reading:
    """A little below and not the number itself; at its widest the number itself is not ruled out."""
    value = figure.value
    if not value:
        return Reading(Interval.point(value), Interval.of(None, value))
    strict = min(figure.round / 2, value * _NEAR_STRICT) or value * _NEAR_STRICT
    lenient = max(min(figure.round, value * _NEAR_LENIENT), strict)
    if figure.ratio:
        strict, lenient = value * _NEAR_STRICT, value * _NEAR_LENIENT
    return Reading(Interval.of(value - strict, value, high_open=True), Interval.of(value - lenient, value))


def _step(figure: _Figure) -> Fraction:
    """How far it is to the next number as round as this one."""
    return figure.round or figure.last or figure.value * _TENTH or Fraction(1)


def _range(mention: QuantityMention) -> Reading:
    """From the lower to the upper end; at its widest with the slack of the digits, or of the hedge, at both ends."""
    assert isinstance(mention.value, tuple)
    low, high = sorted(Fraction(end) for end in mention.value)
    strict = Interval.of(low, high)
    if mention.form == "vague":
        return Reading(strict, Interval.of(low * (1 - _TENTH), None))
    match mention.hedge:
        case "above" | "at-least":
            return Reading(strict, Interval.of(low, None))
        case "under" | "at-most":
            return Reading(strict, Interval.of(None, high))
        case _:
            return Reading(strict, _range_slack(mention, low, high))


def _range_slack(mention: QuantityMention, low: Fraction, high: Fraction) -> Interval:
    ends = [_hedged(_figure(mention, abs(end)), mention.hedge).lenient for end in (low, high)]
    signed = [-interval if end < 0 else interval for interval, end in zip(ends, (low, high), strict=True)]
    return signed[0].hull(signed[1]).hull(Interval.of(low, high))



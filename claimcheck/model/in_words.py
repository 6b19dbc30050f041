"""Amounts, intervals and names in words, as findings and tables tell them."""

from __future__ import annotations

from fractions import Fraction
from math import floor, log10

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval, decimal_text
from claimcheck.model.measure import measure_of

DIGITS_SHOWN = 2  # so many digits of the width of an interval are shown

_SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
_MARKS = {
    "percent": "%", "percentage_point": " points", "degree_Celsius": "°C", "degree_Fahrenheit": "°F",
    "count": "", "dimensionless": "",
}
_PER, _COUNT = "_per_", "count"
_PLURALS = {"foot": "feet", "inch": "inches", "hertz": "hertz", "lux": "lux", "siemens": "siemens"}
_SMALL_WORDS = {"of", "the", "and", "for", "in", "on", "at", "de", "la", "del", "van", "von"}  # within names


def as_name(subject: str) -> str:
    """A name that is known in small letters only, as it is mostly written.

    >>> as_name("port of orla")
    'Port of Orla'
    """
    if not subject.islower():
        return subject
    words = [word if word in _SMALL_WORDS else word.title() for word in subject.split()]
    return " ".join(words)


def amount(value: Fraction, measure: str | None) -> str:
    """A number with its unit, scaled for the eye.

    >>> amount(Fraction(36_600_000_000), "USD"), amount(Fraction(9, 10), "percent"), amount(Fraction(12), "count")
    ('36.6 billion USD', '0.9%', '12')
    >>> amount(Fraction(71), "mile"), amount(Fraction(1), "tonne"), amount(Fraction(310), "count_per_day")
    ('71 miles', '1 tonne', '310 a day')
    """
    return "".join(_amount(value, measure))


def _amount(value: Fraction, measure: str | None) -> tuple[str, str]:
    """The digits, and what stands behind them."""
    number, parts = abs(value.numerator), value.denominator
    for factor, name in _SCALES:
        if number >= factor * parts:
            return decimal_text(value / factor), name + _unit(measure)
    return _grouped(decimal_text(value)), _unit(measure, one=number == parts)


def _grouped(number: str) -> str:
    """A plain number with commas between its thousands."""
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() and whole != "-0" else number


def span(interval: Interval, measure: str | None) -> str:
    """An interval in words.

    >>> span(Interval.of(36, None, low_open=True), "USD"), span(Interval.of(1, 2), "percent")
    ('more than 36 USD', 'between 1% and 2%')
    >>> span(Interval.of(71, 78), "mile"), span(Interval.of(900_000, 1_100_000), "USD")
    ('between 71 and 78 miles', 'between 900,000 USD and 1.1 million USD')
    """
    if interval.is_point and interval.low is not None:
        return f"exactly {amount(interval.low, measure)}"
    if interval.low is None and interval.high is None:
        return "any value"
    if interval.low is None and interval.high is not None:
        return ("less than " if interval.high_open else "at most ") + amount(interval.high, measure)
    if interval.high is None and interval.low is not None:
        return ("more than " if interval.low_open else "at least ") + amount(interval.low, measure)
    assert interval.low is not None
    assert interval.high is not None
    (low, unit), (high, other) = (_amount(end, measure) for end in (interval.low, interval.high))
    once = unit == other and unit.startswith(" ")
    return f"between {low} and {high}{other}" if once else f"between {low}{unit} and {high}{other}"


def _unit(measure: str | None, *, one: bool = False) -> str:
    if measure is None:
        return ""
    if measure in _MARKS:
        return " point" if one and measure == "percentage_point" else _MARKS[measure]
    over, per, under = measure.partition(_PER)
    if over == _COUNT and under.isdigit():
        return f" per {int(under):,}"
    if over == _COUNT:
        return f" a {under.replace('_', ' ')}"
    name = over.replace("_", " ") if one else _plural(over)
    return f" {name} per {under.replace('_', ' ')}" if per else f" {name}"


def counted(number: int, noun: str) -> str:
    """A number with what it counts.

    >>> counted(1, "day"), counted(14, "day")
    ('1 day', '14 days')
    """
    return f"{number:,} {noun if number == 1 else _plural(noun)}"


def several(number: int, noun: str) -> str:
    """So many of a thing of the program, in words.

    >>> several(1, "report"), several(2, "report")
    ('1 report', '2 reports')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _plural(unit: str) -> str:
    """The name of a unit in the plural; codes of currencies have none.

    >>> _plural("square_kilometer"), _plural("foot"), _plural("VND"), _plural("year_of_age")
    ('square kilometers', 'feet', 'VND', 'years of age')
    """
    if unit.isupper():
        return unit
    head, of, rest = unit.replace("_", " ").partition(" of ")
    first, space, last = head.rpartition(" ")
    return f"{first}{space}{_PLURALS.get(last, last + 's')}{of}{rest}"


def for_the_eye(interval: Interval, digits: int = DIGITS_SHOWN) -> Interval:
    """An interval with its ends rounded outwards to a few digits of its width; a single number stays as it is."""
    low, high = interval.low, interval.high
    width = abs(low or high or Fraction(0)) if low is None or high is None else high - low
    if width == 0:
        return interval
    step = Fraction(10) ** (floor(log10(width)) - digits + 1)
    return Interval(
        None if low is None else floor(low / step) * step,
        None if high is None else -floor(-high / step) * step,
        interval.low_open,
        interval.high_open,
    )


def in_own_unit(claim: Claim, value: Interval) -> tuple[str | None, Interval]:
    """An interval in the base unit of a figure, as one in the unit in which the text gives it, with that unit."""
    measure = None if claim.unit is None else measure_of(claim.unit)
    if measure is None or measure.base != claim.measure or claim.measure == "percent":
        return claim.measure, value
    return claim.unit, value.shift(-measure.offset).scale(1 / measure.factor)


def own_span(claim: Claim, value: Interval) -> str:
    """A reading of a figure in words, in the unit in which the text gives it.

    >>> own_span(Claim(unit="kilometer", measure="meter"), Interval.of(71_000, 78_000))
    'between 71 and 78 kilometers'
    """
    unit, own = in_own_unit(claim, value)
    return span(for_the_eye(own), unit)

"""How claims are named in messages and explanations, so that a reader can check a finding by eye."""

from __future__ import annotations

from fractions import Fraction

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval, decimal_text

_SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
_ROLE_NAMES = {"change": "change of ", "share": "share: ", "ratio": "", "difference": "difference: "}
_MARKS = {"percent": "%", "percentage_point": " points"}


def quote(claim: Claim) -> str:
    """The quotation and its place: “36.6 billion USD” (a.txt:3)."""
    return f"“{' '.join(claim.text.split())}” ({claim.path}:{claim.line})"


def fact_name(claim: Claim) -> str:
    """What a figure is about in words: "exports of Nghe An in 2023"."""
    words = [measured(claim)]
    if claim.subject:
        words.append(f"of {claim.subject.title() if claim.subject.islower() else claim.subject}")
    if claim.period:
        words.append(f"{'on' if claim.period.sort == 'day' else 'in'} {claim.period}")
    return " ".join(words)


def measured(claim: Claim) -> str:
    """What is measured in words: "change of foreign exports"; open metrics in the words of the text."""
    metric = str(claim.metric)
    name = claim.phrase if claim.phrase and " " in metric else metric.replace("-", " ")
    return _ROLE_NAMES.get(claim.role or "level", "") + " ".join((*claim.facets, name))


def amount(value: Fraction, measure: str | None) -> str:
    """A number with its unit, scaled for the eye.

    >>> amount(Fraction(36_600_000_000), "USD"), amount(Fraction(9, 10), "percent"), amount(Fraction(12), "count")
    ('36.6 billion USD', '0.9%', '12')
    """
    for factor, name in _SCALES:
        if abs(value) >= factor:
            return decimal_text(value / factor) + name + _unit(measure)
    return _grouped(decimal_text(value)) + _unit(measure)


def _grouped(number: str) -> str:
    """A plain number with commas between its thousands."""
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() and whole != "-0" else number


def span(interval: Interval, measure: str | None) -> str:
    """An interval in words.

    >>> span(Interval.of(36, None, low_open=True), "USD"), span(Interval.of(1, 2), "percent")
    ('more than 36 USD', 'between 1% and 2%')
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
    return f"between {amount(interval.low, measure)} and {amount(interval.high, measure)}"


def _unit(measure: str | None) -> str:
    if measure in (None, "count"):
        return ""
    return _MARKS.get(measure, f" {measure.replace('_', ' ')}")

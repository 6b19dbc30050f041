"""The readings of figures side by side on one line of numbers, so that the eye sees what does not meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.interval import Interval

LENGTH = 1000  # of the line
_MARGIN = Fraction(1, 10)  # of what the figures take up, on either side
_THINNEST = 6  # a single number must be seen too
_ONE_FACT = ("same-fact", "cross-language", "unit-scale")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of the line, in whole parts of its LENGTH."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Bar:
    """The readings of one figure: at its widest, and at face value. says: its words."""

    says: str
    widest: Stretch
    face: Stretch


def bars_of(finding: Finding) -> tuple[Bar, ...]:
    """The bars of a finding that sets figures of one fact against each other; none for other findings."""
    figures = [claim for claim in finding.claims if claim.reading is not None]
    comparable = len({claim.measure for claim in figures}) == 1 and len(figures) == len(finding.claims)
    if finding.kind not in _ONE_FACT or not comparable:
        return ()
    low, high = _bounds(figures)
    return tuple(_bar(claim, low, high) for claim in figures) if low < high else ()


def _bounds(figures: Sequence[Claim]) -> tuple[Fraction, Fraction]:
    """Where the line begins and ends: a little beyond all ends of the readings."""
    ends = [end for claim in figures if claim.reading is not None
            for end in (claim.reading.lenient.low, claim.reading.lenient.high) if end is not None]
    low, high = min(ends, default=Fraction(0)), max(ends, default=Fraction(0))
    margin = (high - low) * _MARGIN
    return low - margin, high + margin


def _bar(claim: Claim, low: Fraction, high: Fraction) -> Bar:
    assert claim.reading is not None
    return Bar(
        claim.words,
        _stretch(claim.reading.lenient, low, high),
        _stretch(claim.reading.strict, low, high),
    )


def _stretch(interval: Interval, low: Fraction, high: Fraction) -> Stretch:
    """An interval on the line; what has no end runs to the end of the line."""
    first = low if interval.low is None else interval.low
    last = high if interval.high is None else interval.high
    start, end = (round((at - low) / (high - low) * LENGTH) for at in (first, last))
    length = max(end - start, _THINNEST)
    return Stretch(min(start, LENGTH - length), length)

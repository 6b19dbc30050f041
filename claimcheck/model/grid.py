"""Intervals on a grid: their ends as whole numbers, which Python compares at once.

The grid is as fine as the intervals that are to be compared need, so that nothing is rounded. An end n is written as
2n; an open lower end lies one above it, an open upper end one below. So an interval is empty exactly when its upper end
is below its lower one, and two of them share a number exactly when each begins no later than the other ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf, lcm

from claimcheck.model.ends import bottom_of, top_of
from claimcheck.model.interval import Interval
from claimcheck.model.reading import Reading

Span = tuple[float, float]  # whole numbers, or no end


def parts_for(readings: Iterable[Reading]) -> int:
    """Into how many parts one must be divided for all ends of the readings to be on the grid."""
    return lcm(*{
        bottom_of(end) for reading in readings
        for interval in (reading.strict, reading.lenient) for end in (interval.low, interval.high) if end is not None
    })


def span_on(interval: Interval, parts: int) -> Span:
    """The ends of an interval on the grid of so many parts of one.

    >>> span_on(Interval.of(1, 2, high_open=True), 10)
    (20, 39)
    """
    low, high = interval.low, interval.high
    return (
        -inf if low is None else 2 * top_of(low) * (parts // bottom_of(low)) + interval.low_open,
        inf if high is None else 2 * top_of(high) * (parts // bottom_of(high)) - interval.high_open,
    )


def width_of(span: Span) -> float:
    """How wide an interval is, in parts of the grid.

    >>> width_of(span_on(Interval.of(1, 2, high_open=True), 10))
    10
    """
    low, high = span
    return inf if inf in (-low, high) else (high + 1) // 2 - low // 2


def have_common_value(intervals: Iterable[Interval]) -> bool:
    """True when one number is possible in all of the intervals: when the last to begin meets the first to end.

    >>> have_common_value([Interval.of(1, 3), Interval.of(2, 4), Interval.of(3, 5)])
    True
    """
    last, over, last_open = -1, 0, False  # the last to begin, its two terms: at first -1/0, which is below all numbers
    first, under, first_open = 1, 0, False  # and the first to end
    for interval in intervals:
        low, high = interval.low, interval.high
        if low is not None:
            top, bottom = low._numerator, low._denominator  # type: ignore[attr-defined]  # a call would cost as much
            apart = top * over - last * bottom
            if apart > 0 or (not apart and interval.low_open):
                last, over, last_open = top, bottom, interval.low_open
        if high is not None:
            top, bottom = high._numerator, high._denominator  # type: ignore[attr-defined]
            apart = top * under - first * bottom
            if apart < 0 or (not apart and interval.high_open):
                first, under, first_open = top, bottom, interval.high_open
    apart = first * over - last * under
    return apart > 0 or not (apart or first_open or last_open)

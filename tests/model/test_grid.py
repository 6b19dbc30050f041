"""Intervals on a grid say the same as the intervals themselves."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.model.grid import Span, have_common_value, parts_for, span_on, width_of
from claimcheck.model.interval import WHOLE_LINE, Interval
from claimcheck.model.reading import Reading
from tests.model.test_interval import intervals


def spans(*of: Interval) -> list[Span]:
    """The intervals on the grid that all of them need."""
    parts = parts_for([Reading(each, each) for each in of])
    return [span_on(each, parts) for each in of]


@given(intervals(), intervals())
def test_spans_share_a_number_when_the_intervals_do(one: Interval, other: Interval) -> None:
    a, b = spans(one, other)
    assert (a[0] <= b[1] and b[0] <= a[1]) is not one.is_disjoint(other)


@given(intervals(), intervals())
def test_spans_are_equal_when_the_intervals_are(one: Interval, other: Interval) -> None:
    a, b = spans(one, other)
    assert (a == b) is (one == other)


@given(intervals(), intervals())
def test_the_meeting_of_spans_is_that_of_the_intervals(one: Interval, other: Interval) -> None:
    met = one.meet(other)
    assume(met is not None)
    assert met is not None
    a, b, both = spans(one, other, met)
    assert both == (max(a[0], b[0]), min(a[1], b[1]))


@given(st.lists(intervals(), max_size=5))
def test_a_common_value_is_one_that_all_let_in(given_intervals: list[Interval]) -> None:
    met: Interval | None = WHOLE_LINE
    for each in given_intervals:
        met = None if met is None else met.meet(each)
    assert have_common_value(given_intervals) is (met is not None)


def test_width_is_that_between_the_ends_open_or_not() -> None:
    third = Interval.of(Fraction(1, 3), 1, low_open=True, high_open=True)
    closed, no_end = Interval.of(Fraction(1, 3), 1), Interval.of(0, None)
    assert [width_of(span) for span in spans(third, closed, no_end)] == [2, 2, float("inf")]

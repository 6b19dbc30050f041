"""Laws of periods."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.period import Period

YEARS = st.integers(1900, 2100)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    kind = draw(st.sampled_from(["day", "month", "quarter", "half", "year", "to-date", "fiscal-year", "span", "open"]))
    year = draw(YEARS)
    if kind == "day":
        return Period.day(draw(DAYS))
    if kind == "month":
        return Period.months(year, draw(st.integers(1, 12)), 1, "month")
    if kind == "quarter":
        return Period.months(year, draw(st.sampled_from([1, 4, 7, 10])), 3, "quarter")
    if kind == "half":
        return Period.months(year, draw(st.sampled_from([1, 7])), 6, "half")
    if kind == "year":
        return Period.year(year)
    if kind == "to-date":
        return Period.months(year, 1, draw(st.integers(2, 11)), "to-date")
    if kind == "fiscal-year":
        return Period.months(year, draw(st.integers(2, 12)), 12, "fiscal-year")
    if kind == "open":
        return Period(draw(DAYS), None, "to-date")
    start = draw(DAYS)
    return Period(start, start + timedelta(days=draw(st.integers(2, 4000))), "span")


@given(periods())
def test_iso_form_keeps_the_days(period: Period) -> None:
    again = Period.parse(period.iso)
    assert (again.start, again.end) == (period.start, period.end)
    assert again.iso == period.iso


@given(periods().filter(lambda period: period.sort != "span"))
def test_iso_form_keeps_the_sort(period: Period) -> None:
    assert Period.parse(period.iso) == period


@given(periods(), periods())
def test_overlap_is_mutual_and_follows_from_containment(one: Period, other: Period) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    if one.contains(other):
        assert one.overlaps(other)


@given(periods(), periods(), periods())
def test_containment_is_an_order(one: Period, other: Period, third: Period) -> None:
    assert one.contains(one)
    if one.contains(other) and other.contains(third):
        assert one.contains(third)
    if one.contains(other) and other.contains(one):
        assert (one.start, one.end) == (other.start, other.end)


@given(periods(), DAYS)
def test_containment_agrees_with_the_days(period: Period, day: date) -> None:
    inside = period.start <= day and (period.end is None or day < period.end)
    assert period.contains(Period.day(day)) == inside == period.overlaps(Period.day(day))


@given(periods().filter(lambda period: period.start.day < 28), st.integers(-50, 50))
def test_shifting_years_and_back_changes_nothing(period: Period, years: int) -> None:
    if period.end is not None and period.end.day == 29:
        return
    assert period.shifted_years(years).shifted_years(-years) == period


def test_same_days_of_another_sort_are_another_period() -> None:
    assert Period.year(2023) != Period.months(2023, 1, 12, "to-date")


@pytest.mark.parametrize(
    "text", ["", "23", "2023-13", "2023-02-30", "2023-Q5", "soon", "2023/2022", "2023-W54", "FY", "2023-01-01/.../.."]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Period.parse(text)

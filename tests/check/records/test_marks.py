"""Marks: which of two lies beyond the other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.check.records.marks import DAY, TIME, beyond, is_surely_beyond
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.reading import Reading

DAYS = st.integers(1, 365)


def _mark(size: int, measure: str) -> Claim:
    return Claim(value=Decimal(size), unit=measure, measure=measure, reading=Reading.exactly(size))


@given(DAYS, DAYS)
def test_of_two_days_at_most_one_is_later(one: int, other: int) -> None:
    a, b = _mark(one, DAY), _mark(other, DAY)
    assert not (beyond(a, b, "highest") > 0 and beyond(b, a, "highest") > 0)


@given(st.integers(1, 99_999), st.integers(1, 99_999))
def test_what_is_beyond_as_a_high_is_not_as_a_low(one: int, other: int) -> None:
    a, b = _mark(one, TIME), _mark(other, TIME)
    assert not (is_surely_beyond(a, b, "highest") and is_surely_beyond(a, b, "lowest"))
    assert (one != other) == (is_surely_beyond(a, b, "highest") or is_surely_beyond(a, b, "lowest"))


@pytest.mark.parametrize(("one", "other", "later"), [(35, 29, True), (5, 350, True), (350, 5, False), (86, 104, False)])
def test_a_winter_has_its_late_days_in_the_next_year(one: int, other: int, *, later: bool) -> None:
    assert is_surely_beyond(_mark(one, DAY), _mark(other, DAY), "highest") is later


def test_what_the_words_leave_open_is_not_surely_beyond() -> None:
    about = _mark(50, "meter").model_copy(update={"reading": Reading(Interval.of(49, 51), Interval.of(45, 55))})
    assert not is_surely_beyond(_mark(53, "meter"), about, "highest")
    assert is_surely_beyond(_mark(56, "meter"), about, "highest")

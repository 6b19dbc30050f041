"""Readings in base units: changing the unit changes nothing else."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.interval import Interval
from claimcheck.model.reading import Reading
from claimcheck.resolve.measures import to_measure


def _reading(low: Fraction, width: Fraction) -> Reading:
    interval = Interval.of(low, low + width)
    return Reading(interval, interval)


def test_temperatures_have_an_offset() -> None:
    reading, measure = to_measure(Reading.exactly(212), "degree_Fahrenheit", None)
    assert (measure, reading.strict) == ("degree_Celsius", Interval.point(100))


def test_shares_and_multiples_become_percent() -> None:
    reading, measure = to_measure(Reading.exactly(2), "dimensionless", None)
    assert (measure, reading.strict) == ("percent", Interval.point(200))


def test_points_are_no_percent() -> None:
    assert to_measure(Reading.exactly(25), "basis_point", None)[1] == "percentage_point"


@pytest.mark.law
@given(st.fractions(min_value=0, max_value=1000), st.fractions(min_value=0, max_value=10), st.fractions(-50, 50))
def test_a_change_of_unit_changes_no_verdict(low: Fraction, width: Fraction, shift: Fraction) -> None:
    here, there = _reading(low, width), _reading(low + shift, width)
    apart = here.strict.is_disjoint(there.strict)
    in_base = [to_measure(reading, "mile", None)[0].strict for reading in (here, there)]
    assert in_base[0].is_disjoint(in_base[1]) == apart

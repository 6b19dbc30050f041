"""A claim is the same after it was a line."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.claim import Claim
from claimcheck.model.claim_lines import RESOLVED, claim_line, resolved_claim
from claimcheck.model.interval import Interval
from claimcheck.model.period import Period, PeriodSort
from claimcheck.model.reading import Reading

DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2900, 1, 1))
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)
NAMES = st.none() | st.text()


@st.composite
def _periods(draw: st.DrawFn) -> Period:
    start, length = draw(DAYS), draw(st.none() | st.integers(1, 4000))
    end = None if length is None else start + dt.timedelta(days=length)
    return Period(start, end, draw(st.sampled_from(get_args(PeriodSort))))


@st.composite
def _readings(draw: st.DrawFn) -> Reading:
    low, width = draw(st.fractions()), draw(st.fractions(min_value=Fraction(1, 9)))
    strict = Interval.of(low, low + width, low_open=draw(st.booleans()), high_open=draw(st.booleans()))
    lenient = Interval.of(draw(st.sampled_from([None, low - 1])), low + 2 * width)
    return Reading(strict, lenient)


CLAIMS = st.builds(
    Claim,
    path=st.text(), start=st.integers(0, 99), line=st.integers(1, 99), text=st.text(), subject=NAMES, metric=NAMES,
    facets=st.lists(st.text()).map(tuple), value=st.none() | NUMBERS | st.tuples(NUMBERS, NUMBERS),
    period=st.none() | _periods(), base=st.none() | _periods(), reading=st.none() | _readings(),
    story=st.frozensets(st.text()), context=st.frozensets(st.text()), known=st.booleans(), telling=st.booleans(),
    items=st.lists(st.text()).map(tuple), date=st.none() | DAYS, weekday=st.none() | st.integers(1, 7),
    box=st.none() | st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 4),
)  # fmt: skip


@pytest.mark.law
@given(CLAIMS)
def test_a_claim_equals_what_its_line_is_read_as(claim: Claim) -> None:
    fields = json.loads(claim_line(claim))
    assert fields.pop(RESOLVED) is True
    assert resolved_claim(fields) == claim


@pytest.mark.law
@given(st.text())
def test_a_line_is_one_line_for_every_program(text: str) -> None:
    assert len(claim_line(Claim(text=text)).splitlines()) == 1


def test_numbers_keep_their_digits() -> None:
    fields = json.loads(claim_line(Claim(value=(Decimal("3.50"), Decimal("1E+9")))))
    assert str(resolved_claim({"value": fields["value"]}).value) == "(Decimal('3.50'), Decimal('1E+9'))"


@pytest.mark.parametrize("reading", [{}, {"strict": 3, "lenient": 4}, {"strict": {"low": "1/0"}, "lenient": {}}])
def test_a_reading_that_is_none_is_refused(reading: object) -> None:
    with pytest.raises(ValueError, match="not a reading"):
        resolved_claim({"reading": reading})

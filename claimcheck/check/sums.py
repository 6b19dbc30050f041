"""The sum behind a finding, in the numbers that the reports print: "(2.95 billion / 2.5 billion - 1) * 100 = 18%"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import floor, log10

from claimcheck.check.formula import Formula
from claimcheck.check.wording import amount
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.measure import measure_of

_DIGITS = 4
_PLAIN_UNITS = ("percent", "count", "percentage_point", "dimensionless")


def sum_in_numbers(formula: Formula, roles: Mapping[str, Sequence[Claim]]) -> Iterator[str]:
    """The line that does the sum with the figures as printed; nothing when one of them is a range."""
    claims = [claim for several in roles.values() for claim in several]
    if any(claim.value is None or isinstance(claim.value, tuple) or claim.unit is None for claim in claims):
        return
    words = {role: [_written(claim) for claim in several] for role, several in roles.items()}
    points = {role: [Interval.point(_in_base(claim)) for claim in several] for role, several in roles.items()}
    (left, right), (left_value, right_value) = formula.written(words), formula.sides(points)
    lead = roles[formula.names[0]][0]
    result = _result(right_value, lead)
    if result is None:
        return
    if right in words[formula.names[-1]]:
        return
    if left in words[formula.names[0]]:
        yield f"{right} = {result}, not {' '.join(lead.text.split())}."
    else:
        yield f"{left} = {_result(left_value, lead)}, against {right}."


def _in_base(claim: Claim) -> Fraction:
    measure = measure_of(str(claim.unit))
    assert claim.value is not None
    assert not isinstance(claim.value, tuple)
    return Fraction(claim.value) * measure.factor + measure.offset


def _written(claim: Claim) -> str:
    """The number of a figure, scaled for the eye, with its unit where that is no mere count."""
    assert claim.value is not None
    assert not isinstance(claim.value, tuple)
    unit = None if claim.unit in _PLAIN_UNITS else claim.unit
    return amount(Fraction(claim.value), "percent" if claim.unit == "percent" else unit)


def _result(value: Interval, like: Claim) -> str | None:
    """A single number in the unit of the figure that it is compared with."""
    if value.low is None or not value.is_point:
        return None
    measure = measure_of(str(like.unit))
    if like.measure == "percent":
        return amount(_rounded(value.low), "percent")
    return amount(_rounded((value.low - measure.offset) / measure.factor), like.unit)


def _rounded(value: Fraction) -> Fraction:
    if value == 0:
        return value
    step = Fraction(10) ** (floor(log10(abs(value))) - _DIGITS + 1)
    return round(value / step) * step

"""The sum behind a finding, in the numbers that the reports print: "(3.68 million / 3.2 million - 1) * 100 = 15%"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor, log10

from claimcheck.check.formulas.formula import Formula
from claimcheck.check.hints.rewording import in_words_of
from claimcheck.model.claim import Claim
from claimcheck.model.in_words import amount
from claimcheck.model.interval import Interval
from claimcheck.model.measure import measure_of
from claimcheck.model.slips import significant_digits

_FEWEST_DIGITS, _MOST_DIGITS = 3, 6
_PLAIN_UNITS = ("percent", "count", "percentage_point", "dimensionless")
_INEXACT = "*/"


@dataclass(frozen=True, slots=True)
class Sum:
    """A formula with the numbers of its figures as printed: its sides, and the figure that the result is set against.

    exact: whether the result is told to the last digit, as of what is only added and subtracted.
    """

    left: Fraction
    right: Fraction
    lead: Claim
    exact: bool

    @property
    def result(self) -> str:
        """The right side in the words of the figure that it is set against, without its sign."""
        return self._told(abs(self.right))

    @property
    def is_rounded(self) -> bool:
        """True when the result is told with fewer digits than it has."""
        return self._rounded(self._in_unit(self.right)) != self._in_unit(self.right)

    def in_full(self, value: Fraction) -> str:
        """One side as a number with its unit."""
        unit = "percent" if self.lead.measure == "percent" else self.lead.unit
        return amount(self._rounded(self._in_unit(value)), unit)

    def _told(self, value: Fraction) -> str:
        number = self._rounded(self._in_unit(value))
        if self.lead.measure == "percent" and self.lead.unit != "percent":
            return amount(number, "percent")
        words = in_words_of(self.lead, number)
        return amount(number, "percent") if self.lead.measure == "percent" and words[-1:].isdigit() else words

    def _in_unit(self, value: Fraction) -> Fraction:
        if self.lead.measure == "percent":
            return value
        measure = measure_of(str(self.lead.unit))
        return (value - measure.offset) / measure.factor

    def _rounded(self, value: Fraction) -> Fraction:
        if value == 0 or self.exact:
            return value
        told = self.lead.value if self.lead.form == "digits" else None
        own = len(significant_digits(told)) if isinstance(told, Decimal) else 0
        digits = min(max(own, _FEWEST_DIGITS), _MOST_DIGITS)
        step = Fraction(10) ** (floor(log10(abs(value))) - digits + 1)
        return round(value / step) * step


def sum_of_printed(formula: Formula, roles: Mapping[str, Sequence[Claim]]) -> Sum | None:
    """The formula with the figures as printed; None when one of them is a range, or no single number comes of it."""
    claims = [claim for several in roles.values() for claim in several]
    if any(claim.value is None or isinstance(claim.value, tuple) or claim.unit is None for claim in claims):
        return None
    points = {role: [Interval.point(_in_base(claim)) for claim in several] for role, several in roles.items()}
    left, right = formula.sides(points)
    if left.low is None or right.low is None or not (left.is_point and right.is_point):
        return None
    plain = not any(sign in formula.text for sign in _INEXACT)
    one_unit = len({measure_of(str(claim.unit)) for claim in claims}) == 1
    return Sum(left.low, right.low, roles[formula.names[0]][0], plain and one_unit)


def sum_in_numbers(formula: Formula, roles: Mapping[str, Sequence[Claim]]) -> Iterator[str]:
    """The line that does the sum with the figures as printed; nothing when one of them is a range."""
    done = sum_of_printed(formula, roles)
    if done is None:
        return
    words = {role: [_written(claim) for claim in several] for role, several in roles.items()}
    left, right = formula.written(words)
    if right in words[formula.names[-1]]:
        return
    sign = "≈" if done.is_rounded else "="
    if left in words[formula.names[0]]:
        yield f"{right} {sign} {done.in_full(done.right)}, not {words_of(done.lead)}."
    else:
        yield f"{left} = {done.in_full(done.left)}, against {right}."


def words_of(claim: Claim) -> str:
    """The words of a figure as they stand inside a sentence: a number in words may have begun one."""
    text = claim.words
    return text if claim.form == "digits" else text[:1].lower() + text[1:]


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

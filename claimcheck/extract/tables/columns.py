"""Columns that are worked out from others row by row: growth, shares and rates; and averages that are called totals."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import permutations
from typing import Literal, NamedTuple

from claimcheck.extract.tables.adding import Line, Sum
from claimcheck.extract.tables.figures import Figure
from claimcheck.extract.tables.slips import is_slip

Work = Literal["difference", "growth", "ratio"]
_REACH = 5  # how many columns to the left the figures lie from which one is worked out
# A ratio is a share, a plain ratio, a rate a year of a quarter, of half a year and of a month, or a number of cases
# among so many people.
_WORKS: tuple[tuple[Work, int], ...] = (
    ("difference", 1), ("growth", 100), ("ratio", 100), ("ratio", 1), ("ratio", 400), ("ratio", 200), ("ratio", 1200),
    ("ratio", 1_000), ("ratio", 10_000), ("ratio", 100_000),
)
_FEWEST, _FEWEST_FINE = 3, 2
_FEWEST_UNSURE = 4  # in a table without totals, of a column without such a head
_HOLDS = 3  # of four rows must come out
_TOTALS = 2  # rows of totals that a column may give the shares of
_SHARE = 100


@dataclass(slots=True)
class Worked:
    """A column worked out from two others: growth from `base` to `top`, or `top` by `base` times the factor.

    row: the row whose figure is the base, for shares of a total; the row's own where it is None.
    """

    work: Work
    column: int
    top: int
    base: int
    factor: int = 100
    row: int | None = None
    exact: list[int] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)
    unit: int = 1

    def is_slip(self, rows: Sequence[Line], at: int) -> bool:
        """Whether the figure of a row is what it should be, but for a slip; one in its parts, for a difference."""
        row = rows[at]
        top, base, step = row.sizes[self.top], self.base_of(rows, row), row.steps[self.column]
        if self.work == "difference":
            shown = row.sizes[self.column]
            return is_slip(shown, top - base) or is_slip(top, shown + base) or is_slip(base, top - shown)
        change = self.factor * self.unit * (top - (base if self.work == "growth" else 0))
        meant = round(Fraction(change, abs(base) * step))
        return is_slip(row.sizes[self.column] // step, meant)

    def base_of(self, rows: Sequence[Line], row: Line) -> int:
        """The figure from which that of a row is worked out; 0 where there is none."""
        return (row if self.row is None else rows[self.row]).sizes.get(self.base, 0)


class _Case(NamedTuple):
    """A row in which a figure may be worked out of two others, with one unit of the last place of each."""

    at: int
    top: int
    top_step: int
    base: int
    base_step: int
    shown: int
    step: int


@dataclass(slots=True)
class Average:
    """A line that is the average of the parts of a sum, weighed by another column."""

    row: int
    column: int
    weights: int
    parts: tuple[int, ...]
    holds: bool = True


def worth(rows: Sequence[Mapping[int, Figure]]) -> int:
    """The size of 1 in the smallest place of a table."""
    places = max((figure.places for row in rows for figure in row.values()), default=0)
    return int(10**places)


def find_worked(
    rows: Sequence[Line], columns: Sequence[int], unit: int, headed: Collection[int] = ()
) -> Iterator[Worked]:
    """How the given columns are worked out from others, where that can be told.

    unit: the size of 1. headed: the columns whose heads say that they are worked out.
    """
    totals = [at for at, row in enumerate(rows) if row.called]
    filled = {key for row in rows for key in row.sizes}
    for column in columns:
        sure = bool(totals) or column in headed
        found = (*_of_one_row(rows, column, filled, unit, sure), *_of_totals(rows, column, totals, unit, sure))
        best = max(found, key=lambda each: len(each.exact), default=None)
        if best is not None:
            yield best


def _of_one_row(
    rows: Sequence[Line], column: int, filled: Collection[int], unit: int, sure: bool
) -> Iterator[Worked]:
    near = range(max(column - _REACH, 0), column)
    behind = [(column + 1, base) for base in near] if column + 1 in filled else []
    for top, base in (*permutations(near, 2), *behind):
        cases = list(_cases(rows, column, top, base))
        for work, factor in _WORKS:
            told = _told_by(cases, work, factor * unit, sure=sure)
            if told is not None:
                yield Worked(work, column, top, base, factor, exact=told[0], failed=told[1], unit=unit)


def _of_totals(
    rows: Sequence[Line], column: int, totals: Sequence[int], unit: int, sure: bool
) -> Iterator[Worked]:
    """Shares of the figure in a row of totals, the last ones being the likeliest."""
    for row in totals[-_TOTALS:]:
        for top in range(max(column - _REACH, 0), column):
            cases = [case for case in _cases(rows, column, top, top, row) if not _is_adjusted(case, _SHARE * unit)]
            told = _told_by(cases, "ratio", _SHARE * unit, sure=sure)
            if told is not None:
                yield Worked("ratio", column, top, top, _SHARE, row, *told, unit)


def _cases(rows: Sequence[Line], column: int, top: int, base: int, total: int | None = None) -> Iterator[_Case]:
    """The rows in which a figure of the column may be worked out so; total: the row of the base, if that is one."""
    for at, row in enumerate(rows):
        if column in row.sizes and top in row.sizes:
            under = row if total is None else rows[total]
            if under.sizes.get(base):
                yield _Case(
                    at, row.sizes[top], row.steps[top], under.sizes[base], under.steps[base], row.sizes[column],
                    row.steps[column],
                )


def _told_by(cases: Iterable[_Case], work: Work, factor: int, *, sure: bool) -> tuple[list[int], list[int]] | None:
    """The rows in which a column comes out so, and those in which it does not; None where too few come out.

    factor: in the smallest place. sure: the table has a row of totals, or the column a head that says so.
    """
    exact: list[int] = []
    failed: list[int] = []
    fine = 0
    for case in cases:
        if work == "growth" and _is_in_points(case):
            continue
        if not _comes_out(case, work, factor):
            failed.append(case.at)
            if len(failed) > 1 and len(failed) > len(exact):
                return None
        elif case.shown:
            exact.append(case.at)
            fine += abs(case.shown) >= 100 * case.step
    enough = (len(exact) >= _FEWEST or fine >= _FEWEST_FINE) if sure else len(exact) >= _FEWEST_UNSURE
    return (exact, failed) if enough and len(exact) >= _HOLDS * len(failed) else None


def _is_in_points(case: _Case) -> bool:
    """Whether a change is told in points, as changes of rates are in a column of growth."""
    return case.top - case.base == case.shown != 0


def _is_adjusted(case: _Case, factor: int) -> bool:
    """Whether a share is off by one unit of its last place, as shares are that were made to add up to a hundred."""
    gap = abs(factor * case.top - case.shown * case.base)
    step = case.step * abs(case.base)
    return step < 2 * gap < 4 * step


def _comes_out(case: _Case, work: Work, factor: int) -> bool:
    _, top, top_step, base, base_step, shown, step = case
    if work == "difference":
        return 2 * abs(top - base - shown) <= top_step + base_step + step
    size = abs(base)
    slack = factor * (top_step * size + base_step * abs(top))  # twice what roundings come to
    if work == "growth":
        change = factor * (top - base)
        gap = min(abs(change - shown * size), abs(change - shown * base))
    else:
        gap = abs(factor * top - shown * base)
    return 2 * size * gap <= base * base * step + slack


def find_averages(rows: Sequence[Line], sums: Sequence[Sum]) -> Iterator[Average]:
    """Figures of totals that are the average of the parts, weighed by another column of the same sum.

    Where that holds for one figure of a column or row, one that misses it by a slip is told too.
    """
    open_ones: list[Average] = []
    known: set[tuple[str, int, int]] = set()
    for each in sums:
        for column in each.failed:
            parts = tuple(part for part, _ in each.parts if column in rows[part].sizes)
            if len(parts) > 1:
                tried = [Average(each.whole, column, weights, parts) for weights in each.exact]
                found = next((average for average in tried if _is_average(rows, average)), None)
                if found is None:
                    open_ones += tried
                else:
                    known |= {("row", found.row, found.weights), ("column", column, found.weights)}
                    yield found
    told: set[tuple[int, int]] = set()
    for average in open_ones:
        like = {("row", average.row, average.weights), ("column", average.column, average.weights)}
        place = (average.row, average.column)
        if like & known and place not in told and _is_slip_of_average(rows, average):
            told.add(place)
            average.holds = False
            yield average


def _mean(rows: Sequence[Line], average: Average) -> Fraction | None:
    together = weighed = 0
    for part in average.parts:
        weight = rows[part].sizes.get(average.weights, 0)
        if weight < 0:
            return None
        together += weight
        weighed += weight * rows[part].sizes[average.column]
    return Fraction(weighed, together) if together else None


def _is_average(rows: Sequence[Line], average: Average) -> bool:
    mean = _mean(rows, average)
    row = rows[average.row]
    return mean is not None and 4 * abs(mean - row.sizes[average.column]) <= 3 * row.steps[average.column]


def _is_slip_of_average(rows: Sequence[Line], average: Average) -> bool:
    """Whether a figure lies outside its parts, as no average does, and would be the average but for a slip."""
    mean = _mean(rows, average)
    row = rows[average.row]
    shown, step = row.sizes[average.column], row.steps[average.column]
    parts = [rows[part].sizes[average.column] for part in average.parts]
    outside = not min(parts) - step <= shown <= max(parts) + step
    return outside and mean is not None and is_slip(shown // step, round(mean / step))

"""Columns that are worked out from others row by row: growth, shares and rates; and averages that are called totals."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import permutations
from typing import Literal

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
        best: Worked | None = None
        for tried in (*_of_one_row(column, filled, unit), *_of_totals(column, totals, unit)):
            each = _tried(rows, tried, sure=bool(totals) or column in headed)
            if each is not None and (best is None or len(each.exact) > len(best.exact)):
                best = each
        if best is not None:
            yield best


def _of_one_row(column: int, filled: Collection[int], unit: int) -> Iterator[Worked]:
    near = range(max(column - _REACH, 0), column)
    behind = [(column + 1, base) for base in near] if column + 1 in filled else []
    for top, base in (*permutations(near, 2), *behind):
        for work, factor in _WORKS:
            yield Worked(work, column, top, base, factor, unit=unit)


def _of_totals(column: int, totals: Sequence[int], unit: int) -> Iterator[Worked]:
    """Shares of the figure in a row of totals, the last ones being the likeliest."""
    for row in totals[-_TOTALS:]:
        for top in range(max(column - _REACH, 0), column):
            yield Worked("ratio", column, top, top, row=row, unit=unit)


def _tried(rows: Sequence[Line], worked: Worked, *, sure: bool) -> Worked | None:
    """The rows in which a column comes out so; None where too few do.

    sure: the table has a row of totals, or the column a head that says so.
    """
    fine = 0
    for at, row in enumerate(rows):
        if worked.column not in row.sizes or worked.top not in row.sizes or not worked.base_of(rows, row):
            continue
        if worked.work == "growth" and _is_in_points(row, worked):
            continue
        if worked.row is not None and _is_adjusted(rows, row, worked):
            continue
        if not _comes_out(rows, row, worked):
            worked.failed.append(at)
            if len(worked.failed) > 1 and len(worked.failed) > len(worked.exact):
                return None
        elif row.sizes[worked.column]:
            worked.exact.append(at)
            fine += abs(row.sizes[worked.column]) >= 100 * row.steps[worked.column]
    enough = len(worked.exact) >= _FEWEST or fine >= _FEWEST_FINE
    if not sure:
        enough = len(worked.exact) >= _FEWEST_UNSURE
    return worked if enough and len(worked.exact) >= _HOLDS * len(worked.failed) else None


def _is_in_points(row: Line, worked: Worked) -> bool:
    """Whether a change is told in points, as changes of rates are in a column of growth."""
    return row.sizes[worked.top] - row.sizes[worked.base] == row.sizes[worked.column] != 0


def _is_adjusted(rows: Sequence[Line], row: Line, worked: Worked) -> bool:
    """Whether a share is off by one unit of its last place, as shares are that were made to add up to a hundred."""
    base = worked.base_of(rows, row)
    gap = abs(worked.factor * worked.unit * row.sizes[worked.top] - row.sizes[worked.column] * base)
    step = row.steps[worked.column] * abs(base)
    return step < 2 * gap < 4 * step


def _comes_out(rows: Sequence[Line], row: Line, worked: Worked) -> bool:
    top, base, shown = row.sizes[worked.top], worked.base_of(rows, row), row.sizes[worked.column]
    steps = row.steps[worked.top], (row if worked.row is None else rows[worked.row]).steps[worked.base]
    if worked.work == "difference":
        return 2 * abs(top - base - shown) <= sum(steps) + row.steps[worked.column]
    unit = worked.factor * worked.unit
    slack = unit * (steps[0] * abs(base) + steps[1] * abs(top))  # twice what roundings come to
    if worked.work == "growth":
        change = unit * (top - base)
        gap = min(abs(change - shown * abs(base)), abs(change - shown * base))
    else:
        gap = abs(unit * top - shown * base)
    return 2 * abs(base) * gap <= base * base * row.steps[worked.column] + slack


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

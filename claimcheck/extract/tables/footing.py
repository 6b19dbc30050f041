"""Which figures of a table are worked out from which others, and how sure the layout makes of it.

A sum that comes out needs no more proof. One that does not is taken for a sum only where the table shows it to be
one: other figures of its row are the same sum and come out, or it misses the sum of the natural parts by a mere slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.extract.tables.adding import Line, Sum, judge
from claimcheck.extract.tables.columns import Average, Worked, find_averages, find_worked, worth
from claimcheck.extract.tables.figures import Figure
from claimcheck.extract.tables.grid import Grid
from claimcheck.extract.tables.portions import find_portions
from claimcheck.extract.tables.slips import has_lost_sign, is_slip, may_be_slip
from claimcheck.extract.tables.sums import find_ahead, find_nested, find_sums, natural_sums

Way = Literal["sum", "difference", "growth", "ratio", "average", "part"]
Cells = set[tuple[int, int]]
_SURE_SIZE = 1_000
_FEWEST_ROWS = 2
_MANY_SUMS = 6  # that come out, so that one that misses by a rounding stands out
_ROWS_TO_ALARM = 3
_SURE_DIGITS = 6
_LONG, _SHORT, _MANY_DIGITS = 100, 10, 5
_FEWEST_PARTS = 3  # of a last row that nothing calls a total
_NEAR = 14  # by which part of itself such a row may miss the sum


@dataclass(slots=True)
class Footing:
    """A figure and those that it is worked out from.

    parts, signs: for a sum, and for what is worked out from two figures, the base being the second; for the way "part",
    what is counted in the figure already. parts, weights: for an average. shown: whether the layout leaves no doubt
    that it is so. turned: the total is written with the other sign. alone: nothing else of its row shows that it is a
    sum. otherwise: what the other sums of the table do, "exact" where all come out.
    """

    way: Way
    whole: Figure
    parts: list[Figure]
    signs: list[int]
    shown: bool = True
    factor: int = 100
    weights: tuple[Figure, ...] = ()
    turned: bool = False
    alone: bool = False
    otherwise: str = ""


def footings_of(grid: Grid, rows: Sequence[Line], columns: Sequence[Line]) -> list[Footing]:
    """What of a table is worked out from what. rows, columns: its lines, both ways."""
    table = _Table(grid, rows, columns)
    found = list(table.footings())
    if table.comes_out:
        for each in found:
            each.otherwise = "exact"
    return found


class _Table:
    """The figures of a table with the sums found in it."""

    def __init__(self, grid: Grid, rows: Sequence[Line], columns: Sequence[Line]) -> None:
        self._figures = [row.figures for row in grid.rows if row.figures]
        self._rows = rows
        self._sums = find_sums(rows)
        self._sums += find_nested(rows, self._sums)
        self._across = [each for each in find_sums(columns) if _holds_across(each)]
        self._columns = columns
        self._worked: list[Worked] = []
        self._averages: list[Average] = []
        self._headed = {at for at, column in enumerate(columns) if column.odd}
        self._worked = list(find_worked(rows, sorted(self._odd_columns()), worth(self._figures), self._headed))
        self._across += self._ahead()
        if any(row.called for row in rows):
            self._averages = list(find_averages(rows, self._sums))

    @property
    def comes_out(self) -> bool:
        """Whether all but one of many sums come out to the last digit."""
        sums = (*self._sums, *self._across)
        exact = sum(len(each.exact) for each in sums)
        return exact >= _MANY_SUMS and sum(len(each.near) + len(each.failed) for each in sums) == 1

    def footings(self) -> Iterator[Footing]:
        """Every figure that is worked out, with those that it is worked out from."""
        across = {(row, each.whole) for each in self._across for row in each.exact}
        down = {(each.whole, column) for each in self._sums for column in (*each.exact, *each.trivial)}
        other = {(row, each.column) for each in self._worked for row in each.exact}
        other |= {(each.row, each.column) for each in self._averages if each.holds}
        for each in self._sums:
            for column in (*each.exact, *each.near, *each.trivial):
                yield self._sum(each, column)
            for column in each.failed:
                cell = (each.whole, column)
                if cell not in across and cell not in other and self._is_shown(each, column):
                    yield self._sum(each, column)
        for each in self._across:
            for row in (*each.exact, *each.near):
                yield self._sum_across(each, row)
            for row in each.failed:
                if (row, each.whole) not in down and self._is_shown_across(each, row):
                    yield self._sum_across(each, row)
        yield from self._unexplained()
        yield from self._last_row()
        yield from self._worked_out()
        for average in self._averages:
            yield self._average(average)
        yield from self._portions()

    def _ahead(self) -> Iterator[Sum]:
        """Columns that are the sum of those behind them, where nothing says so already."""
        known = {each.is_tied_to for each in self._across}
        worked = {each.column for each in self._worked}
        for each in find_ahead(self._columns):
            plain = all(size >= 0 for at in each.is_tied_to for size in self._columns[at].sizes.values())
            likely = plain and len(each.exact) >= _ROWS_TO_ALARM and _holds_across(each)
            if likely and each.is_tied_to not in known and not worked & each.is_tied_to:
                yield each

    def _portions(self) -> Iterator[Footing]:
        """Figures that are counted in another one already."""
        adding = {column for each in self._sums for column in each.exact}
        for whole, part, column in find_portions(self._rows, self._sums, adding):
            yield Footing("part", self._figures[whole][column], [self._figures[part][column]], [1])
        told = [each for each, column in enumerate(self._columns) if column.told and column.within in adding]
        rows = range(len(self._rows)) if told else ()
        for whole, part, row in find_portions(self._columns, (), rows):
            if part in told:
                yield Footing("part", self._figures[row][whole], [self._figures[row][part]], [1])

    def _rates(self) -> set[int]:
        """Columns that have signs for per cent, or heads that say that they are worked out."""
        signed = {column for row in self._figures for column, figure in row.items() if figure.percent}
        return signed | {at for at, column in enumerate(self._columns) if column.odd}

    def _odd_columns(self) -> set[int]:
        """Columns that do not add up, or hold rates."""
        odd = self._rates()
        if not any(row.called for row in self._rows):
            return odd
        failed: dict[int, int] = {}
        for each in self._sums:
            for column in each.failed:
                failed[column] = failed.get(column, 0) + 1
            for column in each.exact:
                failed[column] = failed.get(column, 0) - 1
        return odd | {column for column, more in failed.items() if more >= 0}

    def _is_shown(self, each: Sum, column: int) -> bool:
        """Whether a figure that misses the sum of its parts must be that sum."""
        tied = each.is_tied_to
        others = [other for other in self._sums if other.whole not in tied and each.whole not in other.is_tied_to]
        adds = sum(column in other.exact for other in others)
        fails = sum(column in other.failed for other in others)
        if fails > adds or not (self._rows[each.whole].called or adds or len(each.exact) > 1):
            return False
        if self._columns[column].mean and not adds:
            return False
        expected, parts = self._expected(each, column)
        if not self._has_digits(each, column, expected):
            return False
        shown = self._rows[each.whole].sizes[column]
        slip = may_be_slip(shown, expected, parts) or has_lost_sign(shown, expected, parts)
        others_there = each.exact or any(self._rows[each.whole].sizes[key] for key in each.trivial)
        if slip and others_there and (adds or self._is_like_a_sum(expected, parts, each.whole, column)):
            return True
        return len(each.exact) > 1 and adds > 1 and not fails and each.way == "run" and all(parts)

    def _has_digits(self, each: Sum, column: int, expected: int) -> bool:
        """False for figures so short that any other number would look like a slip, unless the rest leaves no doubt."""
        row = self._rows[each.whole]
        size = max(abs(row.sizes[column]), abs(expected)) // row.steps[column]
        return size >= _LONG or (size >= _SHORT and each.digits >= _MANY_DIGITS and len(each.failed) == 1)

    def _is_like_a_sum(self, expected: int, parts: Sequence[int], row: int, column: int) -> bool:
        """False for a figure that lies among its parts, as an average does."""
        size = self._rows[row].sizes[column]
        signs = {part > 0 for part in parts if part}
        return len(signs) > 1 or abs(size) >= max(map(abs, parts), default=0) or is_slip(size, expected)

    def _expected(self, each: Sum, column: int) -> tuple[int, list[int]]:
        sizes = [sign * self._rows[part].sizes.get(column, 0) for part, sign in each.parts]
        turn = -1 if each.way == "turned" else 1
        return turn * sum(sizes), sizes

    def _is_shown_across(self, each: Sum, row: int) -> bool:
        enough = _ROWS_TO_ALARM if each.digits < _SURE_DIGITS else _FEWEST_ROWS
        if len(each.exact) < enough * max(len(each.failed), 1):
            return False
        sizes = [sign * self._columns[part].sizes.get(row, 0) for part, sign in each.parts]
        expected = sum(sizes) * (-1 if each.way == "turned" else 1)
        return may_be_slip(self._columns[each.whole].sizes[row], expected, sizes)

    def _unexplained(self) -> Iterator[Footing]:
        """Totals for which nothing adds up, but that miss the sum of their natural parts by a slip."""
        done = {each.whole for each in self._sums}
        for at, row in enumerate(self._rows):
            if row.called and row.sizes and at not in done:
                natural = list(natural_sums(self._rows, at, self._sums))
                for column, size in row.sizes.items():
                    for each in natural if not self._columns[column].mean else ():
                        expected, parts = self._expected(each, column)
                        slips = abs(size) >= _SURE_SIZE and any(parts) and is_slip(size, expected)
                        if slips and not self._misses_by_far(each, column):
                            yield self._sum(each, column, alone=True)
                            break

    def _misses_by_far(self, each: Sum, column: int) -> bool:
        """Whether another figure of a total has nothing to do with the same parts."""
        sizes = self._rows[each.whole].sizes
        others = (other for other in each.failed if other != column and not self._columns[other].odd)
        return any(not may_be_slip(sizes[other], *self._expected(each, other)) for other in others)

    def _last_row(self) -> Iterator[Footing]:
        """A last row that nothing calls a total, where it is the sum of all before it, or misses that by a slip."""
        last = len(self._rows) - 1
        if self._sums or last < _FEWEST_PARTS or self._rows[last].called or not self._rows[last].sizes:
            return
        whole = judge(self._rows, last, tuple((at, 1) for at in range(last)))
        sizes, rates = self._rows[last].sizes, self._rates()
        columns = [column for column in sizes if column not in rates]
        if any(map(columns.__contains__, whole.means)) or not all(self._is_near_its_sum(whole, at) for at in columns):
            return
        for column in columns:
            expected, parts = self._expected(whole, column)
            if sizes[column] == expected or may_be_slip(sizes[column], expected, parts):
                yield self._sum(whole, column, alone=True)

    def _is_near_its_sum(self, each: Sum, column: int) -> bool:
        size, (expected, parts) = self._rows[each.whole].sizes[column], self._expected(each, column)
        above = sum(part > 0 for part in parts) >= _FEWEST_PARTS and all(0 <= part < size for part in parts)
        return above and size >= _LONG * self._rows[each.whole].steps[column] and _NEAR * abs(size - expected) <= size

    def _worked_out(self) -> Iterator[Footing]:
        for each in self._worked:
            alone = each.column in self._headed and len(each.failed) == 1 and len(each.exact) >= _ROWS_TO_ALARM
            alarm = alone or len(each.exact) > _ROWS_TO_ALARM * len(each.failed)
            for row in (*each.exact, *(each.failed if alarm else ())):
                figures = self._figures[row]
                if row in each.exact or (alone and each.work == "growth") or each.is_slip(self._rows, row):
                    base = figures if each.row is None else self._figures[each.row]
                    parts = [figures[each.top], base[each.base]]
                    yield Footing(each.work, figures[each.column], parts, [1, 1], factor=each.factor)

    def _average(self, each: Average) -> Footing:
        parts = [self._figures[part][each.column] for part in each.parts]
        weights = tuple(self._figures[part][each.weights] for part in each.parts if each.weights in self._figures[part])
        whole = self._figures[each.row][each.column]
        return Footing("average", whole, parts, [1] * len(parts), weights=weights)

    def _sum(self, each: Sum, column: int, *, alone: bool = False) -> Footing:
        rows = self._figures
        parts = [(rows[part][column], sign) for part, sign in each.parts if column in rows[part]]
        return _footing(each, rows[each.whole][column], parts, alone=alone)

    def _sum_across(self, each: Sum, row: int) -> Footing:
        figures = self._figures[row]
        parts = [(figures[part], sign) for part, sign in each.parts if part in figures]
        return _footing(each, figures[each.whole], parts)


def _footing(each: Sum, whole: Figure, parts: list[tuple[Figure, int]], *, alone: bool = False) -> Footing:
    parts.sort(key=lambda part: part[0].start)
    figures, signs = [figure for figure, _ in parts], [sign for _, sign in parts]
    return Footing("sum", whole, figures, signs, turned=each.way == "turned", alone=alone)


def _holds_across(each: Sum) -> bool:
    return len(each.exact) >= _FEWEST_ROWS and len(each.exact) >= 2 * len(each.failed)

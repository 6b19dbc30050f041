"""The filled cells of a sheet to tables and the words around them, by the gaps between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

_LONG_LABEL = 60  # a text that stands alone in its row and is longer than this is a note, and no heading of rows
_FEWEST_LABELS = 0.5  # of the rows of a table that stands beside another


class Filled(NamedTuple):
    """A cell that shows something. is_figure: a number or a date, and no words; indent: as in `Cell`."""

    row: int
    column: int
    text: str
    is_figure: bool
    width: int = 1
    height: int = 1
    indent: int = 0


@dataclass(slots=True)
class Region:
    """A stretch of a sheet. head, notes: cells that stand alone in their rows, before and after the rows of the table.

    close: it follows the region before it with no more than one empty row between them.
    """

    head: list[Filled] = field(default_factory=list)
    rows: list[list[Filled]] = field(default_factory=list)
    notes: list[Filled] = field(default_factory=list)
    close: bool = False

    @property
    def last_row(self) -> int:
        """The last row that it takes up."""
        last = self.notes or (self.rows[-1] if self.rows else self.head)
        return last[-1].row


def find_regions(rows: Mapping[int, Sequence[Filled]]) -> list[Region]:
    """The regions of a sheet from top to bottom, and those beside one another from left to right."""
    regions: list[Region] = []
    for band in _bands(rows):
        region = _region(band)
        before = regions[-1] if regions else None
        if before is not None and _goes_on(before, region):
            before.rows += [*([note] for note in before.notes), *([cell] for cell in region.head), *region.rows]
            before.notes = region.notes
        else:
            region.close = before is not None and band[0][0].row - before.last_row <= 2
            regions.append(region)
    return [part for region in regions for part in _side_by_side(region)]


def _bands(rows: Mapping[int, Sequence[Filled]]) -> Iterator[list[list[Filled]]]:
    """Runs of rows without an empty one between them."""
    band: list[list[Filled]] = []
    for number in sorted(rows):
        if band and number > band[-1][0].row + 1:
            yield band
            band = []
        band.append(sorted(rows[number]))
    if band:
        yield band


def _region(band: Sequence[list[Filled]]) -> Region:
    alone = [len(row) == 1 and not row[0].is_figure for row in band]
    first = next((at for at, single in enumerate(alone) if not single), len(band))
    last = max((at for at, single in enumerate(alone) if not single), default=-1) + 1
    if first == len(band):
        return Region(head=[row[0] for row in band])
    return Region([row[0] for row in band[:first]], list(band[first:last]), [row[0] for row in band[last:]])


def _goes_on(before: Region, region: Region) -> bool:
    """Whether a region is more of the table before it: its first row has figures under the heads of that table."""
    if not before.rows or not region.rows:
        return False
    if any(len(cell.text) > _LONG_LABEL for cell in [*before.notes, *region.head]):
        return False
    first = region.rows[0]
    if not any(cell.is_figure and not _is_year(cell) for cell in first[1:]):
        return False
    known = {cell.column for row in before.rows for cell in row}
    return all(cell.column in known for cell in first)


def _is_year(cell: Filled) -> bool:
    return len(cell.text) == 4 and cell.text.isdigit() and cell.text[:2] in ("19", "20")


def _side_by_side(region: Region) -> Iterator[Region]:
    """The tables of a region that stand beside one another, each with labels of its own."""
    starts = [column for column in _after_gaps(region.rows) if _has_labels(region.rows, column)]
    if not starts:
        yield region
        return
    edges = [0, *starts, 1 << 30]
    for number, (left, right) in enumerate(pairwise(edges)):
        rows = [[cell for cell in row if left <= cell.column < right] for row in region.rows]
        head = [cell for cell in region.head if left <= cell.column < right]
        notes = region.notes if number == len(edges) - 2 else []
        yield Region(head, [row for row in rows if row], notes, region.close or number > 0)


def _after_gaps(rows: Sequence[Sequence[Filled]]) -> list[int]:
    """The columns that stand right of an empty one."""
    spans = {(cell.column, cell.column + cell.width) for row in rows for cell in row}
    covered = {column for first, end in spans for column in range(first, end)}
    return [column for column in sorted(covered) if column - 1 not in covered and column > min(covered)]


def _has_labels(rows: Sequence[Sequence[Filled]], column: int) -> bool:
    """Whether a column has words beside figures in most of its rows, as the first column of a table has."""
    beside = [row for row in rows if any(cell.column > column for cell in row)]
    labels = [row for row in beside if any(cell.column == column and not cell.is_figure for cell in row)]
    return len(beside) > 1 and len(labels) >= max(2, _FEWEST_LABELS * len(beside))

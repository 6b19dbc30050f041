"""A table of a report: its cells with their places in the source and in the grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Cell(NamedTuple):
    """A cell that holds something.

    start, end: where its content stands in the source, without the blanks around it. row, column: its upper left corner
    in the grid, counted from 0; width, height: how many columns and rows it spans. header: marked as a heading.
    indent: how far its words are set in, by about the width of a letter.
    """

    start: int
    end: int
    row: int
    column: int
    width: int = 1
    height: int = 1
    header: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the cells of each row that hold anything, in the order of the columns.

    start, end: the stretch of the source that it takes up. caption: where its caption stands, if it has one.
    """

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    caption: tuple[int, int] | None = None

    @property
    def width(self) -> int:
        """How many columns the grid has.

        >>> Table(0, 9, ((Cell(0, 1, 0, 0), Cell(3, 4, 0, 2, width=2)),)).width
        4
        """
        return max((cell.column + cell.width for row in self.rows for cell in row), default=0)

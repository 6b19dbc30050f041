"""Cells as they come, row by row, to a table: works out the columns where cells span several."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model.table import Cell, Table

MOST_COLUMNS = 500  # what lies further right is no table that a person reads
MOST_ROWS = 5000  # that one cell may span


class Grid:
    """A table in the making."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.rows: list[tuple[Cell, ...]] = []
        self.caption: tuple[int, int] | None = None
        self._row: list[Cell] = []
        self._number = -1
        self._column = 0
        # column -> how many further rows a cell from above takes up there
        self._taken: dict[int, int] = {}

    def open_row(self) -> None:
        """Begins a row; what was begun before is complete."""
        self._close_row()
        self._number += 1
        self._column = 0

    def add(
        self, start: int, end: int, width: int = 1, height: int = 1, *, header: bool = False, indent: int = 0
    ) -> None:
        """The next cell of the row; an empty one (end not behind start) only takes up its columns."""
        column = self._next_column(width, height)
        if column < MOST_COLUMNS and end > start:
            self._row.append(Cell(start, end, max(self._number, 0), column, width, height, header, indent))

    def skip(self, cells: Iterable[tuple[int, int]]) -> None:
        """The next cells of the row, which are empty, by their width and height."""
        for width, height in cells:
            self._next_column(width, height)

    def _next_column(self, width: int, height: int) -> int:
        """The column in which the next cell begins, which is taken up then."""
        column = self._free_column() if self._taken else self._column
        self._column = column + width
        if height > 1 and column < MOST_COLUMNS:
            self._taken.update(dict.fromkeys(range(column, min(column + width, MOST_COLUMNS)), height))
        return column

    def table(self, end: int) -> Table:
        """The table, complete."""
        self._close_row()
        return Table(self.start, end, tuple(self.rows), self.caption)

    def _free_column(self) -> int:
        column = self._column
        while column in self._taken and column < MOST_COLUMNS:
            column += 1
        return column

    def _close_row(self) -> None:
        if self._number >= 0:
            self.rows.append(tuple(self._row))
            self._row = []
        if self._taken:
            self._taken = {column: rows - 1 for column, rows in self._taken.items() if rows > 1}

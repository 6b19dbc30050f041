"""A table of a page while it is read: a table of figures, one of words, or a mere frame for parts of the page."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.model.document import Block
from claimcheck.model.table import Cell, Table
from claimcheck.read.grids import MOST_COLUMNS, MOST_ROWS, Grid
from claimcheck.read.indents import indent_of_attributes
from claimcheck.read.markup import number_of

_LONG_CELL = 800  # a cell longer than this holds a part of the page, not a value
_FIGURE = re.compile(r"[^\w<]{0,8}[0-9](?:[^A-Za-z<]|&[#\w]+;)*+(?:[A-Za-z%]{1,3}[^\w<]{0,3})?$")
_CELL = re.compile(r"<t[dh]([^>\"']*+(?:\"[^\"]*+\"[^>\"']*+)*+)>", re.IGNORECASE)
_FEWEST_FIGURES = 2


class OpenTable:
    """A table that has begun. first_block: how many blocks the page had before it."""

    def __init__(self, start: int, first_block: int) -> None:
        self.first_block = first_block
        self.holds_tables = False
        self.in_caption = False
        self.grid = Grid(start)
        self._in_row = False
        self._cell: tuple[int, int, bool] | None = None  # width, height, header
        self._content = (0, 0)
        self._indent = 0  # of the content of the open cell
        self._plain: list[tuple[int, int]] = []  # the contents of cells of nothing but text

    def open_row(self) -> None:
        """A row begins."""
        self.close_cell()
        self.grid.open_row()
        self._in_row = True

    def open_cell(self, attributes: str, *, header: bool) -> None:
        """A cell begins, whose content is to come."""
        self.close_cell()
        self._ensure_row()
        self._cell = (*_spans(attributes), header)
        self._content, self._indent = (0, 0), indent_of_attributes(attributes)

    def set_in(self, points: int) -> None:
        """What follows in the open cell is set in further, as long as the cell is empty."""
        if self._cell is not None and not self._content[1]:
            self._indent += points

    def fill(self, start: int, end: int) -> None:
        """Text stands in the open cell, or in the caption."""
        if self.in_caption:
            first = self.grid.caption[0] if self.grid.caption else start
            self.grid.caption = (first, end)
        elif self._cell is not None:
            self._content = (self._content[0] if self._content[1] else start, end)

    def close_cell(self) -> None:
        """The cell ends, if one was open."""
        if self._cell is not None:
            width, height, header = self._cell
            self.grid.add(*self._content, width, height, header=header, indent=self._indent)
            self._cell = None

    def add_plain(self, start: int, end: int, attributes: str, *, header: bool, indent: int = 0) -> None:
        """A whole cell of nothing but text; indent: by the blanks before its words."""
        self._begin_cell()
        if attributes:
            indent += indent_of_attributes(attributes)
            self.grid.add(start, end, *_spans(attributes), header=header, indent=indent)
        else:
            self.grid.add(start, end, header=header, indent=indent)
        self._plain.append((start, end))

    def add_empty(self, tags: str) -> None:
        """Whole cells without anything in them, given by their tags."""
        self._begin_cell()
        self.grid.skip(_spans_of_cells(tags))

    def close_row(self) -> None:
        """The row ends."""
        self.close_cell()
        self._in_row = False

    def close(self, end: int) -> Table:
        """The table ends."""
        self.close_row()
        return self.grid.table(end)

    def is_frame(self, table: Table) -> bool:
        """Whether the table only arranges parts of the page."""
        if self.holds_tables or not any(len(row) > 1 for row in table.rows):
            return True
        return any(cell.end - cell.start > _LONG_CELL for row in table.rows for cell in row)

    def blocks_of_frame(self) -> list[Block]:
        """The plain cells as paragraphs."""
        return [Block(kind="paragraph", start=start, end=end) for start, end in self._plain]

    def _begin_cell(self) -> None:
        if self._cell is not None:
            self.close_cell()
        if not self._in_row:
            self._ensure_row()

    def _ensure_row(self) -> None:
        if not self._in_row:
            self.open_row()


def has_figures(table: Table, text: str) -> bool:
    """Whether at least two cells of a table are figures."""
    found = 0
    for row in table.rows:
        for cell in row:
            found += _is_figure(cell, text)
            if found >= _FEWEST_FIGURES:
                return True
    return False


def _is_figure(cell: Cell, text: str) -> bool:
    return cell.end - cell.start < 80 and _FIGURE.match(text, cell.start, cell.end) is not None


def row_blocks(table: Table) -> list[Block]:
    """The rows of a table of words, to be read as text."""
    return [
        Block(kind="row", start=max(row[0].start - 2, 0), end=min(row[-1].end + 2, table.end))
        for row in table.rows if row
    ]


@lru_cache(maxsize=1024)
def _spans(attributes: str) -> tuple[int, int]:
    return number_of(attributes, "colspan", MOST_COLUMNS), number_of(attributes, "rowspan", MOST_ROWS)


@lru_cache(maxsize=1024)
def _spans_of_cells(tags: str) -> tuple[tuple[int, int], ...]:
    return tuple(_spans(attributes) for attributes in _CELL.findall(tags))

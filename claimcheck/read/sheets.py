"""Spreadsheets to text: a heading for each sheet, its tables, and the words around them; numbers as their cells show.

Formulas are never worked out, the results that the file stores are read; macros are never run. Hidden sheets are named
and left out. Hidden rows and columns are read: the totals of a table rest on them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from claimcheck.model.document import BlockKind, Document
from claimcheck.read.compose import CellText, Composer
from claimcheck.read.furniture import Furniture
from claimcheck.read.ods import read_ods
from claimcheck.read.plain import is_heading
from claimcheck.read.regions import Filled, Region, find_regions
from claimcheck.read.sheet import Sheet, cell_name
from claimcheck.read.xlsx import read_xlsx

_GIVEN_NAME = re.compile(r"[^\W\d_]+ ?[0-9]{1,3}")  # what programs call a new sheet: "Sheet1"


def read_sheets(data: bytes, path: str, furniture: Furniture, date: dt.date | None) -> Document:
    """A workbook as a document; raises InputError when it is none, or broken, or too large, or a library is missing."""
    read = read_ods if path.lower().endswith(".ods") else read_xlsx
    text = Composer()
    for sheet in read(data, path):
        _Page(sheet, text).compose()
    return text.document(path, furniture, date)


class _Page:
    """A sheet while it is written down."""

    def __init__(self, sheet: Sheet, text: Composer) -> None:
        self._sheet = sheet
        self._text = text

    def compose(self) -> None:
        """Writes the sheet into the text."""
        name = f"sheet {self._sheet.name}"
        if self._sheet.hidden:
            self._text.block("furniture", self._sheet.name, name, "a hidden sheet")
            return
        if not _GIVEN_NAME.fullmatch(self._sheet.name):
            self._text.block("heading", self._sheet.name, name)
        for region in find_regions(self._sheet.rows):
            self._region(region)

    def _region(self, region: Region) -> None:
        if not region.close:
            self._text.end_titles()
        for cell in region.head:
            self._words(cell)
        if region.rows:
            self._text.table(self._cells(region.rows))
        for cell in region.notes:
            self._words(cell)
        if region.notes:
            self._text.end_titles()

    def _words(self, cell: Filled) -> None:
        kind: BlockKind = "heading" if is_heading(cell.text) else "paragraph"
        self._text.block(kind, cell.text, self._part(cell))

    def _cells(self, rows: Sequence[Sequence[Filled]]) -> list[list[CellText]]:
        """The rows with the gaps between their cells, but for those that a cell from above fills."""
        left = min(cell.column for row in rows for cell in row)
        filled: dict[int, int] = {}  # column -> the row up to which a cell from above fills it
        made = []
        for row in rows:
            cells: list[CellText] = []
            column = left
            for cell in row:
                if cell.column > column:
                    gap = [at for at in range(column, cell.column) if filled.get(at, -1) < cell.row]
                    cells += [CellText("")] * len(gap)
                cells.append(CellText(cell.text, cell.width, cell.height, part=self._part(cell), indent=cell.indent))
                column = cell.column + cell.width
                if cell.height > 1:
                    filled.update(dict.fromkeys(range(cell.column, column), cell.row + cell.height - 1))
            made.append(cells)
        return made

    def _part(self, cell: Filled) -> str:
        return f"sheet {self._sheet.name}, cell {cell_name(cell.row, cell.column)}"

"""The rows and cells of a table of a Word document, with the columns and rows that each cell spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.read.archive import Element, attribute, local_name
from claimcheck.read.compose import CellText
from claimcheck.read.docx_styles import child, is_on
from claimcheck.read.grids import MOST_COLUMNS, MOST_ROWS

_WRAPPERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml"))


@dataclass(slots=True)
class WordCell:
    """A cell. goes_on: it shows nothing, because the cell above spans its row too."""

    element: Element
    column: int
    width: int
    goes_on: bool
    height: int = 1


@dataclass(slots=True)
class Row:
    """A row of a table; before: how many columns it leaves out at its start."""

    cells: list[WordCell]
    before: int
    header: bool


def rows_of(table: Element) -> list[Row]:
    """The rows of a table, without those that were deleted; the cells know how many rows they span."""
    rows = [_row(each) for each in _inside(table, "tr") if not _is_deleted(child(each, "trPr"), "del")]
    above: dict[int, WordCell] = {}  # column -> the cell that spans down to here
    for row in rows:
        going: dict[int, WordCell] = {}
        for cell in row.cells:
            start = above.get(cell.column) if cell.goes_on else None
            if start is not None:
                start.height = min(start.height + 1, MOST_ROWS)
            going[cell.column] = start or cell
        above = going
    return rows


def to_cells(rows: Sequence[Row], texts: Sequence[Sequence[tuple[str, int]]], name: str) -> list[list[CellText]]:
    """The rows of the table of that name with the texts of their cells and their indents, as a composer takes them."""
    made = []
    for number, (row, words) in enumerate(zip(rows, texts, strict=True), 1):
        cells = [CellText("", row.before)] if row.before else []
        for cell, (text, indent) in zip(row.cells, words, strict=True):
            if not cell.goes_on:
                part = f"{name}, row {number}, column {cell.column + 1}"
                cells.append(CellText(text, cell.width, cell.height, row.header, part, indent))
        made.append(cells)
    return made


def _row(element: Element) -> Row:
    properties = child(element, "trPr")
    before = child(properties, "gridBefore")
    column = first = 0 if before is None else _count(before)
    cells = []
    for each in _inside(element, "tc"):
        own = child(each, "tcPr")
        if _is_deleted(own, "cellDel"):
            continue
        span, merged = child(own, "gridSpan"), child(own, "vMerge")
        width = 1 if span is None else _count(span)
        goes_on = merged is not None and attribute(merged, "val", "continue") == "continue"
        cells.append(WordCell(each, column, width, goes_on))
        column += width
    return Row(cells, first, is_on(child(properties, "tblHeader")))


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those that content controls or tracked changes wrap."""
    pending = list(parent)[::-1]
    while pending:
        each = pending.pop()
        if local_name(each) == name:
            yield each
        elif local_name(each) in _WRAPPERS:
            pending.extend(list(each)[::-1])


def _is_deleted(properties: Element | None, mark: str) -> bool:
    return child(properties, mark) is not None


def _count(element: Element) -> int:
    value = attribute(element, "val")
    return min(max(int(value), 1), MOST_COLUMNS) if value.isascii() and value.isdigit() and len(value) < 9 else 1

"""OpenDocument spreadsheets: the file stores the words that each cell shows, and those are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, DecimalException

from claimcheck.errors import InputError
from claimcheck.read.archive import DEEPEST, Archive, Element, attribute, local_name
from claimcheck.read.grids import MOST_COLUMNS, MOST_ROWS
from claimcheck.read.indents import LETTER, points_of
from claimcheck.read.regions import Filled
from claimcheck.read.sheet import MOST_CELLS, Sheet, too_many_cells

_FIGURES = ("float", "percentage", "currency", "date", "time")
_GROUPS = ("table-row-group", "table-header-rows", "table-rows")
_LAST = 1_048_576  # row or column of any sheet
_NUMBER = re.compile(r"[0-9](?:[.,\s'’]?[0-9])*")
_SCALES = (Decimal(1), Decimal(100), Decimal("0.001"), Decimal("0.000001"))  # plain, percent, thousands, millions
_MOST_PLACES, _MOST_DIGITS = 6, 40
_MOST_BLANKS = 200


def read_ods(data: bytes, path: str) -> Iterator[Sheet]:
    """The sheets of a workbook, in order; the hidden ones are only named."""
    archive = Archive(data, path, "an OpenDocument spreadsheet")
    root = archive.xml("content.xml")
    hidden = _hidden_styles(root)
    book = next((each for each in root.iter() if local_name(each) == "spreadsheet"), None)
    if book is None:
        raise InputError(path, "holds no spreadsheet")
    reader = _Reader(path, _indents(root))
    for table in book:
        if local_name(table) == "table":
            name = attribute(table, "name")
            if attribute(table, "style-name") in hidden:
                yield Sheet(name, hidden=True)
            else:
                yield Sheet(name, rows={row: cells for row, cells in reader.rows(table) if cells})


def _hidden_styles(root: Element) -> set[str]:
    return {
        attribute(style, "name")
        for style in root.iter()
        if local_name(style) == "style"
        for properties in style
        if local_name(properties) == "table-properties" and attribute(properties, "display") == "false"
    }


def _indents(root: Element) -> dict[str, int]:
    """How far each style of cells sets in their words, in points."""
    return {
        attribute(style, "name"): round(points_of(attribute(properties, "margin-left", "0")))
        for style in root.iter()
        if local_name(style) == "style"
        for properties in style
        if local_name(properties) == "paragraph-properties"
    }


class _Reader:
    """Reads the tables of one file, counting their cells."""

    def __init__(self, path: str, indents: dict[str, int]) -> None:
        self._path = path
        self._indents = indents
        self._cells = 0

    def rows(self, table: Element) -> Iterator[tuple[int, list[Filled]]]:
        """The rows of a table with their numbers; a repeated row that shows something is given as often."""
        number = 0
        for row in self._row_elements(table, 0):
            times = _count(row, "number-rows-repeated", _LAST)
            cells = self._row(row, number)
            for again in range(times if cells else 0):
                self._count(len(cells))
                yield number + again, [cell._replace(row=number + again) for cell in cells]
            number += times

    def _row_elements(self, parent: Element, depth: int) -> Iterator[Element]:
        if depth > DEEPEST:
            raise InputError(self._path, f"nests its elements more than {DEEPEST} deep")
        for each in parent:
            name = local_name(each)
            if name == "table-row":
                yield each
            elif name in _GROUPS:
                yield from self._row_elements(each, depth + 1)

    def _row(self, row: Element, number: int) -> list[Filled]:
        cells: list[Filled] = []
        column = 0
        for cell in row:
            name = local_name(cell)
            if name not in ("table-cell", "covered-table-cell"):
                continue
            times = _count(cell, "number-columns-repeated", _LAST)
            text = _shown(cell) if name == "table-cell" else ""
            if text:
                self._count(times - 1)
                width = _count(cell, "number-columns-spanned", MOST_COLUMNS)
                height = _count(cell, "number-rows-spanned", MOST_ROWS)
                figure = attribute(cell, "value-type") in _FIGURES
                indent = self._indents.get(attribute(cell, "style-name"), 0) + _blanks_before(cell)
                cells += [Filled(number, column + at, text, figure, width, height, indent) for at in range(times)]
            column += times
        return cells

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > MOST_CELLS:
            raise too_many_cells(self._path)


def _blanks_before(cell: Element) -> int:
    """How far the blanks at its beginning set in the words of a cell: repeated ones are elements of their own."""
    paragraph = next((each for each in cell if local_name(each) == "p"), None)
    first = next(iter(paragraph), None) if paragraph is not None and not paragraph.text else None
    return _count(first, "c", _MOST_BLANKS) * LETTER if first is not None and local_name(first) == "s" else 0


def _shown(cell: Element) -> str:
    """The words that a cell shows: its paragraphs, and not the notes that hang on it."""
    words = ["".join(each.itertext()) for each in cell if local_name(each) == "p"]
    text = " ".join(" ".join(words).split())
    value = attribute(cell, "value")
    return _in_english(text, value) if value and attribute(cell, "value-type") in _FIGURES else text


def _in_english(text: str, value: str) -> str:
    """The words of a number with the marks of English, whatever the language that they were shown in.

    >>> _in_english("1.234,50 €", "1234.5"), _in_english("23,4 %", "0.234"), _in_english("2023", "2023")
    ('1,234.50 €', '23.4 %', '2023')
    """
    shown = _NUMBER.search(text)
    if shown is None or shown[0].isdigit() or len(shown[0]) > _MOST_DIGITS or len(value) > _MOST_DIGITS:
        return text
    digits = re.sub(r"[^0-9]", "", shown[0])
    try:
        exact = abs(Decimal(value))
        for scale in _SCALES:
            for places in range(_MOST_PLACES + 1):
                number = (exact * scale).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
                if f"{number:f}".replace(".", "") == digits:
                    return f"{text[: shown.start()]}{number:,f}{text[shown.end() :]}"
    except DecimalException:  # what is no number
        return text
    return text


def _count(element: Element, name: str, most: int) -> int:
    value = attribute(element, name, "1")
    return min(max(int(value), 1), most) if value.isascii() and value.isdigit() and len(value) < 9 else 1

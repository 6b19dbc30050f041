"""Excel workbooks: values by python-calamine, and from the XML what it leaves out: how each cell shows its number."""

from __future__ import annotations

import datetime as dt
import io
import posixpath
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from claimcheck.errors import InputError
from claimcheck.extras import load_extra
from claimcheck.read.archive import Archive, Element, attribute, local_name, refuse_entities
from claimcheck.read.grids import MOST_COLUMNS, MOST_ROWS
from claimcheck.read.indents import LETTER, indent_of_blanks
from claimcheck.read.number_formats import BUILT_IN, GENERAL, Value, show_value
from claimcheck.read.regions import Filled
from claimcheck.read.sheet import MOST_AREA, MOST_CELLS, Sheet, too_many_cells

_WORKBOOK, _STYLES = "xl/workbook.xml", "xl/styles.xml"
_TAG = re.compile(rb"<(?:[a-zA-Z0-9]+:)?(?P<name>row|c)(?=[\s/>])(?P<attributes>[^>]*)>")
_PLACE = re.compile(rb"(?<!\S)r\s*=\s*[\"'](?P<column>[A-Z]{0,3})(?P<row>[0-9]{1,7})[\"']")
_STYLE = re.compile(rb"(?<!\S)s\s*=\s*[\"']([0-9]{1,6})[\"']")
_LAST_COLUMN = 16_384

_LEVEL = 3 * LETTER  # points of one step of indentation


class _Style(NamedTuple):
    """How a cell shows what it holds: the code of its format, and how far it is set in, in points."""

    code: str = GENERAL
    indent: int = 0


_PLAIN = _Style()
Spans = dict[tuple[int, int], tuple[int, int]]  # upper left corner -> width and height


@dataclass(slots=True)
class _Layout:
    """What the XML of a sheet tells of its cells: the number of the format of each that has one."""

    styles: dict[tuple[int, int], int] = field(default_factory=dict)
    cells: int = 0
    last_row: int = -1
    last_column: int = -1


def read_xlsx(data: bytes, path: str) -> Iterator[Sheet]:
    """The sheets of a workbook, in order; the hidden ones are only named."""
    archive = Archive(data, path, "an Excel workbook")
    if _WORKBOOK not in archive.names:
        raise InputError(path, f"holds no {_WORKBOOK}: it is no Excel workbook")
    styles = _styles(archive)
    parts = _parts(archive)
    layouts = _layouts(archive, [part for part, hidden in parts.values() if not hidden], path)
    workbook = _opened(data, path)
    for name in workbook.sheet_names:
        part, hidden = parts.get(name, ("", True))
        if hidden or part not in layouts:
            yield Sheet(name, hidden=hidden)
        else:
            yield Sheet(name, rows=_rows(_sheet(workbook, name, path), layouts[part], styles))


def _opened(data: bytes, path: str) -> Any:
    calamine = load_extra("xlsx", path)
    with _refusals(path):
        return calamine.load_workbook(io.BytesIO(data))


def _sheet(workbook: Any, name: str, path: str) -> Any:
    with _refusals(path):
        return workbook.get_sheet_by_name(name)


@contextmanager
def _refusals(path: str) -> Iterator[None]:
    """Turns what calamine raises for broken files into an InputError; its panics derive from no Exception."""
    try:
        yield
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise InputError(path, f"is a broken workbook: {error}") from error
        raise


def _parts(archive: Archive) -> dict[str, tuple[str, bool]]:
    """Name of a sheet -> the file that holds it, and whether the sheet is hidden."""
    relations = {
        attribute(each, "Id"): posixpath.normpath(posixpath.join("/xl", attribute(each, "Target"))).lstrip("/")
        for each in archive.xml("xl/_rels/workbook.xml.rels")
    }
    found = {}
    for sheet in archive.xml(_WORKBOOK).iter():
        if local_name(sheet) == "sheet":
            hidden = attribute(sheet, "state", "visible") != "visible"
            found[attribute(sheet, "name")] = relations.get(attribute(sheet, "id"), ""), hidden
    return found


def _styles(archive: Archive) -> list[_Style]:
    """The styles of cells by their numbers."""
    if _STYLES not in archive.names:
        return []
    own: dict[str, str] = {}
    styles: list[_Style] = []
    for each in archive.xml(_STYLES):
        if local_name(each) == "numFmts":
            own = {attribute(code, "numFmtId"): attribute(code, "formatCode") for code in each}
        elif local_name(each) == "cellXfs":
            styles = [_Style(_code_of(attribute(style, "numFmtId", "0"), own), _indent_of(style)) for style in each]
    return styles


def _code_of(number: str, own: dict[str, str]) -> str:
    return own.get(number) or BUILT_IN.get(int(number) if number.isdigit() else 0, GENERAL)


def _indent_of(style: Element) -> int:
    levels = next((attribute(each, "indent") for each in style if local_name(each) == "alignment"), "")
    return int(levels) * _LEVEL if levels.isascii() and levels.isdigit() and len(levels) < 4 else 0


def _layouts(archive: Archive, parts: Sequence[str], path: str) -> dict[str, _Layout]:
    """What the sheets hold; raises InputError when that is more than may be read, before anything is read."""
    found: dict[str, _Layout] = {}
    cells = 0
    for name in sorted(archive.names):
        if name in parts:
            xml = archive.read(name)
            refuse_entities(xml, path, name)
            found[name] = _layout(xml, path)
            cells += found[name].cells
            if cells > MOST_CELLS:
                raise too_many_cells(path)
            if (found[name].last_row + 1) * (found[name].last_column + 1) > MOST_AREA:
                raise InputError(path, f"{name} in it spreads its cells over more than {MOST_AREA:,} places, the limit")
        elif name.endswith((".xml", ".rels")):
            refuse_entities(archive.read(name), path, name)
    return found


def _layout(xml: bytes, path: str) -> _Layout:
    layout = _Layout()
    row, column = -1, -1
    for tag in _TAG.finditer(xml):
        place = _PLACE.search(tag["attributes"])
        if tag["name"] == b"row":
            row, column = int(place["row"]) - 1 if place else row + 1, -1
            continue
        column += 1
        if place and place["column"]:
            row, column = int(place["row"]) - 1, _column(place["column"])
        if tag["attributes"].endswith(b"/"):
            continue
        layout.cells += 1
        if layout.cells > MOST_CELLS or column >= _LAST_COLUMN:
            raise too_many_cells(path)
        layout.last_row, layout.last_column = max(layout.last_row, row), max(layout.last_column, column)
        style = _STYLE.search(tag["attributes"])
        if style and style[1] != b"0":
            layout.styles[row, column] = int(style[1])
    return layout


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _rows(sheet: Any, layout: _Layout, styles: Sequence[_Style]) -> dict[int, Sequence[Filled]]:
    """The filled cells of a sheet, as they show."""
    spans = _spans(sheet.merged_cell_ranges or ())
    rows: dict[int, Sequence[Filled]] = {}
    first_row, first_column = sheet.start or (0, 0)
    for row, values in enumerate(sheet.to_python(skip_empty_area=True), first_row):
        cells = []
        for column, value in enumerate(values, first_column):
            if value != "":
                number = layout.styles.get((row, column), 0)
                style = styles[number] if number < len(styles) else _PLAIN
                shown = show_value(value, style.code)
                text = shown.strip()
                if text:
                    width, height = spans.get((row, column), (1, 1))
                    indent = style.indent if shown[0] == text[0] else style.indent + indent_of_blanks(shown)
                    cells.append(Filled(row, column, text, _is_figure(value), width, height, indent))
        if cells:
            rows[row] = cells
    return rows


def _is_figure(value: Value) -> bool:
    return isinstance(value, (int, float, dt.date)) and not isinstance(value, bool)


def _spans(merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> Spans:
    return {
        (top, left): (min(right - left + 1, MOST_COLUMNS), min(bottom - top + 1, MOST_ROWS))
        for (top, left), (bottom, right) in merged
    }

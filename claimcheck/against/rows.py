"""Trusted figures in a table whose first row names the columns."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from claimcheck.against.trusted import Trusted, complaint
from claimcheck.errors import InputError
from claimcheck.model.document import Document
from claimcheck.model.table import Cell
from claimcheck.written import Claim, written_period

_VALUES = ("value", "text")  # either may hold the figure
_COLUMNS = ("metric", *_VALUES, "unit", "subject", "place", "period", "status", "role", "trend", "source")
_Row = Mapping[str, Cell]


def figures_of_rows(document: Document) -> Iterator[Trusted | InputError]:
    """The figure of each row of the first table, or what is wrong with the row.

    Raises InputError for a file without a table, and for columns that are missing or mean nothing.
    """
    rows = [row for table in document.tables[:1] for row in table.rows if row]
    if not rows:
        raise InputError(document.path, "holds no table of figures")
    columns = _columns(document, rows[0])
    for row in rows[1:]:
        cells = {columns[cell.column]: cell for cell in row if cell.column in columns}
        beyond = next((cell for cell in row if cell.column not in columns), None)
        if beyond is not None:
            yield _wrong(document, beyond, f"{_said(document, beyond)!r} stands in a column without a name")
        else:
            yield _figure(document, row[0], cells)


def _columns(document: Document, head: tuple[Cell, ...]) -> dict[int, str]:
    """The names of the columns, by number."""
    columns: dict[int, str] = {}
    for cell in head:
        name = _said(document, cell).casefold()
        if name not in _COLUMNS:
            near = difflib.get_close_matches(name, _COLUMNS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(_COLUMNS)}"
            raise _wrong(document, cell, f"unknown column {name!r}; {hint}")
        if name in columns.values():
            raise _wrong(document, cell, f"a second column {name!r}")
        columns[cell.column] = name
    if "metric" not in columns.values() or not any(name in columns.values() for name in _VALUES):
        raise _wrong(document, head[0], "the first row must name the columns 'metric' and 'value'")
    return columns


def _figure(document: Document, first: Cell, cells: _Row) -> Trusted | InputError:
    words = {name: _said(document, cell) for name, cell in cells.items()}
    source = words.pop("source", "")
    told = next((name for name in _VALUES if name in words), "")
    at = cells.get(told, first)
    if not told or "metric" not in words:
        return _wrong(document, first, f"the row has no {'metric' if told else 'value'}")
    words = {"value": words[told]} | {name: said for name, said in words.items() if name not in _VALUES}
    try:
        if "period" in words:
            written_period(words["period"])
    except ValueError as error:
        return _wrong(document, cells["period"], f"column 'period': {error}")
    try:
        claim = Claim.model_validate(words)
    except ValidationError as error:
        name, reason = complaint(error)
        return _wrong(document, cells.get(name, at), f"column {name if name in cells else told!r}: {reason}")
    place = document.place(at.start, at.end)
    where = place.model_dump(exclude={"text"})
    return Trusted(claim.model_copy(update=where), source)


def _said(document: Document, cell: Cell) -> str:
    return " ".join(document.reading[cell.start : cell.end].replace('""', '"').split())


def _wrong(document: Document, cell: Cell, reason: str) -> InputError:
    place = document.place(cell.start, cell.end)
    where = f", {place.part}" if place.part else f":{place.line}:{place.column}"
    return InputError(f"{document.path}{where}", reason)

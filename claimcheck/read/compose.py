"""The text that a reader makes of a file that is no text: blocks and tables one below the other, with their places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.model.document import Block, BlockKind, Document
from claimcheck.model.locator import Locator
from claimcheck.model.table import Table
from claimcheck.read.furniture import Furniture
from claimcheck.read.grids import Grid
from claimcheck.read.layout import has_figures
from claimcheck.read.plain import is_heading, mask_plain

_LONGEST_CAPTION = 300


class CellText(NamedTuple):
    """A cell as a reader finds it. part: where it stands; empty: where its table does; indent: as in `Cell`."""

    text: str
    width: int = 1
    height: int = 1
    header: bool = False
    part: str = ""
    indent: int = 0


class Composer:
    """A document in the making. One paragraph a line, a blank line between blocks, a row of a table a line."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._starts: list[int] = []
        self._names: list[str] = []
        self._caption: tuple[int, int] | None = None  # the titles that stand just above what is to come

    @property
    def length(self) -> int:
        """How long the text is so far."""
        return self._length

    def block(self, kind: BlockKind, text: str, part: str = "", reason: str = "") -> None:
        """A paragraph, heading or the like; blank text is left out."""
        text = text.strip()
        if text:
            start = self._length
            self._mark(part)
            self._write(text)
            self._blocks.append(Block(kind=kind, start=start, end=self._length, reason=reason))
            if kind != "furniture":
                self._note_title(text, start)
            self._write("\n\n")

    def end_titles(self) -> None:
        """What was written so far is no caption of what is to come."""
        self._caption = None

    def table(self, rows: Sequence[Sequence[CellText]], part: str = "") -> Table:
        """A table: the cells of its rows in order, where an empty one only takes up its columns.

        The titles just above it are its caption.
        """
        grid = Grid(self._length)
        grid.caption, self._caption = self._caption, None
        for row in rows:
            grid.open_row()
            self._row(grid, row, part)
        self._write("\n")
        self._tables.append(grid.table(self._length))
        return self._tables[-1]

    def document(
        self, path: str, furniture: Furniture, date: dt.date | None, locator: Locator | None = None
    ) -> Document:
        """The document: a table of words is read as rows of text, and what is known for furniture is left out."""
        text = "".join(self._pieces)
        tables: list[Table] = []
        rows: list[Block] = []
        for table in self._tables:
            if has_figures(table, text):
                tables.append(table)
            else:
                rows += [Block(kind="row", start=row[0].start, end=row[-1].end) for row in table.rows if row]
        blocks = sorted([*self._judged(text, furniture), *rows], key=lambda block: block.start)
        return Document(
            path=path,
            text=text,
            reading=_with_bars(mask_plain(text), rows),
            blocks=tuple(blocks),
            tables=tuple(tables),
            date=date,
            locator=locator or Locator(tuple(self._starts), tuple(self._names)),
        )

    def _note_title(self, text: str, start: int) -> None:
        first = self._caption[0] if self._caption else start
        fits = is_heading(text) and self._length - first <= _LONGEST_CAPTION
        self._caption = (first, self._length) if fits else None

    def _row(self, grid: Grid, row: Sequence[CellText], part: str) -> None:
        for number, cell in enumerate(row):
            if number:
                self._write("\t")
            words = " ".join(cell.text.split())
            start = self._length
            if words:
                self._mark(cell.part or part)
                self._write(words)
            grid.add(start, self._length, cell.width, cell.height, header=cell.header, indent=cell.indent)
        self._write("\n")

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _mark(self, part: str) -> None:
        if part != (self._names[-1] if self._names else ""):
            self._starts.append(self._length)
            self._names.append(part)

    def _judged(self, text: str, furniture: Furniture) -> list[Block]:
        kept = [at for at, block in enumerate(self._blocks) if block.kind != "furniture"]
        reasons = furniture.reasons([text[self._blocks[at].start : self._blocks[at].end] for at in kept])
        judged = list(self._blocks)
        for at, reason in zip(kept, reasons, strict=True):
            if reason:
                judged[at] = judged[at].model_copy(update={"kind": "furniture", "reason": reason})
        return judged


def _with_bars(reading: str, rows: Sequence[Block]) -> str:
    """The reading with bars between the cells of these rows, so that no sentence runs from one cell into the next."""
    pieces, done = [], 0
    for row in rows:
        pieces += [reading[done : row.start], reading[row.start : row.end].replace("\t", "|")]
        done = row.end
    return "".join([*pieces, reading[done:]])

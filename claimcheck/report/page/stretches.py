"""A report's text cut into what stands on its own: blocks, the rows of tables, and the lines between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.model.document import Block, BlockKind, Document
from claimcheck.model.table import Cell, Table

Span = tuple[int, int]
_RULED = "|,;:-=+ \t\r\n"  # what stands between the cells of a table and says nothing


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block, or a line between blocks.

    spans: where it stands; several for the row of a table, one a cell, an empty one for an empty cell. reason: why it
    was not read. verbatim: whether its blanks mean something.
    """

    kind: BlockKind
    spans: tuple[Span, ...]
    reason: str = ""
    verbatim: bool = False


def stretches_of(document: Document, text: str, *, tables: bool = True) -> Iterator[Stretch]:
    """The whole of a text in its order, but for the blanks and rules between.

    text: what is shown, at the offsets of the source. tables: whether they are shown as such, or line by line.
    """
    grids = sorted(document.tables, key=lambda table: (table.start, -table.end)) if tables else []
    first, last = (Block(kind="paragraph", start=at, end=at) for at in (0, len(text)))
    for before, block in pairwise([first, *document.blocks, last]):
        within = [grid for grid in grids if before.end <= grid.start and grid.end <= block.start]
        yield from _between(text, before.end, block.start, within)
        if block.end > block.start:
            yield Stretch(block.kind, ((block.start, block.end),), block.reason, block.kind == "row")


def _between(text: str, start: int, end: int, tables: list[Table]) -> Iterator[Stretch]:
    at = start
    for table in tables:
        if table.start < at:  # it lies in another
            continue
        for row in filter(None, table.rows):
            yield from _lines(text, at, row[0].start, _RULED)
            yield Stretch("row", tuple(_spans(row)))
            at = max(at, row[-1].end)
        yield from _lines(text, at, table.end, _RULED)
        at = max(at, table.end)
    yield from _lines(text, at, end)


def _spans(row: tuple[Cell, ...]) -> Iterator[Span]:
    """The cells of a row, and empty ones where it has none."""
    column = 0
    for cell in row:
        yield from [(cell.start, cell.start)] * (cell.column - column)
        yield cell.start, cell.end
        column = cell.column + 1  # a cell that spans several columns is not drawn wider


def _lines(text: str, start: int, end: int, idle: str = "") -> Iterator[Stretch]:
    """The lines of a stretch that hold more than blanks, without the `idle` characters around them."""
    at = start
    for line in text[start:end].splitlines(keepends=True):
        kept = line.strip(idle) if idle else line.rstrip()
        if kept:
            first = at + line.index(kept)
            yield Stretch("row", ((first, first + len(kept)),), verbatim=True)
        at += len(line)

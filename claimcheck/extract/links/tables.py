"""Tables whose rows or columns end in a total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fits import size
from claimcheck.extract.links.page import Page, Passage
from claimcheck.extract.links.skeleton import AMOUNT, sign_of

_CELL = re.compile(r"\|?([^|]*)\|")
# How close the figures must come to a total that is called one, and to one that is only in its place.
_CALLED = (Decimal("0.75"), Decimal("1.3"))
_PLACED = (Decimal("0.93"), Decimal("1.07"))
_FEWEST = 3

Cell = QuantityDraft | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its first cell, and for each cell its only figure. `head`: the words of each cell."""

    passage: Passage
    head: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def label(self) -> str:
        """What the row is about."""
        return self.head[0] if self.head else ""

    @property
    def is_total(self) -> bool:
        """True when the row is called a total."""
        return _is_called_total(self.passage, self.label)


def find_table_totals(page: Page, number: int) -> Iterator[LinkDraft]:
    """The totals of the table that ends with this passage: in its last row, and in its last column."""
    rows = _table_ending(page, number)
    body = [row for row in rows if any(row.cells)]
    if len(body) < _FEWEST:
        return
    yield from _column_totals(body)
    header = rows[0]
    if not any(header.cells) and header.head and _is_called_total(header.passage, header.head[-1]):
        for row in body:
            for link in total_of(row.cells[-1], row.cells[:-1], called=True):
                # the link is told with the last row, so its place counts from there
                apart = row.passage.block.offset - page[number].block.offset
                link.start, link.end = link.start + apart, link.end + apart
                yield link


def _table_ending(page: Page, number: int) -> list[Row]:
    last = page[number]
    follows = number + 1 < len(page) and page[number + 1].number == last.number + 1
    if last.block.kind != "row" or (follows and page[number + 1].block.kind == "row"):
        return []
    first = number
    while first > 0 and page[first - 1].block.kind == "row" and page[first - 1].number == page[first].number - 1:
        first -= 1
    return [_row(passage) for passage in page[first : number + 1]]


def _row(passage: Passage) -> Row:
    text = passage.block.text
    spans = [(match.start(1), match.end(1)) for match in _CELL.finditer(text)]
    return Row(
        passage,
        tuple(text[start:end].strip() for start, end in spans),
        tuple(_only_figure(passage, start, end) for start, end in spans),
    )


def _only_figure(passage: Passage, start: int, end: int) -> Cell:
    """The figure that fills a cell; none for a cell of words or of several figures."""
    figures = [figure for figure in passage.skeleton.figures.values() if start <= figure.start < end]
    return figures[0] if len(figures) == 1 and not passage.block.text[start:figures[0].start].strip() else None


def _is_called_total(passage: Passage, label: str) -> bool:
    return passage.lexicon.phrases["total-label"].regex.fullmatch(label.strip().lower()) is not None


def _column_totals(body: Sequence[Row]) -> Iterator[LinkDraft]:
    """The last row as the total of those above, column by column; no row above may be one itself."""
    *parts, last = body
    if any(row.is_total for row in parts) or any(_is_part_of_row(row) for row in parts):
        return
    for column, whole in enumerate(last.cells):
        cells = [row.cells[column] if column < len(row.cells) else None for row in parts]
        yield from total_of(whole, cells, called=last.is_total)


def _is_part_of_row(row: Row) -> bool:
    return row.passage.lexicon.phrases["row-within"].regex.match(row.label.lower()) is not None


def total_of(whole: Cell, parts: Sequence[Cell], *, called: bool) -> Iterator[LinkDraft]:
    """The link of a total and the cells above or before it, when they are in one unit and come close to it.

    called: whether words call it a total, which allows for a greater gap and for fewer parts.
    """
    figures = [part for part in parts if part is not None]
    if whole is None or len(figures) < (2 if called else _FEWEST) or not _adds_up_in_kind(whole, figures):
        return
    together = sum((size(part) for part in figures), Decimal(0))
    low, high = _CALLED if called else _PLACED
    if not low * size(whole) <= together <= high * size(whole):
        return
    if any(together - size(part) == size(whole) for part in figures):
        return  # a row may be part of the one above it
    if any(size(part) >= size(whole) for part in figures):
        return
    yield LinkDraft(whole.start, whole.end, "total", {"whole": [whole], "part": list(figures)})


def _adds_up_in_kind(whole: QuantityDraft, parts: Sequence[QuantityDraft]) -> bool:
    """True for amounts of one unit; rates and averages do not add up."""
    return all(
        sign_of(figure) == AMOUNT and figure.unit == whole.unit and "_per_" not in figure.unit
        and not isinstance(figure.value, tuple)
        for figure in (whole, *parts)
    )

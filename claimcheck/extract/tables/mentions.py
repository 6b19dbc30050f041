"""The figures of the tables of a document as mentions, and what ties them together as links."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.extract.tables.figures import Figure
from claimcheck.extract.tables.footing import Footing, footings_of
from claimcheck.extract.tables.grid import Grid, Row, grid_of
from claimcheck.extract.tables.heads import beside_columns, head_rows, heads_of
from claimcheck.extract.tables.lexicon import TableLexicon
from claimcheck.extract.tables.lines import lines_of, mark_closings
from claimcheck.extract.tables.orders import find_columns
from claimcheck.extract.tables.outline import Standing, outline_of
from claimcheck.extract.tables.units import Head, HeadReader, of_table
from claimcheck.model.alike import like
from claimcheck.model.document import Document
from claimcheck.model.mention import Link, QuantityMention
from claimcheck.model.table import Table

_LONGEST_LEAD = 160  # a block before a table that is longer says more than its units
_DIGIT = re.compile(r"\d")
_LONGEST_LABEL, _LONGEST_TIME = 80, 30
_PERCENT = "percent"
_CURRENCY = 3  # letters of the code of a currency
_CELL = QuantityMention(start=0, end=0, text="", value=Decimal(0), unit="count")
_FOOTING = Link(kind="footing", roles={}, start=0, end=0)

Found = tuple[tuple[QuantityMention, ...], tuple[Link, ...]]


def read_tables(document: Document, lexicon: TableLexicon, reader: HeadReader) -> Found:
    """The figures in the tables of a document, in the order of their places, and the links that tie them together."""
    cells: list[QuantityMention] = []
    links: list[Link] = []
    for table in document.tables:
        grid = grid_of(table, document.reading)
        if grid.columns:
            heads = heads_of(grid)
            outline = outline_of(grid, lexicon)
            first = len(cells)
            said = [reader.read(head) for head in heads]
            cells += _mentions(document, table, grid, outline, said, reader)
            position = {id(figure): first + at for at, (_, _, figure) in enumerate(_figures(grid))}
            lines = lines_of(grid, heads, outline, lexicon)
            mark_closings(lines[0], reader)
            for each in footings_of(grid, *lines):
                factor = _factor(each)
                if factor is not None:
                    links.append(_link(each, factor, position))
            links += find_columns(grid, outline, said, lexicon, position)
    return tuple(cells), tuple(links)


def _figures(grid: Grid) -> Iterator[tuple[Row, int, Figure]]:
    """The figures that stand in columns, with their row and column; a mark for nothing is one too."""
    for row in grid.rows:
        for column, figure in row.figures.items():
            yield row, column, figure


def _mentions(
    document: Document, table: Table, grid: Grid, outline: Sequence[Standing], heads: Sequence[Head],
    reader: HeadReader,
) -> Iterator[QuantityMention]:
    around = of_table(reader.read(text) for text in _texts_around(document, table, grid))
    lead = reader.read(_lead_of(document, table))
    if lead.unit is not None and len(lead.unit) != _CURRENCY and any(head.words for head in heads):
        lead = replace(lead, unit=None)  # a measure told before the table may be that of one column only
    around = Head(around.unit or lead.unit, around.scale or lead.scale)
    joined = [_joined(head, around) for head in heads]
    paths = {row.number: standing.path for row, standing in zip(grid.rows, outline, strict=True)}
    counted = {column for row, column, figure in _figures(grid) if figure.start in row.shares}
    heads = [_of_numbers(head) if at in counted else head for at, head in enumerate(heads)]
    often = Counter((paths[row.number], row.label) for row in grid.rows if row.figures)
    for row, column, figure in _figures(grid):
        path = paths[row.number]
        own = often[path, row.label] == 1 and len(row.label) <= _LONGEST_LABEL and not figure.dash
        yield _mention(document, figure, row.label if own else "", path, joined[column], reader)


def _of_numbers(head: Head) -> Head:
    """What a head such as "n (%)" says of the numbers in its column, whose shares stand in brackets behind them."""
    return replace(head, unit=None) if head.unit == _PERCENT else head


def _texts_around(document: Document, table: Table, grid: Grid) -> Iterator[str]:
    """Words that may tell the units of a whole table: its caption, a row of heads with one text, the heads over no
    column of figures, as in the upper left corner.
    """
    if table.caption:
        yield " ".join(document.reading[slice(*table.caption)].split())
    yield from (text for row in head_rows(grid) for text in beside_columns(grid, row))


def _lead_of(document: Document, table: Table) -> str:
    """The short block before a table, which may tell in what its figures are; a sentence with figures tells of them."""
    at = bisect_left(document.blocks, table.start, key=lambda block: block.start) - 1
    if at < 0 or document.blocks[at].kind == "row":
        return ""
    lead = document.blocks[at]
    text = " ".join(document.reading[lead.start : lead.end].split())
    return "" if len(text) > _LONGEST_LEAD or (text.endswith(".") and _DIGIT.search(text)) else text


def _joined(head: Head, around: Head) -> Head:
    """What is known of a column: its own words go before those of the whole table."""
    unit = head.unit or around.unit
    counts = head.unit is not None and len(head.unit) != _CURRENCY and around.unit is not None
    return Head(unit, head.scale or (None if counts else around.scale), head.period, head.words)


def _mention(
    document: Document, figure: Figure, label: str, path: tuple[str, ...], head: Head, reader: HeadReader
) -> QuantityMention:
    percent = figure.percent or head.unit == _PERCENT
    figure.scale = scale = Decimal(1) if percent or head.scale is None else head.scale
    place = Decimal(1).scaleb(-figure.places) * scale
    period, over = head.period, head.words
    if not period and len(label) <= _LONGEST_TIME and not label.isalpha():
        row = reader.read(label)
        if row.period and not row.words:
            label, over, period = over, "", row.period  # a row for each time: the words over the column name the figure
    start, end = document.span(figure.start, figure.end)
    return like(_CELL, {
        "start": start, "end": end, "text": document.text[start:end], "value": figure.value * scale,
        "unit": _PERCENT if percent else head.unit or "count", "last_place": place, "round_place": place,
        "metric": label or None, "head": over, "period": period, "over_row": path,
    })


def _factor(footing: Footing) -> Decimal | None:
    """What a ratio or growth of the scaled figures is multiplied by; None where scales do not go together."""
    whole, scales = footing.whole.scale, [part.scale for part in footing.parts]
    if footing.way in ("sum", "difference", "average", "part"):
        return Decimal(1) if set(scales) <= {whole} else None
    top, base = scales
    if footing.way == "growth" and top != base:
        return None
    return footing.factor * whole * base / top


def _link(footing: Footing, factor: Decimal, position: dict[int, int]) -> Link:
    at = [position[id(part)] for part in footing.parts]
    roles: dict[str, tuple[int, ...]] = {"whole": (position[id(footing.whole)],)}
    if footing.way == "sum":
        roles["part"] = tuple(each for each, sign in zip(at, footing.signs, strict=True) if sign > 0)
        roles["less"] = tuple(each for each, sign in zip(at, footing.signs, strict=True) if sign < 0)
    elif footing.way == "part":
        roles["part"] = tuple(at)
    elif footing.way == "average":
        roles["part"], roles["weight"] = tuple(at), tuple(position[id(each)] for each in footing.weights)
    else:
        roles["top"], roles["base"] = (at[0],), (at[1],)
    return like(_FOOTING, {
        "roles": {role: places for role, places in roles.items() if places},
        "start": footing.whole.start, "end": footing.whole.end, "scope": f"{footing.way} {factor}",
        "complete": footing.shown, "direction": "turned" if footing.turned else "alone" if footing.alone else "",
        "when": footing.otherwise,
    })

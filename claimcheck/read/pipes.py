"""Tables drawn with bars, as Markdown and plain texts have them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from itertools import pairwise

from claimcheck.model.document import Block
from claimcheck.model.table import Table
from claimcheck.read.grids import Grid
from claimcheck.read.indents import indent_of_blanks
from claimcheck.read.layout import has_figures
from claimcheck.read.lines import Line, split_lines

_CELL = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r"[\s|:+=-]+$")
_LEFT = re.compile(r"(?:&(?:nbsp|e[mn]sp|#160|#x[aA]0|#819[45]);|\s)*")  # what sets in the words of a cell
_FEWEST_ROWS = 2
_MOST_CELLS = 300  # of the tables of a text whose rows are read as text too


def with_tables(
    blocks: tuple[Block, ...], reading: str, bare: Collection[int] = ()
) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
    """The blocks of a text with its tables; bare: where lines begin that are rows without bars around them.

    The rows of small tables stay blocks, for the rankings, names and lists that people write in them; a large table is
    nothing but figures, and its rows are no text.
    """
    tables = pipe_tables(reading, bare)
    if sum(len(row) for table in tables for row in table.rows) > _MOST_CELLS:
        spans = [(table.start, table.end) for table in tables]
        starts = [start for start, _ in spans]
        blocks = tuple(
            block for block in blocks
            if not (at := bisect_right(starts, block.start)) or block.start >= spans[at - 1][1]
        )
    return blocks, tables


def pipe_tables(text: str, bare: Collection[int] = ()) -> tuple[Table, ...]:
    """The tables of a text that hold figures: lines one after the other that begin and end with a bar, or begin in bare
    places and have bars between their cells.

    >>> [table] = pipe_tables("| Year | Boats |\\n|---|---|\\n| 2022 | 41 |\\n| 2023 | 44 |\\n")
    >>> [len(row) for row in table.rows]
    [2, 2, 2]
    """
    return tuple(table for rows in _runs(text, bare) if has_figures(table := _table(rows, bare), text))


def _runs(text: str, bare: Collection[int]) -> Iterator[list[Line]]:
    """The rows of each table, without the rulers between them."""
    if "|" not in text:
        return
    run: list[Line] = []
    for line in split_lines(text):
        if line.is_row or line.start in bare:
            run.append(line)
        elif not (run and line.text and _RULER.match(line.text)):
            if len(run) >= _FEWEST_ROWS:
                yield run
            run = []
    if len(run) >= _FEWEST_ROWS:
        yield run


def _table(lines: list[Line], bare: Collection[int]) -> Table:
    grid = Grid(lines[0].start)
    most = max(line.text.count("|") for line in lines)
    ruled = len(lines) > 1 and bool(_RULER.match(lines[1].text))
    for number, line in enumerate(lines):
        if _RULER.match(line.text):
            continue
        grid.open_row()
        bars = [match.start() for match in _CELL.finditer(line.text)]
        if line.start in bare:
            if len(bars) < most:
                grid.add(0, 0)  # no word stands over the labels
            bars = [-1, *bars, len(line.text)]
        for left, right in pairwise(bars):
            cell = line.text[left + 1 : right].rstrip()
            lead = _LEFT.match(cell)
            assert lead is not None  # the pattern matches nothing too
            start, end = line.start + left + 1 + lead.end(), line.start + left + 1 + len(cell)
            # ordinary blanks may stand for marks that were blanked out
            indent = indent_of_blanks(cell, soft=False)
            grid.add(start, end, header=ruled and number == 0, indent=indent)
    return grid.table(lines[-1].end)

"""The columns of a table by which its rows can be put in an order: one figure for each thing that a row names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.extract.tables.grid import Grid, Row
from claimcheck.extract.tables.lexicon import TableLexicon
from claimcheck.extract.tables.outline import Standing
from claimcheck.extract.tables.units import Head
from claimcheck.model.mention import Link

_FEWEST, _MOST = 3, 80
_FILLED = 0.8  # of the rows must have a figure in the column
_LETTER = re.compile(r"[^\W\d_]")


def find_columns(
    grid: Grid, outline: Sequence[Standing], heads: Sequence[Head], lexicon: TableLexicon, position: Mapping[int, int]
) -> Iterator[Link]:
    """A link for each column whose head says what it measures, in what unit, or of which time.

    position: of each figure, by its id.
    """
    rows = [row for row, standing in zip(grid.rows, outline, strict=True) if row.figures and standing.whole < 0]
    things = [row for row in rows if not lexicon.says(row.label, "total")]
    labels = {row.label for row in things}
    if not _FEWEST <= len(things) <= _MOST or len(labels) < len(things) or not all(map(_LETTER.search, labels)):
        return
    for column, head in enumerate(heads):
        filled = [row for row in things if column in row.figures and not row.figures[column].dash]
        if (head.words or head.unit or head.period) and len(filled) >= max(_FEWEST, _FILLED * len(things)):
            yield _link(filled, column, head, position, complete=len(rows) > len(things) and len(filled) == len(things))


def _link(rows: Sequence[Row], column: int, head: Head, position: Mapping[int, int], *, complete: bool) -> Link:
    figures = [row.figures[column] for row in rows]
    return Link(
        kind="column", roles={"value": tuple(position[id(figure)] for figure in figures)}, start=figures[0].start,
        end=figures[-1].end, scope="\n".join(row.label for row in rows), direction=head.words,
        when=head.period or "", complete=complete,
    )

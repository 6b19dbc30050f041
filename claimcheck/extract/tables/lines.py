"""The rows and columns of a grid as lines that may sum up one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.extract.tables.adding import Line
from claimcheck.extract.tables.figures import Figure
from claimcheck.extract.tables.grid import Grid
from claimcheck.extract.tables.lexicon import TableLexicon
from claimcheck.extract.tables.outline import Standing
from claimcheck.extract.tables.units import HeadReader


def lines_of(
    grid: Grid, heads: Sequence[str], outline: Sequence[Standing], lexicon: TableLexicon
) -> tuple[list[Line], list[Line]]:
    """The rows that hold figures, and the columns, whose words are `heads`; each numbers the lines of the other."""
    rows: list[Line] = []
    columns = [_line(head, lexicon) for head in heads]
    _set_wholes(columns, heads, lexicon)
    numbers: dict[int, int] = {}  # of the rows that hold figures, as lines
    opens = False
    for row, standing in zip(grid.rows, outline, strict=True):
        if not row.figures:
            opens = opens or bool(row.label)
            continue
        line = _line(row.label, lexicon)
        line.opens, opens = opens, False
        line.within, line.told = numbers.get(standing.whole, -1), standing.told
        numbers[row.number] = len(rows)
        for column, figure in row.figures.items():
            if not figure.spread:
                _add(line, column, figure)
                _add(columns[column], len(rows), figure)
        line.less = line.less and _is_above_zero(row.figures.values())
        rows.append(line)
    return rows, columns


def _line(label: str, lexicon: TableLexicon) -> Line:
    said = lexicon.all_said(label)
    return Line(
        {}, {}, called="total" in said, unnamed=not label, less="less" in said, label=label, odd="worked" in said,
        mean="mean" in said,
    )


def mark_closings(rows: Sequence[Line], reader: HeadReader) -> None:
    """Calls a row a total that has the words of one before it at another time ("Stock at 1 May", "Stock at 31 May").

    The rows between the two are the changes, and name no time.
    """
    opening, words = "", ""
    changes = 0
    for row in rows:
        head = reader.read(row.label) if any(map(str.isdigit, row.label)) else None
        if head is None or not head.dated or not head.words:
            changes += 1
            continue
        if changes > 1 and head.words == words and row.label != opening:
            row.called = True
        opening, words, changes = row.label, head.words, 0


def _set_wholes(columns: Sequence[Line], heads: Sequence[str], lexicon: TableLexicon) -> None:
    """Columns that tell part of the one before them ("Beds", "of which intensive")."""
    whole = -1
    for at, (column, head) in enumerate(zip(columns, heads, strict=True)):
        if lexicon.says(head, "within"):
            column.within, column.told = whole, whole >= 0
        else:
            whole = at


def _add(line: Line, key: int, figure: Figure) -> None:
    line.sizes[key] = figure.size
    line.steps[key] = figure.step


def _is_above_zero(figures: Iterable[Figure]) -> bool:
    """Whether most figures are written without a minus sign."""
    signs = [figure.size for figure in figures if figure.size]
    return 2 * sum(size > 0 for size in signs) > len(signs)

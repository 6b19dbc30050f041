"""The rows and columns of a grid as lines that may sum up one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.extract.tables.figures import Figure
from claimcheck.extract.tables.grid import Grid
from claimcheck.extract.tables.lexicon import TableLexicon
from claimcheck.extract.tables.sums import Line


def lines_of(grid: Grid, heads: Sequence[str], lexicon: TableLexicon) -> tuple[list[Line], list[Line]]:
    """The rows that hold figures, and the columns, whose words are `heads`; each numbers the lines of the other."""
    rows: list[Line] = []
    columns = [_line(head, lexicon) for head in heads]
    opens = False
    for row in grid.rows:
        if not row.figures:
            opens = opens or bool(row.label)
            continue
        line = _line(row.label, lexicon)
        line.opens, opens = opens, False
        for column, figure in row.figures.items():
            _add(line, column, figure)
            _add(columns[column], len(rows), figure)
        line.less = line.less and _is_above_zero(row.figures.values())
        rows.append(line)
    return rows, columns


def _line(label: str, lexicon: TableLexicon) -> Line:
    return Line(
        {}, {}, called=lexicon.says(label, "total"), unnamed=not label, less=lexicon.says(label, "less"), label=label,
    )


def _add(line: Line, key: int, figure: Figure) -> None:
    line.sizes[key] = figure.size
    line.steps[key] = figure.step


def _is_above_zero(figures: Iterable[Figure]) -> bool:
    """Whether most figures are written without a minus sign."""
    signs = [figure.size for figure in figures if figure.size]
    return 2 * sum(size > 0 for size in signs) > len(signs)

"""The words above the columns of a table: of one row or of several, over one column or over many."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.tables.grid import Grid, Row


def head_rows(grid: Grid) -> Iterator[Row]:
    """The rows above the first figure."""
    for row in grid.rows:
        if row.figures:
            return
        yield row


def heads_of(grid: Grid) -> list[str]:
    """For each column of figures, the words that stand above its first figure, from the top down."""
    heads: list[list[str]] = [[] for _ in grid.columns]
    for row in head_rows(grid):
        for column, text in _over_columns(grid, row):
            heads[column].append(text)
    return [" ".join(" ".join(parts).split()) for parts in heads]


def beside_columns(grid: Grid, row: Row) -> Iterator[str]:
    """The texts of a row of heads that speak of the table: its only one, those over no column of figures or several."""
    for cell, text in row.texts:
        first, last = cell.column, cell.column + cell.width
        if len(row.texts) == 1 or sum(start < last and first < end for start, end in grid.columns) != 1:
            yield text


def _over_columns(grid: Grid, row: Row) -> list[tuple[int, str]]:
    """The texts of a row of heads with each column that they stand over."""
    found: list[tuple[int, str]] = []
    for cell, text in row.texts:
        first, last = cell.column, cell.column + cell.width
        found += [(at, text) for at, (start, end) in enumerate(grid.columns) if start < last and first < end]
    return found

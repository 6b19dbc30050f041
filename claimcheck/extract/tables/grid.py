"""A table as rows of figures in columns: which cells are labels, which are heads, which figures stand in one column."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimcheck.extract.tables.figures import Figure, read_figure, read_pair
from claimcheck.model.table import Cell, Table

_YEAR = re.compile(r"(?:19|20)[0-9]{2}$")
_LETTER = re.compile(r"[^\W\d_]")
_MOST_PLACES = 6
_NARROW = 3  # a cell that spans more columns of the page than this shapes no column of its own


@dataclass(slots=True)
class Row:
    """A row: its label, the figures by column, and its other texts with their cells.

    place: a number before the label, as in a list of places. shares: figures in brackets behind others, by the starts
    of those.
    """

    number: int
    label: str = ""
    label_cell: Cell | None = None
    place: Figure | None = None
    shares: dict[int, Figure] = field(default_factory=dict)
    figures: dict[int, Figure] = field(default_factory=dict)
    texts: list[tuple[Cell, str]] = field(default_factory=list)
    loose: list[Figure] = field(default_factory=list)  # before the columns are known


@dataclass(slots=True)
class Grid:
    """The rows of a table, and for each column of figures the stretch of the page's columns that it takes up."""

    rows: list[Row]
    columns: list[tuple[int, int]]


def grid_of(table: Table, reading: str) -> Grid:
    """The figures of a table in rows and columns; `reading` is that of its document."""
    rows = [_row(number, cells, reading) for number, cells in enumerate(table.rows)]
    _take_pairs(rows)
    _move_labels(rows)
    _move_years(rows)
    columns = _columns(rows)
    _place(rows, columns)
    columns = _join_columns(rows, columns)
    columns += _columns_of_shares(rows, columns)
    _measure(rows)
    return Grid(rows, columns)


def _row(number: int, cells: tuple[Cell, ...], reading: str) -> Row:
    row = Row(number)
    for cell in cells:
        text = reading[cell.start : cell.end]
        figure = read_figure(text, cell)
        # what a bracket behind a number means is told by the words beside and above it
        if figure is not None and not (row.texts and read_pair(text, cell)):
            row.loose.append(figure)
        elif text[0] in "%)" and len(text) < 4:
            if row.loose and "%" in text:
                row.loose[-1].percent = True
        else:
            row.texts.append((cell, text))
    return row


def _take_pairs(rows: list[Row]) -> None:
    """Cells such as "118 (55.7)" hold two figures, where a sign for per cent stands with them, beside them or above.

    Of others, such as a mean with its deviation, "54.2 (11.3)", or a number with the mark of a note, the first counts.
    """
    shares = False
    columns: set[int] = set()  # of shares, as the words over them tell
    for row in rows:
        pairs = [(cell, text, pair) for cell, text in row.texts[1:] if (pair := read_pair(text, cell)) is not None]
        label = row.texts[0][1] if row.texts else ""
        if not pairs:
            shares = "%" in label if len(row.texts) == 1 and not row.loose else shares
            if not row.loose:
                columns.update(cell.column for cell, text in row.texts[1:] if "(%)" in text)
            continue
        for cell, text, (first, second) in pairs:
            if second.percent or "%" in label or ((shares or cell.column in columns) and not first.places):
                second.percent = True
                row.shares[first.start] = second
            else:
                first.spread = read_figure(text, cell) is None
        gone = {cell for cell, _, _ in pairs}
        row.texts = [(cell, text) for cell, text in row.texts if cell not in gone]
        row.loose = sorted([*row.loose, *(first for _, _, (first, _) in pairs)], key=lambda figure: figure.start)


def _columns_of_shares(rows: list[Row], columns: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Columns for figures in brackets, behind all others, for each column that has some."""
    beside = sorted({column for row in rows for column, figure in row.figures.items() if figure.start in row.shares})
    for row in rows:
        for column, figure in list(row.figures.items()) if row.shares else ():
            if figure.start in row.shares:
                row.figures[len(columns) + beside.index(column)] = row.shares[figure.start]
        row.figures = dict(sorted(row.figures.items(), key=lambda item: item[1].start)) if row.shares else row.figures
    return [columns[column] for column in beside]


def _move_labels(rows: list[Row]) -> None:
    """The first text of a row is its label; so is a number that stands where other rows have theirs."""
    firsts = [row.texts[0][0].column for row in rows if row.texts and row.loose and _is_before(row)]
    column = min(firsts, default=_column_of_years(rows))
    numbered = [row for row in rows if len(row.loose) > 1 and row.texts and _is_between(row)]
    if 2 * len(numbered) > sum(len(row.loose) > 1 for row in rows):
        for row in numbered:
            row.place = row.loose.pop(0)
    for row in rows:
        if row.texts and (not row.loose or _is_before(row)) and _LETTER.search(row.texts[0][1]):
            row.label_cell, text = row.texts[0]
            row.label = " ".join(text.split())
        elif len(row.loose) > 1 and row.loose[0].cell.column <= column and not row.loose[0].dash:
            figure = row.loose.pop(0)
            row.label, row.label_cell = figure.text, figure.cell
        elif row.loose and row.loose[0].dash and row.loose[0].cell.column <= column:
            row.loose.pop(0)


def _is_before(row: Row) -> bool:
    return row.texts[0][0].column < row.loose[0].cell.column


def _column_of_years(rows: list[Row]) -> int:
    """The first column, where each row of figures begins with another year; -1 where that is not so."""
    firsts = [row.loose[0] for row in rows if len(row.loose) > 1 and not all(map(_is_year, row.loose))]
    columns = {figure.cell.column for figure in firsts}
    all_years = len(columns) == 1 and all(map(_is_year, firsts))
    return columns.pop() if all_years and len({figure.text for figure in firsts}) == len(firsts) > 1 else -1


def _is_year(figure: Figure) -> bool:
    return _YEAR.match(figure.text) is not None and not figure.places


def _is_between(row: Row) -> bool:
    """Whether the first text of a row stands behind its first figure, a whole number, and before all others."""
    first, column = row.loose[0], row.texts[0][0].column
    whole = not (first.places or first.dash or first.percent)
    return whole and first.cell.column < column < row.loose[1].cell.column


def _move_years(rows: list[Row]) -> None:
    """A row of years heads the columns."""
    begun = False
    for row in rows:
        years = row.loose and all(map(_is_year, row.loose))
        if years and (not begun or not row.label):
            row.texts += [(figure.cell, f"% {figure.text}" if figure.percent else figure.text) for figure in row.loose]
            row.loose = []
        begun = begun or bool(row.loose)


def _columns(rows: list[Row]) -> list[tuple[int, int]]:
    """Stretches that figures share: those of narrow cells first, which wider ones then join."""
    shapes = sorted({(figure.cell.width, figure.cell.column) for row in rows for figure in row.loose})
    found: list[tuple[int, int]] = []
    for width, first in shapes:
        last = first + width
        touching = [at for at, (start, end) in enumerate(found) if start < last and first < end]
        if not touching:
            found.append((first, last))
        elif len(touching) == 1 and width <= _NARROW:
            start, end = found[touching[0]]
            found[touching[0]] = (min(start, first), max(end, last))
    return sorted(found)


def _place(rows: list[Row], columns: list[tuple[int, int]]) -> None:
    owner: dict[tuple[int, int], int] = {}
    for row in rows:
        for figure in row.loose:
            key = (figure.cell.column, figure.cell.width)
            if key not in owner:
                first, last = figure.cell.column, figure.cell.column + figure.cell.width
                touching = [at for at, (start, end) in enumerate(columns) if start < last and first < end]
                owner[key] = touching[0] if len(touching) == 1 else -1
            if owner[key] >= 0:
                row.figures.setdefault(owner[key], figure)


def _join_columns(rows: list[Row], columns: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbours that never both have a figure in one row are one column that the page shifts about."""
    joined: list[tuple[int, int]] = []
    target: list[int] = []
    filled: list[set[int]] = [set() for _ in columns]
    for row in rows:
        for column in row.figures:
            filled[column].add(row.number)
    for at, (start, end) in enumerate(columns):
        if joined and start <= joined[-1][1] and not filled[at] & filled[_first_of(target, len(joined) - 1)]:
            joined[-1] = (joined[-1][0], end)
            filled[_first_of(target, len(joined) - 1)] |= filled[at]
        else:
            joined.append((start, end))
        target.append(len(joined) - 1)
    if len(joined) < len(columns):
        for row in rows:
            row.figures = {target[column]: figure for column, figure in row.figures.items()}
    return joined


def _first_of(target: list[int], wanted: int) -> int:
    """The first column that went to the wanted one."""
    return target.index(wanted)


def _measure(rows: list[Row]) -> None:
    """Gives every figure its size in the smallest place of the table, and the size of one unit of its last place."""
    figures = [figure for row in rows for figure in row.figures.values()]
    places = min(max((figure.places for figure in figures), default=0), _MOST_PLACES)
    for figure in figures:
        figure.size = int(figure.value.scaleb(places))
        figure.step = 10 ** max(places - figure.places, 0)

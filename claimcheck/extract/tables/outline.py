"""Which rows of a table belong to which: by how far their labels are set in, by headings, and by words ("of which")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.extract.tables.grid import Grid, Row
from claimcheck.extract.tables.lexicon import TableLexicon

_MARK = re.compile(r"[-–—•·▪►>]+\s*(?=[^\W\d_])")  # before a label that counts as set in
_JITTER = 2  # points by which labels of one level may differ
_LONGEST_HEADING = 80
_DEEPEST = 12  # rows under one another that are kept in mind

Depth = tuple[int, int]  # the column in which a label stands, and how far it is set in there


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a row stands in the outline of its table.

    whole: the number of the row that it is part of, -1 for none. told: words say so. path: the labels above it, from
    the outermost on.
    """

    whole: int = -1
    told: bool = False
    path: tuple[str, ...] = ()


@dataclass(slots=True)
class _Open:
    """A row under which others may stand. heading: it has no figures."""

    depth: Depth
    row: Row
    heading: bool
    told: bool


_ALONE = Standing()


def outline_of(grid: Grid, lexicon: TableLexicon) -> list[Standing]:
    """Where each row of a table stands."""
    depths = _depths(grid.rows)
    opened: list[_Open] = []
    found = []
    for row in grid.rows:
        depth = depths.get(row.number)
        if depth is None or not (row.figures or _is_heading(row)):
            found.append(_ALONE)
            continue
        here = _Open(depth, row, not row.figures, lexicon.says(row.label, "within"))
        if row.figures and lexicon.says(row.label, "total"):
            found.append(_end_section(opened, here))
        else:
            _close(opened, here)
            found.append(_standing(opened, here))
            opened[:] = [*opened[-_DEEPEST:], here]
    return found


def _end_section(opened: list[_Open], total: _Open) -> Standing:
    """A total stands beside its parts, however far it is set in, and ends what they stand under."""
    parts = opened[-1].depth if opened else total.depth
    over = [each for each in opened if each.heading and (each.depth < total.depth or each.depth == parts)]
    while opened and opened[-1].depth >= min(total.depth, parts):
        opened.pop()
    return Standing(path=tuple(each.row.label for each in over))


def _close(opened: list[_Open], here: _Open) -> None:
    """Takes away what a row does not stand under: a heading goes when what was set in below it ends."""
    ends = False
    while opened and opened[-1].depth >= here.depth:
        last = opened[-1]
        goes_on = last.heading and not (here.heading or last.told or ends)
        if last.depth == here.depth and (here.told or goes_on):
            return
        ends = ends or last.depth > here.depth
        opened.pop()


def _standing(opened: Sequence[_Open], here: _Open) -> Standing:
    over = list(opened)
    while over and here.told and over[-1].told and over[-1].depth >= here.depth:
        over.pop()  # parts that follow one another are parts of the same row
    at = next((at for at in range(len(over) - 1, -1, -1) if not over[at].heading), -1)
    told = here.told or any(each.told for each in over[at + 1 :])
    return Standing(over[at].row.number if at >= 0 else -1, told and at >= 0, tuple(each.row.label for each in over))


def _is_heading(row: Row) -> bool:
    return bool(row.label) and len(row.texts) == 1 and len(row.label) <= _LONGEST_HEADING


def _depths(rows: Sequence[Row]) -> dict[int, Depth]:
    """How deep the label of each row stands; blanks that differ by a hair are one depth."""
    firsts = {row.texts[0][0].column for row in rows if row.texts and row.figures}
    found = {row.number: _depth(row, firsts) for row in rows if row.label_cell is not None}
    levels = dict(_levels(found.values()))
    return {number: levels[depth] for number, depth in found.items()}


def _depth(row: Row, firsts: set[int]) -> Depth:
    """A row may begin with the name of a group of rows; its own label then stands behind it."""
    assert row.label_cell is not None
    edge = min((figure.cell.column for figure in row.figures.values()), default=0)
    own = row.label_cell
    for cell, _ in row.texts:
        if own.column < cell.column < edge and cell.column in firsts:
            own = cell
    return own.column, own.indent + (_JITTER + 1 if _MARK.match(row.label) else 0)


def _levels(depths: Iterable[Depth]) -> Iterator[tuple[Depth, Depth]]:
    level = (-1, 0)
    for depth in sorted(set(depths)):
        if depth[0] != level[0] or depth[1] - level[1] > _JITTER:
            level = depth
        yield depth, level

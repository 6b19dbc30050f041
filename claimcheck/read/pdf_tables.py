"""Tables of a PDF: runs of lines whose words stand in columns, told by the gaps between their characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claimcheck.read.pdf_lines import CharBox, TextLine

_FIGURE = re.compile(r"[^\w]{0,3}(?:[A-Z]{1,3}\$ ?)?[0-9][0-9.,]*+(?:[^\w]{0,3}|\s?[a-zA-Z%]{1,3})|[-–—−]{1,2}")
_FIGURE_ENDS = frozenset("0123456789)%*-–—−")
_GAP = 0.8  # of the height of its letters, which is more than stands between words
_SIGNS_BEFORE, _SIGNS_AFTER = frozenset("$€£¥₫₹("), frozenset("%)")  # that may stand apart from their figure
_MOST_HEADS = 4
_LAST_WORDS = 3  # a figure and its sign may stand apart: "( 12.5 )%"
_FEWEST_ROWS = 2
_LONGEST_LABEL = 4  # lines
_LEVEL = 0.5  # of the height of letters by which a label and its figures may differ
_BETWEEN = 2  # lines without a figure that may stand between two rows


@dataclass(slots=True)
class Piece:
    """A stretch of a line that stands for itself: its words, where they begin on their page, and its two edges."""

    text: str
    page: int
    start: int
    left: float
    right: float

    @property
    def is_figure(self) -> bool:
        """Whether it is nothing but a number or a dash."""
        return _FIGURE.fullmatch(self.text) is not None


PlacedRow = list[tuple[int, int, list[Piece]]]


@dataclass(slots=True)
class LaidTable:
    """A table as it lies among the lines of a page.

    first, last: the positions of its lines. columns: the stretches that its figures take up. rows: for each, the pieces
    by column, 0 being that of the labels, with how many columns they span. repeated: heads that the table has again
    where it goes on over a page.
    """

    first: int
    last: int
    columns: list[tuple[float, float]]
    rows: list[PlacedRow]
    repeated: list[str] = field(default_factory=list)


def find_tables(lines: Sequence[TextLine], box: CharBox) -> list[LaidTable]:
    """The tables among the lines of a page, in order; lines not among their rows stay as they are."""
    split: dict[int, list[Piece]] = {}
    for at, line in enumerate(lines):
        if line.text[-1] in _FIGURE_ENDS and _has_gap(line, box):
            pieces = split_line(line, box)
            if len(pieces) > 1 and any(piece.is_figure for piece in pieces[1:]):
                split[at] = pieces
    tables: list[LaidTable] = []
    for run in _runs(sorted(split), lines):
        if len(run) >= _FEWEST_ROWS:
            tables.append(_laid(run, lines, split, box, tables[-1].last + 1 if tables else 0))
    return tables


def _has_gap(line: TextLine, box: CharBox) -> bool:
    """Whether one of the last words of a line stands apart from the word before it."""
    at = len(line.text)
    for _ in range(_LAST_WORDS):
        at = line.text.rfind(" ", 0, at)
        if at < 1:
            return False
        if box(line.start + at + 1)[0] - box(line.start + at - 1)[2] > _GAP * line.size:
            return True
    return False


def split_line(line: TextLine, box: CharBox) -> list[Piece]:
    """The pieces of a line between wide gaps."""
    pieces: list[Piece] = []
    wide = _GAP * line.size
    begin, edge, first_left = 0, 0.0, 0.0
    text = line.text
    for at, character in enumerate(text):
        if character == " ":
            continue
        left, _, right, _ = box(line.start + at)
        if at == 0:
            first_left = left
        elif left - edge > wide and text[at - 2] not in _SIGNS_BEFORE and character not in _SIGNS_AFTER:
            pieces.append(Piece(text[begin:at].rstrip(), line.page, line.start + begin, first_left, edge))
            begin, first_left = at, left
        edge = max(edge, right) if begin != at else right
    pieces.append(Piece(text[begin:].rstrip(), line.page, line.start + begin, first_left, edge))
    return pieces


def _runs(rows: Sequence[int], lines: Sequence[TextLine]) -> list[list[int]]:
    """Rows that follow one another, with a line or two of words between them at most."""
    runs: list[list[int]] = []
    for at in rows:
        if runs and _belongs(lines[runs[-1][-1] : at + 1]):
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _belongs(stretch: Sequence[TextLine]) -> bool:
    above, *between, below = stretch
    if len(between) > _BETWEEN or not 0 < above.top - below.top < (len(between) + 1) * 3 * above.size:
        return False
    return all(line.right < below.right and line.left < below.left + 4 * line.size for line in between)


def _laid(
    run: Sequence[int], lines: Sequence[TextLine], split: dict[int, list[Piece]], box: CharBox, floor: int
) -> LaidTable:
    labels = {at: _wrapped_label(at, lines, split, floor) for at in run}
    columns = _columns([piece for at in run for piece in split[at][not labels[at] :] if piece.is_figure])
    first = _first_head(labels[run[0]].start, lines, columns, box, floor)
    taken = {number for label in labels.values() for number in label}
    rows = []
    for at in range(first, run[-1] + 1):
        if at not in taken:
            row = _placed(split.get(at) or split_line(lines[at], box), columns)
            label = [_whole(lines[number]) for number in labels.get(at, ())]
            rows.append([(0, 1, label), *row] if label else row)
    return LaidTable(first, run[-1], columns, rows)


def _whole(line: TextLine) -> Piece:
    return Piece(line.text, line.page, line.start, line.left, line.right)


def _wrapped_label(at: int, lines: Sequence[TextLine], split: dict[int, list[Piece]], floor: int) -> range:
    """The lines just before a row of mere figures that are its label: the first of them stands level with it."""
    row = lines[at]
    for number in range(at - 1, max(at - 1 - _LONGEST_LABEL, floor - 1), -1):
        line = lines[number]
        if number in split or line.right > row.left:
            break
        if abs(line.bottom - row.bottom) < _LEVEL * row.size:
            return range(number, at)
    return range(at, at)


def _columns(figures: Sequence[Piece]) -> list[tuple[float, float]]:
    """The stretches that the figures of a table take up, from left to right."""
    columns: list[tuple[float, float]] = []
    for figure in sorted(figures, key=lambda piece: piece.left):
        if columns and figure.left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], figure.right)
        else:
            columns.append((figure.left, figure.right))
    return columns


def _first_head(
    at: int, lines: Sequence[TextLine], columns: Sequence[tuple[float, float]], box: CharBox, floor: int
) -> int:
    """The first of the lines above the rows that are heads of their columns; labels may stand between the two."""
    labels = 0
    for number in range(at - 1, max(at - 1 - _MOST_HEADS, floor - 1), -1):
        line, below = lines[number], lines[number + 1]
        if not 0 <= line.top - below.top < 2.5 * line.size or line.left > columns[-1][1]:
            break
        pieces = split_line(line, box)
        if len(pieces) > 1 or line.left >= columns[0][0] - line.size:
            at = number
        elif labels == _BETWEEN or line.right > columns[0][0]:
            break
        else:
            labels += 1
    return at


def _placed(pieces: Sequence[Piece], columns: Sequence[tuple[float, float]]) -> PlacedRow:
    """The pieces of a line by column, 0 being that of the labels; those of one column together."""
    placed: PlacedRow = []
    for piece in pieces:
        first, width = _column_of(piece, columns)
        if placed and first < placed[-1][0] + placed[-1][1]:
            column, wide, together = placed[-1]
            placed[-1] = column, max(wide, first + width - column), [*together, piece]
        else:
            placed.append((first, width, [piece]))
    return placed


def _column_of(piece: Piece, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    covered = [at for at, (left, right) in enumerate(columns, 1) if piece.left < right and left < piece.right]
    if covered:
        return (covered[0], len(covered)) if piece.left >= columns[0][0] - 1 or not piece.is_figure else (covered[0], 1)
    edges = [(one[1] + other[0]) / 2 for one, other in pairwise(columns)]
    middle = (piece.left + piece.right) / 2
    return (0, 1) if middle < columns[0][0] else (bisect_right(edges, middle) + 1, 1)

"""Tables of plain text without bars around them: columns that stand apart by tabs, blanks, leaders or lone bars.

Nothing but the form tells such a table from a list: lines one below the other that break into as many cells, of which
the first has a label and the others are figures. The first line may be of words or years, one for each column. Figures
with letters behind them ("£4.2m") tell what they are themselves: their lines are read as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from claimcheck.read.lines import Line, split_lines

_LEADER = r"(?<=[^\s.…]) ?(?:[.…]{3,}| [.]{2}(?= )|…|(?: [.]){3,}) ?(?=\d)"  # "Oats ..... 41"
_GAP = re.compile(rf" *\t[ \t]*| {{2,}}| +\| +|{_LEADER}")
_MAY_HOLD_ROWS = re.compile(rf"\S(?: *\t| {{2,}}| \| )\S|{_LEADER}")
_FIGURE = re.compile(r"[^\w\s]{0,3} ?[0-9][0-9.,:/ '’-]*+ ?[%‰*†]?$|[-–—.*]+$|n/?a$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}$")
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST = 3  # rows, be one of them a head
_MOST_WORDS = 8  # of a label
BAR = "|"
_SIGNS = ("\t", "  ", f" {BAR} ", "..", ". .", "…")  # one of which such tables hold


class _Row(NamedTuple):
    """A line that may be a row: the texts of its cells, and where the gaps between them are."""

    line: Line
    cells: tuple[str, ...]
    gaps: tuple[tuple[int, int], ...]

    @property
    def is_of_figures(self) -> bool:
        """Whether a label, or a year, is followed by figures alone; a place in an order may go before it."""
        first = 1 if len(self.cells) > 2 and self.cells[0].strip(".").isdigit() and _has_letter(self.cells[1]) else 0
        label, figures = self.cells[first], self.cells[first + 1 :]
        is_label = _has_letter(label) or _YEAR.match(label) is not None
        return is_label and len(label.split()) <= _MOST_WORDS and all(map(_FIGURE.match, figures)) and bool(figures)


def with_bars(reading: str) -> tuple[str, frozenset[int]]:
    """The reading with a bar in each gap between cells, as long as before, and where the lines of such tables begin.

    >>> with_bars("Boats by year\\nHarbour  2022  2023\\nOrm       41    44\\nLusk       7     9\\n")[0].splitlines()[2]
    'Orm |     41 |  44'
    """
    parts = any(sign in reading for sign in _SIGNS)
    if not parts or _MAY_HOLD_ROWS.search(reading) is None:
        return reading, frozenset()
    rows = [row for run in _runs(reading) for row in _tables_in(run)]
    pieces, at = [], 0
    for start, end in (gap for row in rows for gap in row.gaps):
        pieces += [reading[at:start], BAR if end - start == 1 else f" {BAR}{' ' * (end - start - 2)}"]
        at = end
    return "".join((*pieces, reading[at:])), frozenset(row.line.start for row in rows)


def _runs(reading: str) -> Iterator[list[_Row]]:
    """Lines below each other that break into cells."""
    rows = (_row(line) for line in split_lines(reading) if not line.is_blank or not line.text)
    for is_row, run in groupby(rows, key=lambda row: len(row.cells) > 1):
        if is_row:
            yield list(run)


def _row(line: Line) -> _Row:
    if line.is_row:
        return _Row(line, (line.text,), ())
    gaps = [match.span() for match in _GAP.finditer(line.text)]
    ends = [0, *(end for _, end in gaps)]
    starts = [*(start for start, _ in gaps), len(line.text)]
    cells = tuple(line.text[start:end] for start, end in zip(ends, starts, strict=True))
    return _Row(line, cells, tuple((line.start + start, line.start + end) for start, end in gaps))


def _tables_in(run: Sequence[_Row]) -> Iterator[_Row]:
    """The rows of the tables in a run: of figures, as many in each, and the heads above them."""
    at = 0
    for (many, is_body), rows in groupby(run, key=lambda row: (len(row.cells), row.is_of_figures)):
        body = list(rows)
        head = run[at - 1 : at] if at and is_body and _is_head(run[at - 1], many) else ()
        if is_body and len(body) + len(head) >= _FEWEST:
            yield from (*head, *body)
        at += len(body)


def _is_head(row: _Row, many: int) -> bool:
    """Whether a row has a word or a year for each column, with or without one for that of the labels."""
    return len(row.cells) in (many, many - 1) and not row.is_of_figures


def _has_letter(text: str) -> bool:
    return _LETTER.search(text) is not None

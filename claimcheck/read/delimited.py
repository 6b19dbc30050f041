"""Files of values between commas, semicolons, tabs or bars: one table, each line a row."""

from __future__ import annotations

import re

from claimcheck.read.furniture import Furniture
from claimcheck.read.grids import Grid
from claimcheck.read.indents import LETTER
from claimcheck.read.parsed import Parsed
from claimcheck.read.plain import mask_plain

_DELIMITERS = ",;\t|"
_SAMPLE = 20  # lines that are looked at for the delimiter
# A value between quotation marks, in which two stand for one and delimiters for themselves; or one without.
_VALUE = {
    mark: re.compile(rf"\"((?:[^\"]|\"\")*+)\"[^{each}\n]*+|([^{each}\n]*+)")
    for mark in _DELIMITERS for each in [re.escape(mark)]
}


def read_delimited(text: str, furniture: Furniture) -> Parsed:
    """The reading of the text, no blocks, and its table; raises nothing.

    >>> read = read_delimited('Port,2023\\n"Oban, pier","1,204"\\n', Furniture([]))
    >>> [read.reading[cell.start : cell.end] for row in read.tables[0].rows for cell in row]
    ['Port', '2023', 'Oban, pier', '1,204']
    """
    mark = delimiter_of(text)
    grid = Grid(0)
    at = 0
    while at < len(text):
        grid.open_row()
        at = _row(text, at, mark, grid)
    return Parsed(mask_plain(text), (), (grid.table(len(text)),))


def delimiter_of(text: str) -> str:
    """The mark that stands between values: the one that the first lines hold most evenly, a comma where none does.

    >>> delimiter_of("a;b\\n1,5;2,5\\n"), delimiter_of("one\\ntwo\\n")
    (';', ',')
    """
    lines = [line for line in text.split("\n", _SAMPLE)[:_SAMPLE] if line.strip()]
    counts = {mark: [line.count(mark) for line in lines] for mark in _DELIMITERS}
    even = {mark: (min(found) > 0, len(set(found)) == 1, sum(found)) for mark, found in counts.items() if found}
    best = max(even, key=lambda mark: even[mark], default=",")
    return best if even and even[best][2] else ","


def _row(text: str, at: int, mark: str, grid: Grid) -> int:
    """Reads a row from a place on; gives the place behind it."""
    while True:
        value = _VALUE[mark].match(text, at)
        assert value is not None  # the pattern matches nothing too
        start, end = value.span(1) if value[1] is not None else value.span(2)
        inner = text[start:end]
        blanks = len(inner) - len(inner.lstrip())
        start += blanks
        grid.add(start, start + len(inner.strip()), indent=blanks * LETTER)
        at = value.end()
        if at >= len(text) or text[at] == "\n":
            return at + 1
        at += 1

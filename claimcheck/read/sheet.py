"""What readers of workbooks make of a sheet, and how large a workbook may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from claimcheck.errors import InputError
from claimcheck.read.regions import Filled

MOST_CELLS = 250_000  # filled ones, of all sheets of a workbook
MOST_AREA = 4_000_000  # of the rectangle around the filled cells of a sheet


@dataclass(slots=True)
class Sheet:
    """A sheet: the filled cells of its rows, by number of the row; a hidden one is only named."""

    name: str
    hidden: bool = False
    rows: dict[int, Sequence[Filled]] = field(default_factory=dict)


def cell_name(row: int, column: int) -> str:
    """A cell as people call it; row and column count from 0.

    >>> cell_name(6, 1), cell_name(0, 27)
    ('B7', 'AB1')
    """
    return f"{_letters(column + 1)}{row + 1}"


@lru_cache(maxsize=1024)
def _letters(column: int) -> str:
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def too_many_cells(path: str) -> InputError:
    """The error for a workbook that is too large."""
    return InputError(path, f"holds more than {MOST_CELLS:,} filled cells, which is the limit; split it up")

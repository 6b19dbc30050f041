"""The consistency table: one row a fact, one column a report, each cell what that report says, and a mark."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from tabulate import tabulate

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Fact
from claimcheck.report.look import Look
from claimcheck.report.rows import MARKS, columns_of, fact_name, saying
from claimcheck.report.snippets import shorten

_MARK_WIDTH = max(map(len, MARKS))
_GAP = 2  # between the columns of tabulate's "simple" form
_NARROWEST_CELL = 9
_WIDEST_CELL = 26
_FACT_SHARE = 4  # a fact takes at least this part of the width
_CELL_LINES = 4


def consistency_table(facts: Sequence[Fact], paths: Sequence[str], look: Look) -> str:
    """The table as text, conflicts first; empty when there is no row to show.

    Shown are the facts that `look.rows` names; with `look.everything`, also those that one report alone states. Reports
    are named by letters, with a legend, when their names are longer than their columns.
    """
    rows = look.table_rows.of(facts)
    columns = columns_of(rows, paths)
    if not rows or not columns:
        return ""
    cell_width = _cell_width(len(columns), look.width)
    if cell_width < _NARROWEST_CELL:
        return _listed(rows, columns, look)
    return _gridded(rows, columns, cell_width, look)


def _cell_width(columns: int, width: int) -> int:
    room = width - _MARK_WIDTH - _GAP - width // _FACT_SHARE
    return min(room // columns - _GAP, _WIDEST_CELL)


def _gridded(rows: Sequence[Fact], columns: Sequence[str], cell_width: int, look: Look) -> str:
    fact_width = look.width - _MARK_WIDTH - _GAP - len(columns) * (cell_width + _GAP)
    short = all(len(path) <= cell_width for path in columns)
    names = list(columns) if short else [_letters(at) for at in range(len(columns))]
    table = [
        [
            look.paint(fact.mark, fact.mark),
            _wrap(fact_name(fact), fact_width),
            *(_cell(fact.cells.get(path, ()), cell_width) for path in columns),
        ]
        for fact in rows
    ]
    grid = tabulate(table, headers=["", "fact", *names], tablefmt="simple", disable_numparse=True)
    return grid if short else f"{_legend(names, columns)}\n\n{grid}"


def _listed(rows: Sequence[Fact], columns: Sequence[str], look: Look) -> str:
    """The table for more reports than fit side by side: each fact with what the reports say, one below the other."""
    names = {path: _letters(at) for at, path in enumerate(columns)}
    fact_width = look.width // _FACT_SHARE
    says_width = look.width - fact_width - _MARK_WIDTH - 2 * _GAP
    table = [
        [
            look.paint(fact.mark, fact.mark),
            _wrap(fact_name(fact), fact_width),
            "\n".join(
                shorten(f"{names[path]}: {saying(fact.cells[path])}", says_width)
                for path in columns
                if path in fact.cells
            ),
        ]
        for fact in rows
    ]
    grid = tabulate(table, headers=["", "fact", "what the reports say"], tablefmt="simple", disable_numparse=True)
    return f"{_legend(list(names.values()), columns)}\n\n{grid}"


def _legend(names: Sequence[str], columns: Sequence[str]) -> str:
    return "\n".join(f"{name}  {path}" for name, path in zip(names, columns, strict=True))


def _letters(at: int) -> str:
    """A, B, ... Z, AA, AB ...

    >>> _letters(0), _letters(25), _letters(26)
    ('A', 'Z', 'AA')
    """
    head, last = divmod(at, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + last)


def _cell(claims: Sequence[Claim], width: int) -> str:
    return _wrap(shorten(saying(claims), width * _CELL_LINES), width)


def _wrap(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))

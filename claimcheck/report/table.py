"""The consistency table: one row a fact, one column a report, each cell what that report says, and a mark."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from tabulate import tabulate

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Fact, Mark
from claimcheck.model.mention import Hedge
from claimcheck.report.look import Look
from claimcheck.report.snippets import shorten

_ORDER: dict[Mark, int] = {"conflicts": 0, "agrees": 1, "cannot tell": 2, "said once": 3}
_HEDGES: dict[Hedge, tuple[str, ...]] = {
    "about": ("about",), "below": ("nearly",), "above": ("over",),
    "at-least": ("at least",), "under": ("under",), "at-most": ("at most",),
}
_MARK_WIDTH = max(len(mark) for mark in _ORDER)
_GAP = 2  # between the columns of tabulate's "simple" form
_NARROWEST_CELL = 9
_WIDEST_CELL = 26
_FACT_SHARE = 4  # a fact takes at least this part of the width
_CELL_LINES = 4


def consistency_table(facts: Sequence[Fact], paths: Sequence[str], look: Look) -> str:
    """The table as text, conflicts first; empty when there is no row to show.

    Shown are the facts that conflict or that several reports state; with `look.everything`, all. Reports are named by
    letters, with a legend, when their names are longer than their columns.
    """
    rows = sorted((fact for fact in facts if look.everything or _is_shared(fact)), key=_row_key)
    columns = [path for path in paths if any(path in fact.cells for fact in rows)]
    if not rows or not columns:
        return ""
    cell_width = _cell_width(len(columns), look.width)
    if cell_width < _NARROWEST_CELL:
        return _listed(rows, columns, look)
    return _gridded(rows, columns, cell_width, look)


def _is_shared(fact: Fact) -> bool:
    return fact.mark == "conflicts" or len(fact.cells) > 1


def _row_key(fact: Fact) -> tuple[int, int, str, str, str]:
    return _ORDER[fact.mark], -len(fact.cells), fact.metric, fact.subject, fact.period


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
            _wrap(_fact_name(fact), fact_width),
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
            _wrap(_fact_name(fact), fact_width),
            "\n".join(
                shorten(f"{names[path]}: {_saying(fact.cells[path])}", says_width)
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


def _fact_name(fact: Fact) -> str:
    return ", ".join(part for part in (fact.metric, fact.subject, fact.period) if part)


def _saying(claims: Sequence[Claim]) -> str:
    """What one report says of the fact: each wording once, with its hedge, which stands outside the quotation."""
    return "; ".join(dict.fromkeys(" ".join([*_HEDGES.get(claim.hedge, ()), *claim.text.split()]) for claim in claims))


def _cell(claims: Sequence[Claim], width: int) -> str:
    return _wrap(shorten(_saying(claims), width * _CELL_LINES), width)


def _wrap(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))

"""The number in a cell of a table, read without the machinery that running text needs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from claimcheck.model.table import Cell

_MONEY = r"[$€£¥₹₫₩₽]|[A-Z]{1,3}\$|USD|EUR|GBP|VND|RMB|HK\$|Rs\.?"
_GROUPED = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3})"  # "1,204,500", "12,04,500"
_NOTE = r"(?:\s*(?:\([a-zA-Z0-9]{1,2}\)|\[[a-zA-Z0-9]{1,2}\]|[*†‡§#]+))*"
_FIGURE = re.compile(
    rf"(?P<before>(?:{_MONEY}|[\s(+−–‒-])*)"
    rf"(?P<number>{_GROUPED}(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:[ ][0-9]{3})+(?:[.,][0-9]+)?"
    r"|[0-9]*[.][0-9]+|[0-9]+)"
    rf"(?P<after>\s*(?:%|{_MONEY})?\s*\)?\s*(?:%|pp|pts?|x|bps)?\s*\)?){_NOTE}$"
)
_PAIR = re.compile(
    rf"(?P<count>(?:{_GROUPED}|[0-9]+)(?P<places>\.[0-9]+)?)"
    r"\s*\(\s*(?P<share>[0-9]{1,3}(?:\.[0-9]+)?)\s*(?P<sign>%?)\s*\)$"
)
_DASH = re.compile(rf"(?:{_MONEY}|[\s(])*[-—–−‒]{{1,3}}[\s)%]*{_NOTE}$")
_MINUS = re.compile(r"[-−–‒(]")
_SEPARATORS = str.maketrans("", "", ", ")


@dataclass(slots=True, eq=False)
class Figure:
    """A number in a table.

    value: as written, without any scale; brackets and minus signs make it negative. places: how many decimals it has.
    dash: a mark for nothing. percent: written with its sign. start, end: where the number stands in the source.
    size: the value in the smallest place that the table uses, as a whole number (set by the grid); step: what one unit
    of its own last place comes to in that. scale: what the words of the table multiply it by. spread: a bracket behind
    it says how far it spreads, so that it adds up with nothing.
    """

    cell: Cell
    start: int
    end: int
    text: str
    value: Decimal
    places: int
    dash: bool
    percent: bool
    size: int = 0
    step: int = 1
    scale: Decimal = Decimal(1)
    spread: bool = False


def read_figure(text: str, cell: Cell) -> Figure | None:
    """The number that fills a cell, given with the text of the cell; None for anything else.

    >>> found = read_figure("$ (1,204.5)", Cell(10, 21, 0, 0))
    >>> str(found.value), found.start, found.end
    ('-1204.5', 12, 21)
    >>> read_figure("1,38,650", Cell(0, 8, 0, 0)).value
    Decimal('138650')
    """
    written = _written(text)
    if written is None:
        return None
    first, last, number, value, places, dash, percent = written
    return Figure(cell, cell.start + first, cell.start + last, number, value, places, dash, percent)


@lru_cache(maxsize=16384)  # most cells of a report hold what others hold too, such as a mark for nothing
def _written(text: str) -> tuple[int, int, str, Decimal, int, bool, bool] | None:
    """What of a `Figure` hangs on its text alone: from where to where in it, and the fields from `text` on."""
    match = _FIGURE.match(text)
    if match is None:
        return (0, len(text), text, Decimal(0), 0, True, False) if _DASH.match(text) else None
    written = match["number"]
    number = written.translate(_SEPARATORS) if "." in written or "," not in written[-3:] else written
    minus = _MINUS.search(match["before"])
    first = minus.start() if minus else match.start("number")
    last = len(text[: match.end("after")].rstrip())
    value = Decimal(f"-{number}" if minus else number)
    return first, last, written, value, len(number.partition(".")[2]), False, "%" in match["after"]


def read_pair(text: str, cell: Cell) -> tuple[Figure, Figure] | None:
    """A number with one in brackets behind it, such as its share or spread, which fill a cell; None for anything else.

    >>> found = read_pair("118 (55.7)", Cell(10, 20, 0, 0))
    >>> [(str(figure.value), figure.start, figure.end) for figure in found or ()]
    [('118', 10, 13), ('55.7', 15, 19)]
    """
    match = _PAIR.match(text) if "(" in text else None
    if match is None:
        return None
    counted, share = match["count"], match["share"]
    start, end = match.span("share")
    value = Decimal(counted.translate(_SEPARATORS))
    return (
        Figure(
            cell, cell.start, cell.start + len(counted), counted, value, len((match["places"] or ".")[1:]), False, False
        ),
        Figure(
            cell, cell.start + start, cell.start + end, share, Decimal(share), len(share.partition(".")[2]), False,
            bool(match["sign"]),
        ),
    )

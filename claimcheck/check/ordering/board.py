"""A board: a list or table in which things can be put in an order, and what tells its figures from others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from claimcheck.check.comparing.evidence import stem_of_word
from claimcheck.check.comparing.slips import digits_of, is_bare
from claimcheck.check.parts.quotients import size_of
from claimcheck.model.claim import Claim

_NUMBERED = re.compile(r"(\d+)[ -]([^\W\d_]{4,})")
_DIGITS = 3  # that two figures share, in units of which one is left out
_DIGITS_OF_SCALED, _SCALES = 2, (10**3, 10**6, 10**9)  # the same where a list leaves out thousands, millions or more
_TELLING = 10  # a smaller figure tells no entry
_GAP = re.compile(r"([0-9]{1,2}):([0-5][0-9])")
_SECONDS = {"minute": 60, "second": 1}
_WORD = re.compile(r"[^\W\d_]+")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_SHORTEST = 4  # letters of a word that tells something


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a board: its name, its number and time where told, its figures, and the words to be quoted.

    key: its name, folded, without what brackets tell behind it.
    is_cell: whether it is known by the cells of its row alone, and the words are those of one cell.
    """

    label: str
    key: str
    number: int | None
    time: str
    figures: tuple[Claim, ...]
    claim: Claim
    is_cell: bool = False

    @property
    def gap(self) -> Decimal | None:
        """How many seconds its time is behind another ("0:31"); None for a time of hours, or none at all."""
        found = _GAP.fullmatch(self.time)
        return Decimal(found[1]) * _SECONDS["minute"] + Decimal(found[2]) if found else None


@dataclass(frozen=True, slots=True)
class Column:
    """One figure for each entry of a board, with the words and the years over it.

    of_table: whether it is the column of a table, and not what the items of a list have at one place.
    """

    values: tuple[Claim, ...]
    words: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    complete: bool = False
    of_table: bool = False

    def ahead_of(self, own: Claim, sign: int) -> list[Claim]:
        """The figures beyond one, above it for sign 1 and below it for -1, the farthest first."""
        mine = size_of(own)
        beyond = [value for value in self.values if sign * size_of(value) > sign * mine]
        return sorted(beyond, key=lambda value: -sign * size_of(value))

    @property
    def order(self) -> int:
        """1 where the figures never rise, -1 where they never fall, 0 where they do both."""
        sizes = [size_of(value) for value in self.values]
        return 1 if sizes == sorted(sizes, reverse=True) else -1 if sizes == sorted(sizes) else 0


@dataclass(frozen=True)
class Board:
    """A list: its entries in their order, the words over it, and the columns of its figures."""

    path: str
    entries: Sequence[Entry]
    head: str
    columns: Sequence[Column]

    @cached_property
    def words(self) -> frozenset[str]:
        """How the words over the list and over its columns begin."""
        own = stems(self.head).union(*(column.words for column in self.columns))
        return own | stems(" ".join(claim.noun or "" for column in self.columns for claim in column.values[:1]))

    def words_for(self, path: str) -> frozenset[str]:
        """The words that tell a report what the list is of; in its own report the title is of all that it says."""
        over, _, own = self.head.partition("\n")
        return self.words if path != self.path or self.columns_are_headed else self.words - (stems(over) - stems(own))

    @property
    def columns_are_headed(self) -> bool:
        """Whether words stand over its columns, as in a table."""
        return any(column.words for column in self.columns)

    @cached_property
    def names(self) -> frozenset[str]:
        """How the words of the names in the list begin."""
        return stems(" ".join(entry.label for entry in self.entries))

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that the words over the list tell."""
        over, _, own = self.head.partition("\n")
        return frozenset(YEAR.findall(over if self.columns else f"{over} {own}"))

    @cached_property
    def is_numbered(self) -> bool:
        """True when the list gives the places itself, from the first on."""
        numbers = [entry.number for entry in self.entries]
        return numbers[0] == 1 and None not in numbers and len(set(numbers)) == len(numbers)

    def figure_of(self, entry: Entry, column: Column) -> Claim | None:
        """The figure of an entry in a column."""
        return next((claim for claim in entry.figures if any(claim is value for value in column.values)), None)

    def quoted(self, figure: Claim) -> Claim:
        """What is quoted for a figure: its whole entry, where the board is no table of cells."""
        return next((entry.claim for entry in self.entries if not entry.is_cell and figure in entry.figures), figure)


def stems(text: str, shortest: int = _SHORTEST) -> frozenset[str]:
    """How the words of a text begin that may tell something."""
    return frozenset(stem_of_word(word) for word in _WORD.findall(text.casefold()) if len(word) >= shortest)


def place_of(claim: Claim) -> tuple[str, int]:
    """Where a figure stands."""
    return claim.path, claim.start


def numbered_words(text: str) -> dict[str, str]:
    """How the words behind numbers begin, each with its number: "200 metres"."""
    return {stem_of_word(word): number for number, word in _NUMBERED.findall(text.casefold())}


def gaps_told(figures: Sequence[Claim]) -> frozenset[Decimal]:
    """The seconds that figures tell, alone or two after each other ("one minute and 12 seconds")."""
    told = [(each.unit, size_of(each) * _SECONDS[each.unit]) for each in figures if each.unit in _SECONDS]
    joined = {one + other for (unit, one), (after, other) in pairwise(told) if (unit, after) == (*_SECONDS,)}
    return frozenset(joined.union(size for _, size in told))


def is_one_figure(told: Claim, own: Claim) -> bool:
    """True for two mentions of one figure, perhaps in a unit or a scale that one leaves out ("4.2", of millions)."""
    if told.value == own.value:
        return size_of(own) >= _TELLING
    mine, yours = digits_of(told), digits_of(own)
    if mine != yours or "count" not in (told.unit, own.unit):
        return False
    return len(mine) >= _DIGITS or (len(mine) >= _DIGITS_OF_SCALED and size_of(told) in (
        size_of(own) * scale for scale in _SCALES))


def is_telling(figure: Claim) -> bool:
    """True for a figure of so many digits that chance does not repeat it."""
    return len(digits_of(figure)) >= _DIGITS


def is_of_other(told: Claim, own: Entry) -> bool:
    """True for a figure in the unit of one of an entry, and other than all of them."""
    alike = [claim for claim in own.figures if claim.measure == told.measure and not is_bare(claim)]
    return size_of(told) >= _TELLING and bool(alike) and all(digits_of(claim) != digits_of(told) for claim in alike)


def is_of_other_measure(told: Claim, own: Entry) -> bool:
    """True for a share told with a place, where the entry has none."""
    return told.measure == "percent" and bool(own.figures) and all(each.measure != "percent" for each in own.figures)

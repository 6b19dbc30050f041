"""Boards: lists and tables of a story in which things can be put in an order, each thing with its place or figures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from claimcheck.check.evidence import stem_of_word
from claimcheck.check.quotients import size_of
from claimcheck.check.slips import digits_of, is_bare
from claimcheck.check.stories import Stories
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.letters import fold

_PAIR, _FEWEST, _MOST = 2, 3, 80
_MOST_BOARDS = 12  # of one report
_ASIDE = re.compile(r"(?<=\w) ?(?:\([^()]*\)|\+)$")  # "Lars Lund (NOR)", "Lund +0:09"
_NUMBERED = re.compile(r"(\d+)[ -]([^\W\d_]{4,})")
_DIGITS = 3  # that two figures share, in units of which one is left out
_TELLING = 10  # a smaller figure tells no entry
_GAP = re.compile(r"([0-9]{1,2}):([0-5][0-9])")
_SECONDS = {"minute": 60, "second": 1}
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_LEAST_WHOLE = 20  # of a few smaller numbers chance may make one the sum of the others
_SHORTEST = 4  # letters of a word that tells something

_Told = Sequence[Relation]


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
        return frozenset(_YEAR.findall(over if self.columns else f"{over} {own}"))

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


class Boards:
    """The boards of all reports."""

    def __init__(self, stories: Stories, entries: _Told, columns: _Told, pairs: _Told = ()) -> None:
        self._stories = stories
        self._pairs = _boards(pairs, (), fewest=_PAIR)
        self._by_path = _boards(entries, columns)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for path, boards in self._by_path.items():
            for name in {entry.key for board in boards for entry in board.entries}:
                self._by_name[name].append(path)

    def __bool__(self) -> bool:
        return bool(self._by_path)

    def near(self, path: str) -> Iterator[Board]:
        """The boards of a report, and of those of its story."""
        for each in (path, *self._stories.sisters(path)):
            yield from self._by_path.get(each, ())

    def of_two(self, path: str) -> Iterator[Board]:
        """The boards of a report and its story, and the pairs of names with a figure each, which are no boards."""
        yield from self.near(path)
        for each in (path, *self._stories.sisters(path)):
            yield from self._pairs.get(each, ())

    def naming(self, names: Sequence[str]) -> Iterator[Board]:
        """The boards in which one of some folded names stands that few reports list; full ones, where many have boards.
        """
        few = len(self._by_path) <= _MOST_BOARDS
        told = [self._by_name.get(name, ()) for name in names if few or " " in name]
        for path in dict.fromkeys(path for paths in told if len(paths) <= _MOST_BOARDS for path in paths):
            yield from self._by_path[path]


def _boards(entries: _Told, columns: _Told, fewest: int = _FEWEST) -> Mapping[str, list[Board]]:
    found: dict[str, list[Board]] = defaultdict(list)
    heads = {place_of(claim): column for column in columns for claim in column.roles["value"]}
    for relations in _grouped(entries, lambda entry: entry.direction):
        told = _without_whole([_entry(each) for each in relations[:_MOST]])
        head = relations[0].scope.partition("\n")[2]
        _add(found[relations[0].path], Board(relations[0].path, told, head, [*_columns(told, heads)]), fewest)
    listed = {place_of(value) for boards in found.values() for board in boards for column in board.columns
              for value in column.values}
    for several in _grouped(columns, lambda column: column.scope):
        if not any(place_of(value) in listed for value in several[0].roles["value"]):
            _add(found[several[0].path], _of_table(several))
    return {path: boards for path, boards in found.items() if boards}


def _grouped(relations: Sequence[Relation], by: Callable[[Relation], str]) -> Iterable[list[Relation]]:
    grouped: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in relations:
        grouped[relation.path, by(relation)].append(relation)
    return grouped.values()


def _add(boards: list[Board], board: Board, fewest: int = _FEWEST) -> None:
    """Adds a board of neither too few nor too many entries, each name in it once."""
    names = {entry.key for entry in board.entries}
    if fewest <= len(names) == len(board.entries) <= _MOST and len(boards) < _MOST_BOARDS:
        boards.append(board)


def _of_table(columns: Sequence[Relation]) -> Board:
    """The board of a table whose cells are known by their columns alone."""
    rows = zip(*(column.roles["value"] for column in columns), strict=True)
    labels = columns[0].scope.split("\n")
    entries = [
        Entry(label, fold(label), None, "", figures, figures[0], is_cell=True)
        for label, figures in zip(labels, rows, strict=True)
    ]
    return Board(columns[0].path, entries, "", [_headed(column.roles["value"], column) for column in columns])


def _without_whole(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries without a last one that some column shows to be all others together, whatever it is called.

    Nor is a first one of a sentence of its own in their order that tells as much as all others together, or more:
    "The county has 238 farms. Most lie in Orla, with 62; Marra has 51".
    """
    figures = [list(map(size_of, entry.figures)) for entry in entries]
    at_least = min(map(len, figures))
    sums = (sum(row[at] for row in figures[:-1]) for at in range(at_least))
    is_whole = any(figures[-1][at] == whole >= _LEAST_WHOLE for at, whole in enumerate(sums))
    if is_whole and len(entries) > _FEWEST:
        return entries[:-1]
    leads = at_least > 0 and len(entries) > 1 and entries[0].number is None and _is_apart(entries)
    return entries[1:] if leads and figures[0][0] >= sum(row[0] for row in figures[1:]) else entries


def _is_apart(entries: Sequence[Entry]) -> bool:
    """True for a first entry in another sentence than the next one, all being of one measure."""
    first, *others = (entry.figures[0] for entry in entries)
    return first.sentence != others[0].sentence and {other.measure for other in others} == {first.measure}


def _columns(entries: Sequence[Entry], heads: Mapping[tuple[str, int], Relation]) -> Iterator[Column]:
    """The figures at one place of each entry, in one unit."""
    for at in range(min(len(entry.figures) for entry in entries)):
        values = tuple(entry.figures[at] for entry in entries)
        if len({claim.unit for claim in values if not is_bare(claim)}) <= 1:
            head = heads.get(place_of(values[0]))
            starts = {str(claim.period.start.year) for claim in values[:1] if claim.period}
            yield Column(values, years=frozenset(starts)) if head is None else _headed(values, head)


def _headed(values: tuple[Claim, ...], head: Relation) -> Column:
    return Column(values, stems(head.direction), frozenset(_YEAR.findall(head.when)), head.complete, of_table=True)


def _entry(relation: Relation) -> Entry:
    number, time, value = relation.when.split("|")
    place = {} if relation.words is None else dict(relation.words)
    claim = Claim(kind="ordinal", sure=False, value=Decimal(number or 0), **place)
    read = (Claim(value=Decimal(value), unit="count", **place),) if value else ()
    figures = relation.roles.get("figure", ()) or read
    label = relation.scope.partition("\n")[0]
    return Entry(label, fold(_ASIDE.sub("", label)), int(number) if number else None, time, figures, claim)


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
    """True for two mentions of one figure, perhaps in a unit that one of them leaves out."""
    if told.value == own.value:
        return size_of(own) >= _TELLING
    mine, yours = digits_of(told), digits_of(own)
    return mine == yours and len(mine) >= _DIGITS and "count" in (told.unit, own.unit)


def is_of_other(told: Claim, own: Entry) -> bool:
    """True for a figure in the unit of one of an entry, and other than all of them."""
    alike = [claim for claim in own.figures if claim.measure == told.measure and not is_bare(claim)]
    return size_of(told) >= _TELLING and bool(alike) and all(digits_of(claim) != digits_of(told) for claim in alike)


def is_of_other_measure(told: Claim, own: Entry) -> bool:
    """True for a share told with a place, where the entry has none."""
    return told.measure == "percent" and bool(own.figures) and all(each.measure != "percent" for each in own.figures)

"""The boards of all stories: lists and tables, each thing of which has its place or figures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from claimcheck.check.comparing.slips import is_bare
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.ordering.board import YEAR, Board, Column, Entry, place_of, stems
from claimcheck.check.parts.quotients import size_of
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.letters import fold

_PAIR, _FEWEST, _MOST = 2, 3, 80
_MOST_BOARDS = 12  # of one report
_ASIDE = re.compile(r"(?<=\w) ?(?:\([^()]*\)|\+)$")  # "Lars Lund (NOR)", "Lund +0:09"
_OWN = re.compile(r"['’]s?$")  # "St. Anne's" may be told of without the ending
_LEAST_WHOLE = 20  # of a few smaller numbers chance may make one the sum of the others

_Told = Sequence[Relation]


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

    def figures_of(self, path: str) -> Sequence[Claim]:
        """The figures of a report."""
        return self._stories.figures(path)

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
    return Column(values, stems(head.direction), frozenset(YEAR.findall(head.when)), head.complete, of_table=True)


def _entry(relation: Relation) -> Entry:
    number, time, value = relation.when.split("|")
    place = {} if relation.words is None else dict(relation.words)
    claim = Claim(kind="ordinal", sure=False, value=Decimal(number or 0), **place)
    read = (Claim(value=Decimal(value), unit="count", **place),) if value else ()
    figures = relation.roles.get("figure", ()) or read
    label = relation.scope.partition("\n")[0]
    key = fold(_OWN.sub("", _ASIDE.sub("", label)))
    return Entry(label, key, int(number) if number else None, time, figures, claim)

"""The method "rank_list": a place that words give, against the list in which the thing stands.

The list may be numbered, or give a figure for each thing, in the same report or in another of its story. A list with
several columns is read by the one that holds a figure told with the place. More things beyond than there are places
ahead belie the place, be the list complete or not; too few do so only in a list that goes on to that place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.check.ledger import Ledger
from claimcheck.check.severity import severity_of
from claimcheck.check.stories import few_of_each
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import SEVERITIES, Finding
from claimcheck.model.letters import fold
from claimcheck.packs.schema.rules import RuleSpec

_FEWEST, _MOST = 3, 80
_MOST_LISTS = 12  # of one report
_WORDS_OF_NAME = 2
_NEAR = 160  # letters from the end of a list to a place told after it
_TELLING = 10  # a smaller figure tells no column

Lists = dict[str, list["_List"]]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One thing of a list: its name, its number and time where told, its figures, and the words to be quoted."""

    label: str
    number: int | None
    time: str
    figures: tuple[Claim, ...]
    claim: Claim


@dataclass(frozen=True, slots=True)
class _List:
    """The entries of one list; each name stands in it once."""

    entries: Mapping[str, _Entry]

    def numbered(self) -> bool:
        """True when the list gives the places itself, from the first on."""
        return [entry.number for entry in self.entries.values()] == list(range(1, len(self.entries) + 1))

    def columns(self) -> list[tuple[Claim, ...]]:
        """The figures at one place of each entry, in one unit."""
        width = min(len(entry.figures) for entry in self.entries.values())
        columns = [tuple(entry.figures[at] for entry in self.entries.values()) for at in range(width)]
        return [column for column in columns if len({claim.unit for claim in column if not _is_bare(claim)}) <= 1]


def check_lists(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """Findings for places that a list of the same story gives as others."""
    lists = _lists(ledger)
    by_name = _by_name(lists)
    places = list(few_of_each(ledger.relations_of("place"))) if lists else []
    for place in places:
        kin = (place.path, *ledger.stories.sisters(place.path))
        names = "\n".join(place.scope.split("\n\n")[:2]).split("\n")
        others = (path for name in names for path in by_name.get(fold(name), ()) if path not in kin)
        for path in dict.fromkeys((*kin, *others)):
            hits = (hit for each in lists.get(path, ()) if (hit := _against(place, each, path, kin=path in kin)))
            found = next(hits, None)
            if found is not None:
                if not _is_told_beside(place, places, found[2]) and not _is_given(place, lists, kin):
                    yield _finding(rule, place, found)
                break


def _is_told_beside(place: Relation, places: Sequence[Relation], rank: int) -> bool:
    """True where the words beside a place give the one of the list: "second after an hour, she finished third"."""
    return any(
        each.path == place.path and abs(each.start - place.start) < _NEAR
        and each.when.partition("|")[0] == str(rank) and each.scope.partition("\n")[0] == place.scope.partition("\n")[0]
        for each in places
    )


def _is_given(place: Relation, lists: Lists, kin: Sequence[str]) -> bool:
    """True where a list of the story gives the place after all: of a stage, say, where another is of the race."""
    number, _, time = place.when.partition("|")
    entries = (_named(place, each, time) for path in kin for each in lists.get(path, ()))
    return any(entry is not None and entry.number == int(number) for entry in entries)


def _by_name(lists: Lists) -> dict[str, list[str]]:
    """The reports with a list in which a full name stands; none for a name that many have."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, several in lists.items():
        for each in several:
            for key in each.entries:
                if len(key.split()) >= _WORDS_OF_NAME:
                    found[key].append(path)
    return {key: paths for key, paths in found.items() if len(paths) <= _MOST_LISTS}


def _lists(ledger: Ledger) -> Lists:
    grouped: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in ledger.relations_of("entry"):
        grouped[relation.path, relation.direction].append(relation)
    found: Lists = defaultdict(list)
    for (path, _), relations in grouped.items():
        entries = {fold(each.scope): _entry(each) for each in relations[:_MOST]}
        if len(entries) >= _FEWEST and len(entries) == len(relations[:_MOST]) and len(found[path]) < _MOST_LISTS:
            found[path].append(_List(entries))
    return found


def _entry(relation: Relation) -> _Entry:
    number, time, value = relation.when.split("|")
    place = {} if relation.words is None else dict(relation.words)
    claim = Claim(kind="ordinal", sure=False, value=Decimal(number or 0), **place)
    read = (Claim(value=Decimal(value), unit="count", **place),) if value else ()
    figures = relation.roles.get("figure", ()) or read
    return _Entry(relation.scope, int(number) if number else None, time, figures, claim)


def _against(place: Relation, given: _List, path: str, *, kin: bool) -> tuple[_Entry, list[_Entry], int] | None:
    """The thing whose place is told, the entries that belie it, and its place in the list; None where nothing does.

    kin: whether the list is of one story with the place; else the time told with it must be in the list.
    """
    number, _, time = place.when.partition("|")
    own = _named(place, given, time)
    if own is None or not (kin or (time and time == own.time)):
        return None
    rank = int(number)
    if given.numbered() and own.number is not None and not place.direction:
        same_time = bool(time) and time == own.time
        same_time = same_time or bool(_told(place) & {claim.value for claim in own.figures if _size(claim) >= _TELLING})
        if own.number == rank or not (same_time or (place.complete and path == place.path)):
            return None
        if time and own.time and not same_time:
            return None
        other = next((each for each in given.entries.values() if each.number == rank), None)
        return own, [other] if other else [], own.number
    column = _column(place, given, own) if place.complete else None
    if column is None:
        return None
    lowest = place.direction == "lowest"
    mine = next(claim for claim in column if claim in own.figures)
    sign = -1 if lowest else 1
    beyond = [each for each, claim in zip(given.entries.values(), column, strict=True)
              if sign * _size(claim) > sign * _size(mine)]
    if len(beyond) >= rank or (len(beyond) < rank - 1 < len(column) and _is_told_after(place, given)):
        return own, beyond[:rank], len(beyond) + 1
    return None


def _told(place: Relation) -> set[Decimal]:
    return {_size(claim) for claim in place.roles.get("figure", ())}


def _is_told_after(place: Relation, given: _List) -> bool:
    """True for a place told right after the list, which is then all that it is a place in."""
    last = list(given.entries.values())[-1].claim
    return last.path == place.path and 0 <= place.start - last.end <= _NEAR


def _named(place: Relation, given: _List, time: str) -> _Entry | None:
    """The only entry that the sentence of a place names before it; one of its paragraph where the time is the same."""
    near, far, _ = place.scope.split("\n\n")
    for names, needs_time in ((near, False), (far, True)):
        hits = [entry for key, entry in given.entries.items() if is_among(key, names)]
        hits = [entry for entry in hits if not needs_time or (time and entry.time == time)]
        if len(hits) == 1:
            return hits[0]
        if hits:
            return None
    return None


def is_among(key: str, names: str) -> bool:
    """True where a folded name is, holds, or is held by one of some names, one a line."""
    for name in map(fold, names.split("\n")):
        if name == key or (name and (f" {key} " in f" {name} " or f" {name} " in f" {key} ")):
            return True
    return False


def _column(place: Relation, given: _List, own: _Entry) -> tuple[Claim, ...] | None:
    """The column by which a place is told: the one with a figure told beside it, else the only one."""
    beside = place.roles.get("figure", ())
    mine = {id(claim) for claim in own.figures}
    columns = given.columns()
    hits = [column for column in columns for claim in column
            if id(claim) in mine and _size(claim) >= _TELLING and claim.value in {each.value for each in beside}]
    if hits:
        return hits[0] if len(hits) == 1 else None
    if any(_is_of_other(each, own, columns) for each in beside):
        return None  # it is told by another figure: "the highest rate in mathematics, 79.4%"
    units = {claim.unit for claim in beside if _size(claim) >= _TELLING}
    fit = not units or any(_is_bare(claim) or claim.unit in units for column in columns for claim in column)
    # in another report "the largest" may be so by another measure
    named = bool(place.direction) and own.claim.path == place.path
    return columns[0] if len(columns) == 1 and fit and (named or _is_ordered(columns[0])) else None


def _is_of_other(claim: Claim, own: _Entry, columns: Sequence[Sequence[Claim]]) -> bool:
    """True for a figure in the unit of a column that is none of the row's."""
    if claim.reading is None or _size(claim) < _TELLING or claim.unit not in {column[0].unit for column in columns}:
        return False
    readings = (each.reading for each in own.figures if each.measure == claim.measure)
    return not any(reading and not reading.lenient.is_disjoint(claim.reading.lenient) for reading in readings)


def _is_ordered(column: Sequence[Claim]) -> bool:
    sizes = [_size(claim) for claim in column]
    return sizes == sorted(sizes, reverse=True)


def _size(claim: Claim) -> Decimal:
    return claim.value if isinstance(claim.value, Decimal) else Decimal(0)


def _is_bare(claim: Claim) -> bool:
    return claim.unit == "count" and claim.noun is None


def _finding(rule: RuleSpec, place: Relation, found: tuple[_Entry, list[_Entry], int]) -> Finding:
    own, others, rank = found
    number, _, _ = place.when.partition("|")
    words = {} if place.words is None else dict(place.words)
    told = Claim(kind="ordinal", sure=False, value=Decimal(number), **words)
    claims = {(claim.path, claim.start): claim for claim in (told, own.claim, *(each.claim for each in others))}
    severity = min(severity_of(rule, claims.values(), lenient=True), "warning", key=SEVERITIES.index)
    ahead = ", ".join(quote(each.claim) for each in others)
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity,
        claims=tuple(claims[key] for key in sorted(claims)),
        message=f"{quote(told)} is said of {own.label}, but the list has it in place {rank}.",
        explanation=f"The list has {quote(own.claim)}" + (f", and {ahead}." if ahead else "."),
    )

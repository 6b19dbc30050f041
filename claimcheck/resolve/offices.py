"""Titles as written -> offices in canonical form, the same for every wording and language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from claimcheck.model.letters import fold
from claimcheck.model.office import POSTED_TO, Office
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.people import OfficeBody, PeopleEntry, PeopleGrammar, Rank, RankModifier
from claimcheck.packs.schema.places import Gazetteer

_POSSESSIVE = re.compile(r"(?<=\w)(?:'s|'(?=\s|$))(?!\w)")

E = TypeVar("E")
_Entry = TypeVar("_Entry", bound=PeopleEntry)


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The words of all languages that titles are made of; names of nations stand among the bodies.

    hosts: words behind an office abroad before the place that somebody is sent to.
    """

    ranks: _Finder[Rank]
    modifiers: _Finder[RankModifier]
    bodies: _Finder[OfficeBody | str]
    hosts: re.Pattern[str]
    small: frozenset[str]


class _Finder(Generic[E]):
    """Finds phrases in folded text, the longest first, each with what it stands for."""

    def __init__(self, phrases: Iterable[tuple[str, E]]) -> None:
        self._known: dict[str, E] = {}
        for phrase, meant in phrases:
            self._known.setdefault(_plain(phrase), meant)
        longest_first = sorted(self._known, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w'])(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![\w'])")

    def find(self, text: str) -> list[tuple[re.Match[str], E]]:
        """The phrases in order, each with what it stands for."""
        return [(match, self._known[match[0]]) for match in self._pattern.finditer(text)]


def compile_offices(packs: Packs) -> OfficeWords:
    """The words of every language in the packs."""

    def gather(entry_type: type[_Entry]) -> list[_Entry]:
        return [entry for language in packs.languages for entry in packs.select(entry_type, language)]

    def phrases(entry_type: type[_Entry]) -> Iterable[tuple[str, _Entry]]:
        return ((word, each) for each in gather(entry_type) for word in (*each.words, *each.exact, *each.full))

    grammars = gather(PeopleGrammar)
    small = (word for each in grammars for word in (*each.links, *each.determiners, *each.conjunctions, *each.copulas))
    hosts = sorted(_plain(word) for each in grammars for word in each.hosts)
    return OfficeWords(
        _Finder(phrases(Rank)),
        _Finder(phrases(RankModifier)),
        _Finder([*phrases(OfficeBody), *_nations(packs)]),
        re.compile(rf" (?:{'|'.join(hosts) or '(?!)'}) "),
        frozenset(part for word in small for part in _plain(word).split()),
    )


def _nations(packs: Packs) -> Iterable[tuple[str, str]]:
    """What nations and their people are called, each with the name of the nation in one word: "united-kingdom"."""
    for gazetteer in packs.select(Gazetteer):
        for place in gazetteer.all_places if gazetteer.kind == "nation" else ():
            name = "-".join(_plain(place.name).split())
            yield from ((word, name) for word in (place.name, *place.also, *place.people))


def read_office(title: str, words: OfficeWords) -> Office | None:
    """The office that a title names; None for one that is not held now, or that has no known rank."""
    text = _plain(title)
    ranks = words.ranks.find(text)
    if not ranks:
        return None
    found, rank = _main_rank(ranks, text)
    before, after = text[: found.start()], text[found.end() :]
    modifiers = [entry for _, entry in words.modifiers.find(before)]
    if any(entry.effect == "not-now" for entry in (*modifiers, *_trailing(after, words))):
        return None
    is_deputy = rank.level == "deputy" or any(entry.effect == "deputy" for entry in modifiers)
    sender, host = _parted(after, words) if rank.posted else (after, "")
    scope, body, rest = _read_body(_without_modifiers(before, words) + " " + sender, words)
    if host and (at := _read_body(host, words)[2]):
        rest = f"{rest} {POSTED_TO} {at}".strip()
    return Office(
        "deputy" if is_deputy else "",
        found[0] if rank.open else rank.rank or rank.id,
        rank.scope or scope,
        rank.body or body,
        rest,
    )


def _plain(text: str) -> str:
    """Folded text without marks and possessive endings: "the union's president" as "the union president"."""
    return _POSSESSIVE.sub("", fold(re.sub(r"(?<=\w)[-–](?=\w)|[.(),]", " ", text)).replace("’", "'")).replace("'", " ")


def _main_rank(ranks: Sequence[tuple[re.Match[str], Rank]], text: str) -> tuple[re.Match[str], Rank]:
    """The first rank, but the last of those that stand together: "head coach", "party secretary"."""
    chosen = ranks[0]
    for candidate in ranks[1:]:
        if text[chosen[0].end() : candidate[0].start()].strip():
            break
        chosen = candidate
    return chosen


def _trailing(after: str, words: OfficeWords) -> list[RankModifier]:
    """Modifiers right behind the rank: "mayor elect", "rector emeritus"."""
    return [entry for match, entry in words.modifiers.find(after) if not after[: match.start()].strip()]


def _parted(after: str, words: OfficeWords) -> tuple[str, str]:
    """What stands behind the rank of somebody who is sent, up to the word before the host, and the host."""
    found = words.hosts.search(after)
    return (after[: found.start()], after[found.end() :]) if found else (after, "")


def _without_modifiers(before: str, words: OfficeWords) -> str:
    for match, _ in reversed(words.modifiers.find(before)):
        before = before[: match.start()] + before[match.end() :]
    return before


def _read_body(text: str, words: OfficeWords) -> tuple[str, str, str]:
    """Scope, body, and the words left over, which name a place or a company; nations by their usual names."""
    scope, bodies, rest, at = "", set(), [], 0
    for match, entry in words.bodies.find(text):
        rest.append(text[at : match.start()])
        at = match.end()
        if isinstance(entry, str):
            rest.append(entry)
            continue
        scope = scope or entry.scope
        if entry.open:
            bodies.add(match[0])
        elif not entry.generic:
            bodies.update([entry.body or entry.id])
    rest.append(text[at:])
    left = _without_modifiers(" ".join(rest), words).split()
    return scope, " ".join(sorted(bodies)), " ".join(word for word in left if word not in words.small and word != "&")

"""Finds where a named event is said to be: "the Orla Jazz Festival will be held at the Glassport Theatre"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from claimcheck.extract.drafts import BlockDrafts, LinkDraft
from claimcheck.extract.links.event.staged import StagedLexicon, compile_staged, staged_event
from claimcheck.model.letters import CAPITALS, any_of, fold
from claimcheck.packs.collection import Packs
from claimcheck.packs.entry import all_words
from claimcheck.packs.schema.places import Gazetteer
from claimcheck.packs.schema.references import VenueWords

_SENTENCE_END = re.compile(r"[.!?;]\s+|\n\s*\n")
_LONGEST = 400
_WORD = re.compile(r"[^\W_][\w'’-]*")
_ORDINAL = re.compile(r"(?i)\b(\d{1,3})(?:st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class VenueLexicon:
    """The words of one language before and in the places of events, and how such events are named.

    known: places of the gazetteers by any of their names, with the sort of place and its own name.
    """

    places: re.Pattern[str]
    more: re.Pattern[str]
    sites: frozenset[str]
    rooms: frozenset[str]
    areas: frozenset[str]
    town_leads: frozenset[str]
    moving: frozenset[str]
    barring: frozenset[str]
    known: dict[str, tuple[str, str]]
    staged: StagedLexicon


def compile_venues(packs: Packs, language: str) -> VenueLexicon:
    """The lexicon of one language; an unknown language gives one that finds nothing."""
    entries = packs.select(VenueWords, language)
    words = partial(all_words, entries)
    leads, joints, inner, articles = (any_of(words(field)) for field in ("leads", "joints", "inner", "articles"))
    name = rf"[{CAPITALS}][\w'’-]*(?: (?:(?:{inner}) )?[{CAPITALS}][\w'’-]*){{0,4}}"
    return VenueLexicon(
        re.compile(rf"\b({leads}) (?:(?:{articles}) )?({name})"),
        re.compile(rf",? (?:{joints}) (?:(?:{leads}|{articles}) )?(?:(?:{articles}) )?[{CAPITALS}]|, [{CAPITALS}]"),
        words("sites"), words("rooms"), words("areas"), words("town_leads"), words("moving"), words("barring"),
        _known_places(packs), compile_staged(packs, language),
    )


def _known_places(packs: Packs) -> dict[str, tuple[str, str]]:
    known: dict[str, tuple[str, str]] = {}
    for gazetteer in packs.select(Gazetteer):
        for place in gazetteer.all_places:
            for name in (place.name, *place.also):
                known.setdefault(fold(name), (gazetteer.kind, fold(place.name)))
    return known


def find_venues(block: BlockDrafts, lexicon: VenueLexicon) -> Iterator[LinkDraft]:
    """A link for each place of a named event; it quotes the place.

    `scope` is the words of the event, the sort of place ("site", "town", or that of the gazetteers) and its name, with
    semicolons between; `direction` is the number of the edition, `when` the day or year, where the sentence tells them.
    """
    for start, end in _sentences(block.text):
        text = block.text[start:end]
        if lexicon.staged.names.search(text) is None:
            continue
        said = {fold(word) for word in _WORD.findall(text)}
        found = [(place, *told) for place in lexicon.places.finditer(text) if (told := _sort(place, lexicon))]
        if len({sort for _, sort, _ in found}) != len(found) or said & lexicon.barring:
            continue  # two places of one sort: the event, or the sentence, has several
        for place, sort, name in found:
            event = staged_event(text[: place.start()], lexicon.staged)
            if event is None or event[-1].lower() in lexicon.moving | lexicon.staged.series \
                    or lexicon.more.match(text, place.end()):
                continue
            edition = _ORDINAL.search(text)
            yield LinkDraft(
                start + place.start(2), start + place.end(2), kind="venue", roles={},
                scope=f"{' '.join(sorted(event))};{sort};{name}",
                direction=edition[1] if edition else "", when=_when(block, start, end),
            )


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in (*_SENTENCE_END.finditer(text), None):
        end = len(text) if stop is None else stop.start()
        if 0 < end - start <= _LONGEST:
            yield start, end
        start = len(text) if stop is None else stop.end()


def _sort(place: re.Match[str], lexicon: VenueLexicon) -> tuple[str, str] | None:
    """The sort of place that a name is of, and the name; None for rooms, streets, areas, months."""
    name = fold(place[2])
    if name in lexicon.known:
        return lexicon.known[name]
    words = _WORD.findall(name)
    if words[-1] in lexicon.rooms:
        return None
    if not lexicon.sites.isdisjoint(words):
        return "site", name
    return ("town", name) if place[1] in lexicon.town_leads and lexicon.areas.isdisjoint(words) else None


def _when(block: BlockDrafts, start: int, end: int) -> str:
    told = {date.period.iso for date in block.dates_between(start, end) if date.period is not None}
    return min(told) if told else ""

"""What a report is about as a whole, from its names, its places and its dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from claimcheck.model.document import Block, Document
from claimcheck.model.mention import DateMention, Extraction, PersonMention, QuantityMention
from claimcheck.resolve.names import leader, names_in
from claimcheck.resolve.subjects import KnownPlace, Setting, Subjects, Words, named, places_in
from claimcheck.resolve.words import words_of

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_NO_YEAR = "XXXX"
_ACRONYM = 4  # "USD", "FDI", "NATO": so short a name is rarely what a report is about
_HEADING_WEIGHT = 4
_OPENING_WEIGHT = 2
_OPENING_BLOCKS = 3  # headings, a dateline and the first paragraph
_DATELINE_WORDS = 3  # at the very beginning of the opening


def setting_of(
    document: Document, extraction: Extraction, lexicon: Subjects, names: Collection[Words] = ()
) -> Setting:
    """The report's own subject, nation and home.

    The nation is the only country named, or the one named more than twice as often as any other. The subject is the
    name that stands out: no person and no country. `names`: names that the reports together use.
    """
    blocks = [block for block in document.blocks if block.kind != "furniture"]
    places = list(_weighted_places(document, blocks, lexicon))
    nation = _twice_the_next(Counter(_country(place) for place, _, _ in places if _country(place)))
    barred = {words_of(mention.name) for mention in extraction.mentions if isinstance(mention, PersonMention)}
    numbers = {words_of(mention.text) for mention in extraction.mentions if isinstance(mention, QuantityMention)}
    numbers |= {words[:1] for words in numbers if any(map(str.isdigit, words[0]))}  # "Sh600", of a price a litre
    scores, prominent = names_in(document, lexicon.small, names)
    people = {name for name in scores if name in barred or any(set(name) <= set(person) for person in barred)}
    acronyms = {name for name in scores if len(name) == 1 and len(name[0]) <= _ACRONYM}
    countries = {name for name in scores if name in lexicon.places and lexicon.places[name].kind == "nation"}
    open_ended = {name for name in scores if name[-1:] in lexicon.joints or name[:1] in lexicon.joints}
    others = people | acronyms | countries | open_ended | numbers  # "Forty-one looms": a heading may begin so
    own = leader(scores, prominent, others | lexicon.plain | lexicon.own | lexicon.nation)
    home = _home(places)
    return Setting(
        subject=named(own, lexicon) if own else None,
        nation=nation,
        places=frozenset(lexicon.places[name].name for name in prominent if name in lexicon.places),
        home=home.name if home else None,
        home_kind=home.kind if home else "",
        national=sum(weight for place, weight, _ in places if _country(place) == nation) > 1,
        day=_one_day(blocks, extraction),
        told_on=extraction.day,
    )


def _country(place: KnownPlace) -> str:
    return place.name if place.kind == "nation" else place.parent or ""


def _weighted_places(
    document: Document, blocks: list[Block], lexicon: Subjects
) -> Iterator[tuple[KnownPlace, int, bool]]:
    """Every place named, how much its position weighs, and whether it is a dateline."""
    opening = True
    for block in blocks:
        words = words_of(document.reading[block.start : block.end])
        weight = _HEADING_WEIGHT if block.kind == "heading" else _OPENING_WEIGHT if opening else 1
        first = opening and block.kind != "heading"
        dateline = next(iter(places_in(words[:_DATELINE_WORDS], lexicon)), None) if first else None
        for place in places_in(words, lexicon):
            yield place, weight, place == dateline
            dateline = None
        opening = opening and block.kind == "heading"


def _home(places: list[tuple[KnownPlace, int, bool]]) -> KnownPlace | None:
    """The place named most; none when its nation is named as much, or another place.

    A city that nothing but the dateline names is where the reporter sat.
    """
    told = {place for place, _, dateline in places if not dateline}
    scores: Counter[KnownPlace] = Counter()
    for place, weight, dateline in places:
        if place in told or (dateline and place.kind == "province"):
            scores[place] += weight
    ranked = [(place, score) for place, score in scores.most_common() if place.kind != "nation"]
    if not ranked or ranked[0][1] < _OPENING_WEIGHT or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    home, score = ranked[0]
    nations = {place.name: told for place, told in scores.items() if place.kind == "nation"}
    return None if nations.get(home.parent or "", 0) >= score else home


def _twice_the_next(counts: Counter[str]) -> str | None:
    """What is named more than twice as often as anything else."""
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] <= 2 * ranked[1][1]):
        return None
    return ranked[0][0]


def with_years(settings: Sequence[Setting]) -> list[Setting]:
    """The settings, a day without a year taken for the one such day that other reports tell in full."""
    full: dict[str, set[str]] = {}
    for setting in settings:
        if setting.day and not setting.day.startswith(_NO_YEAR):
            full.setdefault(setting.day[len(_NO_YEAR):], set()).add(setting.day)
    return [
        replace(setting, day=_only(full.get(setting.day[len(_NO_YEAR):], set())))
        if setting.day and setting.day.startswith(_NO_YEAR) else setting
        for setting in settings
    ]


def _one_day(blocks: list[Block], extraction: Extraction) -> str | None:
    """The only day that the beginning of a report names, with or without its year."""
    if not blocks:
        return None
    end = blocks[:_OPENING_BLOCKS][-1].end
    return _only({
        mention.value for mention in extraction.mentions
        if isinstance(mention, DateMention) and mention.start < end and _DAY.fullmatch(mention.value)
    })


def _only(days: set[str]) -> str | None:
    return next(iter(days)) if len(days) == 1 else None

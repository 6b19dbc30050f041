"""What a report as a whole is about: its own subject, and the period that its head names."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from claimcheck.extract.binding.clauses import Sentence, governed, subject_of
from claimcheck.extract.binding.entities import (
    NOBODY,
    PLACE_SORTS,
    About,
    entity_text,
    is_name,
    leading_entity,
    place_about,
)
from claimcheck.extract.binding.lexicon import BindingLexicon, KnownPlace
from claimcheck.extract.binding.period import settings
from claimcheck.extract.drafts import BlockDrafts
from claimcheck.model.period import Period

_HEAD_SENTENCES = 3
_ENOUGH = 3  # how often a name must count to be taken for the report's own
_RIVALS = 40  # how many names are looked at when short names are joined to long ones
_Name = TypeVar("_Name")


@dataclass(frozen=True, slots=True)
class Own:
    """The report's own place, nation and organisation, where the text makes them plain.

    leads: whether the head of the report already speaks of the place, so that it covers what names no other.
    sent_from: the place of the dateline, which "the province" or "the city" may mean.
    home: the nation that "our country" means: the one that the report mentions most, be it by its people.
    lead: the thing or body that the heading or the opening speaks of ("The new wing has ..."), named or not.
    """

    place: KnownPlace | None = None
    leads: bool = False
    sent_from: KnownPlace | None = None
    nation: str | None = None
    home: str | None = None
    organisation: str | None = None
    period: Period | None = None
    lead: About = NOBODY

    def about(self) -> About:
        """Whom figures are about that name nobody."""
        if self.organisation and self.place is None:
            return About(self.organisation)
        if self.place is not None and self.leads:
            return place_about(self.place)
        return About(self.nation, self.nation) if self.nation else self.lead


@dataclass(slots=True)
class _Tally:
    places: Counter[KnownPlace] = field(default_factory=Counter)
    nations: Counter[str] = field(default_factory=Counter)
    organisations: Counter[str] = field(default_factory=Counter)
    mentioned: Counter[str] = field(default_factory=Counter)
    leading: set[KnownPlace] = field(default_factory=set)


def find_own(sentences: Sequence[Sentence], blocks: Sequence[BlockDrafts], lexicon: BindingLexicon) -> Own:
    """Names that the report dwells on, most of all in its head; one that a rival comes near to is nobody's own."""
    tally = _Tally()
    people = [sorted((person.start, person.end) for person in block.people) for block in blocks]
    for number, sentence in enumerate(sentences):
        weight = 3 if number < _HEAD_SENTENCES else 1
        words = lexicon.of_language(blocks[sentence.block].language)
        for at, item in enumerate(sentence.items):
            telling = item.kind == "NP" and (item.proper or item.owner or item.place is not None)
            if telling and not _is_person(sentence, at, people[sentence.block], lexicon):
                _count(sentence, at, weight, words, tally)
    _join_short_names(tally.organisations)
    place = _winner(tally.places, _ENOUGH)
    return Own(
        place=place,
        leads=place in tally.leading,
        sent_from=next((sentence.dateline for sentence in sentences if sentence.dateline is not None), None),
        nation=_winner(tally.nations, _ENOUGH),
        home=_winner(tally.mentioned, 1),
        organisation=_winner(tally.organisations, _ENOUGH),
        period=_head_period(sentences, lexicon),
        lead=_find_lead(sentences, blocks, people, lexicon),
    )


def _find_lead(
    sentences: Sequence[Sentence], blocks: Sequence[BlockDrafts], people: Sequence[Sequence[tuple[int, int]]],
    lexicon: BindingLexicon,
) -> About:
    """The entity of the heading, else the one that the first sentence below it speaks of."""
    for sentence in sentences[:_HEAD_SENTENCES]:
        heading = blocks[sentence.block].kind == "heading"
        about = _headed(sentence, lexicon) if heading else _opening(sentence, people[sentence.block], lexicon)
        if about.is_known or not heading:
            return about
    return NOBODY


def _headed(sentence: Sentence, lexicon: BindingLexicon) -> About:
    for at, item in enumerate(sentence.items):
        if item.kind != "NP":
            continue
        scope = any(lexicon.has(f"{sort}-noun", item.head) for sort in PLACE_SORTS) and len(item.words) == 1
        if item.det == "the" and scope and governed(sentence, at):
            return About(item.text)
        entity = leading_entity(item, lexicon) if not governed(sentence, at) else None
        if entity is not None:
            return About(entity)
        if sentence.item(at + 1).kind == "V":
            break
    return NOBODY


def _opening(sentence: Sentence, people: Sequence[tuple[int, int]], lexicon: BindingLexicon) -> About:
    verb = next((at for at, item in enumerate(sentence.items) if item.kind == "V" and item.form != "ing"), None)
    agent = subject_of(sentence, verb) if verb is not None else None
    if agent is None or _is_person(sentence, agent, people, lexicon):
        return NOBODY
    item = sentence.items[agent]
    if item.owner and lexicon.has("own-head", item.owner.split()[-1]):
        return About(item.owner)
    entity = entity_text(sentence, agent, lexicon)
    town = sentence.dateline
    if town is not None and len(item.words) == 1 and lexicon.has(f"{town.kind}-noun", item.head):
        return place_about(town)
    if lexicon.has("authority-head", item.head) or lexicon.has("record-noun", item.head):
        return NOBODY
    if entity is not None:
        return About(entity)
    return About(item.text) if is_name(item, lexicon) and item.place is None else NOBODY


def _is_person(
    sentence: Sentence, at: int, people: Sequence[tuple[int, int]], lexicon: BindingLexicon
) -> bool:
    item = sentence.items[at]
    near = bisect_left(people, (item.end, 0)) - 1
    if near >= 0 and people[near][1] > item.start:
        return True
    before = sentence.item(at - 1)
    return any(lexicon.has("person-head", word.rstrip(".")) for word in item.words[:3]) or (
        before.text == "." and lexicon.has("person-head", sentence.item(at - 2).head)
    )


def _count(sentence: Sentence, at: int, weight: int, lexicon: BindingLexicon, tally: _Tally) -> None:
    item = sentence.items[at]
    named = item.owner or item.place is not None
    if (named and lexicon.has("venue-head", item.head)) or lexicon.has("authority-head", item.head):
        return
    for place, owns in ((item.place, False), (item.owner_place, True)):
        if place is None:
            continue
        if place.kind == "nation":
            tally.mentioned[place.name] += 1
        if place.by_people or not (owns or _is_scope(sentence, at, lexicon)):
            continue
        if place.kind == "nation":
            tally.nations[place.name] += 1 if sentence.item(at - 1).head == "in" else weight
        else:
            tally.places[place] += weight
            tally.leading |= {place} if weight > 1 else set()
    if item.place is None and item.proper and _may_own(sentence, at, lexicon):
        tally.organisations[item.text] += weight
    if item.owner and item.owner_place is None and item.owner[:1].isupper() and not _is_common(item.owner, lexicon):
        tally.organisations[item.owner] += weight


def _is_common(name: str, lexicon: BindingLexicon) -> bool:
    """True for "Carmaker": a common noun that owes its capital to its place in the sentence."""
    return " " not in name and lexicon.has("own-head", name.lower())


def _is_scope(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True where a place is what is spoken of: "Nghe An province", "of Nghe An", "Nghe An exported", a heading."""
    item = sentence.items[at]
    before, after = sentence.item(at - 1), sentence.item(at + 1)
    if before.kind == "P" and lexicon.has("scope-preposition", before.head):
        return True
    if governed(sentence, at):
        return lexicon.has("own-head", item.head)
    return after.kind == "V" or lexicon.has("own-head", item.head) or sentence.item(-1) is after


def _may_own(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for a proper name that acts, opens a heading, or calls itself a company."""
    item = sentence.items[at]
    if len(item.text.split()) > 5 or item.text.split()[0].islower():
        return False
    if governed(sentence, at):
        return False
    if lexicon.has("company-head", item.head):
        return True
    if not item.text.split()[-1][:1].isupper():
        return False
    verb = sentence.item(at + 1)
    return verb.kind == "V" and "say" not in lexicon.kinds.get(verb.head, ()) and sentence.item(at - 1).kind != "P"


def _join_short_names(organisations: Counter[str]) -> None:
    """Lets "Kestrel" count for "Kestrel Semiconductor"."""
    frequent = [name for name, _ in organisations.most_common(_RIVALS)]
    for name in frequent:
        for longer in frequent:
            if longer != name and longer.lower().startswith(name.lower() + " ") and name in organisations:
                organisations[longer] += organisations.pop(name)
            elif longer != name and longer.lower() == name.lower() and name.isupper():
                organisations[longer] += organisations.pop(name, 0)


def _winner(counts: Counter[_Name], enough: int) -> _Name | None:
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < enough:
        return None
    if len(ranked) == 2 and ranked[0][1] < 1.5 * ranked[1][1]:
        return None
    return ranked[0][0]


def _head_period(sentences: Sequence[Sentence], lexicon: BindingLexicon) -> Period | None:
    """The one period longer than a day that the first block with any names, if it names one only."""
    found: dict[int, set[Period]] = {}
    for sentence in sentences[:_HEAD_SENTENCES]:
        for place in settings(sentence, lexicon):
            date = sentence.items[place].date
            if date is not None and date.period is not None and date.period.sort not in ("day", "as-of"):
                found.setdefault(sentence.block, set()).add(date.period)
    first = next((periods for periods in found.values()), set())
    return next(iter(first)) if len(first) == 1 else None

"""What a report as a whole is about: its own subject, and the period that its head names."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from claimcheck.extract.binding.asides import is_told_aside
from claimcheck.extract.binding.clauses import Sentence, governed, subject_of
from claimcheck.extract.binding.entities import (
    NOBODY,
    About,
    entity_text,
    is_name,
    leading_entity,
    place_about,
)
from claimcheck.extract.binding.lexicon import BindingLexicon, KnownPlace
from claimcheck.extract.binding.period import worded_settings
from claimcheck.extract.drafts import BlockDrafts
from claimcheck.model.period import Period

_HEAD_SENTENCES = 3
_ENOUGH = 3  # how often a name must count to be taken for the report's own
_RIVALS = 40  # how many names are looked at when short names are joined to long ones
_Name = TypeVar("_Name")


@dataclass(slots=True)
class Report:
    """The sentences of a report, and where in its blocks people are named."""

    sentences: Sequence[Sentence]
    blocks: Sequence[BlockDrafts]
    people: Sequence[Sequence[tuple[int, int]]]
    lexicon: BindingLexicon

    @property
    def head(self) -> Sequence[Sentence]:
        """The sentences that say most about what the report is about."""
        return self.sentences[:_HEAD_SENTENCES]


@dataclass(frozen=True)
class Own:
    """The report's own place, nation and organisation, where the text makes them plain.

    leads: whether the head of the report already speaks of the place, so that it covers what names no other.
    sent_from: the place of the dateline, which "the province" or "the city" may mean.
    home: the nation that "our country" means: the one that the report mentions most, be it by its people.
    The period and the lead are looked for when first asked for.
    """

    report: Report

    place: KnownPlace | None = None
    leads: bool = False
    sent_from: KnownPlace | None = None
    nation: str | None = None
    home: str | None = None
    organisation: str | None = None

    @cached_property
    def period(self) -> Period | None:
        """The period that the head of the report names."""
        return _head_period(self.report)

    @cached_property
    def lead(self) -> About:
        """The thing or body that the heading or the opening speaks of ("The new wing has ..."), named or not."""
        return _find_lead(self.report)

    def about(self) -> About:
        """Whom figures are about that name nobody."""
        if self.organisation and self.place is None:
            return About(self.organisation)
        if self.place is not None and self.leads:
            return place_about(self.place)
        return About(self.nation, self.nation) if self.nation else self.lead


@dataclass(slots=True)
class _Tally:
    """How often names count for the report's own; mentioned: nations by name or by their people.

    dealt_with: nations in "trade with Japan", "imports from Japan".
    """

    places: dict[KnownPlace, int] = field(default_factory=lambda: defaultdict(int))
    nations: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    organisations: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    mentioned: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    dealt_with: dict[str, int] = field(default_factory=lambda: defaultdict(int))
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
        report=Report(sentences, blocks, people, lexicon),
        place=place,
        leads=place in tally.leading,
        sent_from=next((sentence.dateline for sentence in sentences if sentence.dateline is not None), None),
        nation=_winner(_own_nations(tally), _ENOUGH),
        home=_winner(tally.mentioned, 1),
        organisation=_winner(tally.organisations, _ENOUGH),
    )


def _find_lead(report: Report) -> About:
    """The entity of the heading, else the one that the first sentence below it speaks of."""
    for sentence in report.head:
        heading, people = report.blocks[sentence.block].kind == "heading", report.people[sentence.block]
        about = _headed(sentence, report.lexicon) if heading else _opening(sentence, people, report.lexicon)
        if about.is_known or not heading:
            return about
    return NOBODY


def _headed(sentence: Sentence, lexicon: BindingLexicon) -> About:
    for at, item in enumerate(sentence.items):
        if item.kind != "NP":
            continue
        scope = item.head in lexicon.scope_nouns and len(item.words) == 1
        if item.det == "the" and scope and governed(sentence, at):
            return About(item.text)
        entity = leading_entity(item, lexicon) if not governed(sentence, at) else None
        if entity is not None:
            return About(entity)
        if sentence.around[at + 1].kind == "V":
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
    before = sentence.around[at - 1]
    heads = lexicon.classes.get("person-head", frozenset())
    if not heads.isdisjoint([word.rstrip(".") for word in item.words[:3]]):
        return True
    return before.text == "." and sentence.around[at - 2].head in heads


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
            tally.dealt_with[place.name] += _is_partner(sentence, at, lexicon)
        if place.by_people or not (owns or _is_scope(sentence, at, lexicon)):
            continue
        if place.kind == "nation":
            tally.nations[place.name] += 1 if sentence.around[at - 1].head == "in" else weight
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
    before, after = sentence.around[at - 1], sentence.around[at + 1]
    if before.kind == "P" and lexicon.has("scope-preposition", before.head):
        return True
    if governed(sentence, at):
        return lexicon.has("own-head", item.head)
    return after.kind == "V" or lexicon.has("own-head", item.head) or sentence.around[-1] is after


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
    verb = sentence.around[at + 1]
    return verb.kind == "V" and "say" not in lexicon.kinds.get(verb.head, ()) and sentence.around[at - 1].kind != "P"


def _join_short_names(organisations: dict[str, int]) -> None:
    """Lets "Kestrel" count for "Kestrel Semiconductor"."""
    frequent = sorted(organisations, key=organisations.__getitem__, reverse=True)[:_RIVALS]
    for name in frequent:
        for longer in frequent:
            if longer != name and longer.lower().startswith(name.lower() + " ") and name in organisations:
                organisations[longer] += organisations.pop(name)
            elif longer != name and longer.lower() == name.lower() and name.isupper():
                organisations[longer] += organisations.pop(name, 0)


def _is_partner(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for a nation that one deals with: "trade with Japan", "imports from Japan"."""
    before = sentence.around[at - 1]
    return before.kind == "P" and lexicon.has("partner-preposition", before.head)


def _own_nations(tally: _Tally) -> Mapping[str, int]:
    """The nations that a report may be about, but for those of which every other mention is one of a partner."""
    return {name: count for name, count in tally.nations.items() if tally.mentioned[name] > 2 * tally.dealt_with[name]}


def _winner(counts: Mapping[_Name, int], enough: int) -> _Name | None:
    if not counts:
        return None
    first, *others = sorted(counts, key=counts.__getitem__, reverse=True)
    if counts[first] < enough or (others and counts[first] < 1.5 * counts[others[0]]):
        return None
    return first


def _head_period(report: Report) -> Period | None:
    """The one period longer than a day that the first block with any names, if it names one only.

    A period named behind the first figures of its block is not that of these ("Turnout was 71 per cent. In 2014 ...").
    """
    found: dict[int, set[Period]] = {}
    late: set[int] = set()
    figured: set[int] = set()
    for sentence in report.head:
        for place in worded_settings(sentence, report.lexicon):
            date = sentence.items[place].date
            if date is None or date.period is None or date.period.sort in ("day", "as-of"):
                continue
            if not is_told_aside(sentence, place):
                if sentence.block in figured and sentence.block not in found:
                    late.add(sentence.block)
                found.setdefault(sentence.block, set()).add(date.period)
        if sentence.quantities:
            figured.add(sentence.block)
    first = next(iter(found), None)
    return next(iter(found[first])) if first is not None and first not in late and len(found[first]) == 1 else None

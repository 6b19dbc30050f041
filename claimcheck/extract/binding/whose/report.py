"""What a report as a whole is about: its own subject, and the period that its head names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from claimcheck.extract.binding.grammar.asides import is_told_aside
from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence, governed, subject_of
from claimcheck.extract.binding.lexicon import BindingLexicon, KnownPlace
from claimcheck.extract.binding.when.headed import Report, head_period, is_ahead, is_of_budget
from claimcheck.extract.binding.when.times import worded_settings
from claimcheck.extract.binding.whose.bearers import Bearer, find_people
from claimcheck.extract.binding.whose.entities import (
    NOBODY,
    About,
    entity_text,
    is_name,
    is_person,
    leading_entity,
    place_about,
    sets_scene,
)
from claimcheck.extract.binding.whose.scope import tally_names
from claimcheck.extract.binding.whose.titled import titled_name
from claimcheck.extract.drafts import BlockDrafts
from claimcheck.model.period import Period

_YEAR = dt.timedelta(days=365)
_LABEL_MARKS = (":", "-", "–", "—")
_QUOTES = ('"', "“", "«", "„", "‘", "'")


@dataclass(frozen=True)
class Own:
    """The report's own place, nation and organisation, where the text makes them plain.

    leads: whether the head of the report already speaks of the place, so that it covers what names no other.
    sent_from: the place of the dateline, which "the province" or "the city" may mean.
    home: the nation that "our country" means: the one that the report mentions most, be it by its people.
    body: the only body with a name of its own that its head names.
    The period and the lead are looked for when first asked for.
    """

    report: Report

    place: KnownPlace | None = None
    leads: bool = False
    sent_from: KnownPlace | None = None
    nation: str | None = None
    home: str | None = None
    organisation: str | None = None
    body: str | None = None

    @cached_property
    def period(self) -> Period | None:
        """The period that the head of the report names."""
        return head_period(self.report)

    @cached_property
    def day(self) -> Period | None:
        """The only day that the opening sentence names, where the report names no longer period: that of an event."""
        blocks = self.report.blocks
        lead = next((told for told in self.report.sentences if blocks[told.block].kind != "heading"), None)
        if lead is None or self.period is not None:
            return None
        settings = (place for place in worded_settings(lead, self.report.lexicon) if not is_told_aside(lead, place))
        days = {date.period for place in settings if (date := lead.items[place].date)}
        day = days.pop() if len(days) == 1 else None
        today = self.report.today
        old = day is not None and today is not None and day.start < today - _YEAR  # "The trial began on 3 May 2022"
        return day if day is not None and day.sort == "day" and not old else None

    @cached_property
    def is_ahead(self) -> bool:
        """Whether that period is told of what is planned, hoped or forecast alone."""
        return is_ahead(self.report, self.period)

    @cached_property
    def is_meant(self) -> bool:
        """Whether the heading that names that period speaks of a budget, a goal or a plan for it."""
        return any(
            any(self.report.lexicon.has("aim-head", item.head) for item in sentence.items)
            and any((date := sentence.items[at].date) and date.period == self.period for at in sentence.dates)
            for sentence in self.report.head if self.report.blocks[sentence.block].kind == "heading"
        )

    @cached_property
    def is_budgeted(self) -> bool:
        """Whether the head of the report speaks of the budget for that period, which is still to come."""
        return self.is_meant or is_of_budget(self.report, self.period)

    def people_of(self, sentence: Sentence) -> Sequence[Bearer]:
        """Where the block of a sentence names persons."""
        return self.report.people[sentence.block]

    @cached_property
    def lead(self) -> About:
        """The thing or body that the heading or the opening speaks of ("The new wing has ..."), named or not."""
        return _find_lead(self.report)

    @cached_property
    def titled(self) -> About:
        """The name that heading and opening agree on, where no list of places and no habit of the report knows it."""
        return titled_name(self.report.sentences, self.report.blocks, self.report.people, self.report.lexicon)

    @cached_property
    def full_names(self) -> dict[str, str]:
        """The names of bodies by their last word in small letters, where only one of that sort is named."""
        found: dict[str, set[str]] = {}
        for sentence in self.report.sentences:
            for item in sentence.items:
                if item.kind == "NP" and item.proper and len(item.words) > 1 and item.text[:1].isupper():
                    found.setdefault(item.head, set()).add(item.text)
        heads = self.report.lexicon.entity_heads
        return {head: next(iter(names)) for head, names in found.items() if head in heads and len(names) == 1}

    @cached_property
    def scene(self) -> About:
        """Where the opening is set: "Farmers in Ordal brought in ..."."""
        return _find_scene(self.report)

    def about(self) -> About:
        """Whom figures are about that name nobody."""
        if self.organisation and self.place is None:
            return About(self.organisation)
        if self.place is not None and self.leads:
            return place_about(self.place)
        if self.nation:
            return About(self.nation, self.nation)
        if self.titled.is_known:
            return self.titled
        if self.lead.is_known:
            return self.lead
        return self.scene if self.scene.is_known else About(self.body)


def find_own(
    sentences: Sequence[Sentence], blocks: Sequence[BlockDrafts], lexicon: BindingLexicon, today: dt.date | None
) -> Own:
    """Names that the report dwells on, most of all in its head; one that a rival comes near to is nobody's own."""
    people = find_people(sentences, blocks, lexicon)
    tally = tally_names(sentences, blocks, people, lexicon)
    place = tally.place
    return Own(
        report=Report(sentences, blocks, people, lexicon, today),
        place=place,
        leads=place in tally.leading,
        sent_from=tally.sent_from,
        nation=tally.nation,
        home=tally.home,
        organisation=tally.organisation,
        body=tally.body,
    )


def _find_lead(report: Report) -> About:
    """The entity of the heading, else the one that the first sentence below it speaks of."""
    for sentence in report.head:
        heading, people = report.blocks[sentence.block].kind == "heading", report.people[sentence.block]
        about = _labelled(sentence, people, report.lexicon) if heading else NOBODY
        if not about.is_known:
            about = _headed(sentence, report.lexicon) if heading else _opening(sentence, people, report.lexicon)
        if about.is_known or not (heading or _is_about_person(sentence, people, report.lexicon)):
            return about
    return NOBODY


def _find_scene(report: Report) -> About:
    """The only name behind "in" or "the state of" in the first sentence, unless that is about a name or a body."""
    body = (sentence for sentence in report.head if report.blocks[sentence.block].kind != "heading")
    sentence = next(body, None)
    verb = _first_verb(sentence) if sentence is not None else None
    agent = subject_of(sentence, verb) if sentence is not None and verb is not None else None
    if sentence is None or verb is None or agent is None:
        return NOBODY
    if _is_one(sentence, agent, report.lexicon) and not _tells(sentence, verb, report.lexicon):
        return NOBODY
    names = {
        item.text for place, item in enumerate(sentence.items)
        if item.kind == "NP" and not item.det and item.place is None and is_name(item, report.lexicon)
        and sets_scene(sentence, place, report.lexicon)
    }
    return About(*names, *names) if len(names) == 1 else NOBODY


def _is_one(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for a name, or a body with "the"."""
    item = sentence.items[at]
    return item.kind != "NP" or is_name(item, lexicon) or (
        item.article == "definite" and item.head in lexicon.entity_heads)


def _labelled(sentence: Sentence, people: Sequence[Bearer], lexicon: BindingLexicon) -> About:
    """The name of "Lindau Rowing: key figures for 2023", before a colon with a time and no statement behind it.

    Without a time it may be that of somebody; with letters for a word ("FC Lindau: our year") it is that of a body.
    """
    at = next((at for at, item in enumerate(sentence.items) if sentence.around[at + 1].text in _LABEL_MARKS), 0)
    item, rest = sentence.items[at], sentence.items[at + 2:]
    behind = sentence.around[at + 1].text in _LABEL_MARKS and (at == 0 or sentence.items[at - 1].text == ",")
    if item.kind != "NP" or not behind or not is_name(item, lexicon):
        return NOBODY
    told = any(other.kind == "V" or other.text in _QUOTES for other in rest)
    short = len(item.words) == 1 and item.place is None
    timed = any(other.kind == "T" for other in sentence.items)
    dated = timed or (item.text.split()[0].isupper() and sentence.items[1].text == ":")
    if told or short or not dated or is_person(sentence, at, people, lexicon):
        return NOBODY
    return place_about(item.place) if item.place is not None else About(item.text)


def _headed(sentence: Sentence, lexicon: BindingLexicon) -> About:
    for at, item in enumerate(sentence.items):
        if item.kind != "NP":
            continue
        if at and sentence.items[at - 1].kind in ("NP", "Q"):
            break  # "Line 5 reaches the university": a verb that no list knows
        link, name = sentence.around[at + 1], sentence.around[at + 2]
        if "whole-link" in link.classes and item.head in lexicon.entity_heads and _is_called(name, lexicon):
            return About(f"{item.text} of {name.text}")
        scope = item.head in lexicon.scope_nouns and len(item.words) == 1
        body = "own-head" in item.classes and "whole-link" in sentence.around[at - 1].classes
        if item.article == "definite" and (body or (scope and governed(sentence, at))):
            return About(item.text)
        entity = leading_entity(item, lexicon) if not governed(sentence, at) else None
        if entity is not None and (item.det or entity.lower() not in lexicon.scope_nouns):
            return About(entity)
        if sentence.around[at + 1].kind == "V":
            break
    return NOBODY


def _is_called(item: Item, lexicon: BindingLexicon) -> bool:
    """True for the name of "Port of Lorne" and "PORT OF LORNE"."""
    return item.kind == "NP" and not item.det and item.place is None and is_name(item, lexicon)


def _first_verb(sentence: Sentence) -> int | None:
    """The place of the first verb of a sentence, be it behind a clause ("When the ferry came, the town ...")."""
    inner = False
    for at, item in enumerate(sentence.items):
        if item.kind == "V" and item.form != "ing" and not inner:
            return at
        inner = item.kind == "S" or (inner and item.text != ",")
    return None


def _agent(sentence: Sentence) -> int | None:
    """The place of the subject of that verb."""
    verb = _first_verb(sentence)
    return subject_of(sentence, verb) if verb is not None else None


def _tells(sentence: Sentence, verb: int, lexicon: BindingLexicon) -> bool:
    """True for "The office puts the harvest at 4 tonnes": who says so is not what the report is about."""
    item = sentence.items[verb]
    judges = lexicon.has("judging-verb", item.head) and not item.passive
    return judges or "say" in lexicon.kinds_of(item.head)


def _is_about_person(sentence: Sentence, people: Sequence[Bearer], lexicon: BindingLexicon) -> bool:
    """True for "Minister Vu Van An opened the session": what the report is about may follow."""
    agent = _agent(sentence)
    return agent is not None and is_person(sentence, agent, people, lexicon)


def _opening(sentence: Sentence, people: Sequence[Bearer], lexicon: BindingLexicon) -> About:
    verb = _first_verb(sentence)
    agent = subject_of(sentence, verb) if verb is not None else None
    if verb is None or agent is None or is_person(sentence, agent, people, lexicon):
        return NOBODY
    item = sentence.items[agent]
    if lexicon.has("speaker", item.owner) or lexicon.has("sharing-possessive", item.owner):
        return NOBODY
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

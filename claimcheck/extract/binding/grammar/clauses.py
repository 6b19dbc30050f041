"""The sentences of a report as items, and who does what in them: governing verbs and their subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from claimcheck.extract.binding.grammar.chunks import Item, chunk
from claimcheck.extract.binding.grammar.datelines import is_dateline_alone, town, without_dateline
from claimcheck.extract.binding.grammar.relatives import closed_relative, lists_verbs, tells_how_often, told_aside
from claimcheck.extract.binding.lexicon import BindingLexicon, KnownPlace
from claimcheck.extract.drafts import BlockDrafts, DateDraft
from claimcheck.extract.tokens import find_tokens, split_sentences
from claimcheck.model.mention import Status


@dataclass(slots=True)
class Sentence:
    """One sentence of a block: its items, the places of quantities and periods among them, and the town of a dateline.

    around: the items with empty marks behind them, which places beyond either end find there. heads: those of the
    items, for a quick look whether any search for a word is worth while.
    What follows is filled when first asked for, since every quantity of the sentence asks again. cues: the words of
    status: start and end in the text, status, whether they count behind a figure; verbs: the nearest verb group before
    every place; subjects: the subject of verb groups; settings: the dates that say when something was so; is_open: it
    names a period without its year; located: the noun phrases behind "in", "at" and the like.
    """

    block: int
    start: int
    end: int
    text: str
    items: list[Item]
    quantities: list[int] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    dateline: KnownPlace | None = None
    cues: list[tuple[int, int, Status, bool]] | None = None
    verbs: list[int | None] = field(default_factory=list)
    subjects: dict[int, int | None] = field(default_factory=dict)
    settings: list[int] | None = None
    is_open: bool | None = None
    located: list[int] | None = None
    around: list[Item] = field(init=False)
    heads: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.around = self.items + _NOTHING
        self.heads = {item.head for item in self.items}


_NOTHING = [Item(".", 0, 0)] * 6  # as far as anyone looks beyond the first or the last item


def read_sentences(
    number: int, block: BlockDrafts, lexicon: BindingLexicon, names: AbstractSet[str] = frozenset()
) -> Iterator[Sentence]:
    """The sentences of a block, with the quantities and dates in their places."""
    text = block.text
    quantities = sorted(block.quantities, key=lambda draft: draft.start)
    dates = sorted(block.dates, key=lambda draft: draft.start)
    first_quantity = first_date = 0
    first_start = len(text) - len(text.lstrip())
    sentences = split_sentences(text, lexicon.classes["abbreviation"])
    for start, end in (part for whole in sentences for part in _cut(text, *whole)):
        last_quantity = _skip_to(quantities, first_quantity, end)
        last_date = _skip_to(dates, first_date, end)
        items = chunk(
            text, find_tokens(text, start, end), quantities[first_quantity:last_quantity], dates[first_date:last_date],
            lexicon, names,
        )
        uncut = items
        if start == first_start and number < _HEAD_BLOCKS and is_dateline_alone(items):
            items = items[-1:] if items[-1].kind == "." else [Item(".", end, end)]
        elif start == first_start and block.kind == "paragraph":
            items = without_dateline(items)
        figures = [at for at, item in enumerate(items) if item.kind == "Q"]
        periods = [at for at, item in enumerate(items) if item.kind == "T" and _is_period(item.date)]
        dateline = town(uncut[uncut[0].text == "("], names) if len(uncut) > len(items) else None
        yield Sentence(number, start, end, text[start:end], items, figures, periods, dateline)
        first_quantity, first_date = last_quantity, last_date


def _is_period(date: DateDraft | None) -> bool:
    """True for dates, be their year unknown, but not for durations."""
    return date is not None and not (date.period is None and date.value.startswith("P"))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence of no sensible length in parts, so that the cost of binding stays linear."""
    while end - start > _LONGEST:
        at = text.rfind(" ", start, start + _LONGEST)
        middle = at if at > start else start + _LONGEST
        yield start, middle
        start = middle
    yield start, end


_LONGEST = 2500
_HEAD_BLOCKS = 4  # in which a line of a town and a day says where the report is sent from


def find_names(blocks: Sequence[BlockDrafts]) -> frozenset[str]:
    """Words that the report writes with a capital where nothing but their being names calls for one."""
    return frozenset(name for block in blocks for name in _MID_CAPITAL.findall(block.text))


_MID_CAPITAL = re.compile(r"[A-ZĐ](?<=[a-z,;\d] .)[^\W\d_]+")


def _skip_to(drafts: Sequence[object], at: int, end: int) -> int:
    while at < len(drafts) and drafts[at].start < end:  # type: ignore[attr-defined]
        at += 1
    return at


def verb_before(sentence: Sentence, at: int) -> int | None:
    """The place of the nearest verb group to the left within the clause, be it before a colon; None without any."""
    if at > 0 and sentence.items[at - 1].text in (":", "|"):
        at -= 1
    if not sentence.verbs:
        sentence.verbs = _verbs_before(sentence.items)
    return sentence.verbs[at]


def _verbs_before(items: Sequence[Item]) -> list[int | None]:
    """For every place, and the end, the nearest verb group to the left within the clause."""
    found: list[int | None] = [None]
    outside: int | None = None
    last: int | None = None
    for place, item in enumerate(items):
        kind = item.kind
        if kind == "V":
            last = place
        elif kind == "S":
            last = None
        elif kind == ".":
            mark = item.text
            if mark == "(":
                outside = last
            elif mark == ")":
                last = last if last is not None else outside  # what stands in brackets ends no clause around them
            elif mark == "," and last is not None and (opener := told_aside(items, last, place)) is not None:
                last = found[opener]
            elif mark in (";", "\n", ":", "|"):
                last = None
        found.append(last)
    return found


def verb_after(sentence: Sentence, at: int) -> int | None:
    """The place of the nearest verb group to the right within the clause."""
    for place in range(at + 1, len(sentence.items)):
        item = sentence.items[place]
        if item.kind == "V":
            return place
        if item.text in (";", ":", "|", ".") or item.kind in "SRQ":
            return None
    return None


def subject_of(sentence: Sentence, verb: int) -> int | None:
    """The place of the noun phrase or pronoun that is the subject of a verb group.

    A verb after "and" shares the subject of the verb before; a relative clause takes the phrase that it follows.
    """
    if verb not in sentence.subjects:
        sentence.subjects[verb] = _find_subject(sentence, verb)
    return sentence.subjects[verb]


def _find_subject(sentence: Sentence, verb: int) -> int | None:
    for _ in range(4):
        first = _clause_start(sentence, verb)
        found = _first_free_noun(sentence, first, verb)
        if found is not None:
            return found
        opener = sentence.around[first - 1]
        if opener.kind == "R":
            return _noun_before(sentence, first - 1)
        earlier = verb_before(sentence, first) if opener.kind == "V" else None
        if opener.kind == "V":
            earlier = first - 1
        if earlier is None:
            return None
        verb = earlier
    return None


def _clause_start(sentence: Sentence, verb: int) -> int:
    """The first place that may hold the subject: after the last boundary before the verb."""
    place = verb
    while place > 0:
        place -= 1
        item = sentence.items[place]
        if item.kind in "SR" or item.text in (";", ":", "|", "\n"):
            return place + 1
        if item.kind == "V" and (relative := closed_relative(sentence.items, place, verb)) is not None:
            place = relative
            continue
        if item.kind == "V" and (item.form != "ing" or place == verb - 1) and not _is_reduced(sentence, place, verb):
            return place + 1
    return 0


def _is_reduced(sentence: Sentence, place: int, verb: int) -> bool:
    """True for a participle behind its noun ("goods imported from Laos reached"): no clause of its own."""
    item = sentence.items[place]
    if item.form not in ("participle", "past") or item.passive or item.modal:
        return False
    before = sentence.around[place - 1]
    between = sentence.items[place + 1:verb]
    return before.kind == "NP" and item.form == "participle" and not any(
        other.kind in "QVSR" or other.text in (";", ",") or (other.kind == "C") for other in between
    )


def _first_free_noun(sentence: Sentence, first: int, verb: int) -> int | None:
    """The noun phrase of a stretch that no preposition governs; after "and", the one behind the last "and"."""
    after_verb = sentence.around[first - 1].kind == "V"
    free: list[int] = []
    comma = -1
    for place in range(first, verb):
        item = sentence.items[place]
        if item.kind == "C" and after_verb:
            free.clear()
        elif item.kind == "N" and item.det and sentence.around[place + 1].kind == "Q":
            continue  # the article of "the seven mills"
        elif item.kind in ("NP", "N") and not governed(sentence, place, first):
            free.append(place)
        elif item.text == ",":
            comma = place
    if after_verb and comma == verb - 1 and lists_verbs(sentence.items, first, verb):
        return None  # "The bridge is 40 metres long, has two lanes and"
    if not free:
        return None
    if len(free) > 1 and tells_how_often(sentence.items, *free[:2]):
        del free[0]
    fronted = [place for place in free if place > comma]
    if after_verb:
        return free[-1] if len(fronted) != 1 else fronted[0]
    if fronted and any(item.kind == "Q" for item in sentence.items[free[0]:comma]):
        return fronted[0]  # "Ships 1,250, cargo reached 9 million tonnes"
    return free[0] if sentence.items[free[0]].kind == "NP" or not fronted else fronted[0]


def governed(sentence: Sentence, place: int, first: int = 0) -> bool:
    """True when a preposition governs the noun phrase, or a conjunction ties it to one that is governed."""
    at = place - 1
    fronted = sentence.around[place + 1].text == ","
    while at >= first and (sentence.items[at].kind in "AQ" or (fronted and _parts_noun(sentence, at))):
        at -= 1
    if at < first:
        return False
    item = sentence.items[at]
    if item.kind == "P" or (item.kind == "V" and item.form == "ing"):
        return True
    if item.kind == "C" and at > first and sentence.items[at - 1].kind == "NP":
        return governed(sentence, at - 1, first)
    return False


def _parts_noun(sentence: Sentence, at: int) -> bool:
    """True for what stands apart from its noun because of a date: "for the April-May period"."""
    article = at if sentence.items[at].kind == "N" else at - 1
    return sentence.around[article].kind == "N" and sentence.around[article + 1].kind == "T"


def located(sentence: Sentence, links: AbstractSet[str]) -> list[int]:
    """The places of the noun phrases that a word like "in" or "at" governs."""
    if sentence.located is None:
        sentence.located = [
            place for place, link in enumerate(sentence.items[:-1], 1)
            if link.head in links and sentence.items[place].kind == "NP" and governed(sentence, place)
        ]
    return sentence.located


def _noun_before(sentence: Sentence, at: int) -> int | None:
    for place in range(at - 1, -1, -1):
        item = sentence.items[place]
        if item.kind == "NP" and not (item.article == "indefinite" and sentence.around[place - 1].kind in ("NP", "Q")):
            return place  # not the year of "38 tonnes of feed a year, which cost"
        if sentence.items[place].kind == "V" or sentence.items[place].text == ";":
            return None
    return None

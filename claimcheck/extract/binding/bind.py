"""Binding over a whole report: block by block, sentence by sentence, with what carries over between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from claimcheck.extract.binding.grammar.asides import is_aside, is_beside_its_like
from claimcheck.extract.binding.grammar.clauses import Sentence, find_names, read_sentences
from claimcheck.extract.binding.grammar.pattern import Binding, draft_at, quantity_before
from claimcheck.extract.binding.grammar.reach import is_timeless
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.memory import Memory
from claimcheck.extract.binding.role import find_role
from claimcheck.extract.binding.status import FORWARD, find_status
from claimcheck.extract.binding.what.frames import is_alike, unit_sort
from claimcheck.extract.binding.what.metric import find_metric
from claimcheck.extract.binding.what.spans import has_own_stretch
from claimcheck.extract.binding.when.bases import base_of, is_compared, is_former, is_since_then
from claimcheck.extract.binding.when.carrying import (
    COMPARED,
    carries_over,
    is_allotted,
    is_byline,
    is_of_another,
    is_part_of_that,
    is_part_of_year,
    is_quoted,
    is_reached_then,
    looks_back,
    moves_on,
    shares_outlook,
    telling_verb,
    was_then,
)
from claimcheck.extract.binding.when.lags import lag_of, lagged
from claimcheck.extract.binding.when.period import NEVER, When, find_when, is_day_alone, sentence_when
from claimcheck.extract.binding.when.shifting import earlier_by_phrase, end_of_span, months_to_date
from claimcheck.extract.binding.whose.bearers import Bearer
from claimcheck.extract.binding.whose.entities import NOBODY, About
from claimcheck.extract.binding.whose.referents import Focus
from claimcheck.extract.binding.whose.report import find_own
from claimcheck.extract.binding.whose.subject import find_subject
from claimcheck.extract.binding.whose.topic import sentence_thing, sentence_topic, with_owner
from claimcheck.extract.drafts import BlockDrafts

_EARLIER = -1  # the place of a figure that words refer back to, where it stands in a sentence before
_POINT, _MOST_POINTS = "point", 100  # an index moves by more
_MOST_FIGURES = 100  # a "sentence" with more is a dump of numbers: no words tell what each of them measures


def bind(blocks: Sequence[BlockDrafts], lexicon: BindingLexicon, today: dt.date | None) -> None:
    """Fills metric, subject, place, period, base, status and role of every quantity, in place.

    blocks: all blocks of one report, in the order of the text. What the words leave open stays None.
    """
    names = find_names(blocks)
    sentences = [
        sentence for number, block in enumerate(blocks)
        for sentence in read_sentences(number, block, lexicon.of_language(block.language), names)
    ]
    memory = Memory(find_own(sentences, blocks, lexicon, today), lexicon.base_phrases, today)
    memory.lead = next((n for n, found in enumerate(sentences) if blocks[found.block].kind != "heading"), 0)
    for number, sentence in enumerate(sentences):
        words = lexicon.of_language(blocks[sentence.block].language)
        if sentence.block != memory.block:
            memory.open_block(sentence.block, blocks)
            memory.is_entry = is_day_alone(sentence)
            if blocks[sentence.block].kind == "item":
                memory.last_metric = None  # what one item of a list measures is not what the next does
        else:
            before = sentences[number - 1]
            person = _last_person(before, memory.own.people_of(before))
            focus = Focus(memory.own, memory.topic, memory.person)
            topic, memory.thing = sentence_topic(before, focus, words), sentence_thing(before, focus, words)
            if person is None or not (topic.subject or "").endswith(str(person.subject)):
                memory.topic = topic  # "it" is nobody
            memory.person = person or memory.person
        memory.bound, memory.nearby, memory.sentence_when = {}, NOBODY, NEVER
        figures = sentence.quantities if len(sentence.quantities) <= _MOST_FIGURES else ()
        patterns = [_bind_one(sentence, at, words, memory) for at in figures]
        for at, found in zip(figures, patterns, strict=True):  # the base of a change behind a figure is no period of it
            _bind_period(sentence, at, found, words, memory)
        timed = any(draft_at(sentence, at).period for at in sentence.quantities)
        if not timed and not is_byline(sentence, memory.today):
            memory.pass_on(sentence_when(sentence, words), is_lead=number == memory.lead, is_figured=bool(figures))
        if moves_on(sentence, memory.lasting_when.period):
            memory.block_when = When(is_open=True)


def _bind_one(sentence: Sentence, at: int, lexicon: BindingLexicon, memory: Memory) -> Binding | None:
    """Fills all but the period of a quantity; the pattern that bound it."""
    draft = sentence.items[at].quantity
    assert draft is not None
    found = _of_points(sentence, at, lexicon) if draft.noun == _POINT else find_metric(sentence, at, lexicon)
    draft.role = find_role(sentence, at, _resolved(sentence, at, found, memory), lexicon)
    if found is not None:
        memory.bound[at] = found
        source = _source(found, memory)
        found.metric = with_owner(sentence, found, memory.thing, lexicon)
        draft.metric, draft.deed = _metric(sentence, at, found, memory), found.deed
        if source is not None and found.anchor is None and not is_of_another(sentence, at, found.same_as):
            found.anchor, found.verb = source.anchor, source.verb if found.verb is None else found.verb
    if draft.unit == "meter" and found is not None and _means_million(sentence, at, found, lexicon):
        draft.read_million()
    lasts = unit_sort(draft) == "time" and sentence.around[at + 1].kind == "NP"  # "the five-year average"
    if draft.metric and not draft.deed and not lasts:
        memory.last_metric, memory.last = draft.metric, draft
    about = find_subject(sentence, at, found, _focus(sentence, at, memory), lexicon)
    memory.nearby = about
    draft.subject, draft.place = about.subject, about.place
    draft.status = find_status(sentence, at, lexicon)
    return found


def _of_points(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """The binding of some points, which are percentage points where a rate moves: "unemployment fell by 0.7 points"."""
    draft = draft_at(sentence, at)
    if draft.unit != "count" or isinstance(draft.value, tuple) or draft.value >= _MOST_POINTS:
        return find_metric(sentence, at, lexicon)
    draft.unit = "percentage_point"
    found = find_metric(sentence, at, lexicon)
    if found is not None and _is_of_rate(found, lexicon) and find_role(sentence, at, found, lexicon) == "change":
        draft.noun, draft.end = None, max(draft.end, draft.full_end)
        return found
    draft.unit = "count"
    return find_metric(sentence, at, lexicon)


def _is_of_rate(found: Binding, lexicon: BindingLexicon) -> bool:
    """True where the head of the metric is a rate that is told in per cent."""
    words = (found.metric or "").lower().split()
    ends = (at for at, word in enumerate(words) if at and lexicon.has("preposition", word))
    return bool(words) and lexicon.has("rate-of-points", words[next(ends, len(words)) - 1])


def _means_million(sentence: Sentence, at: int, found: Binding, lexicon: BindingLexicon) -> bool:
    """True for "Subscribers grew by 1.2m to 8.4m": people and sales are not measured in metres."""
    draft = draft_at(sentence, at)
    sign = sentence.text[draft.number_end - sentence.start : draft.end - sentence.start]
    if sign != "m" or isinstance(draft.value, tuple):
        return False
    heads = {(draft.metric or "").rsplit(" ", 1)[-1].lower()}
    if found.anchor is not None:
        heads.add(sentence.items[found.anchor].head)
    return any(lexicon.has("people-noun", head) or lexicon.has("counted-noun", head) for head in heads)


def _focus(sentence: Sentence, at: int, memory: Memory) -> Focus:
    """What the figure may go back to; one that shares its clause with the figure before it shares its subject."""
    earlier = quantity_before(sentence, at)
    shared = earlier is not None and not any(item.kind == "V" for item in sentence.items[earlier:at])
    nearby = memory.nearby if shared or memory.nearby.place is not None else NOBODY
    return Focus(memory.own, nearby if nearby.is_known else memory.topic, memory.person, shared and nearby.is_known)


def _last_person(sentence: Sentence, people: Sequence[Bearer]) -> About | None:
    inside = [name for start, _, name in people if sentence.start <= start < sentence.end]
    return About(inside[-1]) if inside else None


def _source(found: Binding, memory: Memory) -> Binding | None:
    return memory.bound.get(found.same_as) if found.same_as is not None else None


def _resolved(sentence: Sentence, at: int, found: Binding | None, memory: Memory) -> Binding | None:
    """The binding with the metric of the quantity that it refers to, for judging the role."""
    if found is None or found.metric is not None or found.same_as is None:
        return found
    return Binding(_shared_metric(sentence, at, found, memory), found.role, found.anchor, found.verb, found.same_as)


def _metric(sentence: Sentence, at: int, found: Binding, memory: Memory) -> str | None:
    if found.metric is None and found.same_as is not None:
        source = _source(found, memory)
        found.metric = _shared_metric(sentence, at, found, memory)
        found.deed = source is not None and source.deed
    return found.metric


def _shared_metric(sentence: Sentence, at: int, found: Binding, memory: Memory) -> str | None:
    """The metric of the figure that words refer back to, if that is of the same sort.

    Where one of the same sentence is not understood, that of another before it there, but none of an earlier sentence.
    """
    source = _source(found, memory)
    if source is not None and found.same_as is not None:
        return source.metric if is_alike(draft_at(sentence, at), draft_at(sentence, found.same_as)) else None
    own = [binding.metric for binding in memory.bound.values() if binding.metric is not None]
    draft, last = draft_at(sentence, at), memory.last
    shares = last is not None and last.role == "share" and unit_sort(draft) not in ("percent", "fraction")
    alike = last is not None and is_alike(draft, last) and not shares
    return memory.last_metric if alike and (found.same_as == _EARLIER or own) else None


def _bind_period(
    sentence: Sentence, at: int, found: Binding | None, lexicon: BindingLexicon, memory: Memory
) -> None:
    draft = sentence.items[at].quantity
    assert draft is not None
    when = memory.aside_when if is_beside_its_like(sentence, at) else find_when(sentence, at, lexicon)
    told = when.is_known
    if draft.status in FORWARD and is_part_of_year(when.period) and is_reached_then(sentence, at, when):
        when = When(is_open=True, is_aside=True)
    if not told:
        when = _untold(sentence, at, found, lexicon, memory)
    elif is_aside(sentence, at):
        memory.aside_when = when
    elif not (when.is_aside or is_compared(sentence, at, lexicon) or is_former(sentence, at)):
        when = when._replace(is_ahead=draft.status in FORWARD)
        known = memory.lasting_when.period
        whole = when.period is not None and when.period.sort == "year"
        unsure = whole and memory.block_when.is_open  # "Last year it sold 4. In 2022 it sold 3."
        if not unsure and carries_over(when, known) and not looks_back(sentence, found, when, known):
            memory.keep(when)
        memory.sentence_when = when
    period = when.period
    if period is not None and draft.role == "level" and earlier_by_phrase(sentence, at, memory.phrases):
        period = period.shifted_years(-1)
    if period is not None:
        period = months_to_date(sentence, at, period)
    if period is not None and draft.role != "change":
        period = end_of_span(sentence, at, period, lexicon)
    draft.period = period
    if draft.role == "change":
        draft.base = base_of(sentence, at, period, lexicon, memory.phrases)
        if not told and is_since_then(sentence, at, lexicon):
            draft.base, draft.period = draft.base or memory.block_when.period, None


def _untold(
    sentence: Sentence, at: int, found: Binding | None, lexicon: BindingLexicon, memory: Memory
) -> When:
    """The period of a figure to which its sentence gives none."""
    if is_beside_its_like(sentence, at):
        return memory.aside_when
    since_then = is_since_then(sentence, at, lexicon)
    if since_then or has_own_stretch(sentence, at, lexicon) or is_quoted(sentence, at, lexicon):
        return NEVER
    lag = lag_of(sentence, at, lexicon)
    if lag is not None:
        return When(lagged(sentence, lag, memory.when.period, lexicon))
    source = found.same_as if found is not None and draft_at(sentence, at).role in COMPARED else None
    if source in sentence.quantities and not is_compared(sentence, source, lexicon) and not is_former(sentence, source):
        period = draft_at(sentence, source).period
        if period is not None:
            return When(period)
    ahead = draft_at(sentence, at).status in FORWARD
    when = memory.ahead_when if ahead and memory.ahead_when.is_known else memory.when
    own = memory.own if when.period is not None and when.period == memory.own.period else None
    verb = telling_verb(sentence, at, found)
    allotted = own is not None and own.is_budgeted and is_allotted(sentence, at, verb)
    if is_timeless(sentence, verb) and not (memory.is_entry or allotted):
        return NEVER
    if not when.is_known and not ahead and was_then(sentence, at, found, lexicon):
        return When(memory.own.day)
    meant = allotted or is_part_of_that(sentence, at) or (own is not None and own.is_meant)
    return when if meant or shares_outlook(when, memory.today, is_ahead=ahead) else NEVER

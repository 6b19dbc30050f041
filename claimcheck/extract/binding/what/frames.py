"""Verbs that name a metric by themselves: "employs N people", "goods worth N were exported"."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from claimcheck.extract.binding.grammar.clauses import Sentence, subject_of
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.drafts import QuantityDraft
from claimcheck.model.measure import Dimension, dimension_of, measure_of
from claimcheck.model.mention import NumeralForm
from claimcheck.packs.schema.grammar import VerbFrame

UnitSort = Literal["money", "count", "mass", "percent", "points", "fraction", "length", "time", "temperature", "other"]
# How binding takes the dimensions: what is sold by the litre or the barrel is goods, as what is weighed.
_SORTS: dict[Dimension, UnitSort] = {
    "money": "money", "length": "length", "mass": "mass", "volume": "mass", "time": "time",
    "temperature": "temperature",
}


def unit_sort(draft: QuantityDraft) -> UnitSort:
    """The sort of unit, as far as binding cares."""
    return _sort_of(draft.unit, draft.form)


@lru_cache(maxsize=1024)
def _sort_of(whole_unit: str, form: NumeralForm) -> UnitSort:
    unit = whole_unit.partition("_per_")[0]
    if unit == "percent":
        return "percent"
    if unit == "percentage_point":
        return "points"
    if form in ("fraction", "multiple"):
        return "fraction"
    if unit == "count":
        return "count"
    return _SORTS.get(dimension_of(measure_of(unit).base), "other")


def is_alike(draft: QuantityDraft, other: QuantityDraft) -> bool:
    """False for figures that cannot measure the same: degrees and metres. A bare number may measure anything."""
    sort, before = unit_sort(draft), unit_sort(other)
    bare = any(each.unit == "count" and each.noun is None for each in (draft, other))
    return sort == before or bare or not _RELATIVE.isdisjoint((sort, before))


_RELATIVE = frozenset(("percent", "points", "fraction"))


def frame_metric(sentence: Sentence, at: int, verb: int | None, lexicon: BindingLexicon) -> str | None:
    """The metric that the governing verb names by itself, or None."""
    draft = sentence.items[at].quantity
    if verb is None or draft is None:
        return None
    sort = unit_sort(draft)
    for frame in lexicon.frames.get(sentence.items[verb].head, ()):
        if frame.units and sort not in frame.units:
            continue
        if frame.direct and any(item.kind not in "AN" for item in sentence.items[verb + 1:at]):
            continue
        words = {word for item in sentence.items for word in item.words}
        if frame.needs and not words.intersection(frame.needs):
            continue
        noun = sentence.around[at + 1]
        if sort == "count" and not (noun.kind == "NP" and len(noun.words) == 1 and noun.head in frame.objects):
            continue
        if frame.purpose:
            if (purpose := _purpose(sentence, max(at, verb) + 1, frame)) is None:
                continue
            return f"{frame.metric} for {purpose}"
        if frame.of_subject:
            return _of_subject(sentence, verb, frame.metric)
        branch = _branch(sentence, verb, frame.general, lexicon)
        return f"{frame.metric} of {branch}" if branch else _with_object(sentence, at, verb, frame.metric, lexicon)
    return None


def frame_with_goal(sentence: Sentence, at: int, verb: int, lexicon: BindingLexicon) -> str | None:
    """The metric that a passive verb behind the figure names, if it is told what the money goes to.

    "5 million was spent on roads". Without that, all sums that were spent would be one.
    """
    metric = frame_metric(sentence, at, verb, lexicon)
    bare = {frame.metric for frame in lexicon.frames.get(sentence.items[verb].head, ())}
    return metric if sentence.items[verb].passive and metric not in bare else None


def _purpose(sentence: Sentence, behind: int, frame: VerbFrame) -> str | None:
    """What the figure is meant for, by the preposition that follows: "aside for road repairs"."""
    behind += sentence.around[behind].head in frame.needs
    link, noun = sentence.around[behind], sentence.around[behind + 1]
    return noun.text if link.head in frame.purpose and noun.kind == "NP" and noun.place is None else None


def _branch(sentence: Sentence, verb: int, general: tuple[str, ...], lexicon: BindingLexicon) -> str | None:
    """The agent right before the verb where it is one branch of many: "textile mills", but no province or firm."""
    agent = sentence.around[verb - 1]
    if not general or agent.kind != "NP" or not agent.text.islower() or lexicon.has("own-head", agent.head):
        return None
    return None if set(agent.text.split()[:-1]) <= set(general) else agent.text


def _of_subject(sentence: Sentence, verb: int, metric: str) -> str:
    subject = subject_of(sentence, verb)
    noun = sentence.items[subject] if subject is not None else None
    return f"{metric} of {noun.text}" if noun is not None and noun.kind == "NP" else metric


def _with_object(sentence: Sentence, at: int, verb: int, metric: str, lexicon: BindingLexicon) -> str:
    """The metric with what the money goes on or comes from: "spending on roads"."""
    thing = sentence.around[verb + 1]
    if thing.kind == "NP" and verb + 1 < at and not lexicon.has("generic-object", thing.head):
        return f"{metric} of {thing.text}"
    behind = max(at, verb) + 1
    link, noun = sentence.around[behind], sentence.around[behind + 1]
    if link.head in ("on", "into") and noun.kind == "NP" and noun.place is None:
        return f"{metric} {'in' if link.head == 'into' else 'on'} {noun.text}"
    return metric

"""Quantity mentions become claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from claimcheck.model.claim import Claim, Unresolved
from claimcheck.model.document import Document
from claimcheck.model.measure import dimension_of
from claimcheck.model.mention import QuantityMention
from claimcheck.model.period import Period
from claimcheck.model.reading import Reading
from claimcheck.model.slips import significant_digits
from claimcheck.packs.collection import Packs
from claimcheck.resolve.measures import to_measure
from claimcheck.resolve.naming import Lexicon, Name, compile_names, is_telling, name_metric
from claimcheck.resolve.periods import read_period
from claimcheck.resolve.precision import of_average, read_quantity
from claimcheck.resolve.sentences import Surroundings, marks_among, surroundings_of
from claimcheck.resolve.subjects import (
    Setting,
    Subjects,
    Words,
    canonical,
    compile_subjects,
    is_name,
    is_place,
    may_own,
    says_place,
    stands_for_nation,
)
from claimcheck.resolve.words import words_of

# Such amounts can be known again by their digits and the words around them, even where nothing names them.
_TELLING_DIMENSIONS = ("money", "area", "volume", "mass", "energy", "power", "length")

_LONGEST_PARAGRAPH = 5000
_LONGEST_OPENING = 40
_MANY_DIGITS = 3
_AVERAGE = "average"  # the facet, and the word for it
_RELATIVE_ROLES = ("change", "share", "difference", "ratio")  # their unit tells nothing of the metric


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What resolution knows of names. `whole_names`: the full form of the short names that the reports use."""

    names: Lexicon
    subjects: Subjects
    whole_names: Mapping[str, str] = field(default_factory=dict)

    def of(self, language: str) -> Vocabulary:
        """The vocabulary for a paragraph in a language."""
        names = self.names.of(language)
        return self if names is self.names else replace(self, names=names)


@lru_cache(maxsize=4)
def compile_vocabulary(packs: Packs) -> Vocabulary:
    """The vocabulary of all packs in use, made once for all checks with them."""
    return Vocabulary(compile_names(packs), compile_subjects(packs))


def _is_telling(measure: str, mention: QuantityMention) -> bool:
    """True for amounts that are known again by their digits and the words around them, as a sum for each share is."""
    value = mention.value
    if mention.role in _RELATIVE_ROLES:
        return True  # a change or a share may be set against the levels of its story
    many = isinstance(value, Decimal) and len(significant_digits(value)) >= _MANY_DIGITS
    money = dimension_of(measure.partition("_per_")[0]) == "money"
    return many or money or dimension_of(measure) in _TELLING_DIMENSIONS


def claim_quantity(
    document: Document, mention: QuantityMention, setting: Setting, vocabulary: Vocabulary,
    neighbours: tuple[int, int], *, near: bool = True, linked: bool = False,
) -> Claim | Unresolved:
    """The claim that a quantity makes in a report of this setting, or why it makes none.

    neighbours: where the figure before ends and the next one begins. near: whether the text states the period right
    there. linked: whether the text ties it to other figures, so that it counts in their arithmetic even when nothing
    says what it measures.
    """
    reading, measure = to_measure(read_quantity(mention), mention.unit, mention.noun)
    apart = [text for text in (mention.subject, mention.place, setting.subject) if text]
    paid = mention.deed and mention.role == "ratio"  # "pupils get 30 dollars each" is no number of pupils
    dimension = "" if mention.role in _RELATIVE_ROLES and not paid else dimension_of(measure)
    phrase, name = _named(mention, dimension, apart, vocabulary)
    around = surroundings_of(document, mention.start, mention.end, neighbours, vocabulary.names, over=mention.head)
    if name is None or (mention.head and not name.known):  # the label of a row may name a thing, a place or a person
        if linked or _is_telling(measure, mention):
            return _without_name(document, mention, measure, reading, around, vocabulary, setting)
        return _unresolved(document, mention)
    subject, location, stated = _whose(document, mention, name, setting, vocabulary.subjects, around)
    period = _when(mention, name, setting)
    facets = _facets(mention, name, measure, around)
    return Claim(
        **_as_mentioned(document, mention),
        subject=vocabulary.whole_names.get(subject, subject) if subject else None,
        place=location,
        period=period,
        sure=stated and period is not None and near,
        telling=is_telling(name, vocabulary.names),
        timeless=name.timeless,
        scene=name.scene,
        of_event=name.owner == "event",
        told_on=setting.told_on,
        nation=setting.nation,
        within=_place_around(subject, vocabulary.subjects),
        known=name.known,
        **around._asdict(),
        marks=marks_among(around.context, document, mention.start, mention.end, vocabulary.names),
        metric=name.metric,
        facets=facets,
        phrase=phrase or mention.noun,
        base=read_period(mention.base),
        measure=measure,
        reading=of_average(reading, mention) if measure == "count" and _AVERAGE in facets else reading,
    )


def _named(
    mention: QuantityMention, dimension: str, apart: list[str], vocabulary: Vocabulary
) -> tuple[str | None, Name | None]:
    """The phrase that tells the metric, and its name; what was done with so much counts only if a rule knows it."""
    phrase = None if is_place(mention.metric, vocabulary.subjects) else mention.metric
    name = name_metric(phrase, mention.noun, dimension, vocabulary.names, apart)
    if mention.deed and name is not None and not name.known:
        return None, name_metric(None, mention.noun, dimension, vocabulary.names, apart)
    return phrase, name


def _without_name(
    document: Document, mention: QuantityMention, measure: str, reading: Reading, around: Surroundings,
    vocabulary: Vocabulary, setting: Setting,
) -> Claim:
    """The claim of a figure of which only the words around it tell what it measures, or the name right before it whose
    it is: "followed by Anna Berg (53.4)".
    """
    before = document.text[max(0, mention.start - _LONGEST_OPENING) : mention.start].rstrip(" (")
    named = is_name(mention.subject, vocabulary.subjects) and before.endswith(mention.subject or "")
    return Claim(
        subject=canonical(mention.subject, setting, vocabulary.subjects) if named else None,
        **_as_mentioned(document, mention), sure=False, telling=False, measure=measure, reading=reading,
        **around._asdict(), marks=marks_among(around.context, document, mention.start, mention.end, vocabulary.names),
        period=read_period(mention.period), base=read_period(mention.base),
    )


def _unresolved(document: Document, mention: QuantityMention) -> Unresolved:
    return Unresolved(
        path=document.path, start=mention.start, end=mention.end, text=document.text[mention.start : mention.end],
        reason="the text does not say what is measured",
    )


def _when(mention: QuantityMention, name: Name, setting: Setting) -> Period | None:
    """The period of a figure, as stated or the day of the event; never that which a change is measured from."""
    period = read_period(mention.period or (setting.day if name.owner == "event" else None))
    return None if period == read_period(mention.base) else period


def _as_mentioned(document: Document, mention: QuantityMention) -> dict[str, Any]:
    """What a claim takes over from its mention."""
    place = document.place(mention.start, mention.end)
    return {
        **place.model_dump(), "status": mention.status or "outcome", "value": mention.value, "unit": mention.unit,
        "noun": mention.noun, "hedge": mention.hedge, "form": mention.form, "trend": mention.trend,
        "role": mention.role, "as_of": mention.as_of, "headline": mention.start < document.headed_until,
    }


def _facets(mention: QuantityMention, name: Name, measure: str, around: Surroundings) -> tuple[str, ...]:
    """The facets that the words give; a count with a fraction, or "on average", is an average ("3.6 nights")."""
    values = mention.value if isinstance(mention.value, tuple) else (mention.value,)
    fraction = mention.form == "digits" and any(value % 1 for value in values)
    if measure == "count" and (fraction or _AVERAGE in around.near):
        return tuple(sorted({*name.facets, _AVERAGE}))
    return name.facets


def _whose(
    document: Document, mention: QuantityMention, name: Name, setting: Setting, subjects: Subjects,
    around: Surroundings,
) -> tuple[str | None, str | None, bool]:
    """Subject and place of a figure, and whether its paragraph states the subject."""
    wide = _everywhere(document, around.sentence, mention.start, subjects)
    if wide and around.context.isdisjoint(words_of(mention.subject or setting.subject or "")):
        return setting.nation or wide, None, False
    if setting.nation is None and stands_for_nation(mention.subject, subjects):
        return None, None, False  # of some country, but surely not of the report's own place
    if name.national == "always":
        return setting.nation, setting.nation, setting.nation is not None
    paragraph = _paragraph(document, mention)
    stated = _owner(canonical(mention.subject, setting, subjects), name, subjects)
    location = canonical(mention.place, setting, subjects)
    told = around.context.intersection(words_of(mention.place or ""))
    if stated is not None and stated == setting.nation != location and not told:
        return stated, None, True  # the province of a sentence before is not that of "the whole country's exports"
    if location is not None and (
        _is_said(mention.place, paragraph) or says_place(paragraph, location, setting, subjects)
    ):
        return stated or location, location, True
    if stated is not None and is_name(mention.subject, subjects) and _is_said(mention.subject, paragraph):
        return stated, location, True
    if location in setting.places:
        return location, location, False
    return inferred_subject(name, setting, subjects) or location, None, False


def _everywhere(document: Document, sentence: int, end: int, subjects: Subjects) -> str:
    """The words that open a sentence and make its figures those of a whole country; "" for none."""
    opening = words_of(document.reading[sentence : min(end, sentence + _LONGEST_OPENING)])
    found = (opening[:count] for count in range(len(opening), 0, -1) if opening[:count] in subjects.everywhere)
    return " ".join(next(found, ()))


def inferred_subject(name: Name, setting: Setting, subjects: Subjects) -> str | None:
    """Whom a figure is about when its sentence does not say it: the report's own subject, home or nation."""
    nation = setting.nation if name.national and setting.national else None
    own = _owner(setting.subject, name, subjects)
    return setting.home or own or nation if name.owner == "place" else own or nation


def _owner(subject: str | None, name: Name, subjects: Subjects) -> str | None:
    """The subject, where it may have such figures at all."""
    if subject is None or may_own(subject, name.owner, subjects):
        return subject
    return None


def _place_around(subject: str | None, subjects: Subjects) -> str | None:
    """The place of which the subject is a part, where it is a known place itself."""
    place = subjects.places.get(words_of(subject)) if subject else None
    return place.parent if place is not None else None


def _paragraph(document: Document, mention: QuantityMention) -> Words:
    """The words of the block that the figure stands in; of a block of no sensible length, those of its surroundings."""
    at = bisect_right(document.blocks, mention.start, key=lambda block: block.start) - 1
    if at < 0 or mention.start >= document.blocks[at].end:
        return ()
    block = document.blocks[at]
    start = mention.start - (mention.start - block.start) % _LONGEST_PARAGRAPH
    return words_of(document.reading[start : min(block.end, start + _LONGEST_PARAGRAPH)])


def _is_said(phrase: str | None, paragraph: Words) -> bool:
    """True when the paragraph uses the words."""
    words = words_of(phrase or "")
    return bool(words) and set(words) <= set(paragraph)

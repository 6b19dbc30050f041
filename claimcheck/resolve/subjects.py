"""Whom a figure is about: canonical names, and the subject and the nation that a report makes its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from claimcheck.model.document import Document
from claimcheck.model.mention import Extraction, QuantityMention
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.metrics import Owner, WordClass
from claimcheck.packs.schema.places import Gazetteer
from claimcheck.resolve.names import SmallWords, wholes_of
from claimcheck.resolve.words import words_of

_LONGEST_PLACE = 5
_STEM = 6  # "province" and "provincial" begin alike

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the gazetteers."""

    name: str
    kind: str
    parent: str | None


@dataclass(slots=True)
class Subjects:
    """The words that canonical names need. openers: the first words of the names of places."""

    places: dict[Words, KnownPlace] = field(default_factory=dict)
    openers: set[str] = field(default_factory=set)
    own: set[Words] = field(default_factory=set)
    nation: set[Words] = field(default_factory=set)
    everywhere: set[Words] = field(default_factory=set)
    ranks: set[Words] = field(default_factory=set)
    plain: set[Words] = field(default_factory=set)
    joints: set[Words] = field(default_factory=set)
    articles: set[Words] = field(default_factory=set)
    inner: set[Words] = field(default_factory=set)
    small: SmallWords = field(default_factory=SmallWords)
    bodies: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)

    def holds(self, phrases: Collection[Words], words: Words) -> bool:
        """Whether words are among some phrases, be it without their article."""
        return words in phrases or any((*article, *words) in phrases for article in self.articles)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report is about as a whole: its subject, and its country; None when it does not say.

    home: the place within the country that it is about, which is no nation, and home_kind what it is by rank.
    national: whether it is prominently about its nation. places: those that its heading or opening names.
    day: the one day that its opening tells of, as an ISO date. told_on: the day of the report.
    """

    subject: str | None = None
    nation: str | None = None
    places: frozenset[str] = frozenset()
    home: str | None = None
    home_kind: str = ""
    national: bool = True
    day: str | None = None
    told_on: dt.date | None = None


def compile_subjects(packs: Packs) -> Subjects:
    """All places, and the phrases that stand for the report's own subject or nation."""
    lexicon = Subjects()
    for gazetteer in packs.select(Gazetteer):
        for place in gazetteer.all_places:
            known = KnownPlace(place.name, gazetteer.kind, place.parent or gazetteer.parent)
            for name in (place.name, *place.also, *place.people):
                lexicon.places.setdefault(words_of(name), known)
                lexicon.openers.update(words_of(name)[:1])
    for entry in packs.select(WordClass):
        target = {
            "self": lexicon.own, "nation": lexicon.nation, "rank": lexicon.ranks, "stop": lexicon.plain,
            "joint": lexicon.joints, "everywhere": lexicon.everywhere, "article": lexicon.articles,
            "inner": lexicon.inner, "opener": lexicon.small.openers, "office-link": lexicon.small.links,
        }.get(entry.role)
        if target is not None:
            target.update(words_of(word) for word in entry.words)
        if entry.role in ("body", "document"):
            (lexicon.bodies if entry.role == "body" else lexicon.documents).update(entry.words)
    return lexicon


def canonical(phrase: str | None, setting: Setting, lexicon: Subjects) -> str | None:
    """The canonical name that a phrase stands for in a report; None when that is not known.

    "the province" and "it" stand for the report's own subject, "our country" for its nation; words that tell the sort
    of place are left off, so that "Nghe An province" is "Nghe An".
    """
    if not phrase:
        return None
    words = words_of(_proper(phrase, lexicon))
    if words in lexicon.places:
        return lexicon.places[words].name  # "An Giang" has no article
    words = words[1:] if words[:1] in lexicon.articles else words
    if not words:
        return None
    if words in lexicon.places:
        return lexicon.places[words].name
    if _is_nation(words, lexicon):
        return setting.nation
    if lexicon.holds(lexicon.own, words):
        is_home = setting.home_kind and words[-1][:_STEM] == setting.home_kind[:_STEM]
        return setting.home if is_home else setting.subject
    return named(words, lexicon)


def stands_for_nation(phrase: str | None, lexicon: Subjects) -> bool:
    """True for "the country" and the like."""
    words = words_of(phrase or "")
    words = words[1:] if words[:1] in lexicon.articles else words
    return bool(words) and _is_nation(words, lexicon)


def _is_nation(words: Words, lexicon: Subjects) -> bool:
    return lexicon.holds(lexicon.nation, words) or words in lexicon.everywhere


def _proper(phrase: str, lexicon: Subjects) -> str:
    """A name without the common nouns before it: "the brewery group Fairwater Ales" is "Fairwater Ales"."""
    parts, small = phrase.split(), lexicon.joints | lexicon.articles | lexicon.inner
    for at in range(len(parts) - 1, 0, -1):
        before = parts[at - 1]
        if parts[at][:1].isupper() and before.islower() and words_of(before) not in small:
            return " ".join(parts[at:])
    return phrase


def short_names(
    extracted: Iterable[tuple[Document, Extraction]], settings: Iterable[Setting], lexicon: Subjects
) -> dict[str, str]:
    """For each name that is the beginning or the end of exactly one longer name in the reports, that longer name.

    "Northgate" is "Northgate Foods", if no "Northgate Bank" is about; "Orla" is no "University of Orla". Places are
    never shortened.
    """
    names = {setting.subject for setting in settings if setting.subject}
    for _, extraction in extracted:
        for mention in extraction.mentions:
            if isinstance(mention, QuantityMention) and is_name(mention.subject, lexicon):
                names.add(canonical(mention.subject, Setting(), lexicon) or "")
    places = {place.name for place in lexicon.places.values()}
    split = [tuple(name.split()) for name in sorted(names - places) if name]
    longer = wholes_of(split)
    return {
        " ".join(name): " ".join(whole) for name, whole in longer.items()
        if whole != name and not _is_of(name, whole, lexicon)
    }


def _is_of(name: Words, whole: Words, lexicon: Subjects) -> bool:
    """True when the longer name is of something that belongs to the shorter: "University of Orla" is not Orla."""
    return whole[-len(name) :] == name and whole[-len(name) - 1 : -len(name)] in lexicon.joints


def is_place(phrase: str | None, lexicon: Subjects) -> bool:
    """True when the phrase is nothing but a place of the gazetteers."""
    return phrase is not None and words_of(phrase) in lexicon.places


def is_name(phrase: str | None, lexicon: Subjects) -> bool:
    """True for a proper name, and for the words that stand for the report's own subject or its nation."""
    if not phrase:
        return False
    words = words_of(phrase)
    own = words in lexicon.nation or lexicon.holds(lexicon.own, words)
    return own or any(word[:1].isupper() for word in phrase.split()[1:]) or phrase[:1].isupper()


def may_own(subject: str, owner: Owner, lexicon: Subjects) -> bool:
    """False for a name that is a source of figures and not their owner.

    A report or a survey owns nothing; a council or a month owns none of the figures of a place.
    """
    words = words_of(subject)
    if words in lexicon.places:
        return True
    if words[-1] in lexicon.documents or words[-1:] in lexicon.joints:
        return False
    return owner != "place" or not any(word in lexicon.bodies or (word,) in lexicon.plain for word in words)


def named(words: Words, lexicon: Subjects) -> str:
    """A place without the words for its sort, before or after it; any other name without those after it."""
    for first in (0, 1, 2):
        bare = _without_ranks(words[first:], lexicon) if not first or words[:first] in lexicon.ranks else ()
        if bare in lexicon.places:
            return lexicon.places[bare].name
    return " ".join(_without_ranks(words, lexicon) or words)


def _without_ranks(words: Words, lexicon: Subjects) -> Words:
    """The words without the ranks that they end with."""
    for length in (2, 1):
        if len(words) > length and words[-length:] in lexicon.ranks:
            return _without_ranks(words[:-length], lexicon)
    return words


def says_place(words: Words, place: str, setting: Setting, lexicon: Subjects) -> bool:
    """True when a text names the place, its people, or, for the nation of the report, "our country" and the like."""
    if any(known.name == place for known in places_in(words, lexicon)):
        return True
    if place != setting.nation:
        return False
    return any(words[at : at + n] in lexicon.nation for at in range(len(words)) for n in (2, 1))


def places_in(words: Sequence[str], lexicon: Subjects) -> Iterable[KnownPlace]:
    """The places named in a text, the longest name at each position."""
    at = 0
    while at < len(words):
        longest = min(_LONGEST_PLACE, len(words) - at) if words[at] in lexicon.openers else 0
        for length in range(longest, 0, -1):
            place = lexicon.places.get(tuple(words[at : at + length]))
            if place is not None:
                yield place
                at += length
                break
        else:
            at += 1

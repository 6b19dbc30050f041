"""The words of one language that binding needs, compiled once from the packs."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal

from claimcheck.extract.binding.grammar.inflection import VerbForm, verb_forms
from claimcheck.model.mention import Status
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.grammar import (
    ClassId,
    GrammarClass,
    IrregularVerbs,
    StatusCue,
    VerbClass,
    VerbEnding,
    VerbFrame,
)
from claimcheck.packs.schema.places import Gazetteer, PlaceKind

WORD = re.compile(r"\w+")
Phrase = tuple[tuple[str, ...], str]
Article = Literal["", "definite", "indefinite"]
_ARTICLES: dict[Article, ClassId] = {"definite": "article", "indefinite": "indefinite"}
_NONE: frozenset[str] = frozenset()
_ACT = frozenset({"act"})
_SHORTEST_OPEN = 5  # letters: "fly" is no adverb
_PAST = frozenset({"past", "participle"})
# Closed classes that decide how a word is tagged, the earlier ones first.
_TAGS = {
    "noun": "O",
    "be": "X", "have": "X", "do": "X", "modal": "X", "not": "X", "possessive": "Y", "determiner": "D",
    "relative": "R", "conjunction": "C", "subordinator": "S", "preposition": "P", "pronoun": "N", "adverb": "A",
    "adjective": "J", "dimension-word": "A",
}


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the gazetteer; `by_people` when the words were an adjective ("Vietnamese") or a demonym."""

    name: str
    kind: PlaceKind
    parent: str | None
    by_people: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that gives a status, in small letters; `entry` is the number of the entry that lists it.

    as_verb: whether it must be used as a verb; behind: whether it counts behind a figure too; infinitive: the
    word that must lead to an infinitive behind it, if any.
    """

    phrase: str
    status: Status
    entry: int
    as_verb: bool
    behind: bool
    infinitive: str = ""


@dataclass(frozen=True, slots=True)
class Endings:
    """How words end that nobody lists: plurals, adverbs, past forms and what only looks like one, nouns of deeds."""

    plural: tuple[str, ...] = ()
    adverb: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    doing: tuple[str, ...] = ()


@dataclass(slots=True)
class BindingLexicon:
    """Compiled vocabulary: see `compile_binding`.

    classes_of: the classes by their words; articles: whether an article is definite.
    tags: of closed classes; words: tags of these and of verb forms, as they stand within a sentence, with the verb.
    phrases: runs of words with their tags, by their first and then their second word.
    cues: by their first word; cue_words: the longest word of each, one of which every sentence with a cue holds.
    scope_nouns: for the sorts of places; generic_nouns: for whatever may point back at the report's own.
    """

    classes: defaultdict[str, frozenset[str]]
    classes_of: Mapping[str, frozenset[ClassId]]
    articles: Mapping[str, Article]
    tags: dict[str, str]
    words: dict[str, tuple[str, VerbForm | None]]
    phrases: dict[str, dict[str, list[Phrase]]]
    verbs: dict[str, VerbForm]
    kinds: dict[str, frozenset[str]]
    frames: dict[str, tuple[VerbFrame, ...]]
    cues: dict[str, tuple[Cue, ...]]
    cue_words: frozenset[str] = _NONE
    endings: Endings = Endings()
    base_phrases: tuple[str, ...] = ()
    open_period_ends: frozenset[str] = _NONE
    scope_nouns: frozenset[str] = _NONE
    generic_nouns: frozenset[str] = _NONE
    entity_heads: frozenset[str] = _NONE
    trend_words: frozenset[str] = _NONE
    place_sorts: frozenset[str] = _NONE
    places: dict[str, list[tuple[tuple[str, ...], KnownPlace]]] = field(default_factory=dict)
    participles: dict[str, str] = field(default_factory=dict)
    others: dict[str, BindingLexicon] = field(default_factory=dict)
    compile_other: Callable[[str], BindingLexicon | None] = lambda language: None

    def of_language(self, language: str) -> BindingLexicon:
        """The vocabulary for a block of that language, compiled when first asked for; this one, when there is none."""
        if language not in self.others:
            self.others[language] = self.compile_other(language) or self
        return self.others[language]

    def kinds_of(self, lemma: str) -> frozenset[str]:
        """How a verb ties a figure to what it measures; one that nobody lists says what somebody did."""
        return self.kinds.get(lemma, _ACT if lemma not in self.verbs else _NONE)

    def has(self, class_id: str, word: str) -> bool:
        """True when the word belongs to the class."""
        return word in self.classes[class_id]


def fold(text: str) -> str:
    """Lower case without diacritics, for looking up names.

    >>> fold("Nghệ An"), fold("Đồng Tháp")
    ('nghe an', 'dong thap')
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.lower().replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


_NAME_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+")


def name_words(name: str) -> list[str]:
    """The words of a name; marks and hyphens only part them.

    >>> name_words("Guinea-Bissau, U.S.")
    ['Guinea', 'Bissau', 'U.S.']
    """
    plain = name.replace(" ", "").isalnum()
    return name.split() if plain else _NAME_WORD.findall(name)


def compile_binding(packs: Packs, language: str) -> BindingLexicon:
    """The binding vocabulary of a language, with those of the other languages that have one beside it.

    A language without any yields a lexicon that binds little.
    """
    lexicon = _compile_one(packs, language)
    lexicon.others[language] = lexicon
    lexicon.compile_other = lambda other: _compile_one(packs, other) if packs.select(GrammarClass, other) else None
    return lexicon


def _compile_one(packs: Packs, language: str) -> BindingLexicon:
    entries = packs.select(GrammarClass, language)
    classes: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    classes.update((entry.id, frozenset(entry.words)) for entry in entries)
    tags, phrases = _compile_tags(classes)
    kinds: dict[str, set[str]] = defaultdict(set)
    for verb_class in packs.select(VerbClass, language):
        for lemma in verb_class.verbs:
            kinds[lemma].add(verb_class.kind)
    frames = packs.select(VerbFrame, language)
    verbs = verb_forms({*kinds, *(lemma for frame in frames for lemma in frame.verbs)},
                       packs.select(VerbEnding, language), packs.select(IrregularVerbs, language))

    members = partial(_members, classes)
    scope_nouns = members("province-noun", "city-noun", "region-noun")
    cues = _compile_cues(packs.select(StatusCue, language))
    return BindingLexicon(
        classes=classes,
        classes_of=_classes_of(entries),
        articles={word: sort for sort, name in _ARTICLES.items() for word in classes[name]},
        tags=tags,
        words={word: _known_word(word, tags, verbs) for word in (*verbs, *tags)},
        phrases=phrases,
        verbs=verbs,
        participles={verb.lemma: form for form, verb in verbs.items() if "participle" in verb.forms},
        kinds={lemma: frozenset(found) for lemma, found in kinds.items()},
        frames=_frames_by_word(frames),
        cues=cues,
        cue_words=frozenset(max(WORD.findall(cue.phrase), key=len) for found in cues.values() for cue in found),
        base_phrases=_base_phrases(classes),
        endings=_endings(classes),
        open_period_ends=frozenset(words.split()[-1] for words in classes["open-period"]),
        scope_nouns=scope_nouns,
        generic_nouns=scope_nouns | members("nation-noun", "company-noun"),
        entity_heads=members("own-head", "organisation-head"),
        trend_words=members("up-word", "down-word"),
        place_sorts=frozenset(fold(word) for word in scope_nouns),
        places=_compile_places(packs.select(Gazetteer)),
    )


def _endings(classes: Mapping[str, frozenset[str]]) -> Endings:
    sorts: tuple[ClassId, ...] = ("plural-ending", "adverb-ending", "past-ending", "base-ending", "doing-ending")
    return Endings(*(tuple(sorted(classes[sort])) for sort in sorts))


def _members(classes: Mapping[str, frozenset[str]], *class_ids: ClassId) -> frozenset[str]:
    return _NONE.union(*(classes[class_id] for class_id in class_ids))


def _base_phrases(classes: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The phrases for a time before, each also as one "in" which something was."""
    within = (f"{link} {phrase}" for link in classes["inside-preposition"] for phrase in classes["base-phrase"])
    return tuple(sorted({*classes["base-phrase"], *within}))


def _classes_of(entries: Iterable[GrammarClass]) -> dict[str, frozenset[ClassId]]:
    """The classes by their words, so that one look tells all that a word is."""
    found: dict[str, set[ClassId]] = defaultdict(set)
    for entry in entries:
        for word in entry.words:
            found[word].add(entry.id)
    return {word: frozenset(ids) for word, ids in found.items()}


def _frames_by_word(frames: Iterable[VerbFrame]) -> dict[str, tuple[VerbFrame, ...]]:
    """The frames of each verb and of each preposition that does as a verb."""
    found: dict[str, list[VerbFrame]] = defaultdict(list)
    for frame in frames:
        for word in (*frame.verbs, *frame.links):
            found[word].append(frame)
    return {word: tuple(several) for word, several in found.items()}


def _compile_tags(classes: Mapping[str, frozenset[str]]) -> tuple[dict[str, str], dict[str, dict[str, list[Phrase]]]]:
    """The tags of the words of closed classes, and the runs of words, the longer first, by their first two."""
    tags: dict[str, str] = {}
    phrases: dict[str, dict[str, list[Phrase]]] = {}
    for class_id, tag in reversed(_TAGS.items()):
        for words in classes[class_id]:
            parts = tuple(words.split())
            if len(parts) == 1:
                tags[words] = tag
            else:
                phrases.setdefault(parts[0], {}).setdefault(parts[1], []).append((parts, tag))
    for followers in phrases.values():
        for options in followers.values():
            options.sort(key=lambda option: -len(option[0]))
    return tags, phrases


def _known_word(word: str, tags: dict[str, str], verbs: dict[str, VerbForm]) -> tuple[str, VerbForm | None]:
    tag = tags.get(word, "O")
    return tag, verbs.get(word) if tag == "O" else None  # "family" is no adverb


def open_word(word: str, lexicon: BindingLexicon) -> tuple[str, VerbForm | None]:
    """The tag of a word that nobody lists, and the verb that it may be a form of, by its end: "sharply", "polished"."""
    if len(word) >= _SHORTEST_OPEN:
        if word.endswith(lexicon.endings.past) and not word.endswith(lexicon.endings.base):
            return "O", VerbForm(word, _PAST)
        if word.endswith(lexicon.endings.adverb):
            return "A", None
    return "O", None


def _compile_cues(entries: Iterable[StatusCue]) -> dict[str, tuple[Cue, ...]]:
    """The cues by their first word; of those of one entry the longer come first."""
    found: dict[str, list[Cue]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for words in entry.infinitive:
            opener, _, link = words.partition(" ")
            found[opener].append(Cue(opener, entry.status, number, False, entry.behind, link))
        for phrases, as_verb in ((entry.words, False), (entry.verbs, True)):
            for phrase in sorted(map(str.lower, phrases), key=len, reverse=True):
                cue = Cue(phrase, entry.status, number, as_verb, entry.behind)
                found[WORD.findall(phrase)[0]].append(cue)
    return {opener: tuple(cues) for opener, cues in found.items()}


def _compile_places(gazetteers: Iterable[Gazetteer]) -> dict[str, list[tuple[tuple[str, ...], KnownPlace]]]:
    found: dict[str, list[tuple[tuple[str, ...], KnownPlace]]] = defaultdict(list)
    for gazetteer in gazetteers:
        for place in gazetteer.all_places:
            known = KnownPlace(place.name, gazetteer.kind, place.parent or gazetteer.parent)
            people = replace(known, by_people=True)
            for target, names in ((known, (place.name, *place.also)), (people, place.people)):
                for name in names:
                    parts = tuple(fold(word) for word in name_words(name))
                    found[parts[0]].append((parts, target))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return dict(found)

"""What a phrase measures: a known metric or an open-vocabulary key, with the facets that set it apart.

A metric key is words in one string: modifiers in alphabetical order, the head last ("coffee exports", "cooperation
agreement"). The head is a known metric's id or a noun in the singular.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.metrics import FacetGroup, Glossary, MetricSpec, Owner, WordClass
from claimcheck.resolve.glossary import Meanings, compile_meanings
from claimcheck.resolve.words import singular, words_of

_LONGEST_NAME = 7


@dataclass(frozen=True, slots=True)
class Name:
    """The canonical name of what is measured.

    known: its head is a metric of the rules. national, owner, timeless: see `MetricSpec`. scene: the words
    that tell where or at what occasion a known metric was counted.
    """

    metric: str
    facets: tuple[str, ...]
    known: bool
    national: str = ""
    owner: Owner = "any"
    timeless: bool = False
    scene: frozenset[str] = field(default=frozenset(), compare=False)


@dataclass(slots=True)
class Lexicon:
    """Everything naming needs, by folded words in the singular; first: those that metrics and facets begin with.

    meanings: what the words of a language of its own mean; None for the one that the metrics are told in.
    """

    metrics: dict[tuple[str, ...], MetricSpec] = field(default_factory=dict)
    assumed: dict[str, MetricSpec] = field(default_factory=dict)
    facets: dict[tuple[str, ...], str] = field(default_factory=dict)
    first: set[str] = field(default_factory=set)
    light: set[str] = field(default_factory=set)
    stop: set[str] = field(default_factory=set)
    joint: set[str] = field(default_factory=set)
    vague: set[str] = field(default_factory=set)
    scene: set[str] = field(default_factory=set)
    apart: set[str] = field(default_factory=set)
    sides: dict[str, tuple[str, str]] = field(default_factory=dict)
    synonyms: dict[str, str] = field(default_factory=dict)
    irregular: dict[str, str] = field(default_factory=dict)
    meanings: Meanings | None = None
    others: dict[str, Lexicon] = field(default_factory=dict)
    compile_meanings: Callable[[str], Meanings | None] = lambda language: None

    def words(self, phrase: str) -> tuple[str, ...]:
        """The words of a phrase, each in the singular and by its first synonym."""
        return self._plain(words_of(phrase) if self.meanings is None else self.meanings.named(phrase, self.joint))

    def all_words(self, text: str) -> tuple[str, ...]:
        """The words of a text, and whatever else they may mean."""
        return self.words(text) if self.meanings is None else self._plain(self.meanings.told(text))

    def of(self, language: str) -> Lexicon:
        """The lexicon for a paragraph in a language, made when first asked for; this one, when it has no glossary."""
        if language not in self.others:
            meanings = self.compile_meanings(language)
            self.others[language] = _in_other_words(self, meanings) if meanings else self
        return self.others[language]

    def _plain(self, words: Iterable[str]) -> tuple[str, ...]:
        plain = [singular(word, self.irregular) for word in words]
        return tuple([self.synonyms.get(word, word) for word in plain])


def compile_names(packs: Packs) -> Lexicon:
    """The lexicon of all metrics, facets and word classes in use."""
    lexicon = Lexicon()
    classes = packs.select(WordClass)
    pairs = (pair.partition("=") for entry in classes if entry.role == "irregular" for pair in entry.words)
    lexicon.irregular.update({plural: single for plural, _, single in pairs})
    for entry in classes:
        words = [" ".join(lexicon.words(word)) for word in entry.words]
        if entry.role == "synonym":
            lexicon.synonyms.update(dict.fromkeys(words, words[0]))
        elif entry.role == "contrast":
            lexicon.sides.update({word: (entry.id, side) for side in words for word in side.split()})
        elif entry.role in ("light", "stop", "joint", "vague", "scene", "apart"):
            getattr(lexicon, entry.role).update(words)
    for group in packs.select(FacetGroup):
        for value, names in group.values.items():
            lexicon.facets.update({lexicon.words(name): value for name in names})
    for spec in packs.select(MetricSpec):
        lexicon.metrics.update({lexicon.words(name): spec for name in spec.names})
        if spec.assumed:
            lexicon.assumed.update(dict.fromkeys(spec.dimensions, spec))
    lexicon.first.update(name[0] for name in (*lexicon.metrics, *lexicon.facets) if name)
    lexicon.compile_meanings = lambda language: compile_meanings(packs.select(Glossary, language))
    return lexicon


def _in_other_words(lexicon: Lexicon, meanings: Meanings) -> Lexicon:
    """A lexicon for a language whose words mean those of another one, with the names of metrics in that language."""
    other = replace(lexicon, meanings=meanings, others={}, metrics=dict(lexicon.metrics))
    for spec in lexicon.metrics.values():
        for name in spec.names:
            if not name.isascii():
                other.metrics.setdefault(other.words(name), spec)
    other.first = {name[0] for name in (*other.metrics, *other.facets) if name}
    return other


def name_metric(
    phrase: str | None, noun: str | None, dimension: str, lexicon: Lexicon, apart: Iterable[str] = ()
) -> Name | None:
    """The name of what a figure measures; None when neither phrase nor counted noun says it.

    dimension: the sort of unit that the figure comes in; "" when it tells nothing of the metric, as in a change.
    apart: names of the subject or place, whose words do not belong to the metric where they are capitalised.
    """
    dropped = {word for text in apart for word in words_of(text)}
    if dropped and phrase:
        dropped -= {word for word in words_of(phrase) if word in phrase}
    name = _name(phrase, noun, dimension, lexicon, {word for text in dropped for word in lexicon.words(text)})
    spec = lexicon.assumed.get(dimension)
    if spec is not None and (name is None or not name.known):
        return _named(spec, (), set(name.facets) if name else set())
    return _apart_from_scene(name, lexicon) if name else None


def _apart_from_scene(name: Name, lexicon: Lexicon) -> Name:
    """A known metric without the words of its occasion ("guests at the ceremony") and further names of its own."""
    if not name.known or name.owner not in ("event", "place"):
        return name
    *modifiers, head = name.metric.split()
    scene = lexicon.scene.intersection(modifiers)
    kept = [word for word in modifiers if word not in scene and not _names(head, word, lexicon)]
    return replace(name, metric=" ".join([*kept, head]), scene=frozenset(scene))


def _names(head: str, word: str, lexicon: Lexicon) -> bool:
    """True when a word alone is a name of the known metric."""
    spec = lexicon.metrics.get((word,))
    return spec is not None and spec.id == head


def is_telling(name: Name, lexicon: Lexicon) -> bool:
    """False for a bare noun that no rule knows, or that says too little when it stands alone ("points")."""
    bare = name.metric.split()[-1] if len(name.metric.split()) == 1 else ""
    return not bare or (name.known and bare not in lexicon.vague)


def _name(
    phrase: str | None, noun: str | None, dimension: str, lexicon: Lexicon, dropped: set[str]
) -> Name | None:
    by_phrase = _read(phrase, dimension, lexicon, dropped) if phrase else None
    if not noun:
        return by_phrase
    by_noun = _read(noun, dimension, lexicon, dropped)
    if by_noun is None:
        return by_phrase
    if by_phrase is None:
        return by_noun
    if by_phrase.known and _same_count(by_phrase, by_noun):
        return by_phrase
    return _join(by_noun, by_phrase)


def _same_count(phrase: Name, noun: Name) -> bool:
    """A known metric counts people or an unnamed unit of its own: deaths in "killed 12 people"."""
    return noun.metric == "person" or noun.metric == phrase.metric or phrase.metric.endswith(f" {noun.metric}")


def _join(noun: Name, phrase: Name) -> Name:
    """A counted noun with the words of its phrase as further modifiers."""
    *modifiers, head = noun.metric.split()
    extra = [word for word in phrase.metric.split()[: -1 if noun.known and phrase.known else None] if word != head]
    facets = tuple(sorted({*noun.facets, *phrase.facets}))
    return replace(noun, metric=" ".join([*sorted({*modifiers, *extra}), head]), facets=facets)


def _read(phrase: str, dimension: str, lexicon: Lexicon, dropped: set[str]) -> Name | None:
    words = list(lexicon.words(phrase))
    spec, start, stop = _known(words, dimension, lexicon)
    head = spec.id if spec else None
    facets = set(spec.facets) if spec else set()
    rest = [*words[:start], "", *words[stop:]] if spec else words
    rest = _take_facets(rest, lexicon, facets)
    if head is None:
        head = _open_head(rest, lexicon, dropped)
    if head is None:
        return _last_word(words, facets, lexicon, dropped)
    modifiers = {
        word for word in rest
        if word and word != head and not word.isdigit() and word not in dropped
        and word not in lexicon.light and word not in lexicon.stop and word not in lexicon.joint
    }
    if spec is not None:
        return _named(spec, modifiers, facets)
    return Name(" ".join([*sorted(modifiers), head]), tuple(sorted(facets)), known=False)


def _named(spec: MetricSpec, modifiers: Iterable[str], facets: set[str]) -> Name:
    """A known metric with what sets it apart."""
    return Name(
        " ".join([*sorted(modifiers), spec.id]), tuple(sorted(facets)), known=True, national=spec.national,
        owner=spec.owner, timeless=spec.timeless,
    )


def _last_word(words: Sequence[str], facets: set[str], lexicon: Lexicon, dropped: set[str]) -> Name | None:
    """A phrase of facets and light words only ("women", "countries") is named by its last word."""
    kept = [word for word in words if len(word) > 2 and not word.isdigit()]
    left = [word for word in kept if word not in lexicon.joint and word not in dropped]
    return Name(left[-1], tuple(sorted(facets)), False) if left else None


def _known(words: Sequence[str], dimension: str, lexicon: Lexicon) -> tuple[MetricSpec | None, int, int]:
    """The longest known name in the head of the phrase, and where it stands."""
    starts = [at for at in range(_head_end(words, lexicon)) if words[at] in lexicon.first]
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1) if starts else ():
        for start in starts:
            spec = lexicon.metrics.get(tuple(words[start : start + length])) if start + length <= len(words) else None
            if spec is not None and _fits(spec, dimension) and _ends_head(words, start + length, lexicon):
                return spec, start, start + length
    return None, 0, 0


def _fits(spec: MetricSpec, dimension: str) -> bool:
    return not dimension or "any" in spec.dimensions or dimension in spec.dimensions


def _head_end(words: Sequence[str], lexicon: Lexicon) -> int:
    """Where the head part ends: at the first joint word that follows something else than light words."""
    seen = False
    for at, word in enumerate(words):
        if word in lexicon.joint:
            if seen:
                return at
        elif word not in lexicon.light and word not in lexicon.stop:
            seen = True
    return len(words)


def _ends_head(words: Sequence[str], stop: int, lexicon: Lexicon) -> bool:
    """True when nothing but light words follows up to the next joint."""
    for word in words[stop:]:
        if word in lexicon.joint:
            return True
        if word not in lexicon.light and word not in lexicon.stop and not word.isdigit():
            return False
    return True


def _take_facets(words: list[str], lexicon: Lexicon, facets: set[str]) -> list[str]:
    """The words that are left when facets, put into the set, are taken out."""
    rest: list[str] = []
    at = 0
    while at < len(words):
        for length in (4, 3, 2, 1) if words[at] in lexicon.first else ():
            value = lexicon.facets.get(tuple(words[at : at + length]))
            if value is not None and at + length <= len(words):
                facets.add(value)
                at += length
                break
        else:
            rest.append(words[at])
            at += 1
    return rest


def _open_head(words: Sequence[str], lexicon: Lexicon, dropped: set[str]) -> str | None:
    """The head noun: the last meaningful word before the first joint that follows one."""
    head: str | None = None
    for word in words:
        if word in lexicon.joint:
            if head is not None:
                return head
        elif word not in lexicon.light and word not in lexicon.stop and word not in dropped and not word.isdigit():
            head = word
    return head

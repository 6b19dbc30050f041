"""The words of links of one language, compiled once from the packs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.errors import InputError
from claimcheck.extract.links.phrasing.choices import Choice, Wording
from claimcheck.extract.links.phrasing.patterns import Pattern, Patterns, compile_pattern
from claimcheck.extract.links.phrasing.skeleton import DATE
from claimcheck.extract.links.phrasing.wording import Phrases
from claimcheck.packs.collection import Packs
from claimcheck.packs.entry import Entry
from claimcheck.packs.schema.grammar import ClassId, GrammarClass
from claimcheck.packs.schema.links import Balance, LinkPattern, LinkPhrase, ListOpener, ListSign, Superlative
from claimcheck.packs.schema.numbers import HedgeSpec
from claimcheck.packs.schema.refusals import OrdinalWords
from claimcheck.packs.schema.units import UnitWords

# The closed classes of words, which tell nothing of what a sentence is about.
_CLOSED: tuple[ClassId, ...] = (
    "determiner", "possessive", "preposition", "conjunction", "subordinator", "relative", "pronoun", "modal", "be",
    "have", "do", "not",
)
# The phrases that make up the time of a figure itself.
_OWN_TIME = ("in-time", "part-of-year")
# For a sign that a language has no words for.
_NEVER = Wording([])


@dataclass(frozen=True, slots=True)
class Opener:
    """Words between a whole and its parts, and what they say of the list."""

    words: Wording
    complete: str


@dataclass(frozen=True, slots=True)
class BalanceWords:
    """The words by which the three figures of a balance are told."""

    plus: Wording
    minus: Wording
    gap: Wording
    others: Wording
    percent: bool


@dataclass(frozen=True, slots=True)
class SuperlativeWords:
    """The words of one direction, see `Superlative`; `words` take in the records."""

    direction: str
    words: Wording
    records: Wording
    scopes: Wording
    ties: Wording
    leads: Wording
    nevers: Wording
    marks: Wording
    spans: Wording
    parts: Wording
    firsts: Wording
    passing: Wording
    extremes: Wording
    sinces: Wording
    times: Wording


@dataclass(frozen=True, slots=True)
class LinkLexicon:
    """Everything that finding links needs to know of a language."""

    patterns: Patterns
    openers: tuple[Opener, ...]
    signs: Mapping[str, Wording]
    phrases: Mapping[str, Wording]
    balances: tuple[BalanceWords, ...]
    superlatives: tuple[SuperlativeWords, ...]
    abbreviations: frozenset[str]
    function_words: frozenset[str]
    ordinals: Mapping[str, int]
    units: Mapping[str, str]

    def joins(self, words: str) -> bool:
        """Whether words hold the conjunction that stands before the last of several parts."""
        return self.phrases["joint"].search(words) is not None


def compile_links(packs: Packs, language: str) -> LinkLexicon:
    """The link words of one language; raises InputError for a pattern that is not well formed."""
    named = dict.fromkeys(("up", "down", *_OWN_TIME), ()) | {
        phrase.id: phrase.any for phrase in packs.select(LinkPhrase, language)
    }
    phrases = Phrases(named)
    hedges = [word for hedge in packs.select(HedgeSpec, language) if hedge.side == "before" for word in hedge.words]
    shared: dict[str, Wording] = {}
    patterns = [
        _pattern(entry, source, phrases, shared)
        for entry in packs.select(LinkPattern, language)
        for source in entry.patterns
    ]
    grammar = {entry.id: entry.words for entry in packs.select(GrammarClass, language)}
    return LinkLexicon(
        patterns=Patterns(patterns, hedges),
        openers=tuple(
            Opener(_wording(entry, entry.any, phrases), entry.complete) for entry in packs.select(ListOpener, language)
        ),
        signs=defaultdict(
            lambda: _NEVER,
            {entry.id: _wording(entry, entry.any, phrases) for entry in packs.select(ListSign, language)},
        ),
        phrases=defaultdict(
            lambda: _NEVER, {name: phrases.wording(words) for name, words in named.items()}
        ),
        balances=tuple(
            _balance(each, phrases) for each in packs.select(Balance, language)
        ),
        superlatives=tuple(_superlative(entry, phrases, hedges) for entry in packs.select(Superlative, language)),
        abbreviations=frozenset(grammar.get("abbreviation", ())),
        function_words=frozenset(word for name in _CLOSED for word in grammar.get(name, ())),
        units={word: spec.unit for spec in packs.select(UnitWords, language) for word in spec.words},
        ordinals={word: value for entry in packs.select(OrdinalWords, language) for word, value in entry.words.items()},
    )


def _pattern(entry: LinkPattern, source: str, phrases: Phrases, shared: dict[str, Wording]) -> Pattern:
    try:
        return replace(compile_pattern(source, entry.kind, phrases, shared), direction=entry.direction)
    except ValueError as error:
        raise InputError(entry.file, str(error), entry=entry.id, key="patterns") from None


def _balance(entry: Balance, phrases: Phrases) -> BalanceWords:
    sides = (entry.plus, entry.minus, entry.gap, entry.others)
    plus, minus, gap, others = (_wording(entry, side, phrases) for side in sides)
    return BalanceWords(plus, minus, gap, others, entry.percent)


def _superlative(entry: Superlative, phrases: Phrases, hedges: Sequence[str]) -> SuperlativeWords:
    hedge = f"(?:{phrases.longest(hedges)} )?"
    lead, part = (phrases.expression(f"<{name}>") for name in _OWN_TIME)
    words, leads = (_wording(entry, known, phrases) for known in ((*entry.words, *entry.records), entry.leads))
    return SuperlativeWords(
        entry.direction,
        words=Wording([Choice(rf"(?<![\w-]){words.expression}", find_telling=lambda: words.telling)]),
        records=_wording(entry, entry.records, phrases),
        scopes=_wording(entry, entry.scopes, phrases),
        ties=_as_written(f"{_wording(entry, entry.ties, phrases).expression}?"),
        leads=_as_written(rf"{leads.expression} ?{hedge}\Z"),
        nevers=_wording(entry, entry.nevers, phrases),
        marks=_wording(entry, entry.marks, phrases),
        spans=_wording(entry, entry.spans, phrases),
        parts=_wording(entry, entry.parts, phrases),
        firsts=_wording(entry, entry.firsts, phrases),
        passing=_as_written(
            rf"{_wording(entry, entry.passing, phrases).expression} ?{hedge}\Z"
        ),
        extremes=_wording(entry, entry.extremes, phrases),
        sinces=_as_written(rf"\b{_wording(entry, entry.sinces, phrases).expression}\b[^,;.]*\Z"),
        times=_as_written(f"{lead} ?(?:{DATE}|(?:[a-z]+ )?{part})"),
    )


def _as_written(expression: str) -> Wording:
    return Wording([Choice(expression)])


def _wording(entry: Entry, wordings: Sequence[str], phrases: Phrases) -> Wording:
    try:
        return phrases.wording(wordings)
    except ValueError as error:
        raise InputError(entry.file, str(error), entry=entry.key) from None

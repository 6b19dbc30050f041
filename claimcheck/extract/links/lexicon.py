"""The words of links of one language, compiled once from the packs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.errors import InputError
from claimcheck.extract.links.patterns import HEDGE, Pattern, compile_pattern, expression
from claimcheck.model.mention import LinkKind
from claimcheck.packs.collection import Packs
from claimcheck.packs.entry import Entry
from claimcheck.packs.schema.grammar import GrammarClass
from claimcheck.packs.schema.links import Balance, LinkPattern, LinkPhrase, ListOpener, ListSign, Superlative
from claimcheck.packs.schema.numbers import HedgeSpec

Phrases = Mapping[str, tuple[str, ...]]

# For a sign that a language has no words for.
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Opener:
    """Words between a whole and its parts, and what they say of the list."""

    words: re.Pattern[str]
    complete: str


@dataclass(frozen=True, slots=True)
class BalanceWords:
    """The words by which the three figures of a balance are told."""

    plus: re.Pattern[str]
    minus: re.Pattern[str]
    gap: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class SuperlativeWords:
    """The words of one direction, see `Superlative`; `words` take in the records."""

    direction: str
    words: re.Pattern[str]
    records: re.Pattern[str]
    scopes: re.Pattern[str]
    ties: re.Pattern[str]
    leads: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class LinkLexicon:
    """Everything that finding links needs to know of a language."""

    patterns: tuple[tuple[LinkKind, Pattern], ...]
    openers: tuple[Opener, ...]
    signs: Mapping[str, re.Pattern[str]]
    phrases: Mapping[str, re.Pattern[str]]
    balances: tuple[BalanceWords, ...]
    superlatives: tuple[SuperlativeWords, ...]
    abbreviations: frozenset[str]


def compile_links(packs: Packs, language: str) -> LinkLexicon:
    """The link words of one language; raises InputError for a pattern that is not well formed."""
    phrases = {phrase.id: phrase.any for phrase in packs.select(LinkPhrase, language)}
    phrases = {"up": (), "down": ()} | phrases
    phrases[HEDGE] = tuple(
        word for hedge in packs.select(HedgeSpec, language) if hedge.side == "before" for word in hedge.words
    ) or ("about",)
    patterns = [
        (entry.kind, _pattern(entry, source, phrases))
        for entry in packs.select(LinkPattern, language)
        for source in entry.patterns
    ]
    patterns.sort(key=lambda pair: (-pair[1].body.groups, pair[1].source))
    grammar = {entry.id: entry.words for entry in packs.select(GrammarClass, language)}
    return LinkLexicon(
        patterns=tuple(patterns),
        openers=tuple(
            Opener(_regex(entry, entry.any, phrases), entry.complete) for entry in packs.select(ListOpener, language)
        ),
        signs=defaultdict(
            lambda: _NEVER,
            {entry.id: _regex(entry, entry.any, phrases) for entry in packs.select(ListSign, language)},
        ),
        phrases={name: re.compile(_any(words, phrases), re.IGNORECASE) for name, words in phrases.items()},
        balances=tuple(
            BalanceWords(*(_regex(entry, side, phrases) for side in (entry.plus, entry.minus, entry.gap)))
            for entry in packs.select(Balance, language)
        ),
        superlatives=tuple(
            _superlative(entry, phrases) for entry in packs.select(Superlative, language)
        ),
        abbreviations=frozenset(grammar.get("abbreviation", ())),
    )


def _pattern(entry: LinkPattern, source: str, phrases: Phrases) -> Pattern:
    try:
        return compile_pattern(source, phrases)
    except ValueError as error:
        raise InputError(entry.file, str(error), entry=entry.id, key="patterns") from None


def _superlative(entry: Superlative, phrases: Phrases) -> SuperlativeWords:
    hedge = f"(?:(?:{_any(phrases[HEDGE], phrases)}) )?"
    return SuperlativeWords(
        entry.direction,
        words=re.compile(rf"(?<![\w-])(?:{_any((*entry.words, *entry.records), phrases)})", re.IGNORECASE),
        records=_regex(entry, entry.records, phrases),
        scopes=_regex(entry, entry.scopes, phrases),
        ties=re.compile(f"(?:{_any(entry.ties, phrases)})?", re.IGNORECASE),
        leads=re.compile(rf"(?:{_any(entry.leads, phrases)}) ?{hedge}\Z", re.IGNORECASE),
    )


def _regex(entry: Entry, wordings: Sequence[str], phrases: Phrases) -> re.Pattern[str]:
    try:
        return re.compile(_any(wordings, phrases), re.IGNORECASE)
    except (ValueError, re.error) as error:
        raise InputError(entry.file, str(error), entry=entry.key) from None


def _any(wordings: Sequence[str], phrases: Phrases) -> str:
    """One expression for any of the wordings, longer ones first; for none, one that never matches."""
    longest_first = sorted(wordings, key=lambda wording: (-len(wording), wording))
    return "|".join(f"(?:{expression(wording, phrases)})" for wording in longest_first) or r"(?!)"

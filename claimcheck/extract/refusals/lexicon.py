"""The words that tell refused numbers and ordinals, compiled for scanning."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.extract.telling import Telling
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.refusals import OrdinalWords, RefusalShape, RefusalSpec


@dataclass(frozen=True, slots=True)
class Refusal:
    """One kind of refused number, its words in lower case; `telling` finds one of those with letters in a text."""

    shape: RefusalShape
    reason: str
    words: frozenset[str]
    after: frozenset[str]
    telling: Telling


@dataclass(frozen=True, slots=True)
class Ordinals:
    """How ordinals are written, all words in lower case. `regex` has the groups "word" and "digits".

    telling finds a word of it, or what stands behind its digits, in every text with an ordinal.
    """

    regex: re.Pattern[str]
    words: dict[str, int]
    not_before: frozenset[str]
    not_after: frozenset[str]
    noun_ends: frozenset[str]
    noun_first: bool
    telling: Telling

    def value_of(self, ordinal: re.Match[str]) -> int:
        """The place that an ordinal which `regex` has found tells."""
        return self.words[ordinal["word"].lower()] if ordinal["word"] else int(ordinal["digits"])


@dataclass(frozen=True, slots=True)
class RefusalLexicon:
    """refusals: by shape. ordinals: None for a language without any."""

    refusals: dict[RefusalShape, tuple[Refusal, ...]]
    ordinals: Ordinals | None


def compile_refusals(packs: Packs, language: str) -> RefusalLexicon:
    """The words of one language for refused numbers and ordinals."""
    refusals: dict[RefusalShape, list[Refusal]] = {}
    for spec in packs.select(RefusalSpec, language):
        telling = Telling(word for word in spec.words if any(map(str.isalpha, word)))
        refusal = Refusal(spec.shape, spec.reason, _lower(spec.words), _lower(spec.after), telling)
        refusals.setdefault(spec.shape, []).append(refusal)
    ordinals = packs.select(OrdinalWords, language)
    return RefusalLexicon(
        {shape: tuple(known) for shape, known in refusals.items()}, _ordinals(ordinals[0]) if ordinals else None
    )


def _ordinals(entry: OrdinalWords) -> Ordinals:
    words = "|".join(re.escape(word) for word in entry.words)
    digits = r"(?P<digits>\d{1,3})" + (f"(?:{'|'.join(entry.suffixes)})" if entry.suffixes else "")
    prefix = f"(?:{'|'.join(entry.prefixes)})\\s+" if entry.prefixes else ""
    return Ordinals(
        regex=re.compile(rf"(?<![\w.,-]){prefix}(?:(?P<word>{words})|{digits})(?!\w|[.,]\d)", re.IGNORECASE),
        words={word.lower(): value for word, value in entry.words.items()},
        not_before=_lower(entry.not_before),
        not_after=_lower(entry.not_after),
        noun_ends=_lower(entry.noun_ends),
        noun_first=entry.noun_first,
        telling=Telling(entry.prefixes or (*entry.words, *entry.suffixes)),
    )


def _lower(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)

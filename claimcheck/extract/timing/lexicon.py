"""The words about time of one language, compiled for scanning."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimcheck.extract.parts import Parts
from claimcheck.extract.refusals import Ordinals, compile_refusals
from claimcheck.model.letters import CAPITALS
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.timing import TimingRole, TimingSpec

_CAPITAL = rf"[{CAPITALS}][\w’'-]*"


@dataclass(frozen=True)
class TimingWords(Parts[TimingRole]):
    """The words of one kind by their part, also as sets; `years` of named anniversaries."""

    sets: dict[TimingRole, frozenset[str]] = field(default_factory=dict)
    years: dict[str, int] = field(default_factory=dict)

    def has(self, role: TimingRole, word: str) -> bool:
        """True when the word plays that part."""
        return word in self.sets.get(role, ())


@dataclass(frozen=True, slots=True)
class TimingLexicon:
    """The words of one language. name: a run of capitalised words; ordinals: None where it has none."""

    kinds: dict[str, TimingWords]
    name: re.Pattern[str]
    ordinals: Ordinals | None

    def of(self, kind: str) -> TimingWords:
        """The words of one kind; none for a language without them."""
        return self.kinds.get(kind, _EMPTY)


_EMPTY = TimingWords()


def compile_timing(packs: Packs, language: str) -> TimingLexicon:
    """The lexicon of one language; an unknown language gives one that finds nothing."""
    specs = packs.select(TimingSpec, language)
    joints = sorted({word for spec in specs for word in spec.words.get("joint", ())}, key=len, reverse=True)
    joint = f"(?:(?:{'|'.join(map(re.escape, joints))}) )?" if joints else ""
    return TimingLexicon(
        kinds={spec.kind: _compile(spec) for spec in specs},
        name=re.compile(rf"(?<![\w’'-]){_CAPITAL}(?: {joint}{_CAPITAL}){{0,6}}"),
        ordinals=compile_refusals(packs, language).ordinals,
    )


def _compile(spec: TimingSpec) -> TimingWords:
    return TimingWords(
        spec.words,
        sets={role: frozenset(word.lower() for word in words) for role, words in spec.words.items()},
        years={word.lower(): years for word, years in spec.years.items()},
    )

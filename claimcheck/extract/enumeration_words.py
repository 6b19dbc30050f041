"""The words of one language around lists of names, ready for use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from claimcheck.model.letters import CAPITALS, any_of
from claimcheck.packs.collection import Packs
from claimcheck.packs.entry import all_words
from claimcheck.packs.schema.enumerations import Enumeration

_SEARCHED = ("joints", "partial", "apart", "numbered", "numbers", "plans", "past", "past_endings")


@dataclass(frozen=True)
class EnumerationLexicon:
    """The words of one language around lists of names; what is searched for by expressions is compiled when needed."""

    expressions: Mapping[str, str]
    inner: frozenset[str]
    joint_words: frozenset[str]
    articles: frozenset[str]
    abbreviations: frozenset[str]
    plain: frozenset[str]
    of_others: frozenset[str]
    led_by: frozenset[str]
    told_singly: frozenset[str]
    apart: frozenset[str]
    small: frozenset[str]
    _made: dict[str, re.Pattern[str]] = field(default_factory=dict)

    def find(self, part: str) -> re.Pattern[str]:
        """Finds the words of one part, with what must stand beside them."""
        if part not in self._made:
            self._made[part] = re.compile(self.expressions[part])
        return self._made[part]


def compile_enumerations(packs: Packs, language: str) -> EnumerationLexicon:
    """The lexicon of one language; an unknown language gives one that finds only lists behind a colon."""
    entries = packs.select(Enumeration, language)
    words = partial(all_words, entries)
    either = {field: any_of(words(field)) for field in _SEARCHED}
    return EnumerationLexicon(
        expressions={
            "joints": rf",? (?:{either['joints']}) (?=(?:\w+ )?[{CAPITALS}])",
            "partial": rf"(?i)\b(?:{either['partial']})\b",
            "apart": rf"(?i)\b(?:{either['apart']})\b",
            "numbered": rf"(?i)\b(?:{either['numbered']}) (?:[A-Z]|\d{{1,3}}|{either['numbers']})\b",
            "plans": rf"\b(?:{either['plans']})\b",
            "past": rf"(?i)\b(?:{either['past']}|\w+(?:{either['past_endings']}))\b",
        },
        inner=words("inner"), joint_words=words("joints"), articles=words("articles"),
        abbreviations=words("abbreviations"), plain=words("plain"), of_others=words("of_others"),
        led_by=words("led_by"), told_singly=words("told_singly"),
        apart=frozenset(map(str.lower, words("apart"))), small=words("plain") | words("inner"),
    )

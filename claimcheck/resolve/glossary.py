"""Words of other languages by what they mean in the words of metrics, so that names meet across languages."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from claimcheck.packs.schema.metrics import Glossary
from claimcheck.resolve.words import words_of

_WORD = re.compile(r"[^\W_]+")
_BAR = "|"

_Meanings = tuple[tuple[str, ...], ...]  # the first one names, the others tell of what a sentence speaks


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the words of one language mean: runs of them by their first one, the longest first."""

    runs: dict[str, list[tuple[tuple[str, ...], _Meanings]]]
    head_first: bool

    def named(self, phrase: str, joints: Collection[str]) -> tuple[str, ...]:
        """The words of a phrase as a name has them, the noun last between each two joints.

        Words without a meaning stay as they are, without marks.
        """
        parts = [meanings[0] for meanings in self._read(phrase)]
        if not self.head_first:
            return tuple(word for part in parts for word in part)
        stretches = (list(stretch) for _, stretch in groupby(parts, key=lambda part: part[-1:] and part[-1] in joints))
        return tuple(word for stretch in stretches for part in reversed(stretch) for word in part)

    def told(self, text: str) -> tuple[str, ...]:
        """All that the words of a text may mean."""
        return tuple(word for meanings in self._read(text) for meaning in meanings for word in meaning)

    def _read(self, text: str) -> Iterator[_Meanings]:
        """The meanings of each run of words, the longest that is known first."""
        plain = text if text.isascii() else unicodedata.normalize("NFC", text)
        words = _WORD.findall(plain.casefold())
        at = 0
        while at < len(words):
            for run, meanings in self.runs.get(words[at], ()):
                if words[at + 1 : at + len(run)] == [*run[1:]]:
                    at += len(run)
                    yield meanings
                    break
            else:
                yield (words_of(words[at]),)
                at += 1


def compile_meanings(entries: Iterable[Glossary]) -> Meanings | None:
    """The meanings in all glossaries of a language; None where it has none."""
    runs: defaultdict[str, list[tuple[tuple[str, ...], _Meanings]]] = defaultdict(list)
    head_first = False
    for entry in entries:
        head_first |= entry.head_first
        for words, meanings in entry.words.items():
            run = tuple(_WORD.findall(unicodedata.normalize("NFC", words).casefold()))
            runs[run[0]].append((run, tuple(words_of(meaning) for meaning in meanings.split(_BAR))))
    for options in runs.values():
        options.sort(key=lambda option: -len(option[0]))
    return Meanings(dict(runs), head_first) if runs else None

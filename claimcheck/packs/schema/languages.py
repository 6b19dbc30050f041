"""Languages: how a stretch of text is known to be in one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import ClassVar

from pydantic import Field

from claimcheck.packs.entry import Entry

_WORD = re.compile(r"[^\W\d_]+")
# Names keep their letters in any language, so a few such words prove nothing.
_SHARE_OF_WORDS = 0.4


class LanguageSpec(Entry):
    """A language.

    letters: letters by which its words are told from those of the default language; the default language has none.
    examples are sentences in it, counterexamples are not (a foreign name does not change the language of a sentence).
    """

    table: ClassVar[str] = "language_spec"

    id: str
    name: str
    letters: str = ""
    examples: tuple[str, ...] = Field(min_length=1)
    counterexamples: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.id


def language_of(text: str, languages: Sequence[LanguageSpec], default: str) -> str:
    """The language whose letters mark most words of the text; the default when no language marks enough of them."""
    known = [(language.id, _set_of(language.letters)) for language in languages if language.letters]
    if text.isascii() and not any(map(_has_ascii, (letters for _, letters in known))):
        return default
    plain = text.casefold()
    told = [(name, letters) for name, letters in known if not letters.isdisjoint(plain)]
    if not told:
        return default
    words = _WORD.findall(plain)
    best, most = default, _SHARE_OF_WORDS * len(words)
    for name, letters in told:
        marked = sum(1 for word in words if not letters.isdisjoint(word))
        if marked > most:
            best, most = name, marked
    return best


@lru_cache
def _has_ascii(letters: frozenset[str]) -> bool:
    return any(map(str.isascii, letters))


@lru_cache
def _set_of(letters: str) -> frozenset[str]:
    return frozenset(letters)

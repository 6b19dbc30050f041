"""Which language a block is in: takes its text, gives a language code."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.packs.schema.languages import LanguageSpec

_WORD = re.compile(r"[^\W\d_]+")
# Names keep their letters in any language, so a few such words prove nothing.
_SHARE_OF_WORDS = 0.4


def language_of(text: str, languages: Sequence[LanguageSpec], default: str) -> str:
    """The language whose letters mark most words of the text; the default when no language marks enough of them."""
    words = _WORD.findall(text.casefold())
    best, most = default, _SHARE_OF_WORDS * len(words)
    for language in languages:
        letters = set(language.letters)
        marked = sum(1 for word in words if not letters.isdisjoint(word)) if letters else 0
        if marked > most:
            best, most = language.id, marked
    return best

"""Places in an order: "the 18th Bridge Builders' Conference", "the first task", "hội nghị lần thứ 18"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from claimcheck.extract.drafts import OrdinalDraft
from claimcheck.extract.refusals.lexicon import Ordinals

_WORD_BEFORE = re.compile(r"([^\W_]+) ?$")
_NOUN_WORD = re.compile(r"[ \xa0]([^\W\d_][\w’'&-]*)")
_LONGEST_NOUN = 5


def find_ordinals(text: str, ordinals: Ordinals, known: Set[str]) -> Iterator[OrdinalDraft]:
    """The ordinals of a text, each with the noun that it numbers, before or after it as the language has it.

    known: the words of the text (`telling.words_in`).
    """
    if not ordinals.telling.may_stand_in(known):
        return
    for match in ordinals.regex.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
        if (before and before[1].lower() in ordinals.not_after) or _hyphened(text, match):
            continue
        noun = _noun_before(text, match.start()) if ordinals.noun_first else _noun_after(text, match.end(), ordinals)
        if noun is not None or not match["word"]:
            yield OrdinalDraft(match.start(), match.end(), ordinals.value_of(match), noun)


def _hyphened(text: str, token: re.Match[str]) -> bool:
    return text[token.end() : token.end() + 1] in ("-", "‑") or text[max(0, token.start() - 1) : token.start()] == "-"


def _noun_after(text: str, end: int, ordinals: Ordinals) -> str | None:
    """A run of capitalised words, else the next word, unless that ends a noun or opens a longer reading."""
    words: list[str] = []
    while len(words) < _LONGEST_NOUN and (match := _NOUN_WORD.match(text, end)):
        word = match[1]
        if word.lower() in (ordinals.not_before if not words else ordinals.noun_ends):
            break
        if words and not (word[0].isupper() and words[-1][0].isupper()):
            break
        words.append(word)
        end = match.end()
    return " ".join(words) or None


def _noun_before(text: str, start: int) -> str | None:
    words = re.findall(r"[^\W\d_]+", text[max(0, start - 40) : start].rpartition(",")[2])
    return " ".join(words[-3:]) or None

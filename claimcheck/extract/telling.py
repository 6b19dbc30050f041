"""The words of a text, for a quick look: a scanner none of whose telling words is there has nothing to find."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LETTERS = re.compile(r"[^\W\d_]+|&")
_ASCII_LETTERS = re.compile(r"[a-z]+|&")


def words_in(text: str) -> set[str]:
    """The runs of letters in a text, as keys: whatever a word's key begins with is among them."""
    runs = _ASCII_LETTERS if text.isascii() else _LETTERS
    return set(runs.findall(key_of(text)))


def key_of(word: str) -> str:
    """What a word is known by in lexicons: small letters, one form of each letter, plain apostrophes."""
    plain = word if word.isascii() else unicodedata.normalize("NFC", word).replace("’", "'")
    return plain.lower()


def telling_words(phrases: Iterable[str]) -> frozenset[str]:
    """A word of each phrase, its last long one, up to any mark: without these words no phrase is there.

    >>> sorted(telling_words(["Deputy Mayor", "people's envoy"]))
    ['deputy', 'people']
    """
    return frozenset(_leading_letters(max(reversed(phrase.split()), key=len)) for phrase in phrases)


def _leading_letters(word: str) -> str:
    """The letters that a word begins with: "people" of "people's"."""
    key = key_of(word)
    match = _LETTERS.match(key)
    return match[0] if match else key

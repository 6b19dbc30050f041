"""The words of a text, for a quick look: a scanner none of whose telling words is there has nothing to find."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache

_LETTERS = re.compile(r"[^\W\d_]+|&")
_ASCII_LETTERS = re.compile(r"[a-z]+|&")
_DIGIT = re.compile(r"\d")


def words_in(text: str, runs: Sequence[str] = ()) -> set[str]:
    """The runs of letters in a text, as keys: whatever a word's key begins with is among them.

    runs: the runs of letters and those of digits in its small letters, for whoever has them at hand.
    """
    if not text.isascii():
        return set(_LETTERS.findall(key_of(text)))
    if not runs:
        return set(_ASCII_LETTERS.findall(text.lower()))
    return {*runs, "&"} if "&" in text else set(runs)


@lru_cache(maxsize=1)  # scanners ask one after the other
def has_digit(text: str) -> bool:
    """Whether there is a digit in a text."""
    return _DIGIT.search(text) is not None


def key_of(word: str) -> str:
    """What a word is known by in lexicons: small letters, one form of each letter, plain apostrophes."""
    plain = word if word.isascii() else unicodedata.normalize("NFC", word).replace("’", "'")
    return plain.lower()


class Telling:
    """Tells at a glance where none of some phrases can stand: a text with one of them has all of its words.

    >>> chief = Telling(["chief of staff", "by-law"])
    >>> chief.may_stand_in({"by", "the", "staff", "of", "a"}), chief.may_stand_in({"a", "by", "law"})
    (False, True)
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_longest: dict[str, list[tuple[frozenset[str], str]]] = {}
        for phrase in phrases:
            words = _LETTERS.findall(key_of(phrase))
            longest = max(words, key=len, default="")  # "" for a phrase without letters, which may stand anywhere
            self._by_longest.setdefault(longest, []).append((frozenset(words) - {longest}, phrase.lower()))
        self._longest = frozenset(self._by_longest)

    def may_stand_in(self, words: Set[str]) -> bool:
        """False where a text of these words (`words_in`) holds none of the phrases for sure."""
        if self._longest.isdisjoint(words) and "" not in self._longest:
            return False
        return next(self._may_stand(words), None) is not None

    def places_in(self, text: str, words: Set[str]) -> list[int]:
        """Where phrases may start in a text of these words."""
        low = text.lower()
        if len(low) != len(text):
            return list(range(len(text)))
        places: set[int] = set()
        for phrase in self._may_stand(words):
            at = low.find(phrase)
            while at >= 0:
                places.add(at)
                at = low.find(phrase, at + 1)
        return sorted(places)

    def _may_stand(self, words: Set[str]) -> Iterator[str]:
        """The phrases all of whose words are there."""
        for longest in (self._longest & words) | ({""} & self._longest):
            for beside, phrase in self._by_longest[longest]:
                if beside <= words:
                    yield phrase

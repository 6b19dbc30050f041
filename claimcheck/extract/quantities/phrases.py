"""Finds the longest known phrase that starts, or ends, at a token."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from claimcheck.extract.quantities.cut import Cut, words_of

P = TypeVar("P")


class Phrases(Generic[P]):
    """Phrases with what each stands for; looking one up costs a few comparisons, however many there are."""

    def __init__(self, entries: Iterable[tuple[str, P]]) -> None:
        self._known: dict[tuple[str, ...], P] = {}
        for phrase, payload in entries:
            self._known.setdefault(words_of(phrase), payload)
        self._first = _lengths((words[0], len(words)) for words in self._known)
        self._last = _lengths((words[-1], len(words)) for words in self._known)

    def at(self, cut: Cut, start: int) -> tuple[int, P] | None:
        """The longest phrase that starts at a token, as the token after it and what it stands for."""
        low = cut.low
        if not 0 <= start < len(low) or low[start] not in self._first or cut.taken[start]:
            return None
        for length in self._first[low[start]]:
            words = tuple(low[start : start + length])
            if words in self._known:
                return start + len(words), self._known[words]
        return None

    def before(self, cut: Cut, end: int) -> tuple[int, P] | None:
        """The longest phrase that ends just before a token, as its first token and what it stands for."""
        if end <= 0 or cut.low[end - 1] not in self._last or cut.taken[end - 1]:
            return None
        for length in self._last[cut.low[end - 1]]:
            words = tuple(cut.low[max(0, end - length) : end])
            if words in self._known:
                return end - len(words), self._known[words]
        return None


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """How long the phrases are that begin, or end, with each word, the longest first."""
    lengths: dict[str, set[int]] = {}
    for word, length in pairs:
        lengths.setdefault(word, set()).add(length)
    return {word: tuple(sorted(known, reverse=True)) for word, known in lengths.items()}

"""Finds the longest known phrase that starts, or ends, at a token."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from claimcheck.extract.quantities.cut import Cut, words_of

P = TypeVar("P")


class Phrases(Generic[P]):
    """Phrases with what each stands for; looking one up costs a few comparisons, however many there are."""

    def __init__(self, entries: Iterable[tuple[str, P]]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], P]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], P]]] = {}
        for phrase, payload in entries:
            words = words_of(phrase)
            self._first.setdefault(words[0], []).append((words, payload))
            self._last.setdefault(words[-1], []).append((words, payload))
        for table in (self._first, self._last):
            for known in table.values():
                known.sort(key=lambda item: -len(item[0]))

    def at(self, cut: Cut, start: int) -> tuple[int, P] | None:
        """The longest phrase that starts at a token, as the token after it and what it stands for."""
        if not cut.is_open(start):
            return None
        for words, payload in self._first.get(cut.low[start], ()):
            end = start + len(words)
            if len(words) == 1 or tuple(cut.low[start:end]) == words:
                return end, payload
        return None

    def before(self, cut: Cut, end: int) -> tuple[int, P] | None:
        """The longest phrase that ends just before a token, as its first token and what it stands for."""
        if end <= 0 or cut.taken[end - 1]:
            return None
        for words, payload in self._last.get(cut.low[end - 1], ()):
            start = end - len(words)
            if len(words) == 1 or (start >= 0 and tuple(cut.low[start:end]) == words):
                return start, payload
        return None

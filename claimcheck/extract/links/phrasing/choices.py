"""Regular expressions of several choices, over small letters, of which one is compiled when a text may first hold it.

Most texts hold no words of most relations, and to compile an expression costs far more than to search with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cached_property, lru_cache

from claimcheck.extract.links.phrasing.edges import Edges, ends_in, first_of

_LETTERS = re.compile(r"[^\W\d_]+")


class Choice:
    """An expression, and what a quick look tells of the texts that it cannot fit.

    needs: what any text that it fits must hold; find_telling: finds sets of words, of each of which it must hold one;
    find_openings, find_endings: find what it must begin and end with.
    """

    def __init__(
        self, source: str, needs: Sequence[str] = (), find_telling: Callable[[], Sequence[Set[str]]] = tuple,
        find_openings: Callable[[], Edges] = lambda: None, find_endings: Callable[[], Edges] = lambda: None,
    ) -> None:
        self.source = source
        self.needs = needs
        self._find_telling = find_telling
        self._find_openings = find_openings
        self._find_endings = find_endings

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch of a text holds what the expression needs."""
        for need in self.needs:  # loops cost less than generators here, where wordings are tried by the thousand
            if text.find(need, start, end) < 0:
                return False
        return not self.telling or _holds(self.telling, words_of(text, start, end))

    def may_open(self, first: str) -> bool:
        """Whether what fits may begin with a word or sign, or be nothing at all."""
        return self.openings is None or first in self.openings or "" in self.openings

    def may_fill(self, first: str, stretch: str) -> bool:
        """Whether a stretch of a text, which begins with a word or sign, may be all that fits."""
        opens = self.openings is None or first in self.openings
        return opens and (self.endings is None or ends_in(stretch, self.endings))

    @cached_property
    def telling(self) -> Sequence[Set[str]]:
        """Sets of words, of each of which any text that it fits holds one."""
        return self._find_telling()

    @cached_property
    def openings(self) -> Edges:
        """What any text that it fits begins with."""
        return self._find_openings()

    @cached_property
    def endings(self) -> Edges:
        """What any text that it fits ends with."""
        return self._find_endings()


class Wording:
    """Some choices, tried in their order, of which only those are searched for that a quick look leaves."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self.choices = tuple(choices)
        self._numbers = range(len(self.choices))
        self._compiled: dict[tuple[int, ...], re.Pattern[str]] = {}

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first that fits in a stretch of a text."""
        end = len(text) if end is None else end
        regex = self._among(self._told(self._numbers, text, start, end))
        return None if regex is None else regex.search(text, start, end)

    def found_in(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All that fits in a stretch of a text."""
        end = len(text) if end is None else end
        regex = self._among(self._told(self._numbers, text, start, end))
        return iter(()) if regex is None else regex.finditer(text, start, end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """What fits at the start of a stretch of a text."""
        end = len(text) if end is None else end
        first = first_of(text, start, end)
        regex = self._among([number for number, choice in enumerate(self.choices) if choice.may_open(first)])
        return None if regex is None else regex.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """What fits a stretch of a text as a whole."""
        end = len(text) if end is None else end
        first, stretch = first_of(text, start, end), text[start:end].rstrip(" ")
        filled = [number for number, choice in enumerate(self.choices) if choice.may_fill(first, stretch)]
        regex = self._among(self._told(filled, text, start, end))
        return None if regex is None else regex.fullmatch(text, start, end)

    def ends(self, text: str) -> bool:
        """Whether a text ends with what fits."""
        if self.endings is not None and "" not in self.endings and not ends_in(text, self.endings):
            return False
        return any(found.end() == len(text) for found in self.found_in(text))

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """A quick look whether a stretch of a text holds what one of the choices needs."""
        return bool(self._told(self._numbers, text, start, end))

    @cached_property
    def expression(self) -> str:
        """The expression of any of the choices."""
        return self._of(self._numbers)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The same, compiled as a whole."""
        return re.compile(self.expression)

    @cached_property
    def endings(self) -> Edges:
        """What any text that it fits ends with."""
        known = [choice.endings for choice in self.choices]
        return None if any(each is None for each in known) else frozenset[str]().union(*(each or () for each in known))

    @cached_property
    def telling(self) -> Sequence[Set[str]]:
        """Sets of words, of each of which any text that it fits holds one: here the rarest words of every choice."""
        known = [choice.telling for choice in self.choices]
        return [frozenset[str]().union(*map(rarest, known))] if all(known) else ()

    def _told(self, numbers: Sequence[int], text: str, start: int, end: int) -> Sequence[int]:
        """Those of some choices that a quick look at the words of a stretch of a text leaves."""
        if len(numbers) > 1 and self.telling and not _holds(self.telling, words_of(text, start, end)):
            return []
        return [number for number in numbers if self.choices[number].may_stand(text, start, end)]

    def _among(self, numbers: Sequence[int]) -> re.Pattern[str] | None:
        """The expression of some of the choices, compiled; None where there are none."""
        if not numbers:
            return None
        if len(self.choices) == 1:
            return self.regex
        key = tuple(numbers)
        if key not in self._compiled:
            self._compiled[key] = re.compile(self._of(key))
        return self._compiled[key]

    def _of(self, numbers: Sequence[int]) -> str:
        return f"(?:{'|'.join(self.choices[number].source for number in numbers)})" if numbers else "(?!)"


def _holds(telling: Sequence[Set[str]], words: frozenset[str]) -> bool:
    """Whether there is one of each of some sets of words."""
    return not any(map(words.isdisjoint, telling))


def rarest(known: Sequence[Set[str]]) -> Set[str]:
    """Of words that must all be there the longer ones are rarer, and tell more."""
    return max(known, key=lambda words: min(map(len, words)))


@lru_cache(maxsize=64)
def words_of(text: str, start: int, end: int) -> frozenset[str]:
    """The words of a stretch of a text, in which wordings by the dozen are looked for one after the other."""
    return frozenset(_LETTERS.findall(text, start, end))

"""Evidence: how much the words of two figures of one story tell that they speak of one thing.

A word that two figures share counts by how rare it is among the sentences of the story that give figures (its inverse
sentence frequency; K. Spärck Jones, "A statistical interpretation of term specificity", 1972): the name that every
sentence of a story repeats tells next to nothing. It counts in full where it stands in both figures' own parts of their
sentences, and less where it stands elsewhere in the sentence. All scores are logarithms of odds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from claimcheck.check.stories import Stories, stem_of
from claimcheck.model.claim import Claim

_IN_ONE_PART, _IN_NEITHER = 0.6, 0.3  # of what a word counts that stands in both own parts
_STEM = 4  # "stores" and "storage" begin alike
_FEWEST = 2  # sentences that have a word which two figures share

_NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Words:
    """How the words of a figure begin: of its own part of the sentence, and of the rest."""

    own: frozenset[str]
    rest: frozenset[str]


class Evidence:
    """The words of all figures, weighed within their stories."""

    def __init__(self, stories: Stories) -> None:
        self._stories = stories
        self._words: dict[int, _Words] = {}
        self._weights: dict[str, dict[str, float]] = {}
        self._sentences: dict[str, dict[str, set[int]]] = {}

    def told_of_both(self, a: Claim, b: Claim) -> int:
        """How many words two figures share that tell something of the figures and are no names of their story."""
        names = frozenset(map(stem_of_word, (*a.story, *b.story)))
        return len(self.of_words(a, b)[1] - names)

    def of_words(self, a: Claim, b: Claim) -> tuple[float, frozenset[str]]:
        """How much the words of two figures tell, and those of them that tell something of the figures themselves.

        The weights are those of the story of `a`. Two figures of one sentence share its words whatever they are of.
        """
        if in_one_sentence(a, b):
            return 0.0, _NO_WORDS
        mine, yours = self._of(a), self._of(b)
        weights = self._weights_of(a.path)
        both = mine.own & yours.own
        one = (mine.own & yours.rest) | (mine.rest & yours.own)
        neither = mine.rest & yours.rest
        score = _sum(both, weights) + _IN_ONE_PART * _sum(one, weights) + _IN_NEITHER * _sum(neither, weights)
        return score, both | one

    def sharing(self, claim: Claim, path: str) -> frozenset[int]:
        """The sentences of a report that share a word with the sentence of a figure, by where they begin."""
        if path not in self._sentences:
            found: dict[str, set[int]] = {}
            for each in self._stories.figures(path):
                words = self._of(each)
                for word in (*words.own, *words.rest):
                    found.setdefault(word, set()).add(each.sentence)
            self._sentences[path] = found
        told, words = self._sentences[path], self._of(claim)
        return frozenset().union(*(told[word] for word in (*words.own, *words.rest) if word in told))

    def own(self, claim: Claim) -> frozenset[str]:
        """How the words of a figure's own part of its sentence begin."""
        return self._of(claim).own

    def weight(self, words: Iterable[str], path: str) -> float:
        """How much words tell in the story of a report."""
        return _sum(words, self._weights_of(path))

    def _of(self, claim: Claim) -> _Words:
        known = self._words.get(id(claim))
        if known is None:
            whole = frozenset(map(stem_of_word, claim.context))
            phrase = whole.intersection(map(stem_of_word, (claim.phrase or "").casefold().split()))
            named = f"{claim.noun or ''} {claim.metric or ''}".casefold().replace("-", " ").split()
            own = phrase.union(map(stem_of_word, claim.near), map(stem_of_word, named))
            known = _Words(own, whole - own)
            self._words[id(claim)] = known
        return known

    def _weights_of(self, path: str) -> dict[str, float]:
        """How much each word tells in a report and its sisters."""
        if path not in self._weights:
            sentences: dict[tuple[str, int], frozenset[str]] = {}
            figures: list[Claim] = []
            for each in self._stories.near(path):
                figures.extend(self._stories.figures(each))
            for claim in figures:
                words = self._of(claim)
                place = (claim.path, claim.sentence)
                sentences[place] = sentences.get(place, _NO_WORDS) | words.own | words.rest
            told = Counter(word for words in sentences.values() for word in words)
            self._weights[path] = {
                word: log((len(sentences) + 1) / max(count, _FEWEST)) for word, count in told.items()
            }
        return self._weights[path]


def stem_of_word(word: str) -> str:
    """How a word begins, as far as it tells: "stores" and "storage" begin alike."""
    return stem_of(word)[:_STEM]


def in_one_sentence(a: Claim, b: Claim) -> bool:
    """True for two figures of one sentence."""
    return a.path == b.path and a.sentence == b.sentence


def _sum(words: Iterable[str], weights: dict[str, float]) -> float:
    return sum(weights.get(word, 0.0) for word in words)

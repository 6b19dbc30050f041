"""Evidence: how much the words of two figures of one story tell that they speak of one thing.

A word that two figures share counts by how rare it is among the sentences of the story that give figures (its inverse
sentence frequency; K. Spärck Jones, "A statistical interpretation of term specificity", 1972): the name that every
sentence of a story repeats tells next to nothing. It counts in full where it stands in both figures' own parts of their
sentences, and less where it stands elsewhere in the sentence. All scores are logarithms of odds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import NamedTuple

from claimcheck.check.comparing.slips import digits_of, may_be_year, terms_of
from claimcheck.check.comparing.stems import stem_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.model.claim import Claim

_COUNTS = (0.3, 0.6, 1.0)  # what a word counts that stands in none, in one or in both of the own parts
_STEM = 4  # "stores" and "storage" begin alike
_FEWEST = 2  # sentences that have a word which two figures share
_SHORT_STORY = 6  # sentences with figures; a story of fewer has others, without figures
_SHORT_STORY_OF_DAYS = 4  # the same where days are told of, often without a figure

_FEWEST_OF_COUNT = 2  # digits of a number of things
_NEXT, _IN_NEXT = 200, 0.5  # characters to an amount of the next sentence, and of what it counts there
MOST_COMPANY = 5.0  # that all amounts beside two figures tell
PER = "_per_"  # in the measure of a rate

_NO_WORDS: frozenset[str] = frozenset()


_Amount = tuple[str | None, tuple[int, int]]


@dataclass(slots=True)
class _Words:
    """How the words of a figure begin: of its own part of the sentence, and all of them.

    claim: the figure, kept so that no other one comes to have its id.
    """

    claim: Claim
    own: frozenset[str]
    whole: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The sentences of a report that give figures: where those begin that have a word, and how many there are."""

    by_word: dict[str, list[int]]
    many: int


class _Weights(dict[str, float]):
    """How much each word tells in a story of some reports, worked out when it is first asked for."""

    def __init__(self, reports: Sequence[_Sentences], least: int) -> None:
        super().__init__()
        self._reports, self._least = reports, least
        self._many = sum(report.many for report in reports)

    def __missing__(self, word: str) -> float:
        told = sum(len(report.by_word.get(word, ())) for report in self._reports)
        many = max(self._many, self._least if told else _SHORT_STORY)
        self[word] = log((many + 1) / max(told, _FEWEST))
        return self[word]


class _Companion(NamedTuple):
    """An amount near a figure: what it counts by its place, and what it tells against chance."""

    counts: float
    against_chance: float


class Evidence:
    """The words of all figures, weighed within their stories."""

    def __init__(self, stories: Stories) -> None:
        self._stories = stories
        self._words: dict[int, _Words] = {}
        self._stems = _Stems()
        self._weights: dict[tuple[str, bool], _Weights] = {}
        self._sentences: dict[str, _Sentences] = {}
        self._amounts: dict[str, list[tuple[Claim, _Amount, float]]] = {}
        self._company: dict[int, tuple[Claim, dict[_Amount, _Companion]]] = {}  # with the figure, as for its words

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
        shared = mine.whole & yours.whole
        if not shared:
            return 0.0, _NO_WORDS
        weights, score, told = self._weights_of(a.path, days=a.kind == b.kind == "date"), 0.0, []
        for word in shared:
            parts = (word in mine.own) + (word in yours.own)
            score += _COUNTS[parts] * weights[word]
            if parts:
                told.append(word)
        return score, frozenset(told)

    def at_most(self, a: Claim, b: Claim) -> float:
        """The most that `of_words` can come to, without a look at the words of the other figures of the story."""
        if in_one_sentence(a, b):
            return 0.0
        mine, yours = self._of(a), self._of(b)
        shared = mine.whole & yours.whole
        if not shared:
            return 0.0
        sentences = sum(len(self._stories.figures(path)) for path in self._stories.near(a.path))
        weight = log((max(sentences, _SHORT_STORY) + 1) / _FEWEST)
        return weight * sum(_COUNTS[(word in mine.own) + (word in yours.own)] for word in shared)

    def of_company(self, a: Claim, b: Claim) -> float:
        """How much the amounts tell that stand beside each of two figures of two reports, in whatever language.

        An amount tells by its digits, the less the more figures in its measure the other report gives; in the sentence
        before or after, it tells half. Those in the measure of the figures tell nothing: all may be of one list.
        """
        mine, yours = self._company_of(a), self._company_of(b)
        own = {amount for each in (a, b) if (amount := _amount_of(each)) is not None}
        score = 0.0
        for amount in mine.keys() & yours.keys() - own:
            told = mine[amount].against_chance - log(max(self._stories.many_of(b.path, amount[0]), 1))
            if amount[0] != a.measure:
                score += min(mine[amount].counts, yours[amount].counts) * min(max(told, 0.0), MOST_COMPANY)
        return min(score, MOST_COMPANY)

    def sharing(self, claim: Claim, path: str) -> frozenset[int]:
        """The sentences of a report that share a word with the sentence of a figure, by where they begin."""
        told = self._sentences_of(path).by_word
        return frozenset().union(*[told[word] for word in self._of(claim).whole if word in told])

    def is_revised(self, claim: Claim, path: str) -> bool:
        """True where a report of a story revises what a figure measures: it may have been another before."""
        return self._stories.has_revisions and any(
            each.measure == claim.measure
            and (in_one_sentence(each, claim) or self.of_words(each, claim)[1] or not each.near)
            for near in self._stories.near(path) for each in self._stories.revised_by(near)
        )

    def own(self, claim: Claim) -> frozenset[str]:
        """How the words of a figure's own part of its sentence begin."""
        return self._of(claim).own

    def weight(self, words: Iterable[str], path: str) -> float:
        """How much words tell in the story of a report; one that stands by no figure is as rare as can be."""
        weights = self._weights_of(path)
        return sum([weights[word] for word in words])

    def _company_of(self, claim: Claim) -> dict[_Amount, _Companion]:
        """The amounts near a figure."""
        if id(claim) not in self._company:
            found: dict[_Amount, _Companion] = {}
            for each, amount, told in self._amounts_of(claim.path):
                beside = each.sentence == claim.sentence
                if beside or (amount not in found and abs(each.start - claim.start) < _NEXT):
                    found[amount] = _Companion(1.0 if beside else _IN_NEXT, told)
            self._company[id(claim)] = claim, found
        return self._company[id(claim)][1]

    def _amounts_of(self, path: str) -> list[tuple[Claim, _Amount, float]]:
        """The figures of a report that tell an amount, with that and what it tells against chance."""
        if path not in self._amounts:
            told = [(each, _amount_of(each)) for each in self._stories.figures(path)]
            self._amounts[path] = [
                (each, amount, _against_chance(each)) for each, amount in told if amount is not None
            ]
        return self._amounts[path]

    def _of(self, claim: Claim) -> _Words:
        known = self._words.get(id(claim))
        if known is None:
            stem = self._stems.__getitem__
            around = frozenset(map(stem, claim.context))
            phrase, named = _stems_of_name(claim.phrase, claim.noun, claim.metric, claim.measure)
            own = named.union(phrase & around, map(stem, claim.near))
            known = self._words[id(claim)] = _Words(claim, own, around | own)
        return known

    def _weights_of(self, path: str, *, days: bool = False) -> _Weights:
        """How much each word tells in a report and its sisters.

        days: a day is told as often in a sentence without figures, so that these are never too few to weigh its words.
        """
        if (path, days) not in self._weights:
            near = list(map(self._sentences_of, self._stories.near(path)))
            self._weights[path, days] = _Weights(near, _SHORT_STORY_OF_DAYS if days else 0)
        return self._weights[path, days]

    def _sentences_of(self, path: str) -> _Sentences:
        """The sentences of a report that give figures."""
        if path not in self._sentences:
            told: dict[int, set[str]] = defaultdict(set)
            for claim in self._stories.figures(path):
                told[claim.sentence] |= self._of(claim).whole
            by_word: dict[str, list[int]] = {}
            for sentence, words in told.items():
                for word in words:
                    by_word.setdefault(word, []).append(sentence)
            self._sentences[path] = _Sentences(by_word, len(told))
        return self._sentences[path]


@lru_cache(maxsize=65536)
def stem_of_word(word: str) -> str:
    """How a word begins, as far as it tells: "stores" and "storage" begin alike."""
    return stem_of(word)[:_STEM]


class _Stems(dict[str, str]):
    """How the words begin that a run has asked for: a plain look at a table, which is half of what a cache costs."""

    def __missing__(self, word: str) -> str:
        stem = self[word] = stem_of_word(word)
        return stem


@lru_cache(maxsize=4096)
def _stems_of_name(
    phrase: str | None, noun: str | None, metric: str | None, measure: str | None
) -> tuple[frozenset[str], frozenset[str]]:
    """How the words begin of what many figures are called: those of the text, and those that hold of it anyhow."""
    name = f"{noun or ''} {metric or ''}".replace("-", " ")
    named = frozenset(map(stem_of_word, name.casefold().split()))
    if measure is not None and PER in measure:
        named |= {measure}  # few figures are told per share or per hectare
    return frozenset(map(stem_of_word, (phrase or "").casefold().split())), named


def in_one_sentence(a: Claim, b: Claim) -> bool:
    """True for two figures of one sentence."""
    return a.path == b.path and a.sentence == b.sentence


def _amount_of(claim: Claim) -> _Amount | None:
    """The single amount that a figure tells in whatever unit of its measure; None for numbers that may be anything."""
    if may_be_year(claim) or (claim.measure == "count" and len(digits_of(claim)) < _FEWEST_OF_COUNT):
        return None
    amount = terms_of(claim)
    return (claim.measure, amount) if amount[0] else None


def _against_chance(claim: Claim) -> float:
    """What it tells that an amount is met again, by its digits."""
    return log(9 * 10 ** (len(digits_of(claim)) - 1)) if digits_of(claim) else 0.0

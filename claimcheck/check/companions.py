"""Companions: two levels of one story that are told with one and the same change, and are not one level.

"Hops brought in 283 million, 7.3 per cent more" and "hops: 238.4 million, up 7.3 per cent": who copies a change copies
its level with it, in whatever language. Chance seldom gives two things of one measure the same change, the less often
the more digits it has. Whatever may make the two levels two things clears them: words, times, statuses, a report that
gives both, a change that is told of several things.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import log

from claimcheck.check.comparable import are_alike, are_of_two_times, role_of
from claimcheck.check.evidence import Evidence, in_one_sentence
from claimcheck.check.objections import are_named_apart, are_set_apart
from claimcheck.check.slips import amount_of, digits_of
from claimcheck.check.stories import Stories, noun_of
from claimcheck.model.claim import Claim

_ENOUGH = 3.0  # log odds; on the reports of a dozen fields that were tried, no levels of two things reached it
_LEAST_WORDS = 1.0  # of that from words, where the reports are of one language
_FEWEST_DIGITS = 2  # of a change
_NEAR = 120  # characters from a level to its change
_FARTHEST = 1.5  # times that one of the levels may be the other

_Pair = tuple[Claim, Claim]  # a level and its change


class Companions:
    """The levels of all stories that are told with a change."""

    def __init__(self, stories: Stories, evidence: Evidence) -> None:
        self._stories = stories
        self._evidence = evidence
        self._told: dict[str, list[_Pair]] = {}

    def pairs(self) -> Iterator[tuple[Claim, Claim]]:
        """The levels of two reports of one story that were meant to be one."""
        for path in self._stories.paths:
            for other in self._stories.near(path)[1:]:
                if path < other:
                    yield from self._between(path, other)

    def _between(self, path: str, other: str) -> Iterator[tuple[Claim, Claim]]:
        if self._stories.revises(path) or self._stories.revises(other):
            return
        mine, yours = self._told_by(path), self._told_by(other)
        for one, change in mine:
            for level, like in yours:
                if _are_one_change(change, like) and self._may_be_one(one, level) and self._score(
                    one, level, change, len(mine) * len(yours)
                ) >= _ENOUGH:
                    yield one, level

    def _score(self, one: Claim, level: Claim, change: Claim, pairs: int) -> float:
        chance: float = 1 / (9 * 10 ** (len(digits_of(change)) - 1))
        words, _ = self._evidence.of_words(one, level)
        return words - log(chance) - log(pairs) - self._stories.doubt(one.path, level.path)

    def _may_be_one(self, one: Claim, level: Claim) -> bool:
        assert one.reading is not None
        assert level.reading is not None
        if one.measure != level.measure or not one.reading.lenient.is_disjoint(level.reading.lenient):
            return False
        small, large = sorted((amount_of(one), amount_of(level)))
        if large > _FARTHEST * small or are_of_two_times(one, level) or not are_alike(one.status, level.status):
            return False
        if self._stories.bears_out(one.path, level) or self._stories.bears_out(level.path, one):
            return False
        return one.language != level.language or self._are_named_alike(one, level)

    def _are_named_alike(self, one: Claim, level: Claim) -> bool:
        if are_set_apart(one, level) or are_named_apart(one, level) or noun_of(one) != noun_of(level):
            return False
        return self._evidence.of_words(one, level)[0] >= _LEAST_WORDS

    def _told_by(self, path: str) -> list[_Pair]:
        """The levels of a report that stand next to a change; none for a change that is told of several things."""
        if path not in self._told:
            figures, changes = self._stories.figures(path), self._stories.figures_that(_is_change, path)
            pairs = [(level, change) for change in changes if (level := _level_of(change, figures))]
            several = [each for _, each in pairs]
            self._told[path] = [
                pair for pair in pairs if sum(_are_one_change(pair[1], each) for each in several) == 1
            ]
        return self._told[path]


def _is_change(claim: Claim) -> bool:
    told = role_of(claim) == "change" and claim.trend in ("up", "down") and isinstance(claim.value, Decimal)
    return told and claim.form == "digits" and not claim.hedge and len(digits_of(claim)) >= _FEWEST_DIGITS


def _level_of(change: Claim, figures: list[Claim]) -> Claim | None:
    """The level that stands next before a change in its sentence; None for a hedged one."""
    before = [
        each for each in figures
        if each.start < change.start < each.end + _NEAR and in_one_sentence(each, change) and role_of(each) == "level"
    ]
    level = before[-1] if before else None
    plain = level is not None and isinstance(level.value, Decimal) and level.value > 0 and not level.hedge
    return level if plain else None


def _are_one_change(one: Claim, other: Claim) -> bool:
    return (one.measure, one.value, one.trend) == (other.measure, other.value, other.trend)

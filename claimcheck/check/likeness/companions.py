"""Companions: two levels of one story that are told with one and the same change, and are not one level.

"Hops brought in 283 million, 7.3 per cent more" and "hops: 238.4 million, up 7.3 per cent": who copies a change copies
its level with it, in whatever language. Chance seldom gives two things of one measure the same change, the less often
the more digits it has. Whatever may make the two levels two things clears them: words, times, statuses, a report that
gives both, a change that is told of several things.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from math import log

from claimcheck.check.comparing.comparable import are_alike, role_of
from claimcheck.check.comparing.evidence import Evidence, in_one_sentence
from claimcheck.check.comparing.objections import are_named_apart, are_set_apart
from claimcheck.check.comparing.slips import amount_of, digits_of
from claimcheck.check.comparing.stems import noun_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.comparing.times import are_of_two_times
from claimcheck.model.claim import Claim

_ENOUGH = 3.0  # log odds; on the reports of a dozen fields that were tried, no levels of two things reached it
_LEAST_WORDS = 1.0  # of that from words, where the reports are of one language
_FEWEST_DIGITS = 2  # of a change
_NEAR = 120  # characters from a level to its change
_FARTHEST = 1.5  # times that one of the levels may be the other

_Pair = tuple[Claim, Claim]  # a level and its change
_Change = tuple[object, ...]


class Companions:
    """The levels of all stories that are told with a change."""

    def __init__(self, stories: Stories, evidence: Evidence) -> None:
        self._stories = stories
        self._evidence = evidence
        self._told: dict[str, list[_Pair]] = {}

    def pairs(self) -> Iterator[tuple[Claim, Claim]]:
        """The levels of two reports of one story that were meant to be one."""
        told: dict[_Change, set[str]] = defaultdict(set)
        for path in self._stories.paths:
            for change in self._stories.figures_that(_is_change, path):
                told[_as_told(change)].add(path)
        for said, paths in told.items():
            by_path = {
                path: pair for path in (sorted(paths) if len(paths) > 1 else ()) for pair in self._told_by(path)
                if _as_told(pair[1]) == said
            }
            for path, pair in by_path.items():
                for other in self._stories.near(path)[1:]:
                    if path < other and other in by_path and self._are_one(pair, by_path[other]):
                        yield pair[0], by_path[other][0]

    def _are_one(self, pair: _Pair, other: _Pair) -> bool:
        """True for levels told with one change that were meant to be one."""
        (one, change), (level, _) = pair, other
        if self._stories.revises(one.path) or self._stories.revises(level.path) or not self._may_be_one(one, level):
            return False
        pairs = len(self._told_by(one.path)) * len(self._told_by(level.path))
        return self._score(one, level, change, pairs) >= _ENOUGH

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
            several = Counter(_as_told(change) for _, change in pairs)
            self._told[path] = [pair for pair in pairs if several[_as_told(pair[1])] == 1]
        return self._told[path]


def _is_change(claim: Claim) -> bool:
    told = claim.role == "change" and claim.trend in ("up", "down") and isinstance(claim.value, Decimal)
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


def _as_told(change: Claim) -> _Change:
    """What a change says, whatever it is of."""
    return change.measure, change.value, change.trend

"""The two levels that a change told elsewhere may be measured between, those for which most speaks first.

What tells for them is told at `check.reckonings`: the words, the amounts that the change's sentence gives, and whether
the two stand together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.check.changes.level_pairs import (
    LevelPair,
    are_one_amount,
    are_told_to_move,
    around_change,
    bases_among,
    is_near,
    levels_like,
    may_lie_between,
    near_pairs,
    size_between,
)
from claimcheck.check.changes.pairing import Pairing
from claimcheck.check.changes.rates import POINTS, rates_around
from claimcheck.check.comparing.comparable import are_alike
from claimcheck.check.comparing.evidence import Evidence, in_one_sentence
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.model.claim import Claim, Relation

LEAST, _LEAST_OF_WORDS = 3.0, 0.5  # what must tell for a pair, and of that from one level's words
_MOST_LEVELS = 16  # of a story that are tried as one change's, those with most words first
_FEW_LEVELS = 40  # of a story, of which all pairs are looked at
_FEW_PAIRS = 40  # of levels, all of which are weighed
_LESSER = 0.5  # of what words count for the second level
_SAME_AMOUNT = (0.0, 0.5, 1.5, 2.5, 3.5)  # what it tells that the change's sentence gives a level, by its digits

_Rank = tuple[float, str, int]  # what the words of a level tell, below zero, and its place


@dataclass(frozen=True)
class LevelsMeant:
    """The levels of all stories, of which changes may be."""

    stories: Stories
    evidence: Evidence
    pairing: Pairing

    def pairs(self, relation: Relation, change: Claim, may_tell: Callable[[LevelPair], bool]) -> list[LevelPair]:
        """The pairs of levels that the words of a change may mean, those for which most speaks first.

        None where not enough speaks for the first. Most levels are in no such pair, and of these nobody asks what their
        words tell, unless there are many pairs.
        """
        ends = [level for role in ("to", "from") for level in relation.roles.get(role, ())]
        figures = self.stories.figures(change.path)
        own, around = ([*ends, *rates_around(change, figures, elsewhere=each)] for each in (False, True))

        def rank(level: Claim) -> _Rank:
            words = self._of_level(change, level, own if level.path == change.path else around)
            return -words, level.path, level.start

        def leading(pairs: list[LevelPair]) -> list[LevelPair]:
            if len(levels) <= _MOST_LEVELS:
                return pairs
            tried = {id(level) for level in sorted(levels, key=rank)[:_MOST_LEVELS]}
            return [pair for pair in pairs if id(pair.to) in tried and id(pair.base) in tried]

        like = {
            path: levels_like(change, around_change(change, self.stories.figures_that(is_level, path)), own)
            for path in self.stories.near(change.path)
        }
        all_levels = [level for levels in like.values() for level in levels]
        repeated = {id(level) for end in own for level in all_levels if are_one_amount(level, end)}
        meant = list(self._pairs_meant(relation, all_levels, repeated)) if len(all_levels) <= _FEW_LEVELS else None
        if meant is not None and change.measure != POINTS and not any(map(may_tell, meant)):
            return []  # no slip could tell it: before anybody asks for the words of whole reports
        levels = [level for path in like for level in self._levels_near(change, path, like[path], own)]
        if meant is None:
            meant = list(self._pairs_meant(relation, levels, repeated))
        near = set(map(id, levels))
        meant = [pair for pair in meant if id(pair.to) in near and id(pair.base) in near]
        found = self._weighed(change, leading(meant) if len(meant) > _FEW_PAIRS else meant, rank)
        return leading(found) if found and found[0].score >= LEAST else []

    def _weighed(self, change: Claim, pairs: Iterable[LevelPair], rank: Callable[[Claim], _Rank]) -> list[LevelPair]:
        """The pairs whose levels stand together, with what tells for them, those for which most speaks first."""
        asked = ((pair, self.pairing.of(change, pair.to, pair.base)) for pair in pairs)
        tied = [(pair, told) for pair, told in asked if told is not None]
        ranks = {id(each): rank(each) for pair, _ in tied for each in (pair.to, pair.base)}
        found: list[LevelPair] = []
        for pair, told in tied:
            lesser, greater = sorted(-ranks[id(level)][0] for level in (pair.to, pair.base))
            if change.measure != "percent" or greater >= _LEAST_OF_WORDS:  # levels in any unit make a rate
                found.append(replace(pair, score=greater + _LESSER * lesser + told))
        return sorted(found, key=lambda pair: (-pair.score, *ranks[id(pair.to)], *ranks[id(pair.base)]))

    def _pairs_meant(self, relation: Relation, levels: Sequence[Claim], repeated: Set[int]) -> Iterator[LevelPair]:
        """The pairs of some levels that nothing but their words may set apart from a change, not yet weighed.

        repeated: the levels that the sentence of the change gives.
        """
        (change, *_) = relation.roles["change"]
        for (after, to), (before, base) in near_pairs(levels, bases_among(relation, levels)):
            turned = bool(relation.direction) and (after > before) != (relation.direction == "up")
            if turned and not are_told_to_move(relation, to, base):
                continue
            happened = are_alike(change.status, "outcome") and id(to) in repeated
            alike = (happened or are_alike(to.status, change.status)) and self._may_follow(to, base)
            if alike and may_lie_between(relation, to, base) and not self.evidence.is_revised(to, change.path):
                yield LevelPair(to, base, 0.0, size_between(change, after, before), turned)

    def _may_follow(self, to: Claim, base: Claim) -> bool:
        """True for levels of like status, and for what is planned, told with what it is now."""
        now = are_alike(base.status, "outcome") and self.pairing.lag_between(to, base) is not None
        return now or are_alike(to.status, base.status)

    def _levels_near(self, change: Claim, path: str, levels: list[Claim], ends: Sequence[Claim]) -> Iterator[Claim]:
        """Of some levels of a report, those in the sentences that share a word or an amount with a change."""
        named = {level.sentence for end in ends for level in levels if are_one_amount(level, end)}
        if len(levels) > 1 or change.measure == POINTS:
            tied = [change, *ends] if change.measure == POINTS else [change]  # the rate before it is what "it" was
            named = named.union(*(self.evidence.sharing(each, path) for each in tied))
        if named:
            places = [level.start for level in levels if level.sentence in named]
            for level in levels:
                near = level.sentence in named or is_near(level, places)
                if near and level.language == change.language:
                    yield level

    def _of_level(self, change: Claim, level: Claim, ends: Sequence[Claim]) -> float:
        """What tells that a level is one of those of a change: the words, or that the change's sentence gives it."""
        words, _ = self.evidence.of_words(change, level)
        if not ends:
            return words
        digits = max((len(digits_of(end)) for end in ends if are_one_amount(level, end)), default=0)
        told = any(in_one_sentence(change, end) and are_one_amount(level, end) for end in ends)
        if told and change.measure == POINTS and level.path != change.path:
            digits += 1  # there are fewer rates than amounts, so that chance makes two the same less often
        return words + _SAME_AMOUNT[min(digits, len(_SAME_AMOUNT) - 1)]


def is_level(claim: Claim) -> bool:
    """True for a plain amount, or a rate told as a share of something."""
    role, value = claim.role, claim.value
    level = role is None or role == "level" or (role == "share" and claim.measure == "percent")
    return level and isinstance(value, Decimal) and value > 0

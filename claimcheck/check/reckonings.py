"""Reckonings: a change told in one place, and two levels told in another that do not make it.

Nothing is asked of the wording. What tells that two levels are those of a change: the words that they share with it,
weighed by how rare they are in the story; that the change's own sentence gives one of them, the more the more digits it
has; that the two stand together, in one sentence, one column or as a pair; their times. What tells that the change was
meant to be theirs and is wrong: it is a misprint of what they make, or is measured from the other end. Without such a
slip, as for "doubled" or "by a third", only levels of the very years of the change will do, or two that another report
sets against each other and that many words tie to it. All are logarithms of odds, and so is what each further pair of
levels that might be meant takes away. A pair that fits the change clears it, and a pair whose change is told elsewhere
is not meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from decimal import Decimal
from math import log

from claimcheck.check.accounts import reading_of
from claimcheck.check.comparable import are_alike, role_of
from claimcheck.check.evidence import Evidence, in_one_sentence
from claimcheck.check.level_pairs import (
    NEXT,
    OTHER,
    LevelPair,
    are_one_amount,
    are_told_to_move,
    bases_among,
    change_between,
    fits_pair,
    is_anchored,
    is_near,
    is_of_other_end,
    is_other,
    leads_alone,
    levels_like,
    lies_between,
    may_lie_between,
    near_pairs,
    size_between,
)
from claimcheck.check.pairing import YEAR, Pairing, are_of_its_years
from claimcheck.check.rates import POINTS, rates_around
from claimcheck.check.slips import are_near_as_told, as_told, digits_of
from claimcheck.check.stories import Stories
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.slips import chance_of_misprint, is_misprint

_ENOUGH = 5.1  # log odds; on the reports of a dozen fields that were tried, no reckoning of other things reached it
_LEAST, _LEAST_OF_WORDS = 3.0, 0.5  # of that from the words and where the figures stand, and from one level's words
_MOST_LEVELS = 16  # of a story that are tried as one change's, those with most words first
_FEW_LEVELS = 40  # of a story, of which all pairs are looked at
_FEW_PAIRS = 40  # of levels, all of which are weighed
_LESSER = 0.5  # of what words count for the second level
_SAME_AMOUNT = (0.0, 0.5, 1.5, 2.5, 3.5)  # what it tells that the change's sentence gives a level, by its digits
_ITS_YEARS, _IN_LEAD = 0.5, 0.0  # without a slip: for levels of its very years, and for two told as a pair right below
_ONE_PLACE = 10  # times that a number must be another to have more digits than it, as no misprint has
_MANY_DIGITS = 3  # of a level that ties the sentence of a change to others
_SET_AGAINST = -2.0  # and for two that another report tells as a pair
_OTHER_END = 2.5  # what it tells that a change is measured from the later level
_RIVAL = 1.0  # log odds by which the best pair may lead, and others still be meant
_ALONE = 1.0  # what it tells that rates lead all others
_CLEARED = 0.5  # of what tells for a pair that misses, and a pair that fits clears the change
_MOVES = ("change", "difference")

Levels = tuple[Claim, Claim]
_Rank = tuple[float, str, int]  # what the words of a level tell, below zero, and its place


@dataclass(frozen=True)
class Reckonings:
    """The levels of all stories, to be reckoned with."""

    stories: Stories
    evidence: Evidence
    pairing: Pairing
    _missed: dict[int, list[Levels]] = field(default_factory=dict)

    def missed_by(self, relation: Relation) -> list[Levels]:
        """The pair of levels that a change was meant to be between and misses by a slip; none where others may be."""
        if id(relation) not in self._missed:
            self._missed[id(relation)] = list(self._missed_pairs(relation))[:1]
        return self._missed[id(relation)]

    def is_told_beside(self, change: Claim, to: Claim, base: Claim) -> bool:
        """True when another change in its sentence tells what two levels make ("29% in volume and 19% in value")."""
        beside = [each for each in self.stories.figures_that(_is_move, change.path) if in_one_sentence(each, change)]
        return bool(_telling(beside, change, LevelPair(to, base, 0.0, 0.0)))

    def _missed_pairs(self, relation: Relation) -> Iterator[Levels]:
        (change, *_) = relation.roles["change"]
        open_ = (relation.scope == OTHER and change.base is None) or not relation.direction
        sound = isinstance(change.value, Decimal) and change.value > 0 and change.reading is not None
        if (open_ and change.measure != POINTS) or not sound:
            return
        pairs = self._pairs(relation, change)
        if not pairs:
            return
        meant = [pair for pair in pairs if pair.score > pairs[0].score - _RIVAL and not fits_pair(change, pair)]
        told = [
            (pair.score + slip, pair) for pair in meant
            if (slip := self._of_slip(relation, pair, alone=leads_alone(change, pair, pairs))) is not None
        ]
        for score, pair in sorted(told, key=lambda each: -each[0]):
            if any(fits_pair(change, each) for each in pairs if each.score >= _CLEARED * pair.score):
                return
            rivals = sum(each.score >= pair.score - _RIVAL / 2 and is_other(each, pair) for each in pairs)
            if self._is_told(pair, change) or self._follows_its_level(relation, change):
                return
            if score - log(1 + rivals) >= _ENOUGH and pair.score >= _LEAST:
                yield pair.to, pair.base

    def _follows_its_level(self, relation: Relation, change: Claim) -> bool:
        """True for a change that the last amount before its sentence makes with some level of the story."""
        levels = self.stories.figures_that(_is_level, change.path)
        before = [level for level in levels if 0 < change.start - level.start < NEXT
                  and not in_one_sentence(change, level)]
        return bool(before) and change.measure == "percent" and _is_exact(change) and any(
            level.measure == before[-1].measure and lies_between(change, relation.direction, before[-1], level)
            for path in self.stories.near(change.path) for level in self.stories.figures_that(_is_level, path)
        )

    def _of_slip(self, relation: Relation, pair: LevelPair, *, alone: bool) -> float | None:
        """What tells that a change is a wrong one of a pair; None where only a slip could tell it and there is none.

        alone: whether much more speaks for two rates than for any other.
        """
        (change, *_) = relation.roles["change"]
        assert isinstance(change.value, Decimal)
        if relation.scope == OTHER and change.base is None:  # of points on no year told, a slip alone tells
            return _OTHER_END if _is_exact(change) and is_of_other_end(change, pair) else None
        if _is_exact(change) and not pair.turned:
            made = as_told(change, pair.size) if are_near_as_told(change, pair.size, _ONE_PLACE) else None
            if made is not None and is_misprint(change.value, made):
                return _ALONE * alone - log(chance_of_misprint(change.value, made))
            if is_of_other_end(change, pair):
                return _OTHER_END
        if alone and not pair.turned:
            return 0.0
        if change.measure == pair.to.measure == "percent":  # "by 5 percent" may be five points
            return None
        if are_of_its_years(change, pair.to, pair.base, anchored=is_anchored(relation, pair.to)):
            return _ITS_YEARS
        lag = self.pairing.lag_between(pair.to, pair.base)
        if lag is None or relation.scope not in ("", lag) or (change.base and not pair.base.period):
            return None
        if lag == relation.scope == YEAR and self._gives_beside(change, pair.to):
            return _ITS_YEARS
        if change.path != pair.to.path:
            return None if self._is_echoed(change) else _SET_AGAINST
        return _IN_LEAD if self._is_in_headline(change, pair.to) and not self._is_echoed(change) else None

    def _gives_beside(self, change: Claim, level: Claim) -> bool:
        """True when the sentence of a change gives a level of many digits, be it tied to it or not."""
        return any(
            in_one_sentence(each, change) and are_one_amount(each, level) and len(digits_of(each)) >= _MANY_DIGITS
            for each in self.stories.figures_that(_is_level, change.path)
        )

    def _is_echoed(self, change: Claim) -> bool:
        """True when the story tells a change twice: so it may be one of something else that has no levels."""
        return any(
            each is not change and role_of(each) == "change" and are_one_amount(each, change)
            for path in self.stories.near(change.path) for each in self.stories.figures(path)
        )

    def _is_in_headline(self, change: Claim, to: Claim) -> bool:
        """True for the only figure of a first line, where the next one stands in the sentence of a level."""
        first, *others = self.stories.figures(change.path)
        return first is change and others[0].line > change.line and in_one_sentence(others[0], to)

    def _pairs(self, relation: Relation, change: Claim) -> list[LevelPair]:
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
            path: levels_like(change, self.stories.figures_that(_is_level, path), own)
            for path in self.stories.near(change.path)
        }
        all_levels = [level for levels in like.values() for level in levels]
        repeated = {id(level) for end in own for level in all_levels if are_one_amount(level, end)}
        meant = list(self._pairs_meant(relation, all_levels, repeated)) if len(all_levels) <= _FEW_LEVELS else None
        if meant is not None and not any(
            change.measure == POINTS or self._of_slip(relation, pair, alone=False) is not None for pair in meant
        ):
            return []  # no slip could tell it: before anybody asks for the words of whole reports
        levels = [level for path in like for level in self._levels_near(change, path, like[path], own)]
        if meant is None:
            meant = list(self._pairs_meant(relation, levels, repeated))
        near = set(map(id, levels))
        meant = [pair for pair in meant if id(pair.to) in near and id(pair.base) in near]
        found = self._weighed(change, leading(meant) if len(meant) > _FEW_PAIRS else meant, rank)
        return leading(found) if found and found[0].score >= _LEAST else []

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
            alike = (id(to) in repeated or are_alike(to.status, change.status)) and self._may_follow(to, base)
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

    def _is_told(self, pair: LevelPair, but: Claim) -> bool:
        """True when another change tells what a pair of levels makes, where it stands with one of them."""
        if but.measure == POINTS and is_of_other_end(but, pair):
            return False
        moves = [each for path in self.stories.near(but.path) for each in self.stories.figures_that(_is_move, path)]
        return any(
            self.evidence.of_words(each, level)[1] or in_one_sentence(each, level)
            for each in _telling(moves, but, pair) for level in (pair.to, pair.base)
        )


def _telling(moves: Iterable[Claim], but: Claim, pair: LevelPair) -> list[Claim]:
    """The other changes that tell what a pair of levels makes."""
    others = [each for each in moves if each is not but and each.measure == but.measure]
    if not others:
        return []
    made = change_between(but, pair)
    return [each for each in others if not reading_of(each).lenient.is_disjoint(made)]


def _is_exact(change: Claim) -> bool:
    return not change.hedge and change.form == "digits"


def _is_move(claim: Claim) -> bool:
    return role_of(claim) in _MOVES and claim.reading is not None


def _is_level(claim: Claim) -> bool:
    """True for a plain amount, or a rate told as a share of something."""
    role, value = claim.role, claim.value
    level = role is None or role == "level" or (role == "share" and claim.measure == "percent")
    return level and isinstance(value, Decimal) and value > 0

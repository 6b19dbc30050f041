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

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, partial
from math import log

from claimcheck.check.changes.level_pairs import (
    NEXT,
    OTHER,
    LevelPair,
    are_one_amount,
    change_between,
    fits_pair,
    is_anchored,
    is_of_other_end,
    is_other,
    leads_alone,
    lies_between,
)
from claimcheck.check.changes.levels_meant import LEAST, LevelsMeant, is_level
from claimcheck.check.changes.pairing import YEAR, Pairing, are_of_its_years
from claimcheck.check.changes.rates import POINTS, make_points
from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.comparing.comparable import role_of
from claimcheck.check.comparing.evidence import Evidence, in_one_sentence
from claimcheck.check.comparing.slips import are_near_as_told, as_told, digits_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.slips import chance_of_misprint, is_misprint

_ENOUGH = 5.1  # log odds; on the reports of a dozen fields that were tried, no reckoning of other things reached it
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


@dataclass(frozen=True)
class Reckonings:
    """The levels of all stories, to be reckoned with."""

    stories: Stories
    evidence: Evidence
    pairing: Pairing
    _missed: dict[int, list[Levels]] = field(default_factory=dict)

    @cached_property
    def levels(self) -> LevelsMeant:
        """The levels that changes may be measured between."""
        return LevelsMeant(self.stories, self.evidence, self.pairing)

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
        pairs = self.levels.pairs(relation, change, partial(self._may_tell, relation))
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
            if change.measure == POINTS and self._leads_elsewhere(change, pair):
                return
            rivals = sum(each.score >= pair.score - _RIVAL / 2 and is_other(each, pair) for each in pairs)
            if self._is_told(pair, change) or self._follows_its_level(relation, change):
                return
            if score - log(1 + rivals) >= _ENOUGH and pair.score >= LEAST:
                yield pair.to, pair.base

    def _leads_elsewhere(self, change: Claim, pair: LevelPair) -> bool:
        """True for points that lead from the earlier of two rates to another rate of the story ("79.9% in all")."""
        rates = (rate for path in self.stories.near(change.path) for rate in self.stories.figures_that(is_level, path))
        return any(rate.measure == pair.base.measure and rate.form == "digits" and make_points(change, rate, pair.base)
                   for rate in rates)

    def _follows_its_level(self, relation: Relation, change: Claim) -> bool:
        """True for a change that the last amount before its sentence makes with some level of the story."""
        levels = self.stories.figures_that(is_level, change.path)
        before = [level for level in levels if 0 < change.start - level.start < NEXT
                  and not in_one_sentence(change, level)]
        return bool(before) and change.measure == "percent" and _is_exact(change) and any(
            level.measure == before[-1].measure and lies_between(change, relation.direction, before[-1], level)
            for path in self.stories.near(change.path) for level in self.stories.figures_that(is_level, path)
        )

    def _may_tell(self, relation: Relation, pair: LevelPair) -> bool:
        """Whether a change may be told to be a wrong one of a pair."""
        return self._of_slip(relation, pair, alone=False) is not None

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
            for each in self.stories.figures_that(is_level, change.path)
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

"""Pairing: what tells that two levels are the later and the earlier one of a change, in logarithms of odds.

Two levels hang together as a pair that the words tell ("from 34.7 to 41.3"), as two figures of one column of times, as
figures of one sentence, or by the words that they share. Names and times speak for them or against them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from claimcheck.check.changes.levels import base_of, end_of, is_over_years
from claimcheck.check.comparing.evidence import Evidence, in_one_sentence
from claimcheck.model.claim import Claim, Relation

_AS_PAIR, _IN_COLUMN, _ONE_SENTENCE, _ONE_PARAGRAPH = 2.5, 2.0, 1.5, 0.2
_OF_EACH_OTHER = 0.3  # of what the words count that two levels share
_MUCH = 2.0  # that two levels have in common which stand apart
_NEXT = 300  # characters between two figures of neighbouring sentences
_ALIKE, _OTHER_NAME, _OTHER_NOUN = 0.7, 1.0, 1.5  # names for and against
_ITS_TIME, _ITS_BASE, _YEAR_APART = 0.5, 1.0, 0.5  # times for a pair
_OTHER_TIME, _OTHER_BASE, _NOT_YEAR_APART = 1.5, 2.0, 1.0  # and against it

YEAR = "year"
_PAIRS = ("pair", "split")  # the scopes of two amounts of one sentence that no words set in two times
_Place = tuple[str, int]


class Pairing:
    """The levels that the relations of all reports tie together, and the words of the others."""

    def __init__(self, relations: Sequence[Relation], evidence: Evidence) -> None:
        self._relations = relations
        self._evidence = evidence

    def of(self, change: Claim, to: Claim, base: Claim) -> float | None:
        """What tells that two levels are those of a change, but for the words of the change; None for nothing."""
        if (_place(base), _place(to)) in self._pairs:
            return None  # the words set them in the other order
        if _place(base) in self._reached and base.period == to.period and self.lag_between(to, base) is None:
            return None  # "sales of 140 million; those of scanners climbed from 72 to 86 million"
        together = self._together(to, base)
        if together is None and not (_are_of_its_lag(change, to, base) and self._evidence.of_words(to, base)[1]):
            return None
        return (together or 0.0) + self._of_names(to, base) + _of_times(change, to, base)

    def lag_between(self, to: Claim, base: Claim) -> str | None:
        """The sort of time ("year") between two levels that the words set against each other, "" where none is told.

        None for other levels.
        """
        lag = self._pairs.get((_place(to), _place(base)))
        return YEAR if lag == "" and _are_a_year_apart(to, base) else lag

    def _together(self, to: Claim, base: Claim) -> float | None:
        if to.path == base.path:
            if self.lag_between(to, base) is not None:
                return _AS_PAIR
            if self._columns.get(_place(to), frozenset()) & self._columns.get(_place(base), frozenset()):
                return _IN_COLUMN
        if in_one_sentence(to, base):
            return _ONE_PARAGRAPH if frozenset((_place(to), _place(base))) in self._listed else _ONE_SENTENCE
        score, shared = self._evidence.of_words(to, base)
        if to.path == base.path and abs(to.start - base.start) < _NEXT:
            return _ONE_PARAGRAPH + _OF_EACH_OTHER * score
        return _OF_EACH_OTHER * score if shared and score >= _MUCH else None

    def _of_names(self, to: Claim, base: Claim) -> float:
        score = 0.0
        if to.metric and base.metric:
            score += _ALIKE if to.metric == base.metric else -_OTHER_NAME
        return score - _OTHER_NOUN * (to.noun != base.noun)

    @cached_property
    def _pairs(self) -> dict[tuple[_Place, _Place], str]:
        """The places of all two levels that the words set against each other, with the sort of time between them."""
        found: dict[tuple[_Place, _Place], str] = {}
        for relation in self._relations:
            if relation.roles.get("to") and relation.roles.get("from"):
                places = _place(relation.roles["to"][0]), _place(relation.roles["from"][0])
                found[places] = found.get(places) or relation.scope
        return found

    @cached_property
    def _reached(self) -> frozenset[_Place]:
        """The places of all levels that words lead to from another one."""
        return frozenset(to for to, _ in self._pairs)

    @cached_property
    def _listed(self) -> frozenset[frozenset[_Place]]:
        """The places of each two amounts that a sentence tells of two things: "52 cents by day and 61 at night"."""
        return frozenset(
            frozenset(map(_place, relation.roles["part"])) for relation in self._relations
            if relation.kind == "addends" and relation.scope in _PAIRS
        )

    @cached_property
    def _columns(self) -> dict[_Place, frozenset[int]]:
        """The lists of figures that each figure stands in."""
        found: dict[_Place, set[int]] = defaultdict(set)
        for number, relation in enumerate(self._relations):
            if relation.kind == "series":
                for claim in relation.roles["value"]:
                    found[_place(claim)].add(number)
        return {place: frozenset(numbers) for place, numbers in found.items()}


def are_of_its_years(change: Claim, to: Claim, base: Claim, *, anchored: bool = False) -> bool:
    """True for levels a year apart, the earlier of them of the time that a change is measured from.

    anchored: whether the later one is that which the sentence of the change gives, so that any year before will do.
    """
    if base.period is None or base.period != base_of(change):
        return False
    if is_over_years(change):
        return to.period == end_of(change)
    return _are_a_year_apart(to, base) is True or (anchored and change.base is not None)


def _are_of_its_lag(change: Claim, to: Claim, base: Claim) -> bool:
    """True for levels of its years, or for a change of no time those of any year and of the one before it."""
    if change.period is None and change.base is None:
        return _are_a_year_apart(to, base) is True
    return are_of_its_years(change, to, base)


def _of_times(change: Claim, to: Claim, base: Claim) -> float:
    score = 0.0
    led = end_of(change)
    if to.period and led:
        score += _ITS_TIME if to.period == led else -_OTHER_TIME
    meant = base_of(change)
    if base.period and meant:
        score += _ITS_BASE if base.period == meant else -_OTHER_BASE
    if base.period is not None and (base.period == change.base or is_over_years(change)):
        return score
    apart = _are_a_year_apart(to, base)
    return score if apart is None else score + (_YEAR_APART if apart else -_NOT_YEAR_APART)


def _are_a_year_apart(to: Claim, base: Claim) -> bool | None:
    """None where the levels are not both of a year, and not of the same part of two years that follow each other."""
    if not (to.period and base.period and to.period.sort == base.period.sort):
        return None
    apart = to.period.shifted_years(-1) == base.period
    return apart if to.period.sort == YEAR else apart or None


def _place(claim: Claim) -> _Place:
    return claim.path, claim.start

"""Counterparts: two figures that stand at one place in the telling of two reports of one story, and differ.

Reports of one story give many of its figures alike. Where each of two has a figure that the other lacks, both stand
among amounts that the two have in common, and their words are of one thing, they were meant to be one, however far
apart they are. No slip need explain them, so that nothing may speak for two figures: owners, times, statuses, a hedge,
a difference of one, or another figure that would do as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import product

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.comparing.comparable import are_alike, is_amount, role_of
from claimcheck.check.comparing.days import Days
from claimcheck.check.comparing.evidence import Evidence, in_one_sentence
from claimcheck.check.comparing.objections import are_set_apart, head_of
from claimcheck.check.comparing.slips import amount_of, digits_of, may_be_year, same_digits, terms_of
from claimcheck.check.comparing.stems import noun_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.comparing.times import are_of_two_issues, are_told_at_two_times
from claimcheck.model.claim import Claim, Relation

_FEWEST_AGREED = 3  # amounts that two reports have in common
_FEWEST_DIGITS = 2  # of figures that few signs tell
_FARTHEST = 1.7  # times that one of two such figures may be the other, unless its scale slipped
_NEAR = 200  # characters to an amount beside a figure
_ENOUGH, _PLENTY = 5, 6  # signs of one thing, and of two numbers of one digit
_MOST_OF_SORT = 3  # signs of one sort that count
_MOST_OF_NOUN = 2  # amounts that count beside figures of one noun alone, which many a figure of dense reports has
_LEAD = 0.2  # log odds by which the words of two figures tell more than those of another pair that one of them makes
_MOST_FIGURES = 60  # of a report; longer ones are tables, whose figures have names enough
_DONE_OR_PLANNED = frozenset({"plan", "outcome", "estimate"})  # done in one report, planned in another

_Pair = tuple[Claim, Claim]
_Amount = tuple[str | None, tuple[int, int]]  # a measure, and the terms of an amount in it


class Counterparts:
    """The figures that one report of a story has for itself.

    moves: the changes that words tell, and the levels that they set against each other.
    """

    def __init__(self, stories: Stories, evidence: Evidence, moves: Iterable[Relation], days: Days) -> None:
        self._stories = stories
        self._evidence = evidence
        self._days = days
        self._bases = frozenset(id(claim) for move in moves for claim in move.roles.get("from", ()))
        self._amounts: dict[str, dict[_Amount, list[Claim]]] = {}

    def pairs(self) -> Iterator[_Pair]:
        """The figures of two reports of one story that were meant to be one."""
        for path in self._stories.paths:
            if len(self._stories.figures(path)) <= _MOST_FIGURES and not self._stories.revises(path):
                for other in self._stories.near(path)[1:]:
                    if path < other and len(self._stories.figures(other)) <= _MOST_FIGURES:
                        yield from self._between(path, other)

    def _between(self, path: str, other: str) -> Iterator[_Pair]:
        common = self._amounts_of(path).keys() & self._amounts_of(other).keys()
        if len({terms for _, terms in common}) < _FEWEST_AGREED or self._stories.revises(other):
            return
        agreed = [pair for amount in common for pair in self._telling(amount, path, other)]
        lone, theirs = self._lone(path, other), self._lone(other, path)
        for measure in lone.keys() & theirs.keys():
            mine, yours = lone[measure], theirs[measure]
            for a in mine:
                for b in yours:
                    if not self._may_be_one(a, b) or not self._leads(a, b, mine, yours):
                        continue
                    if self._signs(a, b, agreed) >= _needed(a, b):
                        yield a, b

    def _amounts_of(self, path: str) -> dict[_Amount, list[Claim]]:
        """The single amounts of a report, each with the figures that tell it."""
        if path not in self._amounts:
            told: dict[_Amount, list[Claim]] = defaultdict(list)
            for claim in self._stories.figures(path):
                if _is_plain(claim):
                    told[claim.measure, terms_of(claim)].append(claim)
            self._amounts[path] = told
        return self._amounts[path]

    def _telling(self, amount: _Amount, path: str, other: str) -> Iterator[_Pair]:
        """The figures of two reports that tell one amount."""
        return product(self._amounts_of(path)[amount], self._amounts_of(other)[amount])

    def _lone(self, path: str, other: str) -> dict[str | None, list[Claim]]:
        """The amounts that a report tells and another one does not, be it in more or fewer digits, by their measure."""
        found: dict[str | None, list[Claim]] = defaultdict(list)
        given = self._stories.figures(other)
        values = {each.value for each in given}
        for claim in self._stories.figures_that(_is_comparable, path):
            if claim.value not in values and not any(_may_be_told_otherwise(each, claim) for each in given):
                found[claim.measure].append(claim)
        return found

    def _signs(self, a: Claim, b: Claim, agreed: Sequence[_Pair]) -> int:
        """How many signs there are of one thing: words of their own, amounts beside both, an amount in both sentences.

        None without amounts beside them, or where neither words nor a sentence tie them to each other, and for numbers
        of two sorts of things that share no word; nor where one of them alone has a time, which is not the amounts'.
        """
        if _is_of_other_time(a, b, (x for x, _ in agreed)) or _is_of_other_time(b, a, (y for _, y in agreed)):
            return 0
        beside = {terms_of(x) for x, y in agreed if _are_near(x, a) and _are_near(y, b)}
        if not beside:
            return 0
        within = any(in_one_sentence(x, a) and in_one_sentence(y, b) for x, y in agreed)
        own = len(self._evidence.own(a) & self._evidence.own(b))
        counted = a.noun is not None and b.noun is not None
        if not own and (not within or a.language == b.language):
            return 0
        same = (counted and noun_of(a) == noun_of(b)) or (a.known and a.metric == b.metric)
        most = _MOST_OF_SORT if own > 1 or within else _MOST_OF_NOUN
        return min(own, _MOST_OF_SORT) + min(len(beside), most) + within + same

    def _may_be_one(self, a: Claim, b: Claim) -> bool:
        """False besides for figures told with two days, and for one that another grew from, which is an earlier one."""
        if (id(a) in self._bases) != (id(b) in self._bases) or _is_round(a, b) or not _may_be_one(a, b):
            return False
        mine, yours = self._days.beside(a), self._days.beside(b)
        if mine and yours and mine.isdisjoint(yours):
            return False
        return not (self._counts_others(a, b) or self._counts_others(b, a))

    def _counts_others(self, claim: Claim, other: Claim) -> bool:
        """True for things that the report of the other figure counts as well, but not by that figure."""
        counted = noun_of(claim)
        if not counted or not noun_of(other) or counted == noun_of(other):
            return False
        return any(noun_of(each) == counted for each in self._stories.figures_that(_is_plain, other.path))

    def _leads(self, a: Claim, b: Claim, mine: Sequence[Claim], yours: Sequence[Claim]) -> bool:
        """True where the words of two figures, and what stands beside them, tell more than those of any rivals."""
        digits = min(_digits_of_both(a, b), _FEWEST_DIGITS)
        others = [self._told(a, each) for each in yours if each is not b and len(digits_of(each)) >= digits]
        others += [self._told(each, b) for each in mine if each is not a and len(digits_of(each)) >= digits]
        return self._told(a, b) - max(others, default=0.0) >= _LEAD

    def _told(self, a: Claim, b: Claim) -> float:
        return self._evidence.of_words(a, b)[0] + self._evidence.of_company(a, b)


def _is_plain(claim: Claim) -> bool:
    """True for a single amount that may not be a year."""
    return isinstance(claim.value, Decimal) and claim.value > 0 and not may_be_year(claim)


def _is_comparable(claim: Claim) -> bool:
    """True for one that may be set against another: a level or a rate that nothing hedges."""
    return _is_plain(claim) and is_amount(claim) and not claim.hedge and claim.measure != "percent"


def _digits_of_both(a: Claim, b: Claim) -> int:
    return min(len(digits_of(a)), len(digits_of(b)))


def _needed(a: Claim, b: Claim) -> int:
    """How many signs two figures need: those of one digit, which chance gives to much, plenty."""
    return _ENOUGH if _digits_of_both(a, b) >= _FEWEST_DIGITS else _PLENTY


def _is_round(a: Claim, b: Claim) -> bool:
    """True where one figure alone has a single digit, so that it may be told roughly."""
    return (len(digits_of(a)) >= _FEWEST_DIGITS) != (len(digits_of(b)) >= _FEWEST_DIGITS)


def _may_be_told_otherwise(claim: Claim, like: Claim) -> bool:
    """True for a figure that another may be, in more or fewer digits."""
    return claim.measure == like.measure and not reading_of(claim).lenient.is_disjoint(reading_of(like).lenient)


def _is_of_other_time(claim: Claim, other: Claim, agreed: Iterable[Claim]) -> bool:
    """True for a figure of a time of its own: "in 2019, 92 lost their jobs" among amounts of no stated time."""
    return claim.period is not None and other.period is None and all(each.period != claim.period for each in agreed)


def _are_near(one: Claim, other: Claim) -> bool:
    return abs(one.start - other.start) <= _NEAR or in_one_sentence(one, other)


def _may_be_one(a: Claim, b: Claim) -> bool:
    """False for figures too far apart, or by one thing, and for those that anything known of them sets apart."""
    small, large = sorted((amount_of(a), amount_of(b)))
    if large > _FARTHEST * small and not same_digits(a, b):
        return False
    if (a.measure == "count" and large - small == 1) or role_of(a) != role_of(b):
        return False
    if not (are_alike(a.status, b.status) or {a.status, b.status} <= _DONE_OR_PLANNED):
        return False
    if (a.trend and b.trend and a.trend != b.trend) or (a.period and b.period and a.period != b.period):
        return False
    if (a.metric == b.metric and set(a.facets) != set(b.facets)) or _is_narrower(a, b) or _is_narrower(b, a):
        return False
    if (a.known and b.known and head_of(a) != head_of(b)) or _is_part_of(a, b) or _is_part_of(b, a):
        return False
    return not (are_of_two_issues(a, b) or are_told_at_two_times(a, b) or are_set_apart(a, b))


def _is_narrower(a: Claim, b: Claim) -> bool:
    """True for a number of fewer things than the other: "98 of the group's aircraft" beside "142 aircraft"."""
    mine, yours = ((each.noun or "").split() for each in (a, b))
    return len(mine) > len(yours) > 0 and mine[-len(yours):] == yours


def _is_part_of(a: Claim, b: Claim) -> bool:
    """True for the figure of a place within that of the other one."""
    return a.within is not None and a.within == b.subject

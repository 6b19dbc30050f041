"""Ranges: one that a report tells of several things or times, and figures that another tells of one of them.

The words that both share, weighed by how rare they are in the story (see `check.evidence`), say how likely the figure
is one of those that the range is told of. So do words that make it their most or least, a number of them that both
reports give, and a day within the time of the range. A figure that the report of the range gives as well, or that
another range of the story holds, is of something else.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.check.comparing.comparable import role_of
from claimcheck.check.comparing.evidence import Evidence, in_one_sentence
from claimcheck.check.comparing.slips import is_bare
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.parts.quotients import are_close
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.period import Period
from claimcheck.model.slips import significant_digits

_ENOUGH = 2.4  # log odds; on the reports of a dozen fields that were tried, no figure of other things reached it
_ONE_OF_THEM, _SAME_NUMBER, _WITHIN, _OF_ALL = 1.0, 1.5, 1.0, 1.0
_RARE, _RARE_NUMBER = 3, 1.0  # digits of a number that chance does not repeat, and what that tells besides
_MOST_OF_ALL = 1.5  # for a figure beyond the very end that it should be
_MANY_WORDS, _PLAIN = 3, 1.0  # next to both figures, and what they tell besides in the shortest of texts
_CHOSEN = 2.5  # for a winning bid, where the range is of bids
_OF_OTHER_SORT, _OF_OTHER_NAME = 0.5, 1.5  # taken from a change beside levels, and from a figure of another subject
_OF_OTHER_RATE = 3.0  # and from a percentage that shares no word right beside it but names
_SEVERAL = 3  # things, of which a number tells; two are told of many things
_NEXT = 300  # characters between figures of neighbouring sentences
_FARTHEST = Decimal("1.4")  # times that a figure may lie beyond an end
_FARTHEST_SURE, _SURE = Decimal(2), 5.0  # the same where so much tells that it is one of those of the range
_EXACT = 4  # digits of an amount that is not rounded
_ROUNDED = Decimal("1.02")  # times that a figure may miss an end because one was rounded
_CLEARED = 1.0  # log odds by which another range that holds a figure may be less likely meant, and clears it
_EXTREMES = ("maximum", "minimum")
_PER = "_per_"
_AGE = "year_of_age"
_TEMPERATURES = ("degree", "degree_Celsius")  # the first where the scale is left out
_HELD = ("outcome", "estimate")


@dataclass(frozen=True, slots=True)
class Spread:
    """A range of what several things or times had, with its ends in one figure or in two."""

    ends: tuple[Claim, ...]
    low: Decimal
    high: Decimal
    offered: bool = False  # by bidders
    of_all: bool = False  # said of all of them, or of the whole time

    @classmethod
    def of(cls, ends: tuple[Claim, ...], *, offered: bool = False, of_all: bool = False) -> Spread | None:
        """The range between two ends; None where these are no plain numbers."""
        first, last = ends[0].value, ends[-1].value
        low, high = (value[at] if isinstance(value, tuple) else value for at, value in ((0, first), (1, last)))
        known = low is not None and high is not None and all(end.reading is not None for end in ends)
        return cls(ends, low, high, offered, of_all) if known and low is not None and high is not None else None

    @property
    def first(self) -> Claim:
        """The figure that gives the lower end."""
        return self.ends[0]

    @property
    def time(self) -> Period | None:
        """The time of a range; where each end has a day of its own ("4 kg on 2 May"), the years of both."""
        periods = [end.period for end in self.ends]
        first, last = periods[0], periods[-1]
        if first is None or last is None or first == last or first.end is None or last.end is None:
            return first if first == last else None
        start, end = min(first.start, last.start).year, (max(first.end, last.end) - dt.timedelta(days=1)).year
        return Period.months(start, 1, 12 * (end + 1 - start), "year" if start == end else "span")

    def holds(self, claim: Claim) -> bool:
        """True for an amount between the ends, as far as rounding tells: nobody rounds to so many digits."""
        value = claim.value
        assert isinstance(value, Decimal)
        if self.low <= value <= self.high:
            return True
        if self.first.unit in _TEMPERATURES:
            return self.low - 1 < value < self.high + 1
        if all(len(significant_digits(each)) >= _EXACT for each in (value, self.low, self.high)):
            return any(each.reading and claim.reading and not each.reading.lenient.is_disjoint(claim.reading.lenient)
                       for each in self.ends)
        return value > 0 and self.low <= _ROUNDED * value and value <= _ROUNDED * self.high

    def is_near(self, value: Decimal, farthest: Decimal = _FARTHEST) -> bool:
        """True for an amount that is not far beyond an end."""
        if self.first.unit in _TEMPERATURES:
            return self.low - (self.high - self.low) <= value <= self.high + (self.high - self.low)
        return value > 0 and self.low <= farthest * value and value <= farthest * self.high


class Ranges:
    """The figures of all stories, to be held against the ranges that may be told of them.

    instances: the relations that make figures one of many, or one of others; extremes: those that make them the most
    or the least of many; days: the dates of all reports; ages: the words for the "youngest" and the "oldest".
    """

    def __init__(
        self, stories: Stories, evidence: Evidence, instances: Iterable[Relation], extremes: Iterable[Relation],
        days: Iterable[Claim] = (), ages: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        self._stories = stories
        self._evidence = evidence
        self._ages = ages or {"youngest": (), "oldest": ()}
        self._instances = {_place(each.roles["value"][0]): each for each in instances}
        self._days: dict[tuple[str, int], list[Period]] = defaultdict(list)
        for day in days:
            if day.period is not None:
                self._days[day.path, day.sentence].append(day.period)
        self._extremes = {_place(value): each for each in extremes for value in each.roles.get("value", ())[:1]}

    def left_by(self, relation: Relation) -> Iterator[Claim]:
        """The figures of other reports that are told of one of those that a range is of, and lie outside it."""
        spread = Spread.of(relation.roles["ends"], offered=bool(relation.scope), of_all=relation.complete)
        if spread is None or spread.first.status not in _HELD:
            return
        for path in self._stories.near(spread.first.path)[1:]:
            if any(each.value == end.value for each in self._stories.figures(path) for end in spread.ends):
                continue  # who gives the range or an end of it as well tells it apart from the figure
            for claim in self._stories.figures(path):
                if self._is_outside(claim, spread) and not self._is_of_others(claim, spread):
                    yield claim

    def _is_outside(self, claim: Claim, spread: Spread) -> bool:
        """True for a plain figure in the unit of a range and of its time that lies beyond one of its ends."""
        if not isinstance(claim.value, Decimal) or claim.status not in _HELD or not _is_in_unit(claim, spread.first):
            return False
        if spread.holds(claim) or self._is_of_another_time(claim, spread):
            return False
        near = spread.is_near(claim.value) or self._is_oldest(claim, spread)
        if not near and not (spread.is_near(claim.value, _FARTHEST_SURE) and self._told(claim, spread) >= _SURE):
            return False
        if spread.first.unit in _TEMPERATURES and set(_EXTREMES) & (set(claim.facets) ^ set(spread.first.facets)):
            return False  # the lowest of a day is none of its highest ones
        instance = self._instances.get(_place(claim))
        return claim.hedge in ("", "at-most", "at-least") and (instance is None or instance.complete)

    def _is_of_another_time(self, claim: Claim, spread: Spread) -> bool:
        """True for a figure whose time, or every day that its sentence names where it has none, lies outside a range's.
        """
        times = self._times_of(claim)
        return spread.time is not None and bool(times) and not any(each.overlaps(spread.time) for each in times)

    def _times_of(self, claim: Claim) -> list[Period]:
        """The time of a figure, else all days that its sentence names."""
        return [claim.period] if claim.period is not None else self._days[claim.path, claim.sentence]

    def _is_of_others(self, claim: Claim, spread: Spread) -> bool:
        """True when too little tells that a figure is one of those of a range, or something tells that it is not."""
        told = self._told(claim, spread)
        if told < _ENOUGH:
            return True
        if any(each.value == claim.value and each.measure == claim.measure
               for each in self._stories.figures(spread.first.path)):
            return True
        return any(
            are_close(claim, other.first) or self._told(claim, other) > told - _CLEARED
            for other in self._holding(claim)
        )

    def _holding(self, claim: Claim) -> Iterator[Spread]:
        """The ranges of the story that a figure lies in."""
        for path in self._stories.near(claim.path):
            for each in self._stories.figures(path):
                other = Spread.of((each,)) if isinstance(each.value, tuple) and _is_in_unit(claim, each) else None
                if other is not None and other.holds(claim):
                    yield other

    def _told(self, claim: Claim, spread: Spread) -> float:
        """What tells that a figure is one of those of a range."""
        words = max(self._evidence.of_words(end, claim)[0] for end in spread.ends)
        own = max(len(self._evidence.own(end) & self._evidence.own(claim)) for end in spread.ends)
        instance = self._instances.get(_place(claim))
        scope = instance.scope if instance is not None else ""
        best = _MOST_OF_ALL * (self._is_extreme(claim, spread) or self._is_oldest(claim, spread))
        one = _CHOSEN if spread.offered and scope == "chosen" else _ONE_OF_THEM * bool(claim.hedge or scope)
        number = self._of_one_number(claim, spread.first, before=scope == "one")
        within = any(_is_within(time, spread) for time in self._times_of(claim)) * (_WITHIN + _OF_ALL * spread.of_all)
        sort = _OF_OTHER_SORT * ((role_of(claim) == "change") != (role_of(spread.first) == "change"))
        subjects = {claim.subject, spread.first.subject} - {None}
        rates = claim.measure == "percent" and not any(self._evidence.told_of_both(end, claim) for end in spread.ends)
        if len(subjects) > 1 and not number and not _is_one_named(claim, spread.first):
            doubts = sort + _OF_OTHER_NAME + _OF_OTHER_RATE * rates
        else:
            doubts = sort + _OF_OTHER_RATE * (rates and not _is_one_named(claim, spread.first))
        return words + _PLAIN * (own >= _MANY_WORDS) + max(one, best) + number + within - doubts

    def _is_extreme(self, claim: Claim, spread: Spread) -> bool:
        """True for a figure called the most of its time that lies above a range, or the least below it."""
        told = self._extremes.get(_place(claim))
        if told is None or not isinstance(claim.value, Decimal) or any(map(str.isdigit, told.scope)):
            return False
        return told.direction == ("highest" if claim.value > spread.high else "lowest")

    def _is_oldest(self, claim: Claim, spread: Spread) -> bool:
        """True for an age above a range that is called that of the oldest, or below it that of the youngest."""
        if claim.unit != _AGE or not isinstance(claim.value, Decimal):
            return False
        return not claim.context.isdisjoint(self._ages["oldest" if claim.value > spread.high else "youngest"])

    def _of_one_number(self, claim: Claim, spread: Claim, *, before: bool) -> float:
        """What it tells that a number of things told with a range stands beside a figure: "one of the nine".

        before: whether it may stand before the figure, too: "counted nine nests. The highest of them was"; a bare one
        may anyhow: "the clinic in Orla, one of the six. She earns".
        """
        numbers = [each for each in self._stories.figures(spread.path) if _is_number_of(each, spread)]
        told = {each.value for each in self._stories.figures(claim.path)
                if each is not claim and each.unit == "count" and (
                    in_one_sentence(each, claim)
                    or ((before or is_bare(each)) and each.start < claim.start and are_close(each, claim)))}
        one = [each for each in numbers if each.value in told or each.text.casefold() in claim.context]
        rare = any(len(significant_digits(each.value)) >= _RARE for each in one if isinstance(each.value, Decimal))
        return _SAME_NUMBER * bool(one) + _RARE_NUMBER * rare


def _is_number_of(claim: Claim, spread: Claim) -> bool:
    """True for a number of several things told with a range, or named just before or after it."""
    if claim is spread or claim.unit != "count" or not isinstance(claim.value, Decimal) or claim.value < _SEVERAL:
        return False
    return in_one_sentence(claim, spread) or bool(claim.noun and are_close(claim, spread))


def _is_one_named(claim: Claim, spread: Claim) -> bool:
    """True for a figure of a thing that the sentence of a range names beside others: "the lakes (Orla, Sarn, Feld)"."""
    names = claim.story.intersection((claim.subject or "").split()) - frozenset((spread.subject or "").split())
    return spread.subject is not None and not names.isdisjoint(spread.context)


def _place(claim: Claim) -> tuple[str, int]:
    return claim.path, claim.start


def _is_in_unit(claim: Claim, like: Claim) -> bool:
    """True for figures in one unit, be it left out for what one of them is."""
    if claim.unit is None or like.unit is None or (claim.noun and like.noun and claim.noun != like.noun):
        return False
    both_degrees = claim.unit in _TEMPERATURES and like.unit in _TEMPERATURES
    return both_degrees or claim.unit.partition(_PER)[0] == like.unit.partition(_PER)[0]


def _is_within(one: Period, spread: Spread) -> bool:
    """True for a time that is a part of that of a range."""
    whole = spread.time
    if whole is None or one.end is None or whole.end is None or one == whole:
        return False
    return whole.start <= one.start and one.end <= whole.end

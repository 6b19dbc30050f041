"""Lookalikes: each two figures that may be one, by their digits or their names, and whose reports may tell one story.

Most figures that look alike say the same, and most others are of two stories: that is asked before anything else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, combinations
from operator import itemgetter
from typing import Any

from claimcheck.check.comparing.accounts import reading_of, widely
from claimcheck.check.comparing.comparable import is_amount
from claimcheck.check.comparing.stories import Stories
from claimcheck.model.claim import Claim
from claimcheck.model.grid import have_common_value
from claimcheck.model.period import Period
from claimcheck.model.slips import significant_digits

# what is asked of a claim again and again: the first look at it takes longest, and so it is asked at once
_ASKED = itemgetter("path", "story", "subject", "period", "measure", "value", "metric", "noun")
_MANY_ASKED = 8
_ROLES = frozenset((None, "level", "share", "change"))  # of amounts besides rates by a unit: all these may be garbled
SHARED_NAMES = 2  # rare names in common that make two reports one story
_MOST_IN_BUCKET = 12  # figures with the same digits that are tried on each other
_FEWEST_OF_MISPRINT = 3  # digits of figures that differ in one

_Named = tuple[str | None, str]  # a measure, and digits or a name in it


class Lookalikes:
    """The amounts of all reports, and those of them that look alike.

    reports: the amounts by report, the reports in the order of their first figures. Within, figures go by their
    numbers in that order, and what is asked of each of them again and again stands in lists: its report, its story, and
    its moment, which is a number for its time and for the last word of its owner's name, which two names of one owner
    have in common. Those of one number, one name or one noun make a set, and sets may be near each other.
    """

    def __init__(self, figures: Iterable[Claim], stories: Stories) -> None:
        self.reports: dict[str, list[Claim]] = defaultdict(list)
        for claim in figures:
            known = vars(claim)
            if isinstance(known["value"], Decimal) and (known["role"] in _ROLES or is_amount(claim)):
                self.reports[claim.path].append(claim)
        self._amounts = [claim for report in self.reports.values() for claim in report]
        asked = [_ASKED(vars(claim)) for claim in self._amounts]
        told: Iterable[Sequence[Any]] = zip(*asked, strict=True) if asked else ((),) * _MANY_ASKED
        self._paths, self._stories, owners, periods, *named = told
        self._sisters = {path: stories.all_sisters(path) for path in self.reports}
        self._moments = list(_moments_of(owners, periods))
        self._sets: list[list[int]] = []
        self._near_sets: dict[tuple[object, ...], list[list[int]]] = defaultdict(list)
        self._sort(*named)

    def pairs(self) -> Iterator[tuple[Claim, Claim]]:
        """Each two amounts of two reports that look alike and cannot both hold, once, each by the order of its reports.

        The reports share an anchor or rare names, or both figures may be of one owner at one time.
        """
        seen: set[tuple[int, int]] = set()
        paths, moments, stories = self._paths, self._moments, self._stories
        for some, others in self._tried():
            for one in some:
                path, moment, story = paths[one], moments[one], stories[one]
                sisters = self._sisters[path]
                for other in others:
                    if paths[other] not in sisters and (paths[other] == path or (
                        (moment is None or moments[other] != moment)
                        and (story.isdisjoint(stories[other]) or len(story & stories[other]) < SHARED_NAMES)
                    )):
                        continue
                    pair = (one, other) if one < other else (other, one)
                    if pair not in seen:
                        seen.add(pair)
                        a, b = self._amounts[pair[0]], self._amounts[pair[1]]
                        if reading_of(a).lenient.is_disjoint(reading_of(b).lenient):
                            yield a, b

    def _sort(
        self, measures: Sequence[str | None], values: Sequence[Decimal], metrics: Sequence[str | None],
        nouns: Sequence[str | None],
    ) -> None:
        """Puts figures together that look alike, of which four things are told."""
        by_digits: dict[_Named, list[int]] = defaultdict(list)
        by_metric: dict[_Named, list[int]] = defaultdict(list)
        by_noun: dict[_Named, list[int]] = defaultdict(list)
        for at, (measure, value, metric, noun) in enumerate(zip(measures, values, metrics, nouns, strict=True)):
            by_digits[measure, significant_digits(value)].append(at)
            if metric:
                by_metric[measure, metric].append(at)
            if noun:
                by_noun[measure, noun].append(at)
        self._sets = [*by_noun.values(), *by_metric.values()]
        self._sort_digits(by_digits)
        for (measure, metric), alike in by_metric.items():
            self._near_sets["head", measure, metric.rpartition(" ")[2]].append(alike)

    def _sort_digits(self, by_digits: Mapping[_Named, list[int]]) -> None:
        """Puts figures together that have the same digits, in their order or in any, or all but one of them."""
        near = self._near_sets
        for (measure, digits), alike in by_digits.items():
            many = len(digits)
            if many > 1:
                self._sets.append(alike)
                near["swapped", measure, "".join(sorted(digits.replace("0", "")))].append(alike)
            for at in range(many if many >= _FEWEST_OF_MISPRINT else 0):
                near["misprint", measure, f"{digits[:at]} {digits[at + 1:]}"].append(alike)

    def _tried(self) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
        """Some figures, and others that look like each of them: those of one set, and those of each two sets.

        A set whose figures have a value in common needs no trial, nor has it to be tried again among others.
        """
        for alike in self._sets:
            few = 1 < len(alike) <= _MOST_IN_BUCKET
            if few and not have_common_value(widely([self._amounts[at] for at in alike])):
                yield from (((one,), alike[number:]) for number, one in enumerate(alike, 1))
        for sets in self._near_sets.values():
            few = len(sets) > 1 and sum(map(len, sets)) <= _MOST_IN_BUCKET
            if few and self._may_be_of_one_story(list(chain.from_iterable(sets))):
                yield from combinations(sets, 2)

    def _may_be_of_one_story(self, figures: Sequence[int]) -> bool:
        """False where no two figures have a story or a moment in common, as is told of most at once."""
        reports = {self._paths[at] for at in figures}
        if not all(self._sisters[path].isdisjoint(reports) for path in reports):
            return True
        names = [self._stories[at] for at in figures]
        moments = [moment for at in figures if (moment := self._moments[at]) is not None]
        return len(frozenset().union(*names)) < sum(map(len, names)) or len(set(moments)) < len(moments)


def _moments_of(owners: Iterable[str | None], periods: Iterable[Period | None]) -> Iterator[int | None]:
    """The moments of some figures; None where the owner or the time of one is not known."""
    moments: dict[tuple[str, int], int] = {}
    names: dict[str, str] = {}
    times: dict[Period, int] = {}
    known: dict[int, int] = {}  # times by the objects that tell them, which the claims keep alive
    for owner, period in zip(owners, periods, strict=True):
        if period is None or owner is None:
            yield None
            continue
        name = names.get(owner)
        if name is None:
            name = names[owner] = owner.casefold().rpartition(" ")[2]
        when = known.get(id(period))
        if when is None:
            when = known[id(period)] = times.setdefault(period, len(times))
        yield moments.setdefault((name, when), len(moments))

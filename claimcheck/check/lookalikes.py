"""Lookalikes: each two figures that may be one, by their digits or their names, and whose reports may tell one story.

Most figures that look alike are of two stories: that is asked before anything else, of what is known of each figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from operator import attrgetter

from claimcheck.check.comparable import is_amount, role_of
from claimcheck.check.objections import head_of
from claimcheck.check.slips import digits_of
from claimcheck.check.stories import Stories
from claimcheck.model.claim import Claim
from claimcheck.model.period import Period

SHARED_NAMES = 2  # rare names in common that make two reports one story
_MOST_IN_BUCKET = 12  # figures with the same digits that are tried on each other
_FEWEST_OF_MISPRINT = 3  # digits of figures that differ in one
_AT, _RANK = attrgetter("at"), attrgetter("rank")

_Key = tuple[object, ...]


@dataclass(slots=True)
class _Told:
    """A figure: its number, and the place of its report among all, the sisters of that, its moment, and its story.

    moment: a number for its time and the last word of its owner's name, which two names of one owner have in common.
    """

    at: int
    claim: Claim
    rank: int
    path: str
    sisters: Set[str]
    moment: int | None
    story: frozenset[str]


class Lookalikes:
    """The amounts of all reports, and those of them that look alike.

    reports: the amounts by report, the reports in the order of their first figures.
    """

    def __init__(self, figures: Iterable[Claim], stories: Stories) -> None:
        self.reports: dict[str, list[Claim]] = defaultdict(list)
        self._alike: dict[_Key, list[_Told]] = defaultdict(list)
        by_digits: dict[tuple[str | None, str], list[_Told]] = defaultdict(list)
        by_metric: dict[tuple[str | None, str], list[_Told]] = defaultdict(list)
        for told in self._told(figures, stories):
            claim = told.claim
            measure, metric, noun = claim.measure, claim.metric, claim.noun
            by_digits[measure, digits_of(claim)].append(told)
            if metric:
                by_metric[measure, metric].append(told)
            if noun:
                self._alike["noun", measure, noun].append(told)
        self._sort_digits(by_digits)
        for (measure, metric), alike in by_metric.items():
            self._alike["head", measure, head_of(alike[0].claim)].extend(alike)
            self._alike["metric", measure, metric] = alike

    def pairs(self) -> Iterator[tuple[Claim, Claim]]:
        """Each two amounts of two reports that look alike, once, in the order of their reports.

        The reports share an anchor or rare names, or both figures may be of one owner at one time.
        """
        seen: set[tuple[int, int]] = set()
        for bucket in self._buckets():
            for one, other in combinations(bucket, 2):
                if _may_be_of_one_story(one, other) and (one.at, other.at) not in seen:
                    seen.add((one.at, other.at))
                    yield one.claim, other.claim

    def _told(self, figures: Iterable[Claim], stories: Stories) -> Iterator[_Told]:
        sisters: dict[str, tuple[int, Set[str]]] = {}
        moments: dict[tuple[Period, str], int] = {}
        for at, claim in enumerate(figures):
            if not (_is_amount(claim) and isinstance(claim.value, Decimal)):
                continue
            path, period, owner = claim.path, claim.period, claim.subject
            self.reports[path].append(claim)
            if path not in sisters:
                sisters[path] = len(sisters), stories.all_sisters(path)
            rank, its_sisters = sisters[path]
            moment = None
            if period is not None and owner is not None:
                moment = moments.setdefault((period, owner.casefold().rpartition(" ")[2]), len(moments))
            yield _Told(at, claim, rank, path, its_sisters, moment, claim.story)

    def _sort_digits(self, by_digits: Mapping[tuple[str | None, str], list[_Told]]) -> None:
        """Puts figures together that have the same digits, in their order or in any, or all but one of them."""
        for (measure, digits), alike in by_digits.items():
            if len(digits) > 1:
                self._alike["same", measure, digits] = alike
                self._alike["swapped", measure, "".join(sorted(digits.replace("0", "")))].extend(alike)
            for at in range(len(digits) if len(digits) >= _FEWEST_OF_MISPRINT else 0):
                self._alike["misprint", measure, f"{digits[:at]} {digits[at + 1:]}"].extend(alike)

    def _buckets(self) -> Iterator[Sequence[_Told]]:
        """Figures that look alike in one way, by report; the same few only once."""
        seen: set[tuple[int, ...]] = set()
        for several in self._alike.values():
            if 1 < len(several) <= _MOST_IN_BUCKET:
                same = tuple(map(_AT, several))
                if same not in seen:
                    seen.add(same)
                    yield sorted(several, key=_RANK)


def _is_amount(claim: Claim) -> bool:
    """True for levels, rates by a unit, and for shares and changes, which may be garbled as well."""
    return role_of(claim) in ("level", "share", "change") or is_amount(claim)


def _may_be_of_one_story(one: _Told, other: _Told) -> bool:
    if other.path in one.sisters:
        return True
    if one.path == other.path:
        return False
    if one.moment == other.moment and one.moment is not None:
        return True
    return not one.story.isdisjoint(other.story) and len(one.story & other.story) >= SHARED_NAMES

"""Lookalikes: each two figures that may be one, by their digits or their names, and whose reports may tell one story.

Most figures that look alike are of two stories: that is asked before anything else, of what is known of each figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice

from claimcheck.check.comparable import is_amount
from claimcheck.check.objections import head_of
from claimcheck.check.stories import Stories
from claimcheck.model.claim import Claim
from claimcheck.model.period import Period
from claimcheck.model.slips import significant_digits

_ROLES = ("level", "share", "change")
SHARED_NAMES = 2  # rare names in common that make two reports one story
_MOST_IN_BUCKET = 12  # figures with the same digits that are tried on each other
_FEWEST_OF_MISPRINT = 3  # digits of figures that differ in one

_Named = tuple[str | None, str]  # a measure, and digits or a name in it


class Lookalikes:
    """The amounts of all reports, and those of them that look alike.

    reports: the amounts by report, the reports in the order of their first figures. Within, figures go by their
    numbers in that order, and what is asked of each of them again and again stands in lists: its report, its story, and
    its moment, which is a number for its time and for the last word of its owner's name, which two names of one owner
    have in common.
    """

    def __init__(self, figures: Iterable[Claim], stories: Stories) -> None:
        self.reports: dict[str, list[Claim]] = defaultdict(list)
        for claim in figures:
            if _is_amount(claim):
                self.reports[claim.path].append(claim)
        self._amounts = [claim for report in self.reports.values() for claim in report]
        self._paths = [claim.path for claim in self._amounts]
        self._stories = [claim.story for claim in self._amounts]
        self._sisters = {path: stories.all_sisters(path) for path in self.reports}
        self._moments = list(_moments_of(self._amounts))
        self._alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
        self._sort()

    def pairs(self) -> Iterator[tuple[Claim, Claim]]:
        """Each two amounts of two reports that look alike, once, in the order of their reports.

        The reports share an anchor or rare names, or both figures may be of one owner at one time.
        """
        seen: set[tuple[int, int]] = set()
        paths, moments, stories = self._paths, self._moments, self._stories
        for bucket in self._buckets():
            for number, one in enumerate(bucket, 1):
                path, moment, story = paths[one], moments[one], stories[one]
                sisters = self._sisters[path]
                for other in islice(bucket, number, None):
                    if paths[other] not in sisters and (paths[other] == path or (
                        (moment is None or moments[other] != moment)
                        and (story.isdisjoint(stories[other]) or len(story & stories[other]) < SHARED_NAMES)
                    )):
                        continue
                    if (one, other) not in seen:
                        seen.add((one, other))
                        yield self._amounts[one], self._amounts[other]

    def _sort(self) -> None:
        """Puts figures together that look alike."""
        by_digits: dict[_Named, list[int]] = defaultdict(list)
        by_metric: dict[_Named, list[int]] = defaultdict(list)
        for at, claim in enumerate(self._amounts):
            measure, value = claim.measure, claim.value
            assert isinstance(value, Decimal)
            by_digits[measure, significant_digits(value)].append(at)
            if metric := claim.metric:
                by_metric[measure, metric].append(at)
            if noun := claim.noun:
                self._alike["noun", measure, noun].append(at)
        self._sort_digits(by_digits)
        for (measure, metric), alike in by_metric.items():
            self._alike["head", measure, head_of(self._amounts[alike[0]])].extend(alike)
            self._alike["metric", measure, metric] = alike

    def _sort_digits(self, by_digits: Mapping[_Named, list[int]]) -> None:
        """Puts figures together that have the same digits, in their order or in any, or all but one of them."""
        together = self._alike
        for (measure, digits), alike in by_digits.items():
            many = len(digits)
            if many > 1:
                together["same", measure, digits] = alike
                together["swapped", measure, "".join(sorted(digits.replace("0", "")))].extend(alike)
            for at in range(many if many >= _FEWEST_OF_MISPRINT else 0):
                together["misprint", measure, f"{digits[:at]} {digits[at + 1:]}"].extend(alike)

    def _buckets(self) -> Iterator[Sequence[int]]:
        """Figures that look alike in one way, by report; the same few only once."""
        seen: set[tuple[int, ...]] = set()
        for several in self._alike.values():
            if 1 < len(several) <= _MOST_IN_BUCKET:
                same = tuple(several)
                if same not in seen:
                    seen.add(same)
                    yield sorted(several)


def _is_amount(claim: Claim) -> bool:
    """True for levels, rates by a unit, and for shares and changes, which may be garbled as well."""
    role, value = claim.role, claim.value
    return isinstance(value, Decimal) and (role is None or role in _ROLES or is_amount(claim))


def _moments_of(amounts: Iterable[Claim]) -> Iterator[int | None]:
    """The moments of some figures; None where the time or the owner of one is not known."""
    moments: dict[tuple[str, int], int] = {}
    owners: dict[str, str] = {}
    times: dict[Period, int] = {}
    known: dict[int, int] = {}  # times by the objects that tell them, which the claims keep alive
    for claim in amounts:
        period, owner = claim.period, claim.subject
        if period is None or owner is None:
            yield None
            continue
        name = owners.get(owner)
        if name is None:
            name = owners[owner] = owner.casefold().rpartition(" ")[2]
        when = known.get(id(period))
        if when is None:
            when = known[id(period)] = times.setdefault(period, len(times))
        yield moments.setdefault((name, when), len(moments))

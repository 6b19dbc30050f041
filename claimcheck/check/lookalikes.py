"""Lookalikes: each two figures that may be one, by their digits or their names, and whose reports may tell one story.

Most figures that look alike are of two stories: that is asked before anything else, of what is known of each figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import combinations
from operator import attrgetter

from claimcheck.check.objections import head_of
from claimcheck.check.slips import digits_of
from claimcheck.check.stories import Stories
from claimcheck.model.claim import Claim
from claimcheck.model.period import Period

SHARED_NAMES = 2  # rare names in common that make two reports one story
_MOST_IN_BUCKET = 12  # figures with the same digits that are tried on each other
_FEWEST_OF_MISPRINT = 3  # digits of figures that differ in one
_AT = attrgetter("at")

_Key = tuple[object, ...]


@dataclass(slots=True)
class _Told:
    """A figure: its place among all, and the sisters of its report, its time and the names of its story."""

    at: int
    claim: Claim
    path: str
    sisters: Set[str]
    time: int | None
    story: frozenset[str]


def lookalikes(figures: Sequence[Claim], stories: Stories) -> Iterator[tuple[Claim, Claim]]:
    """Each two figures of two reports that look alike, once, in the order given: that of their reports.

    The reports share an anchor or rare names, or both figures are of one time.
    """
    seen: set[tuple[int, int]] = set()
    for bucket in _buckets(_told(figures, stories)):
        for one, other in combinations(bucket, 2):
            if _may_be_of_one_story(one, other) and (one.at, other.at) not in seen:
                seen.add((one.at, other.at))
                yield one.claim, other.claim


def _told(figures: Sequence[Claim], stories: Stories) -> list[_Told]:
    sisters: dict[str, Set[str]] = {}
    times: dict[Period, int] = {}
    told = []
    for at, claim in enumerate(figures):
        path, period = claim.path, claim.period
        if path not in sisters:
            sisters[path] = stories.all_sisters(path)
        time = None if period is None else times.setdefault(period, len(times))
        told.append(_Told(at, claim, path, sisters[path], time, claim.story))
    return told


def _may_be_of_one_story(one: _Told, other: _Told) -> bool:
    if other.path in one.sisters:
        return True
    if one.path == other.path:
        return False
    return (one.time == other.time and one.time is not None) or len(one.story & other.story) >= SHARED_NAMES


def _buckets(figures: Sequence[_Told]) -> Iterator[Sequence[_Told]]:
    """Figures that may be one: of the same digits, in their order or in any, of one metric or noun; each few once."""
    seen: set[tuple[int, ...]] = set()
    for several in _alike(figures).values():
        if 1 < len(several) <= _MOST_IN_BUCKET:
            several.sort(key=_AT)
            same = tuple(map(_AT, several))
            if same not in seen:
                seen.add(same)
                yield several


def _alike(figures: Sequence[_Told]) -> dict[_Key, list[_Told]]:
    """The figures by what makes them look alike."""
    by_amount: dict[_Key, list[_Told]] = defaultdict(list)
    by_metric: dict[_Key, list[_Told]] = defaultdict(list)
    found: dict[_Key, list[_Told]] = defaultdict(list)
    for told in figures:
        claim = told.claim
        by_amount[claim.measure, claim.value].append(told)
        if claim.metric:
            by_metric[claim.measure, claim.metric].append(told)
        if claim.noun:
            found["noun", claim.measure, claim.noun].append(told)
    for (measure, _), alike in by_amount.items():
        digits = digits_of(alike[0].claim)
        if len(digits) > 1:
            found["same", measure, digits].extend(alike)
            found["swapped", measure, "".join(sorted(digits.replace("0", "")))].extend(alike)
        for at in range(len(digits) if len(digits) >= _FEWEST_OF_MISPRINT else 0):
            found["misprint", measure, f"{digits[:at]} {digits[at + 1:]}"].extend(alike)
    for (measure, metric), alike in by_metric.items():
        found["head", measure, head_of(alike[0].claim)].extend(alike)
        found["metric", measure, metric].extend(alike)
    return found

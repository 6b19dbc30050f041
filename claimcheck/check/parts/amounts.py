"""Levels that add up, in sets whose members may be parts and wholes of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Literal

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.comparing.groups import Group
from claimcheck.model.claim import Claim

# What the members of a set have in common: all but the period, the subject, the facets, or the metric.
Apart = Literal["period", "place", "facet", "metric"]
_Key = tuple[object, ...]

_AVERAGED = frozenset((
    "average", "median", "maximum", "minimum", "per-capita", "per-household", "per-day", "per-week", "per-month",
    "per-unit", "cumulative",
))
_ASKED = itemgetter("subject", "period", "role", "measure")
_KEYS: dict[Apart, Callable[[Claim], _Key]] = {
    "period": lambda claim: (claim.metric, claim.subject, claim.measure, claim.facets),
    "place": lambda claim: (claim.metric, *_days(claim), claim.measure, claim.facets),
    "facet": lambda claim: (claim.metric, claim.subject, *_days(claim), claim.measure),
    "metric": lambda claim: (claim.subject, *_days(claim), claim.measure, claim.facets),
}


@dataclass(frozen=True, slots=True)
class _Told:
    """A level, and the place where the same is told for the last time."""

    claim: Claim
    last: tuple[str, int, int]


class Amounts:
    """The levels of a run that are fully known, never negative, and no averages."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._groups = groups
        self._sets: dict[tuple[Apart, frozenset[str]], list[list[Claim]]] = {}

    def sets(self, apart: Apart, metrics: frozenset[str]) -> list[list[Claim]]:
        """Sets of two or more levels of these metrics that differ in nothing but in what is named.

        A metric may be told more closely ("rice exports"). Levels that tell the same are in their set once. Of periods,
        only sets in which one lies in another.
        """
        if (apart, metrics) not in self._sets:
            sets: dict[_Key, list[Group]] = defaultdict(list)
            key = _KEYS[apart]
            for group in _CHOICES[apart](self._of(metrics)):
                sets[key(group[0])].append(group)
            found = (_in_order(groups) for groups in sets.values() if _may_hold_parts(groups, apart))
            self._sets[apart, metrics] = [claims for claims in found if len(claims) > 1]
        return self._sets[apart, metrics]

    def _of(self, metrics: frozenset[str]) -> list[Group]:
        listed = [name for name in self._levels if name.rpartition(" ")[2] in metrics]
        return [group for name in listed for group in self._levels[name]]

    @cached_property
    def _levels(self) -> dict[str, list[Group]]:
        """The levels by their metric, those of one subject and period together."""
        levels: dict[str, list[Group]] = defaultdict(list)
        for group in self._groups:
            metric = group[0].metric
            if metric is not None and _is_additive(group[0]):
                levels[metric].append(group)
        return levels


def _is_additive(claim: Claim) -> bool:
    subject, period, role, measure = _ASKED(vars(claim))
    if subject is None or period is None or (role or "level") != "level" or measure == "percent":
        return False
    return not is_averaged(claim)


def is_averaged(claim: Claim) -> bool:
    """True for averages, rates by a unit and running totals, which are no parts of a sum."""
    return bool(claim.facets) and not _AVERAGED.isdisjoint(claim.facets)


def _all(groups: list[Group]) -> list[Group]:
    return groups


def _of_places(groups: list[Group]) -> list[Group]:
    """The levels of places within others, and of these others."""
    around = {claim.within for group in groups for claim in group if claim.within is not None}
    return [
        group for group in (groups if around else ())
        if group[0].subject in around or any(claim.within is not None for claim in group)
    ]


def _of_facets(groups: list[Group]) -> list[Group]:
    """The levels of subjects of which some part, told by a facet, is known."""
    told = {(group[0].metric, group[0].subject) for group in groups if group[0].facets}
    return [group for group in groups if (group[0].metric, group[0].subject) in told] if told else []


_CHOICES: dict[Apart, Callable[[list[Group]], list[Group]]] = {
    "period": _all, "place": _of_places, "facet": _of_facets, "metric": _all,
}


def _distinct(claims: Sequence[Claim]) -> list[_Told]:
    """The first of those that tell the same of one fact, without debts and losses."""
    kept: dict[_Key, _Told] = {}
    for claim in claims:
        low = reading_of(claim).lenient.low
        if low is None or low.numerator >= 0:
            key = (claim.status, claim.hedge, claim.unit, claim.reading if claim.value is None else claim.value)
            first = kept[key].claim if key in kept else claim
            kept[key] = _Told(first, (claim.path, claim.start, claim.end))
    return list(kept.values())


def _in_order(groups: Iterable[Group]) -> list[Claim]:
    """The levels by metric, each once, where it is told for the last time."""
    metrics: dict[str | None, int] = {}
    told = [each for group in groups for each in _distinct(group)]
    for each in told:
        metrics.setdefault(each.claim.metric, len(metrics))
    told.sort(key=lambda each: (metrics[each.claim.metric], each.last))
    return [each.claim for each in told]


def _may_hold_parts(groups: Sequence[Group], apart: Apart) -> bool:
    """False for one group alone, and for periods of which none lies in another."""
    if len(groups) < 2 or apart != "period":
        return len(groups) > 1
    periods = [group[0].period for group in groups]
    days = sorted({(period.start, -period.end.toordinal()) for period in periods if period and period.end})
    longest = 1
    for _, end in days:
        if end >= longest:
            return True
        longest = end
    return False


def _days(claim: Claim) -> _Key:
    """The period of a level, in a form that is quick to compare."""
    assert claim.period is not None
    return claim.period.start, claim.period.end, claim.period.sort

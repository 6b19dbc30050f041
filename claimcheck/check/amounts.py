"""Levels that add up, in sets whose members may be parts and wholes of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Literal

from claimcheck.check.accounts import reading_of
from claimcheck.check.comparable import role_of
from claimcheck.model.claim import Claim

# What the members of a set have in common: all but the period, the subject, the facets, or the metric.
Apart = Literal["period", "place", "facet", "metric"]
_Key = tuple[object, ...]

_AVERAGED = frozenset((
    "average", "median", "maximum", "minimum", "per-capita", "per-household", "per-day", "per-week", "per-month",
    "per-unit", "cumulative",
))
_KEYS: dict[Apart, Callable[[Claim], _Key]] = {
    "period": lambda claim: (claim.metric, claim.subject, claim.measure, claim.facets),
    "place": lambda claim: (claim.metric, *_days(claim), claim.measure, claim.facets),
    "facet": lambda claim: (claim.metric, claim.subject, *_days(claim), claim.measure),
    "metric": lambda claim: (claim.subject, *_days(claim), claim.measure, claim.facets),
}


class Amounts:
    """The levels of a run that are fully known, never negative, and no averages."""

    def __init__(self, figures: Sequence[Claim]) -> None:
        self._figures = figures
        self._sets: dict[tuple[Apart, frozenset[str]], list[list[Claim]]] = {}

    def sets(self, apart: Apart, metrics: frozenset[str]) -> list[list[Claim]]:
        """Sets of two or more levels of these metrics that differ in nothing but in what is named.

        A metric may be told more closely ("rice exports"). Levels that tell the same are in their set once.
        """
        if (apart, metrics) not in self._sets:
            groups: dict[_Key, list[Claim]] = defaultdict(list)
            key = _KEYS[apart]
            for claim in _CHOICES[apart](self._of(metrics)):
                groups[key(claim)].append(claim)
            sets = (_distinct(claims) for claims in groups.values() if len(claims) > 1)
            self._sets[apart, metrics] = [claims for claims in sets if len(claims) > 1]
        return self._sets[apart, metrics]

    def _of(self, metrics: frozenset[str]) -> list[Claim]:
        listed = [name for name in self._levels if name.rpartition(" ")[2] in metrics]
        return [claim for name in listed for claim in self._levels[name]]

    @cached_property
    def _levels(self) -> dict[str, list[Claim]]:
        """The levels by their metric."""
        levels: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._figures:
            if claim.metric is not None and _is_additive(claim):
                levels[claim.metric].append(claim)
        return levels


def _is_additive(claim: Claim) -> bool:
    if claim.subject is None or claim.period is None or role_of(claim) != "level" or claim.measure == "percent":
        return False
    low = reading_of(claim).lenient.low
    return (low is None or low >= 0) and not (claim.facets and not _AVERAGED.isdisjoint(claim.facets))


def _all(claims: list[Claim]) -> list[Claim]:
    return claims


def _of_places(claims: list[Claim]) -> list[Claim]:
    """The levels of places within others, and of these others."""
    around = {claim.within for claim in claims if claim.within is not None}
    return [claim for claim in claims if claim.within is not None or claim.subject in around]


def _of_groups(claims: list[Claim]) -> list[Claim]:
    """The levels of subjects of which some group is told."""
    grouped = {(claim.metric, claim.subject) for claim in claims if claim.facets}
    return [claim for claim in claims if (claim.metric, claim.subject) in grouped] if grouped else []


_CHOICES: dict[Apart, Callable[[list[Claim]], list[Claim]]] = {
    "period": _all, "place": _of_places, "facet": _of_groups, "metric": _all,
}


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    """The first of those that tell the same of the same."""
    kept = {
        (claim.metric, claim.facets, claim.subject, *_days(claim), claim.status, claim.hedge, claim.unit,
         claim.reading if claim.value is None else claim.value): claim
        for claim in reversed(claims)
    }
    return list(reversed(kept.values()))


def _days(claim: Claim) -> _Key:
    """The period of a level, in a form that is quick to compare."""
    assert claim.period is not None
    return claim.period.start, claim.period.end, claim.period.sort

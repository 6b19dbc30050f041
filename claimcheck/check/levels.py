"""Levels by what they measure, and the changes that are to be set against them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import islice, product

from claimcheck.check.comparable import are_alike, role_of
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.period import Period

_Key = tuple[object, ...]
_MOST_LEVELS = 16  # of one fact that are handed out to be tried against others
_MOST_PAIRS = 16  # of levels that one change is tried on
_SCALE_SLIP = 100


@dataclass(frozen=True)
class Levels:
    """The plain levels among the figures."""

    figures: Sequence[Claim]

    def of(self, like: Claim, period: Period) -> tuple[Claim, ...]:
        """A few levels of what `like` measures (same metric, facets, subject, sort of status) in the given period.

        Nothing when the subject of `like` is not known.
        """
        if like.subject is None or like.metric is None:
            return ()
        levels = self._by_fact.get((like.metric, frozenset(like.facets), like.subject, period), ())
        alike = (claim for claim in levels if are_alike(claim.status, like.status) and claim is not like)
        return tuple(islice(alike, _MOST_LEVELS))

    def beside(self, like: Claim, but: Claim) -> tuple[Claim, ...]:
        """The level of what `like` measures in its own report and period, other than `but`; none when two differ."""
        levels = [
            claim for claim in self._by_report.get((like.path, like.metric, frozenset(like.facets), like.subject), ())
            if claim is not but and claim.period == like.period and are_alike(claim.status, like.status)
        ]
        return tuple(levels[:1]) if len({claim.reading for claim in levels}) == 1 else ()

    @cached_property
    def _by_fact(self) -> dict[_Key, list[Claim]]:
        levels: dict[_Key, list[Claim]] = defaultdict(list)
        for claim in self.figures:
            if role_of(claim) == "level" and claim.subject is not None and claim.period is not None:
                levels[(claim.metric, frozenset(claim.facets), claim.subject, claim.period)].append(claim)
        return levels

    @cached_property
    def _by_report(self) -> dict[_Key, list[Claim]]:
        levels: dict[_Key, list[Claim]] = defaultdict(list)
        for claim in self.figures:
            if role_of(claim) == "level":
                levels[(claim.path, claim.metric, frozenset(claim.facets), claim.subject)].append(claim)
        return levels


@dataclass(frozen=True, slots=True)
class OpenChange:
    """A change that lacks a level, and the same with each pair of levels told elsewhere that it may be between."""

    relation: Relation
    filled: tuple[Relation, ...]


def open_changes(stated: Sequence[Relation], claims: Sequence[Claim], levels: Levels) -> Iterator[OpenChange]:
    """Every change that lacks a level: those that a relation states in part, and those that stand alone."""
    for relation in stated:
        if not (relation.roles.get("to") and relation.roles.get("from")):
            yield OpenChange(relation, tuple(_filled(relation, levels)))
    tied = {id(claim) for relation in stated for claim in relation.roles.get("change", ())}
    for claim in claims:
        if claim.role == "change" and claim.trend and id(claim) not in tied:
            alone = Relation(kind="change", roles={"change": (claim,)}, path=claim.path, start=claim.start,
                             end=claim.end, direction=claim.trend)
            yield OpenChange(alone, tuple(_filled(alone, levels)))


def with_levels(relation: Relation, to: Claim, base: Claim) -> Relation:
    """A change between two levels."""
    roles = {"change": relation.roles["change"][:1], "to": (to,), "from": (base,)}
    return relation.model_copy(update={"roles": roles})


def _filled(relation: Relation, levels: Levels) -> Iterator[Relation]:
    (change, *_) = relation.roles["change"]
    stated = relation.roles.get("from")
    after = relation.roles.get("to") or _in_period(levels, change, change.period)
    if stated and not after:
        after = levels.beside(change, stated[0])
    if after:
        before = stated or _in_period(levels, change, _base_of(change))
        for to, base in islice(product(_distinct(after), _distinct(before)), _MOST_PAIRS):
            if _is_one_order(to, base):
                yield with_levels(relation, to, base)


def _in_period(levels: Levels, change: Claim, period: Period | None) -> Sequence[Claim]:
    return () if period is None else levels.of(change, period)


def _distinct(levels: Sequence[Claim]) -> Sequence[Claim]:
    """The first of those that read alike."""
    if len(levels) < 2:
        return levels
    told = {(claim.reading, claim.status, claim.measure, claim.unit, claim.form): claim for claim in reversed(levels)}
    return list(told.values())[::-1]


def _is_one_order(to: Claim, base: Claim) -> bool:
    """False for levels so far apart that one has a wrong scale, which the checks of scale tell better."""
    small, large = sorted((_size(to), _size(base)))
    return large < _SCALE_SLIP * small


def _size(claim: Claim) -> Decimal:
    value = claim.value[0] if isinstance(claim.value, tuple) else claim.value
    return abs(value) if value is not None else Decimal(0)


def _base_of(change: Claim) -> Period | None:
    """The period that a change is measured from: as stated, or the year before for a change over a whole year."""
    if change.base is not None:
        return change.base
    if change.period is not None and change.period.sort == "year":
        return change.period.shifted_years(-1)
    return None

"""Levels by what they measure, and the changes that are to be set against them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import islice, product

from claimcheck.check.comparing.comparable import are_alike, role_of
from claimcheck.check.comparing.groups import Groups
from claimcheck.model.alike import full
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.period import Period

Roles = Mapping[str, tuple[Claim, ...]]
_Key = tuple[object, ...]
_MOST_LEVELS = 16  # of one fact that are handed out to be tried against others
_MOST_PAIRS = 16  # of levels that one change is tried on
_SCALE_SLIP = 100
_RELATIVE = ("percent", "percentage_point")
_ALONE = Relation(kind="change", roles={}, path="", start=0, end=0)
_OTHER_THING = 2  # times that a level may lie on the wrong side of the one before it


@dataclass(frozen=True)
class Levels:
    """The plain levels among the figures."""

    figures: Sequence[Claim]
    groups: Groups
    _told: dict[_Key, Sequence[Claim]] = field(default_factory=dict)

    def of(self, like: Claim, period: Period) -> tuple[Claim, ...]:
        """A few levels of what `like` measures (same metric, facets, subject, sort of status) in the given period.

        Nothing when the subject of `like` is not known.
        """
        if like.subject is None or like.metric is None:
            return ()
        levels = self.groups.levels(like, period)
        alike = (claim for claim in levels if are_alike(claim.status, like.status) and claim is not like)
        return tuple(islice(alike, _MOST_LEVELS))

    def distinct(self, like: Claim, period: Period | None) -> Sequence[Claim]:
        """As `of`, those that read alike once; nothing for no period."""
        if period is None or like.subject is None:
            return ()
        if role_of(like) == "level":  # it may be one of those kept
            return _distinct(self.of(like, period))
        key = (like.metric, like.facets, like.subject, period.start, period.end, period.sort, like.status)
        if key not in self._told:
            self._told[key] = _distinct(self.of(like, period))
        return self._told[key]

    def beside(self, like: Claim, but: Claim) -> tuple[Claim, ...]:
        """The level of what `like` measures in its own report and period, other than `but`; none when two differ."""
        levels = [
            claim for claim in self._by_report.get((like.path, like.metric, frozenset(like.facets), like.subject), ())
            if claim is not but and claim.period == like.period and are_alike(claim.status, like.status)
        ]
        return tuple(levels[:1]) if len({claim.reading for claim in levels}) == 1 else ()

    @cached_property
    def _by_report(self) -> dict[_Key, list[Claim]]:
        levels: dict[_Key, list[Claim]] = defaultdict(list)
        for claim in self.figures:
            if role_of(claim) == "level":
                levels[(claim.path, claim.metric, frozenset(claim.facets), claim.subject)].append(claim)
        return levels


@dataclass(frozen=True, slots=True)
class OpenChange:
    """A change that lacks a level, and its figures with each pair of levels told elsewhere that it may be between."""

    relation: Relation
    filled: Sequence[Roles]

    @classmethod
    def of(cls, relation: Relation, levels: Levels) -> OpenChange:
        """The change that a relation states, without the levels that moved far the other way."""
        return cls(relation, [
            with_levels(relation, to, base) for to, base in _pairs_for(relation, levels)
            if _may_be_one_thing(relation.direction, _size(to), _size(base))
        ])


def open_changes(stated: Sequence[Relation], changes: Sequence[Claim], levels: Levels) -> Iterator[OpenChange]:
    """Every change that lacks a level: those that a relation states in part, and those that stand alone."""
    for relation in stated:
        if not (relation.roles.get("to") and relation.roles.get("from")):
            yield OpenChange.of(relation, levels)
    tied = {id(claim) for relation in stated for claim in relation.roles.get("change", ())}
    for claim in changes:
        if id(claim) not in tied:
            yield OpenChange.of(full(_ALONE, {
                "kind": "change", "roles": {"change": (claim,)}, "path": claim.path, "start": claim.start,
                "end": claim.end, "direction": claim.trend, "scope": "", "complete": True, "when": "", "words": None,
            }), levels)


def with_levels(change: Relation, to: Claim, base: Claim) -> Roles:
    """The figures of a change between two levels."""
    return {"change": change.roles["change"][:1], "to": (to,), "from": (base,)}


def _pairs_for(relation: Relation, levels: Levels) -> Sequence[tuple[Claim, Claim]]:
    (change, *_) = relation.roles["change"]
    to, base = relation.roles.get("to"), relation.roles.get("from")
    after = _distinct(to) if to else levels.distinct(change, end_of(change))
    if base and not after:
        after = levels.beside(change, base[0])
    if not after:
        return ()
    before = _distinct(base) if base else levels.distinct(change, base_of(change))
    pairs = ((level, earlier) for level, earlier in product(after, before) if level is not earlier)
    return tuple(islice(pairs, _MOST_PAIRS))


def _distinct(levels: Sequence[Claim]) -> Sequence[Claim]:
    """The first of those that read alike."""
    if len(levels) < 2:
        return levels
    told = {(claim.reading, claim.status, claim.measure, claim.unit, claim.form): claim for claim in reversed(levels)}
    return list(told.values())[::-1]


def _may_be_one_thing(direction: str, after: Decimal, before: Decimal) -> bool:
    """False for levels so far apart that one has a wrong scale, which the checks of scale tell better.

    Neither for those that moved the other way than a change, and many times over.
    """
    less, more = (after, before) if after < before else (before, after)
    if more >= _SCALE_SLIP * less:
        return False
    if direction not in ("up", "down"):
        return True
    return more <= _OTHER_THING * less or (after < before) == (direction == "down")


def _size(claim: Claim) -> Decimal:
    value = claim.value[0] if isinstance(claim.value, tuple) else claim.value
    return abs(value) if value is not None else Decimal(0)


def base_of(change: Claim) -> Period | None:
    """The period that a change is measured from: as stated, or the year before for a change over a whole year.

    A change over several years ("from 2019 to 2023") is measured from the first of them.
    """
    if change.base is not None:
        return change.base
    if is_over_years(change) and change.period is not None:
        return Period.year(change.period.start.year)
    if change.period is not None and change.period.sort == "year":
        return change.period.shifted_years(-1)
    return None


def end_of(change: Claim) -> Period | None:
    """The period that a change leads to: the last of the years that it is over, else its own."""
    if change.base is None and is_over_years(change) and change.period is not None and change.period.end is not None:
        return Period.year(change.period.end.year - 1)
    return change.period


def is_over_years(change: Claim) -> bool:
    """True for a change from the first to the last of several whole years, and not one of each of them."""
    period = change.period
    if period is None or period.sort != "span" or period.end is None or change.measure not in _RELATIVE:
        return False
    return (period.start.month, period.start.day, period.end.month, period.end.day) == (1, 1, 1, 1)

"""All claims of a run, indexed so that each may find those it can be compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimcheck.check.accounts import Conflict, conflicts_among
from claimcheck.check.comparable import Meeting, are_alike, role_of, why_unfit
from claimcheck.check.twins import twins_among
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.period import Period

_Key = tuple[object, ...]
_MOST_GROUPS = 40  # that a group of open subject or period may be tried against, so that the cost stays linear
_MOST_FIGURES = 400  # without a subject that one record may be tried against


@dataclass(frozen=True)
class Ledger:
    """The claims and relations of all reports."""

    claims: Sequence[Claim]
    relations: Sequence[Relation]

    def groups(self) -> list[tuple[Claim, ...]]:
        """Figures that state one fact: same metric, facets, subject, period, status and measure; all of them known."""
        return [
            claims for key, claims in self._groups.items() if key[1] is not None and key[2] is not None
        ]

    def all_groups(self) -> list[tuple[Claim, ...]]:
        """As `groups`, together with those whose subject or period is not known (None being a value like others)."""
        return list(self._groups.values())

    def level(self, like: Claim, period: Period) -> tuple[Claim, ...]:
        """Levels of what `like` measures (same metric, facets, subject, sort of status) in the given period.

        Nothing when the subject of `like` is not known.
        """
        if like.subject is None or like.metric is None:
            return ()
        levels = self._levels.get((like.metric, frozenset(like.facets), like.subject, period), ())
        return tuple(claim for claim in levels if are_alike(claim.status, like.status) and claim is not like)

    def level_beside(self, like: Claim, but: Claim) -> tuple[Claim, ...]:
        """The level of what `like` measures in its own report and period, other than `but`; none when two differ."""
        levels = [
            claim for claim in self._beside.get((like.path, like.metric, frozenset(like.facets), like.subject), ())
            if claim is not but and claim.period == like.period and are_alike(claim.status, like.status)
        ]
        return tuple(levels[:1]) if len({claim.reading for claim in levels}) == 1 else ()

    def over_time(self, like: Claim) -> tuple[Claim, ...]:
        """Figures that measure what `like` does in any period: of its subject or of none stated."""
        thing = _thing(like)
        if like.subject is None:
            return self._series.get((thing,), ())[:_MOST_FIGURES]
        return self._series.get((thing, like.subject), ()) + self._series.get((thing, None), ())[:_MOST_FIGURES]

    def everywhere(self, like: Claim) -> tuple[Claim, ...]:
        """Figures that measure what `like` does, of any subject in any period."""
        return self._series.get((_thing(like),), ())[:_MOST_FIGURES]

    @cached_property
    def weighed(self) -> tuple[tuple[tuple[Claim, ...], tuple[Conflict, ...]], ...]:
        """Sets of several figures of which some may state one fact, each with the conflicts among them."""
        sets = (claims for claims in self.candidates() if len(claims) > 1)
        return tuple((claims, tuple(conflicts_among(claims))) for claims in sets)

    @cached_property
    def twins(self) -> tuple[Conflict, ...]:
        """Conflicts of figures whose names leave open whether they meet, and that are shown to be one all the same."""
        told = {id(claim) for _, conflicts in self.weighed for each in conflicts for claim in (each.first, each.second)}
        return tuple(
            Conflict(a, b, Meeting(sure=False), (), lenient=True)
            for a, b in twins_among(self.figures) if id(a) not in told and id(b) not in told
        )

    def candidates(self) -> Iterator[tuple[Claim, ...]]:
        """Sets of figures of which some may state one fact: each group alone, and with groups of open setting."""
        by_part: dict[_Key, list[_Key]] = defaultdict(list)
        for thing, subject, period in self._groups:
            for open_key in {(thing, None, period), (thing, subject, None), (thing, None, None)}:
                if open_key != (thing, subject, period):
                    by_part[open_key].append((thing, subject, period))
        for key, claims in self._groups.items():
            yield claims
            for other in by_part.get(key, ())[:_MOST_GROUPS]:
                yield claims + self._groups[other]

    @cached_property
    def figures(self) -> tuple[Claim, ...]:
        """The claims that can be compared at all, in the order of their places."""
        fit = (claim for claim in self.claims if why_unfit(claim) is None)
        return tuple(sorted(fit, key=lambda claim: (claim.path, claim.start, claim.end)))

    @cached_property
    def _groups(self) -> dict[_Key, tuple[Claim, ...]]:
        groups: dict[_Key, list[Claim]] = defaultdict(list)
        for claim in self.figures:
            groups[(_thing(claim), claim.subject, claim.period)].append(claim)
        return {key: tuple(claims) for key, claims in groups.items()}

    @cached_property
    def _series(self) -> dict[_Key, tuple[Claim, ...]]:
        series: dict[_Key, list[Claim]] = defaultdict(list)
        for claim in self.figures:
            thing = _thing(claim)
            series[(thing,)].append(claim)
            series[(thing, claim.subject)].append(claim)
        return {key: tuple(claims) for key, claims in series.items()}

    @cached_property
    def _levels(self) -> dict[_Key, list[Claim]]:
        levels: dict[_Key, list[Claim]] = defaultdict(list)
        for claim in self.figures:
            if role_of(claim) == "level" and claim.subject is not None and claim.period is not None:
                levels[(claim.metric, frozenset(claim.facets), claim.subject, claim.period)].append(claim)
        return levels

    @cached_property
    def _beside(self) -> dict[_Key, list[Claim]]:
        beside: dict[_Key, list[Claim]] = defaultdict(list)
        for claim in self.figures:
            if role_of(claim) == "level":
                beside[(claim.path, claim.metric, frozenset(claim.facets), claim.subject)].append(claim)
        return beside


def _thing(claim: Claim) -> _Key:
    """What is measured, apart from whom and when."""
    return (role_of(claim), claim.measure, claim.metric, frozenset(claim.facets))

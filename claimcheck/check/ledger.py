"""All claims of a run, indexed so that each may find those it can be compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from claimcheck.check.accounts import Conflict, conflicts_among
from claimcheck.check.amounts import Amounts
from claimcheck.check.comparable import Background, Meeting, role_of, why_unfit
from claimcheck.check.joins import Joins
from claimcheck.check.levels import Levels, OpenChange, open_changes
from claimcheck.check.series import Series
from claimcheck.check.slips import slip_between
from claimcheck.check.twins import twins_among
from claimcheck.model.claim import Claim, ClaimKind, Relation
from claimcheck.model.period import Period

_Key = tuple[object, ...]
_PLACE = attrgetter("path", "start", "end")
_WHOLE: frozenset[str] = frozenset()  # of a metric without facets
_MOST_GROUPS = 40  # that a group of open subject or period may be tried against, so that the cost stays linear
_MOST_FIGURES = 400  # without a subject that one record may be tried against


@dataclass(frozen=True)
class Ledger:
    """The claims and relations of all reports; `trial` for a few with one edited, whose findings nobody reads."""

    claims: Sequence[Claim]
    relations: Sequence[Relation]
    trial: bool = False

    def claims_of(self, kind: ClaimKind) -> Sequence[Claim]:
        """The claims of one kind, in the order given."""
        return self._by_kind.get(kind, ())

    def relations_of(self, kind: str) -> Sequence[Relation]:
        """The relations of one kind, in the order given."""
        return self._related.get(kind, ())

    def groups(self) -> list[tuple[Claim, ...]]:
        """Figures that state one fact: same metric, facets, subject, period, status and measure; all of them known."""
        return [
            claims for key, claims in self._groups.items() if key[1] is not None and key[2] is not None
        ]

    def all_groups(self) -> list[tuple[Claim, ...]]:
        """As `groups`, together with those whose subject or period is not known (None being a value like others)."""
        return list(self._groups.values())

    def level(self, like: Claim, period: Period) -> tuple[Claim, ...]:
        """A few levels of what `like` measures (same metric, facets, subject, sort of status) in the given period.

        Nothing when the subject of `like` is not known.
        """
        return self.levels.of(like, period)

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
    def levels(self) -> Levels:
        """The plain levels, by what they measure."""
        return Levels(self.figures)

    @cached_property
    def amounts(self) -> Amounts:
        """The levels that add up."""
        return Amounts(self.figures)

    @cached_property
    def open_changes(self) -> tuple[OpenChange, ...]:
        """The changes that lack a level, with the levels that they may be set against."""
        return tuple(open_changes(self.relations_of("change"), self.claims, self.levels))

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
            Conflict(a, b, Meeting(sure=False), (), lenient=True, slip=slip_between(a, b))
            for a, b in twins_among(self.figures + self._nameless) if id(a) not in told and id(b) not in told
        )

    @cached_property
    def series(self) -> Series:
        """The lists of figures, to be searched for a figure told elsewhere."""
        return Series(self.relations_of("series"))

    @cached_property
    def joins(self) -> Joins:
        """The levels told together, to be joined to changes told elsewhere."""
        return Joins(self.claims, self.relations)

    def candidates(self) -> Iterator[tuple[Claim, ...]]:
        """Sets of figures of which some may state one fact: each group alone, and with groups of open setting."""
        within: dict[_Key, list[_Key]] = {key: [] for key in self._groups if None in key}
        for key in self._groups if within else ():
            for open_key in _wider(*key):
                if open_key in within:
                    within[open_key].append(key)
        backgrounds = {key: Background(claims) for key, claims in self._groups.items()} if within else {}
        for key, claims in self._groups.items():
            yield claims
            for other in within.get(key, ())[:_MOST_GROUPS]:
                mine, theirs = backgrounds[key], backgrounds[other]
                if tied := mine.tied_to(theirs):
                    yield tied + theirs.tied_to(mine)

    @cached_property
    def figures(self) -> tuple[Claim, ...]:
        """The claims that can be compared at all, in the order of their places."""
        return tuple(sorted((claim for claim in self.claims if why_unfit(claim) is None), key=_PLACE))

    @cached_property
    def _by_kind(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[claim.kind].append(claim)
        return found

    @cached_property
    def _related(self) -> dict[str, list[Relation]]:
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            found[relation.kind].append(relation)
        return found

    @cached_property
    def _nameless(self) -> tuple[Claim, ...]:
        """Amounts of which only their digits and the words around them tell what they measure."""
        return tuple(claim for claim in self.claims if claim.kind == "quantity" and claim.metric is None and claim.reading)

    @cached_property
    def _groups(self) -> dict[_Key, tuple[Claim, ...]]:
        groups: dict[_Key, list[Claim]] = defaultdict(list)
        numbers: dict[_Key, int] = {}  # quicker to hash than what they stand for
        for claim in self.figures:
            thing = numbers.setdefault(_thing(claim), len(numbers))
            groups[(thing, claim.subject, claim.period)].append(claim)
        return {key: tuple(claims) for key, claims in groups.items()}

    @cached_property
    def _series(self) -> dict[_Key, tuple[Claim, ...]]:
        series: dict[_Key, list[Claim]] = defaultdict(list)
        for claim in self.figures:
            thing = _thing(claim)
            series[(thing,)].append(claim)
            series[(thing, claim.subject)].append(claim)
        return {key: tuple(claims) for key, claims in series.items()}


def _wider(thing: object, subject: object, period: object) -> Iterator[_Key]:
    """The keys of groups that say less of their setting."""
    if subject is not None:
        yield thing, None, period
    if period is not None:
        yield thing, subject, None
        if subject is not None:
            yield thing, None, None


def _thing(claim: Claim) -> _Key:
    """What is measured, apart from whom and when."""
    return role_of(claim), claim.measure, claim.metric, frozenset(claim.facets) if claim.facets else _WHOLE

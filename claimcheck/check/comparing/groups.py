"""The figures of a run in groups: those of one thing, of one subject, in one period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter, itemgetter

from claimcheck.check.comparing.comparable import role_of
from claimcheck.model.claim import Claim
from claimcheck.model.period import Period

GroupKey = tuple[int, str | None, int | None]  # thing, subject and period, the first and the last by numbers
Group = Sequence[Claim]
_Key = tuple[object, ...]

_PLACE = attrgetter("path", "start", "end")
_ASKED = itemgetter("role", "measure", "metric", "facets", "subject", "period")  # as for `thing_of`, with whom and when
_FEWEST_TIED = 2  # metrics that one formula can tie
_WHOLE: frozenset[str] = frozenset()  # of a metric without facets


class Groups:
    """All groups, in the order of the first figure of each; None is a subject or a period like others.

    Things and periods go by numbers, which are quicker to hash than what they stand for.
    """

    def __init__(self, figures: Sequence[Claim]) -> None:
        self._things: dict[_Key, int] = {}
        self._times: dict[_Key, int] = {}
        things, times = self._things, self._times
        groups: dict[GroupKey, list[Claim]] = defaultdict(list)
        known: dict[int, int] = {}  # times by the objects that tell them, which the claims keep alive
        for claim in figures:
            role, measure, metric, facets, subject, period = _ASKED(vars(claim))
            named = role or "level", measure, metric, frozenset(facets) if facets else _WHOLE
            thing = things.setdefault(named, len(things))
            time = None
            if period is not None and (time := known.get(id(period))) is None:
                time = known[id(period)] = times.setdefault(_days(period), len(times))
            groups[thing, subject, time].append(claim)
        self.by_key: Mapping[GroupKey, Group] = groups
        self._levels: dict[_Key, list[int]] = defaultdict(list)
        self._measures = {number: measure for (_, measure, *_), number in things.items()}
        for (role, _, metric, facets), number in things.items():
            if role == "level":
                self._levels[metric, facets].append(number)

    def levels(self, like: Claim, period: Period) -> Group:
        """All levels of what a figure measures (same metric, facets, subject) in a period, in whatever measure."""
        time = self._times.get(_days(period))
        things = self._levels.get((like.metric, _facets(like)), ()) if time is not None else ()
        found = [group for thing in things if (group := self.by_key.get((thing, like.subject, time)))]
        if len(found) < 2:
            return found[0] if found else ()
        return sorted((claim for group in found for claim in group), key=_PLACE)

    def plain_levels(self, names: Iterable[str]) -> Iterator[Group]:
        """The levels without facets of some metrics, by names in which a hyphen may be an underscore."""
        for name in sorted(names):
            for thing in self._plain.get(name, ()):
                yield from self._by_thing[thing]

    def are_alone(self, names: Iterable[str]) -> bool:
        """True where the levels without facets are of one of some metrics at most."""
        return sum(name in self._plain for name in names) < _FEWEST_TIED

    @cached_property
    def _plain(self) -> dict[str, list[int]]:
        """The things that are levels without facets, by the name of their metric."""
        found: dict[str, list[int]] = defaultdict(list)
        for (metric, facets), things in self._levels.items():
            if not facets:
                found[str(metric).replace("-", "_")].extend(things)
        return found

    @cached_property
    def _by_thing(self) -> dict[int, list[Group]]:
        found: dict[int, list[Group]] = defaultdict(list)
        for (thing, _, _), group in self.by_key.items():
            found[thing].append(group)
        return found

    def in_several_measures(self) -> Iterator[Group]:
        """The levels of one metric, subject and period, where these come in several measures."""
        measures: dict[object, set[object]] = defaultdict(set)
        for (metric, _), things in self._levels.items():
            measures[metric].update(self._measures[thing] for thing in things)
        named = {
            thing: metric for (metric, _), things in self._levels.items() for thing in things
            if len(measures[metric]) > 1
        }
        facts: dict[_Key, list[Group]] = defaultdict(list)
        for (thing, subject, time), group in self.by_key.items() if named else ():
            if thing in named and subject and time is not None:
                facts[named[thing], subject, time].append(group)
        for fact in facts.values():
            if len({group[0].measure for group in fact}) > 1:
                yield sorted((claim for group in fact for claim in group), key=_PLACE)

    def wider(self) -> dict[GroupKey, list[GroupKey]]:
        """The groups of an open subject or period, each with those of the same thing that say more of their setting."""
        found: dict[GroupKey, list[GroupKey]] = {key: [] for key in self.by_key if None in key}
        for key in self.by_key if found else ():
            thing, subject, time = key
            if subject is not None and (nobody := (thing, None, time)) in found:
                found[nobody].append(key)
            if time is not None and (never := (thing, subject, None)) in found:
                found[never].append(key)
            if subject is not None and time is not None and (neither := (thing, None, None)) in found:
                found[neither].append(key)
        return found


def thing_of(claim: Claim) -> _Key:
    """What is measured, apart from whom and when."""
    return role_of(claim), claim.measure, claim.metric, _facets(claim)


def _facets(claim: Claim) -> frozenset[str]:
    return frozenset(claim.facets) if claim.facets else _WHOLE


def _days(period: Period) -> _Key:
    return period.start, period.end, period.sort

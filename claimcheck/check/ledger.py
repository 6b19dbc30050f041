"""All claims of a run, indexed so that each may find those it can be compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from claimcheck.check.changes.attained import Attained
from claimcheck.check.changes.gaps import Gaps
from claimcheck.check.changes.joins import Joins
from claimcheck.check.changes.levels import Levels, OpenChange, open_changes
from claimcheck.check.changes.named_gaps import NamedGaps
from claimcheck.check.changes.pairing import Pairing
from claimcheck.check.changes.reckonings import Reckonings
from claimcheck.check.comparing.accounts import Conflict, Weighed, weigh
from claimcheck.check.comparing.backgrounds import Background
from claimcheck.check.comparing.comparable import Meeting
from claimcheck.check.comparing.days import Days
from claimcheck.check.comparing.evidence import Evidence
from claimcheck.check.comparing.groups import Group, GroupKey, Groups, thing_of
from claimcheck.check.comparing.slips import slip_between
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.likeness.companions import Companions
from claimcheck.check.likeness.counterparts import Counterparts
from claimcheck.check.likeness.headlines import misprinted_headlines
from claimcheck.check.likeness.recalls import Recalls
from claimcheck.check.likeness.twins import twins_among
from claimcheck.check.ordering.boards import Boards
from claimcheck.check.parts.addends import Addends
from claimcheck.check.parts.amounts import Amounts
from claimcheck.check.parts.quotas import Quotas
from claimcheck.check.parts.shares import Shares
from claimcheck.check.parts.wholes import Wholes
from claimcheck.check.records.marks import Marks
from claimcheck.check.records.series import Series
from claimcheck.check.roll import Roll
from claimcheck.model.claim import Claim, ClaimKind, Relation
from claimcheck.model.period import Period

_Key = tuple[object, ...]
_MOST_GROUPS = 40  # that a group of open subject or period may be tried against, so that the cost stays linear
_MOST_FIGURES = 400  # of one thing that a record may be tried against


@dataclass(frozen=True)
class Ledger:
    """The claims and relations of all reports; `trial` for a few with one edited, whose findings nobody reads."""

    claims: Sequence[Claim]
    relations: Sequence[Relation]
    trial: bool = False

    def claims_of(self, kind: ClaimKind) -> Sequence[Claim]:
        """The claims of one kind, in the order given."""
        return self._roll.by_kind.get(kind, ())

    def relations_of(self, kind: str) -> Sequence[Relation]:
        """The relations of one kind, in the order given."""
        return self._related.get(kind, ())

    def all_groups(self) -> list[Group]:
        """Figures that state one fact: same metric, facets, subject, period and measure, None being one like others."""
        return list(self.groups.by_key.values())

    def level(self, like: Claim, period: Period) -> tuple[Claim, ...]:
        """A few levels of what `like` measures (same metric, facets, subject, sort of status) in the given period.

        Nothing when the subject of `like` is not known.
        """
        return self.levels.of(like, period)

    def over_time(self, like: Claim) -> tuple[Claim, ...]:
        """Figures that measure what `like` does in any period: of its subject or of none stated."""
        thing = thing_of(like)
        if like.subject is None:
            return self._series.get((thing,), ())
        return self._series.get((thing, like.subject), ()) + self._series.get((thing, None), ())

    def everywhere(self, like: Claim) -> tuple[Claim, ...]:
        """Figures that measure what `like` does, of any subject in any period."""
        return self._series.get((thing_of(like),), ())

    @cached_property
    def groups(self) -> Groups:
        """The figures by what they state."""
        return Groups(self.figures)

    @cached_property
    def levels(self) -> Levels:
        """The plain levels, by what they measure."""
        return Levels(self.figures, self.groups)

    @cached_property
    def amounts(self) -> Amounts:
        """The levels that add up."""
        return Amounts(self.all_groups())

    @cached_property
    def open_changes(self) -> tuple[OpenChange, ...]:
        """The changes that lack a level, with the levels that they may be set against."""
        apart = {id(claim) for gap in self.relations_of("gap") for claim in gap.roles["difference"]}
        changes = [change for change in self._roll.changes if id(change) not in apart]  # "32 short of the forecast"
        return tuple(open_changes(self.relations_of("change"), changes, self.levels))

    @cached_property
    def weighed(self) -> tuple[Weighed, ...]:
        """Sets of several figures of which some may state one fact, each with the conflicts among them."""
        return tuple([weigh(claims) for claims in self.candidates() if len(claims) > 1])

    @cached_property
    def agreeing(self) -> frozenset[int]:
        """The ids of the groups of which one value fits all figures at face value."""
        return frozenset([id(each.claims) for each in self.weighed if each.agree])

    @property
    def _moves(self) -> tuple[Relation, ...]:
        """The changes that words tell, and the levels that they set against each other."""
        return tuple(chain(self.relations_of("change"), self.relations_of("levels")))

    @cached_property
    def moved(self) -> dict[int, str]:
        """Which way each figure moved that words call where something rose or fell to, by the ids of the figures."""
        moves = chain(self.relations_of("movement"), self.relations_of("change"))
        return {id(claim): move.direction for move in moves if move.direction for claim in move.roles.get("to", ())}

    @cached_property
    def twins(self) -> tuple[Conflict, ...]:
        """Conflicts of figures whose names leave open whether they meet, and that are shown to be one all the same."""
        told = {id(claim) for sets in self.weighed for each in sets.conflicts for claim in (each.first, each.second)}
        pairs = chain(
            twins_among([*self.figures, *self._roll.nameless], self.stories, self.evidence, self.days),
            Companions(self.stories, self.evidence).pairs(),
            Counterparts(self.stories, self.evidence, self._moves, self.days).pairs(),
            Attained(self.stories, self.evidence, self._moves).pairs(),
            Recalls(self.stories, self.relations_of("recall")).pairs(),
            misprinted_headlines(self.stories, self.evidence),
        )
        return tuple(
            Conflict(a, b, Meeting(sure=False), (), lenient=True, slip=slip_between(a, b))
            for a, b in pairs if id(a) not in told and id(b) not in told
        )

    @cached_property
    def series(self) -> Series:
        """The lists of figures, to be searched for a figure told elsewhere."""
        return Series(self.relations_of("series"))

    @cached_property
    def marks(self) -> Marks:
        """What may be an extreme, and the lists in which it stands."""
        return Marks(self.relations_of("mark"), self.series, self.stories)

    @cached_property
    def reckonings(self) -> Reckonings:
        """The levels of stories, to be reckoned with against changes told elsewhere."""
        return Reckonings(self.stories, self.evidence, Pairing(self.relations, self.evidence))

    @cached_property
    def shares(self) -> Shares:
        """The levels of stories, to be taken for the parts and wholes of shares."""
        portions = self.relations_of("portion")
        tied = [relation for relation in self.relations if relation.kind in ("share", "total", "quota")]
        wholes = Wholes(self.stories, tied, portions)
        quotas = Quotas(self.stories, self.evidence, self.relations_of("quota"))
        gaps, stated = self.relations_of("gap"), self.relations_of("share")
        return Shares(self.stories, self.evidence, wholes, gaps, quotas, portions, stated)

    @cached_property
    def addends(self) -> Addends:
        """The figures of stories, to be taken for wholes that parts told elsewhere miss."""
        return Addends(self.stories, self.evidence, self.relations_of("column"))

    @cached_property
    def gaps(self) -> Gaps:
        """The levels of stories, to be set against the gaps told elsewhere."""
        return Gaps(self.stories, self.evidence)

    @cached_property
    def named_gaps(self) -> NamedGaps:
        """The same for gaps between two that are named."""
        return NamedGaps(self.stories, self.evidence, self.boards, self.gaps, self.relations_of("gap"))

    @cached_property
    def boards(self) -> Boards:
        """The lists and tables of stories, in which a place told elsewhere may be looked up."""
        return Boards(self.stories, self.relations_of("entry"), self.relations_of("column"), self.relations_of("pair"))

    @cached_property
    def evidence(self) -> Evidence:
        """What the words of figures tell of one another."""
        return Evidence(self.stories)

    @cached_property
    def joins(self) -> Joins:
        """The levels told together, to be joined to changes told elsewhere."""
        return Joins(self.claims, self.relations, self.stories)

    @cached_property
    def stories(self) -> Stories:
        """Which reports tell of one matter."""
        return Stories(self.claims)

    @cached_property
    def days(self) -> Days:
        """The days that reports tell."""
        return Days(self.claims_of("date"))

    def candidates(self) -> Iterator[Group]:
        """Sets of figures of which some may state one fact: each group alone, and with groups of open setting."""
        groups, wider = self.groups.by_key, self.groups.wider()
        backgrounds: dict[GroupKey, Background] = {}
        for key, claims in groups.items():
            yield claims
            others = wider.get(key)
            if not others:
                continue
            mine = Background.of(claims)
            for other in others[:_MOST_GROUPS]:
                if len(groups[other]) == 1 and not mine.may_be_tied_to_one(groups[other][0]):
                    continue
                theirs = backgrounds.get(other) or backgrounds.setdefault(other, Background.of(groups[other]))
                if mine.may_be_tied_to(theirs) and (tied := mine.tied_to(theirs)):
                    yield tied + theirs.tied_to(mine)

    @property
    def figures(self) -> Sequence[Claim]:
        """The claims that can be compared at all, in the order of their places."""
        return self._roll.figures

    @property
    def ranges(self) -> Sequence[Claim]:
        """The figures between two ends, changes apart, in the order given."""
        return self._roll.ranges

    @property
    def changes(self) -> Sequence[Claim]:
        """The rises and falls, in the order given."""
        return self._roll.changes

    @property
    def counts(self) -> Sequence[Claim]:
        """The numbers of things that have a name, in the order given."""
        return self._roll.counts

    @property
    def unfit(self) -> Sequence[tuple[Claim, str]]:
        """The claims that can be compared with no other figure, and why."""
        return self._roll.unfit

    @cached_property
    def _roll(self) -> Roll:
        return Roll(self.claims)

    @cached_property
    def _related(self) -> dict[str, list[Relation]]:
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            found[relation.kind].append(relation)
        return found

    @cached_property
    def _series(self) -> dict[_Key, tuple[Claim, ...]]:
        series: dict[_Key, list[Claim]] = defaultdict(list)
        for claim in self.figures:
            thing = thing_of(claim)
            series[(thing,)].append(claim)
            series[(thing, claim.subject)].append(claim)
        return {key: _few(claims) for key, claims in series.items()}


def _few(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The figures, of too many the first of those that tell the same."""
    if len(claims) <= _MOST_FIGURES:
        return tuple(claims)
    told: dict[_Key, Claim] = {}
    for claim in claims:
        told.setdefault((claim.subject, claim.period, claim.status, claim.reading), claim)
    return tuple(told.values())[:_MOST_FIGURES]

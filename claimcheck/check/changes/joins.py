"""Joins: the two levels of a change that stands in another sentence or another report.

A change whose sentence gives one of its levels is set against two levels told together elsewhere when one of these is
the same figure: equal in value, with so many digits and shared words that nothing else can be meant. A change without
any level is joined only to the one pair of levels of the same thing in another report of the same story. Neither is
joined where anything known speaks against it: the time over which the change is measured, the periods, the places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from claimcheck.check.changes.level_pairs import OTHER, lies_between
from claimcheck.check.changes.levels import base_of
from claimcheck.check.changes.one_change import (
    are_of_one_lag,
    are_stated_apart,
    is_measured_from,
    is_of_one_owner,
    is_of_one_thing,
    may_be_meant_as_well,
)
from claimcheck.check.changes.rates import POINTS
from claimcheck.check.comparing.comparable import are_alike, role_of
from claimcheck.check.comparing.evidence import in_one_sentence
from claimcheck.check.comparing.objections import head_of
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.comparing.stems import noun_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.parts.quotients import size_of
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.slips import is_misprint

_TELLING_DIGITS = 2
_MANY_DIGITS = 3
_WITNESSES = 3
_SHARED_NAMES = 2
_NEARLY = Decimal("1.25")  # times that one level may be the other, for a change of few digits
_CLOSE = 3  # so many anchors in common make two reports one story, as shared names do
_MOST_FIGURES = 60  # of a report that are tried as the level before
_MOST_PAIRS = 8  # with one level in common that a change is tried on

Levels = tuple[Claim, Claim]


@dataclass(frozen=True)
class Joins:
    """The pairs of levels and the changes of all reports, ready to be joined."""

    claims: Sequence[Claim]
    relations: Sequence[Relation]
    stories: Stories

    def __bool__(self) -> bool:
        return bool(self._pairs)

    def levels_for(self, relation: Relation) -> list[Levels]:
        """The later and the earlier level of a change that lacks one or both; the level it has is one of them."""
        if not self._pairs:
            return []
        (change, *_) = relation.roles["change"]
        for role in ("to", "from"):
            for anchor in relation.roles.get(role, ()):
                return [
                    (anchor, pair.roles["from"][0]) if role == "to" else (pair.roles["to"][0], anchor)
                    for pair in self._with_level(role, anchor)
                    if self._is_same_figure(anchor, pair.roles[role][0], is_measured_from(change, pair))
                    and self._may_join(change, relation, pair)
                ]
        if change.measure == POINTS and self._is_made_elsewhere(change, relation.direction):
            return []
        return [(pair.roles["to"][0], pair.roles["from"][0]) for pair in self._of_thing(change, relation)]

    def _is_made_elsewhere(self, change: Claim, direction: str) -> bool:
        """True for a change in points that two rates of another name explain."""
        pairs = (pair.roles for path in self.stories.near(change.path) for pair in self._by_path.get(path, ()))
        ends = ((roles["to"][0], roles["from"][0]) for roles in pairs)
        return change.reading is not None and any(
            to.measure == "percent" and None not in (to.reading, base.reading)
            and lies_between(change, direction, to, base) for to, base in ends
        )

    def missed_by_digit(self, relation: Relation) -> list[Levels]:
        """The level that a change leads to, and the only figure of another report that it misses by a digit.

        The figure stands beside the very level of the change, or has many digits and counts no other thing; where the
        change has few, it lies near that level and beside no larger figure, of which it may be a part.
        """
        (change, *_) = relation.roles["change"]
        to = next(iter(relation.roles.get("to", ())), None)
        if to is None or not (isinstance(to.value, Decimal) and isinstance(change.value, Decimal)) or change.hedge:
            return []
        if relation.scope == OTHER or len(digits_of(change)) < _TELLING_DIGITS:
            return []
        if to.measure != ("percent" if change.measure == POINTS else change.measure):
            return []
        found: dict[Decimal, Claim] = {}
        for path in self.stories.sisters(change.path):
            for base in self.stories.figures(path)[:_MOST_FIGURES]:
                if not isinstance(base.value, Decimal) or not _is_in_unit(base, to):
                    continue
                moved = to.value - base.value if relation.direction == "up" else base.value - to.value
                if moved == abs(change.value):
                    return []
                if moved > 0 and is_misprint(abs(change.value), moved) and self._is_side(change, to, base):
                    found[base.value] = base
        return [(to, _in_unit(base, to)) for base in found.values()] if len(found) == 1 else []

    def _is_side(self, change: Claim, to: Claim, base: Claim) -> bool:
        if change.base is not None and (base.period is None or not change.base.overlaps(base.period)):
            return False
        beside = [each for each in self.stories.beside(base) if each.value == to.value]
        if any(in_one_sentence(each, base) and each.period == base.period for each in beside):
            return False  # "in October petrol cost 1.76 and diesel 1.73": two things at one time
        if len(digits_of(to)) >= _MANY_DIGITS and beside:
            return True
        if role_of(base) != "level" or not are_alike(base.status, to.status) or to.measure != "count":
            return False
        one, other = noun_of(to), noun_of(base)
        alike = one == other if one and other else bool(other) or not to.context.isdisjoint(base.context)
        if not alike or min(len(digits_of(to)), len(digits_of(base))) < _MANY_DIGITS:
            return False
        if len(digits_of(change)) >= _MANY_DIGITS:
            return True
        is_part = any(size_of(each) > size_of(base) for each in self.stories.beside(base))
        return not is_part and size_of(to) < _NEARLY * size_of(base) < _NEARLY**2 * size_of(to)

    def year_before(self, relation: Relation) -> list[Levels]:
        """The level that a change leads to, and the only level of such things that another report gives for its base.

        The change tells what is counted, of whom, and from when; two figures of that setting leave it open.
        """
        (change, *_) = relation.roles["change"]
        to = next(iter(relation.roles.get("to", ())), None)
        base = base_of(change)
        if to is None or base is None or to.subject is None or not noun_of(to) or relation.scope == OTHER:
            return []
        found = [
            claim for path in self.stories.sisters(change.path) for claim in self.stories.figures(path)[:_MOST_FIGURES]
            if claim.period == base and claim.subject == to.subject and claim.measure == to.measure
            and noun_of(claim) == noun_of(to) and role_of(claim) == "level" and are_alike(claim.status, to.status)
            and set(claim.facets) == set(to.facets)
        ]
        return [(to, found[0])] if len({claim.value for claim in found}) == 1 else []

    def _may_join(self, change: Claim, relation: Relation, pair: Relation) -> bool:
        """False where two levels may be of two things of one time, or were measured from another time than a change."""
        base = pair.roles["from"][0].period
        if pair.kind == "levels" and not pair.scope and base is None and change.base is None:
            to = pair.roles["to"][0]
            if (to.path, to.start) not in self._moved:
                return False  # "64,300 against 41,900"
        return are_of_one_lag(change, relation, pair)

    def _with_level(self, role: str, anchor: Claim) -> list[Relation]:
        return [
            pair for pair in self._by_level.get((role, anchor.measure, anchor.value), ())
            if pair.path != anchor.path or not pair.start <= anchor.start < pair.end
        ][:_MOST_PAIRS]

    def _of_thing(self, change: Claim, relation: Relation) -> list[Relation]:
        """The only pair of levels of what a lone change is of, in each other report of its story."""
        head = head_of(change)
        told = self._changes_of.get((change.path, head), ()) if head else ()
        if not told or any(each is not change and may_be_meant_as_well(each, change) for each in told):
            return []
        by_path: dict[str, list[Relation]] = defaultdict(list)
        for pair in self._by_head.get(head, ())[:_MOST_PAIRS]:
            by_path[pair.path].append(pair)
        return [
            pairs[0] for path, pairs in sorted(by_path.items())
            if len(pairs) == 1 and path != change.path and self._are_of_one(change, relation, pairs[0])
            and is_of_one_thing(change, relation, pairs[0])
            and self._may_join(change, relation, pairs[0])
        ]

    def _is_same_figure(self, a: Claim, b: Claim, base_alike: bool = False) -> bool:
        """True for two mentions of one figure: what they share leaves no other reading.

        base_alike: whether the change and the pair are measured from one time, which is a witness too.
        """
        if len(digits_of(a)) < _TELLING_DIGITS or not are_alike(a.status, b.status) or are_stated_apart(a, b):
            return False
        shared = len(a.context & b.context)
        alike = bool(head_of(a)) and head_of(a) == head_of(b)
        if not (shared or alike):
            return False
        many_digits = len(digits_of(a)) >= _MANY_DIGITS
        names = alike * (1 + a.known)
        return shared + names + self._are_one_story(a, b) + many_digits + base_alike >= _WITNESSES

    def _are_one_story(self, a: Claim, b: Claim) -> bool:
        """True for figures of one report, or of two that share names or further anchors."""
        if a.path == b.path or len(a.story & b.story) >= _SHARED_NAMES:
            return True
        return self.stories.closeness(a.path, b.path) >= _CLOSE

    def _are_of_one(self, change: Claim, relation: Relation, pair: Relation) -> bool:
        """True for figures of one story, or of one owner where the reports are few: there no other can be meant."""
        told = self._are_one_story(change, pair.roles["to"][0])
        return told or (self.stories.is_handful and is_of_one_owner(change, relation, pair))

    @cached_property
    def _pairs(self) -> list[Relation]:
        """Every two levels told together, each once."""
        kept: dict[tuple[object, ...], Relation] = {}
        for relation in self.relations:
            to, base = relation.roles.get("to", ()), relation.roles.get("from", ())
            if relation.kind in ("levels", "change") and to and base and to[0].measure == base[0].measure:
                kept.setdefault((relation.path, to[0].start, base[0].start), relation)
        return list(kept.values())

    @cached_property
    def _by_path(self) -> dict[str, list[Relation]]:
        found: dict[str, list[Relation]] = defaultdict(list)
        for pair in self._pairs:
            found[pair.path].append(pair)
        return found

    @cached_property
    def _moved(self) -> frozenset[tuple[str, int]]:
        """Where the levels stand that a verb says something rose or fell to."""
        return frozenset(
            (level.path, level.start) for relation in self.relations if relation.kind == "movement"
            for level in relation.roles.get("to", ())
        )

    @cached_property
    def _by_level(self) -> dict[tuple[object, ...], list[Relation]]:
        found: dict[tuple[object, ...], list[Relation]] = defaultdict(list)
        for pair in self._pairs:
            for role in ("to", "from"):
                level = pair.roles[role][0]
                found[(role, level.measure, level.value)].append(pair)
        return found

    @cached_property
    def _by_head(self) -> dict[str, list[Relation]]:
        found: dict[str, list[Relation]] = defaultdict(list)
        for pair in self._pairs:
            for head in {head_of(claim) for claims in pair.roles.values() for claim in claims} - {""}:
                found[head].append(pair)
        return found

    @cached_property
    def _changes_of(self) -> dict[tuple[str, str], list[Claim]]:
        """The changes of one thing that a report tells."""
        found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        counted = {id(claim): claim for claim in self.claims if claim.role == "change" and claim.trend}
        for relation in self.relations:
            if relation.kind == "change":
                counted.update((id(claim), claim) for claim in relation.roles["change"])
        for claim in counted.values():
            found[(claim.path, head_of(claim))].append(claim)
        return found


def _is_in_unit(base: Claim, to: Claim) -> bool:
    return base.measure == to.measure or (base.unit == "count" and base.noun is None)


def _in_unit(base: Claim, to: Claim) -> Claim:
    """The figure with the unit that the head of its column or list gives it."""
    return base if base.measure == to.measure else base.model_copy(update={"measure": to.measure, "unit": to.unit})

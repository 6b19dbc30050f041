"""Whether a change told in one report is of the two levels that another one sets against each other."""

from __future__ import annotations

from claimcheck.check.changes.level_pairs import OTHER
from claimcheck.check.comparing.comparable import are_alike
from claimcheck.check.comparing.objections import are_set_apart
from claimcheck.check.comparing.times import are_of_two_times
from claimcheck.model.claim import Claim, Relation

_YEAR = "year"
_DONE_OR_PLANNED = {"plan", "outcome"}
_YEARLY = (_YEAR, "season")


def are_stated_apart(a: Claim, b: Claim) -> bool:
    """True when something stated sets two figures apart."""
    facets = a.metric == b.metric and set(a.facets) != set(b.facets)
    return facets or are_of_two_times(a, b)


def is_measured_from(change: Claim, pair: Relation) -> bool:
    """True for a change that the text measures from the time of the pair's earlier level."""
    return change.base is not None and change.base == pair.roles["from"][0].period


def are_of_one_lag(change: Claim, relation: Relation, pair: Relation) -> bool:
    """False where the change is known to be measured from another time than the pair."""
    base = pair.roles["from"][0].period
    if relation.scope == OTHER:
        return False
    if change.base is not None and base is not None:
        return change.base.overlaps(base)
    if relation.scope and pair.scope:
        return relation.scope == pair.scope
    if change.base is None:
        return (relation.scope or pair.scope or _YEAR) in _YEARLY
    return pair.scope in ("", *_YEARLY)


def is_of_one_thing(change: Claim, relation: Relation, pair: Relation) -> bool:
    """True for a change that goes the way of the pair, of the same thing in the same story and time."""
    to, base = pair.roles["to"][0], pair.roles["from"][0]
    if are_stated_apart(change, to) or not (are_alike(change.status, to.status) or _is_resolved(change, to)):
        return False
    if change.subject and to.subject and change.known and change.subject != to.subject:
        return False
    if to.reading is None or base.reading is None or to.reading.lenient.low is None or base.reading.lenient.low is None:
        return False
    return relation.direction == ("up" if to.reading.lenient.low > base.reading.lenient.low else "down")


def _is_resolved(change: Claim, level: Claim) -> bool:
    """True for what one report calls a plan and the other tells as done ("the 56% rise in the wage")."""
    return {change.status, level.status} == _DONE_OR_PLANNED


def may_be_meant_as_well(other: Claim, change: Claim) -> bool:
    """False for a change of another owner, and for one the other way in a year of its own."""
    if None not in (other.subject, change.subject) and other.subject != change.subject:
        return False
    return other.period is None or other.period == change.period or other.trend in ("", change.trend)


def is_of_one_owner(change: Claim, relation: Relation, pair: Relation) -> bool:
    """True for a change of what two levels are of, by name, owner and time, that is not told of one of several."""
    to = pair.roles["to"][0]
    if not (_is_named_for(change, to) and _has_owner_of(change, to)) or are_set_apart(change, to):
        return False
    return not change.marks - to.marks - to.context and _are_told_of_one_time(change, relation, pair)


def _has_owner_of(change: Claim, level: Claim) -> bool:
    """True for a change of a level's owner, be it but named in the report of the change."""
    if change.subject is None and level.subject is not None and level.known:
        return level.story.issuperset(level.subject.split()) and change.story.issuperset(level.subject.split())
    return change.subject is not None and change.subject == level.subject


def _is_named_for(change: Claim, level: Claim) -> bool:
    """True for a change of what a level is of, by a name of more than one word if that is but a part of the level's."""
    mine, yours = ({*(claim.metric or "").split()} for claim in (change, level))
    return mine == yours or (len(mine) > 1 and mine < yours)


def _are_told_of_one_time(change: Claim, relation: Relation, pair: Relation) -> bool:
    """True where the times of a change and of two levels are told alike, or not at all."""
    to, base = pair.roles["to"][0], pair.roles["from"][0]
    if relation.scope:
        years = to.period is not None and base.period is not None and to.period.shifted_years(-1) == base.period
        apart = change.sides and to.sides and change.sides.isdisjoint(to.sides)
        return not apart and (relation.scope == pair.scope or years)
    if change.period is not None or to.period is not None:
        return change.period == to.period or change.base == base.period is not None
    return change.sides <= to.sides

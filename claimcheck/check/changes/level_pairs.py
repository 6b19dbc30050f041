"""Pairs of levels: a later and an earlier one that a change may lie between, and what it comes to between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from claimcheck.check.changes.rates import POINTS, lead_in_points, make_points
from claimcheck.check.comparing.slips import are_near_as_told, as_told, digits_of
from claimcheck.check.formulas.relation_rule import is_multiple
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.ends import about_halfway
from claimcheck.model.interval import Interval

_ONE_RESULT = 0.02  # of a change, within which two pairs make the same
_HUNDRED = 100
_FEWEST_DIGITS = 2  # of a level that ties the sentence of a change to others, and of an amount that none make by chance
_BESIDE = 120  # characters between two levels told one after the other
NEXT = 300  # characters between two figures of neighbouring sentences
_MOST_AROUND = 80  # levels of one report that are asked whether a change lies between them
_FARTHEST = 3  # times that a level may be the other one
OTHER, _YEARS = "other", "years"  # than the year before, and over several years: when a change is measured from

Sized = tuple[float, Claim]  # how large a level is, and the level


@dataclass(frozen=True, slots=True)
class LevelPair:
    """A later and an earlier level, what the words tell for them, and about what the change between them is.

    turned: whether they moved the other way than the words tell.
    """

    to: Claim
    base: Claim
    score: float
    size: float
    turned: bool = False


def near_pairs(levels: Iterable[Claim], bases: Sequence[Claim]) -> Iterator[tuple[Sized, Sized]]:
    """Each level and earlier level of one measure, both among the levels, where they may be of one thing.

    They may not where they differ too much; levels that do not differ at all are no pair.
    """
    by_measure: dict[str | None, list[Sized]] = {base.measure: [] for base in bases}
    sizes: dict[int, float] = {}
    for level in levels:
        if level.measure in by_measure:
            sizes[id(level)] = size = middle_of(level)
            by_measure[level.measure].append((size, level))
    for base in bases:
        before = sizes[id(base)]
        for after, to in by_measure[base.measure]:
            if after != before and after <= _FARTHEST * before and before <= _FARTHEST * after:
                yield (after, to), (before, base)


def around_change(change: Claim, levels: list[Claim]) -> list[Claim]:
    """Of the levels of one report, in the order of its text, those nearest to a change; the first ones of another one.

    So many are more than any story has, and the cost of a long report stays linear.
    """
    if len(levels) <= _MOST_AROUND:
        return levels
    at = bisect_left(levels, change.start, key=lambda level: level.start) if levels[0].path == change.path else 0
    first = max(0, min(at - _MOST_AROUND // 2, len(levels) - _MOST_AROUND))
    return levels[first : first + _MOST_AROUND]


def levels_like(change: Claim, levels: list[Claim], ends: Sequence[Claim]) -> list[Claim]:
    """Of the levels of one report, those that a change may be between by their measure and place.

    ends: the levels that the sentence of the change gives.
    """
    if change.measure != "percent":
        measure = "percent" if change.measure == POINTS else change.measure
        levels = [level for level in levels if level.measure == measure]
    if change.measure == POINTS:
        return [level for level in levels if level.form == "digits"]
    if levels and levels[0].path == change.path:
        sentence = change.sentence
        return [level for level in levels if level.sentence != sentence or level in ends]
    return levels


def is_near(level: Claim, places: Sequence[int]) -> bool:
    """True for a level that stands at or near one of some places, which are in order."""
    at = bisect_left(places, level.start)
    return (at < len(places) and places[at] - level.start < NEXT) or (at > 0 and level.start - places[at - 1] < NEXT)


def fits_pair(change: Claim, pair: LevelPair) -> bool:
    """True for two levels that a change may lie between; points are their plain difference."""
    assert change.reading is not None
    if change.measure == POINTS:
        return not pair.turned and make_points(change, pair.to, pair.base)
    return not pair.turned and not change.reading.lenient.is_disjoint(change_between(change, pair))


def lies_between(change: Claim, direction: str, to: Claim, base: Claim) -> bool:
    """True for a change that goes the way from one level to another, and that they make."""
    turned = bool(direction) and (middle_of(to) > middle_of(base)) != (direction == "up")
    return fits_pair(change, LevelPair(to, base, 0.0, 0.0, turned))


def bases_among(relation: Relation, levels: Iterable[Claim]) -> list[Claim]:
    """The levels that a change may be measured from, by their time and by what the sentence of the change tells."""
    (change, *_), told = relation.roles["change"], relation.roles.get("from", ())
    base = change.base
    is_dated = base is not None if change.measure == POINTS else relation.scope == OTHER
    return [
        level for level in levels
        if (not is_dated if (period := level.period) is None else base is None or base.overlaps(period))
        and all(are_one_amount(each, level) for each in told)
    ]


def may_lie_between(relation: Relation, to: Claim, base: Claim) -> bool:
    """False for levels in no order of time, and where the change leads to another one by its own sentence."""
    if to.period is not None and base.period is not None and to.period.start < base.period.start:
        return False
    if to.period == base.period and to.metric != base.metric:
        return False  # two things of one time, as what is bought and what is sold
    if relation.scope == _YEARS and not _are_years_apart(to, base):
        return False
    return all(are_one_amount(told, to) for told in relation.roles.get("to", ()))


def _are_years_apart(to: Claim, base: Claim) -> bool:
    """True for levels that are known to be of two years, with another one between."""
    return to.period is not None and base.period is not None and to.period.start.year - base.period.start.year > 1


def is_other(one: LevelPair, pair: LevelPair) -> bool:
    """True for a pair that makes another change."""
    return abs(one.size - pair.size) > _ONE_RESULT * pair.size


def is_of_other_end(change: Claim, pair: LevelPair) -> bool:
    """True for a change in per cent that is measured from the later level, or that calls per cent points."""
    if change.measure not in ("percent", POINTS):
        return False
    after, before = middle_of(pair.to), middle_of(pair.base)
    share = (abs(1 - before / after) if change.measure == "percent" else abs(after / before - 1)) * _HUNDRED
    return are_near_as_told(change, share) and as_told(change, share) == change.value


def leads_alone(change: Claim, pair: LevelPair, pairs: Sequence[LevelPair]) -> bool:
    """True for the rates of a change in points for which much more speaks than for any other of some pairs.

    Where the change tells what year it is measured from, the earlier rate must be known to be of a year as well, as
    must one that the report tells in a later paragraph.
    """
    is_told_later = pair.base.path == change.path and pair.base.line > change.line
    if pair.base.period is None and (change.base is not None or is_told_later):
        return False
    others = [(each.score, each.size) for each in pairs if is_other(each, pair)]
    return lead_in_points(change, (pair.score, pair.size), others)


def size_between(change: Claim, after: float, before: float) -> float:
    """About what a change between two levels comes to, in its own measure and without its sign."""
    if change.measure != "percent":
        return abs(after - before)
    return after / before * _HUNDRED if is_multiple(change) else abs(after / before - 1) * _HUNDRED


def change_between(change: Claim, pair: LevelPair) -> Interval:
    """What a change between two levels comes to at the widest, in its own measure and without its sign."""
    assert pair.to.reading is not None
    assert pair.base.reading is not None
    one, other = pair.to.reading.lenient, pair.base.reading.lenient
    if is_multiple(change):
        return (one / other).scale(_HUNDRED)
    moved = other - one if middle_of(pair.to) < middle_of(pair.base) else one - other
    return (moved / other).scale(_HUNDRED) if change.measure == "percent" else moved


def are_one_amount(a: Claim, b: Claim) -> bool:
    """True for the same amount, be one of them rounded."""
    if a.measure != b.measure or a.reading is None or b.reading is None:
        return False
    return a.value == b.value or not a.reading.strict.is_disjoint(b.reading.strict)


def middle_of(claim: Claim) -> float:
    """About the amount of a figure, in its measure."""
    assert claim.reading is not None
    values = claim.reading.strict
    return 0.0 if values.low is None or values.high is None else about_halfway(values.low, values.high)


def is_made_of_neighbours(change: Claim, levels: Iterable[Claim]) -> bool:
    """True for an exact amount by which two levels told one after the other differ, whatever these are called."""
    if change.measure in ("percent", POINTS) or change.hedge or len(digits_of(change)) < _FEWEST_DIGITS:
        return False
    told = [(level.start, level.value) for level in levels
            if level.measure == change.measure and isinstance(level.value, Decimal)]
    return any(
        0 < after - at < _BESIDE and abs(value - base) == change.value for (at, base), (after, value) in pairwise(told)
    )


def are_told_to_move(relation: Relation, to: Claim, base: Claim) -> bool:
    """True for two levels of another report, that of a change's sentence and one of the year it is measured from."""
    (change, *_) = relation.roles["change"]
    if change.base is None or base.period != change.base or not to.path == base.path != change.path:
        return False
    return is_anchored(relation, to)


def is_anchored(relation: Relation, to: Claim) -> bool:
    """True for a level of two digits or more that the sentence of a change says it leads to."""
    ends = relation.roles.get("to", ())
    return any(len(digits_of(end)) >= _FEWEST_DIGITS and are_one_amount(end, to) for end in ends)

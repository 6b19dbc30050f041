"""Doubts: whether other figures of a report make right what a relation says, so that the words tied the wrong ones.

A sentence that gives several figures of one unit may be read in more than one way. Where a relation comes out with a
neighbour of one of its figures, with a part fewer, or as what is left of the whole, nothing speaks for an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, permutations, product

from claimcheck.check.comparing.comparable import role_of
from claimcheck.check.comparing.evidence import in_one_sentence
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.parts.quotients import divided, percentage_of, size_of
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.interval import Interval

_HUNDRED = 100
_QUOTIENTS = {"share": ("share", "part", "whole"), "ratio": ("ratio", "total", "base")}  # what is made, over, under
_FEWEST_PARTS = 3
_FEWEST_DIGITS = 2  # of what parts lack and a later sentence tells
_MOST_FLOWS = 5
_MOST_LEVELS = 6  # of a sentence that are tried on each other
_BESIDE = 2  # characters between two figures in apposition
_OUT_OF = 30  # characters between a number and the one that it is told out of
_NEAR = 700  # characters from a relation to a figure that may be meant instead of one of its own
_MOST = 40  # such figures

_ALL = Interval.point(_HUNDRED)


def comes_out_otherwise(relation: Relation, stories: Stories) -> bool:
    """True for a share, an average, a total or a change that other figures nearby make right."""
    if relation.kind in _QUOTIENTS:
        return _is_made_by_others(relation, *_QUOTIENTS[relation.kind], stories)
    if relation.kind == "change":
        change, to, base = (_only(relation, role) for role in ("change", "to", "from"))
        if change is None or to is None or base is None:
            return False
        made = is_rate_of_neighbours(change, (to, base), relation.direction, stories)
        return made or _is_balance_of_flows(relation, stories)
    if relation.kind != "total" or relation.scope == "itemised":
        return False
    return _is_total_of_fewer(relation) or _is_total_of_neighbour(relation, stories)


def is_proved(share: Claim, stories: Stories) -> bool:
    """True for a percentage that two amounts of its sentence make, or that makes up 100 with its like beside it."""
    if share.measure != "percent" or share.reading is None:
        return False
    beside = [
        claim for claim in stories.figures(share.path)
        if claim is not share and in_one_sentence(claim, share)
        and claim.reading is not None and isinstance(claim.value, Decimal)
    ]
    like = [claim for claim in beside if claim.measure == "percent"]
    if len(like) >= _FEWEST_PARTS - 1:
        together = share.reading.strict
        for claim in like:
            assert claim.reading is not None
            together += claim.reading.strict
        if together.contains(_HUNDRED):
            return True
    amounts = [claim for claim in beside if role_of(claim) == "level" and size_of(claim) > 0][:_MOST]
    return any(
        part.measure == whole.measure and size_of(part) < size_of(whole)
        and not share.reading.strict.is_disjoint(percentage_of(part, whole))
        for part in amounts for whole in amounts
    )


def _is_made_by_others(relation: Relation, made: str, over: str, under: str, stories: Stories) -> bool:
    """True for a quotient that comes out with another figure in place of one of the two it is of.

    A share may be what is left of the whole, or the part may be the whole of another; but no other part is meant where
    one stands right beside it ("62% (875 people)"), nor what is left where something fell "to" a third.
    """
    told, first, second = (_only(relation, role) for role in (made, over, under))
    if told is None or first is None or second is None or told.reading is None:
        return False
    tried = [(first, other) for other in _beside(relation, second, stories)]
    if not _are_apposed(told, first):
        tried += [(other, second) for other in _beside(relation, first, stories)]
    if relation.kind != "share":
        return any(not told.reading.strict.is_disjoint(divided(*pair)) for pair in tried)
    tried += [(other, first) for other in _beside(relation, second, stories)]
    shares = [] if relation.direction == "down" else [_ALL - percentage_of(first, second)]
    shares += [percentage_of(*pair) for pair in tried if size_of(pair[0]) < size_of(pair[1])]
    return any(not told.reading.strict.is_disjoint(share) for share in shares)


def _are_apposed(one: Claim, other: Claim) -> bool:
    """True for two figures with nothing but a bracket or a mark between them."""
    first, last = sorted((one, other), key=lambda claim: claim.start)
    return last.start - (first.end or first.start) <= _BESIDE


def _is_balance_of_flows(relation: Relation, stories: Stories) -> bool:
    """True for a change that comes of all flows in its sentence: "fell by 80: 90 came, 120 went, 50 were dropped"."""
    change, to, base = (_only(relation, role) for role in ("change", "to", "from"))
    if change is None or to is None or base is None or to.sentence != base.sentence or change.measure != to.measure:
        return False
    flows = [
        claim for claim in stories.figures(relation.path)
        if claim.sentence == to.sentence and claim.measure == to.measure and claim.start > change.start
        and isinstance(claim.value, Decimal)
    ]
    if not _FEWEST_PARTS <= len(flows) <= _MOST_FLOWS:
        return False
    ways = product(*((size_of(flow), -size_of(flow)) for flow in flows))
    return any(sum(way) == change.value for way in ways)


def is_rate_of_neighbours(change: Claim, levels: tuple[Claim, Claim], direction: str, stories: Stories) -> bool:
    """True for a rate that other levels of its sentence make right: "900 points at 64 stations, up 20% from 750".

    levels: those that the rate does not fit, be they of another measure: "a quarter less in value, 9 million instead
    of 12".
    """
    to, base = levels
    if change.measure != "percent" or change.reading is None:
        return False
    beside = [each for each in stories.figures(change.path)
              if in_one_sentence(each, change) and each.measure != "percent"
              and each.reading is not None and role_of(each) == "level" and size_of(each) > 0]
    for now, then in permutations(beside, 2) if len(beside) <= _MOST_LEVELS else ():
        if {now.start, then.start} == {to.start, base.start} or now.measure != then.measure:
            continue  # the other way round, or two things
        rate = percentage_of(now, then) - _ALL if direction == "up" else _ALL - percentage_of(now, then)
        if not change.reading.strict.is_disjoint(rate):
            return True
    return False


def are_of_two_groups(one: Claim, other: Claim, stories: Stories) -> bool:
    """True for two numbers of one sentence, each told out of a larger one of its own: "9 of 120 here, 15 of 118 there".

    They are no level and the one before it, unless they are known to be of two times.
    """
    if not in_one_sentence(one, other) or one.period != other.period:
        return False
    first, second = sorted((one, other), key=lambda claim: claim.start)
    figures = [each for each in stories.figures(one.path) if each.start > first.start and in_one_sentence(each, one)]
    return all(
        out_of is not None and out_of is not second and out_of.start - (level.end or level.start) <= _OUT_OF
        and out_of.unit == level.unit == "count" and size_of(out_of) > size_of(level)
        for level in (first, second)
        for out_of in [next((each for each in figures if each.start > level.start and each.reading), None)]
    )


def _is_total_of_fewer(relation: Relation) -> bool:
    """True for three or more parts all but one of which make up the whole to the last digit."""
    whole, parts = _only(relation, "whole"), relation.roles.get("part", ())
    if whole is None or len(parts) < _FEWEST_PARTS or not isinstance(whole.value, Decimal):
        return False
    values = [part.value for part in parts if isinstance(part.value, Decimal)]
    if len(values) < len(parts):
        return False
    return any(sum(fewer) == whole.value for fewer in combinations(values, len(values) - 1))


def _is_total_of_neighbour(relation: Relation, stories: Stories) -> bool:
    """True for parts that make up another amount of the whole's sentence: "2.6 of the goal of 3: 1.4, 0.9 and 0.3".

    Or what they lack is told further on: "5,240 GWh: hydro 2,310, wind 1,880, sun 250. Coal delivered 800 GWh".
    """
    whole, parts = _only(relation, "whole"), relation.roles.get("part", ())
    if whole is None or not isinstance(whole.value, Decimal):
        return False
    made = sum(part.value for part in parts if isinstance(part.value, Decimal))
    others = [each for each in stories.figures(relation.path) if each.measure == whole.measure and each not in parts]
    if any(each.value == made and in_one_sentence(each, whole) for each in others):
        return True
    return any(
        each.value == whole.value - made and len(digits_of(each)) >= _FEWEST_DIGITS
        and abs(each.start - whole.start) < _NEAR for each in others
    )


def _only(relation: Relation, role: str) -> Claim | None:
    claims = relation.roles.get(role, ())
    return claims[0] if len(claims) == 1 and claims[0].reading is not None else None


def _beside(relation: Relation, like: Claim, stories: Stories) -> Iterator[Claim]:
    """The other amounts in the unit of a figure that stand near a relation."""
    own = {id(claim) for claims in relation.roles.values() for claim in claims}
    near = (
        claim for claim in stories.figures(relation.path)
        if id(claim) not in own and claim.measure == like.measure and _may_count_the_same(claim, like)
        and claim.value != like.value and role_of(claim) == "level"
        and isinstance(claim.value, Decimal) and claim.value > 0
        and relation.start - _NEAR < claim.start < relation.end + _NEAR
    )
    for _, claim in zip(range(_MOST), near, strict=False):
        yield claim


def _may_count_the_same(claim: Claim, like: Claim) -> bool:
    """True for numbers of one sort of things; one may leave out of what."""
    return claim.noun == like.noun or claim.noun is None or like.noun is None

"""Places in an order: against other places, moves, those named ahead, and one another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from claimcheck.check.ledger import Ledger
from claimcheck.check.ordering.standings import misfit_of
from claimcheck.check.outcomes import agreed, finding_of, in_order
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import counted
from claimcheck.packs.schema.rules import RuleSpec

_SIZE = re.compile(r"(\d+) ")  # of what is ranked: "119 countries"


def check_moves(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for moves by another number of places than lie between the place left and the place reached."""
    for relation in ledger.relations_of("move"):
        move, left, reached = (relation.roles[role][0] for role in ("move", "from", "to"))
        steps = abs(_value(reached) - _value(left))
        if move.reading is None:
            continue
        claims = (move, left, reached)
        if move.reading.lenient.contains(steps):
            yield agreed(rule, claims, f"{steps} places lie between")
            continue
        yield finding_of(
            rule, in_order(claims), f"{quote(move)}: from {left.text} to {reached.text} is {counted(steps, 'place')}.",
            f"From {quote(left)} to {quote(reached)} is {counted(steps, 'place')}, not {quote(move)}.",
        )


def check_named_ahead(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for places with more named ahead of them than there are places ahead, or with less than they have.

    The rule's `more` key lists metrics of which more is better. A list that gives another place bears witness in the
    same finding.
    """
    places = {(place.path, place.start): place for place in ledger.relations_of("place")}
    for relation in ledger.relations_of("ahead"):
        rank, names, own = (relation.roles[role][0] for role in ("rank", "ahead", "own"))
        if relation.direction == "below" and own.metric in rule.when.get("more", ()):
            yield finding_of(
                rule, in_order((own, names)), f"{quote(names)} is named ahead of {quote(own)}, which is more.",
                f"By {own.metric} who has more is ahead, yet {quote(own)} is put behind {quote(names)}.",
            )
            continue
        if not has_too_many_ahead(relation):
            yield agreed(rule, (rank, names), f"{names.value} named ahead leave room for that place")
            continue
        place = places.get((rank.path, rank.start))
        misfit = misfit_of(place, ledger.boards) if place else None
        yield finding_of(
            rule, in_order((rank, names, *((misfit.own, *misfit.others) if misfit else ()))),
            f"{quote(rank)}, but {names.value} {'is' if names.value == 1 else 'are'} named ahead: {quote(names)}.",
            f"With {names.value} ahead, each with a figure beyond that of {quote(relation.roles['own'][0])}, the place "
            f"can be {_value(names) + 1} at best, not {_value(rank)}.",
        )


def has_too_many_ahead(relation: Relation) -> bool:
    """True where as many or more are named ahead of a place as would push it down."""
    return _value(relation.roles["ahead"][0]) >= _value(relation.roles["rank"][0])


def check_ranks(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for one thing at two places of one order, and for places behind the last.

    An order is one where subject, measure, scope and year are the same.
    """
    groups: dict[object, dict[int, Claim]] = defaultdict(dict)
    for standing in ledger.relations_of("standing"):
        rank = standing.roles["rank"][0]
        size = _SIZE.match(rank.place or "")
        if size and _value(rank) > int(size[1]):
            yield finding_of(rule, in_order((rank,)), f"{quote(rank)}, but only {rank.place} are ranked.",
                           f"Among {rank.place} there is no place {_value(rank)}.")
        if rank.subject and rank.metric and rank.place and rank.period:
            key = (rank.subject.lower(), rank.metric, rank.place, rank.period)
            groups[key].setdefault(_value(rank), rank)
    for told in groups.values():
        ranks = [told[value] for value in sorted(told)]
        if len(ranks) == 1:
            yield agreed(rule, (ranks[0],), "one place")
        for one, other in combinations(ranks, 2):
            yield finding_of(
                rule, in_order((one, other)), f"{one.subject}, {one.period}: {quote(one)} against {quote(other)}.",
                f"Both places are of {one.subject} in {one.period}, by {one.metric}, in one order ({one.place}): "
                f"{quote(one)} and {quote(other)}.",
            )


def _value(claim: Claim) -> int:
    assert claim.value is not None
    assert not isinstance(claim.value, tuple)
    return int(claim.value)

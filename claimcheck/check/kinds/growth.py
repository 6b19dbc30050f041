"""The method "growth": a change set against levels that stand in other sentences or other reports.

Where the words tie no level to the change, the ledger is asked for levels of the same thing in the period of the change
and in the period it is measured from. What is not stated is not guessed: without both periods nothing is compared,
save that a change over a year without a base is measured from the year before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, product

from claimcheck.check.echoes import merge_echoes
from claimcheck.check.ledger import Ledger
from claimcheck.check.relation_rule import RelationRule, ready
from claimcheck.check.working import judge
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.period import Period
from claimcheck.packs.schema.rules import RuleSpec

_SCALE_SLIP = 100
_MOST_PAIRS = 16  # of levels that one change is tried on


def check_growth(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """The findings and verdicts of one rule on all changes whose levels have to be looked up."""
    parsed = ready(rule)
    return merge_echoes(
        outcome for relation in _changes(ledger) for outcome in _on_levels(parsed, relation, ledger)
    )


def _changes(ledger: Ledger) -> Iterator[Relation]:
    """Every change that lacks a level: those that a relation states in part, and those that stand alone."""
    tied: set[int] = set()
    for relation in ledger.relations:
        if relation.kind == "change":
            tied.update(map(id, relation.roles.get("change", ())))
            if not (relation.roles.get("to") and relation.roles.get("from")):
                yield relation
    for claim in ledger.claims:
        if claim.role == "change" and claim.trend and id(claim) not in tied:
            yield Relation(
                kind="change", roles={"change": (claim,)}, path=claim.path, start=claim.start, end=claim.end,
                direction=claim.trend,
            )


def _on_levels(parsed: RelationRule, relation: Relation, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One outcome for a change: it agrees when some pair of levels fits, else the first misfit is reported."""
    (change, *_) = relation.roles["change"]
    stated = relation.roles.get("from")
    after = relation.roles.get("to") or _levels(ledger, change, change.period)
    if stated and not after:
        after = ledger.level_beside(change, stated[0])
    before = stated or _levels(ledger, change, _base_of(change))
    outcomes = [
        outcome
        for to, base in islice(product(after, before), _MOST_PAIRS)
        if _is_one_order(to, base)
        for outcome in _of_pair(parsed, relation, to, base)
    ]
    agreeing = [outcome for outcome in outcomes if isinstance(outcome, Verdict)]
    yield from agreeing[:1] or outcomes[:1]


def _levels(ledger: Ledger, change: Claim, period: Period | None) -> Sequence[Claim]:
    return () if period is None else ledger.level(change, period)


def _of_pair(parsed: RelationRule, relation: Relation, to: Claim, base: Claim) -> Iterator[Finding | Verdict]:
    full = relation.model_copy(
        update={"roles": {"change": relation.roles["change"][:1], "to": (to,), "from": (base,)}}
    )
    if parsed.why_not(full) is None:
        yield from judge(parsed, full, stated=False)


def _is_one_order(to: Claim, base: Claim) -> bool:
    """False for levels so far apart that one has a wrong scale, which the checks of scale tell better."""
    small, large = sorted((_size(to), _size(base)))
    return large < _SCALE_SLIP * small


def _size(claim: Claim) -> Decimal:
    value = claim.value[0] if isinstance(claim.value, tuple) else claim.value
    return abs(value) if value is not None else Decimal(0)


def _base_of(change: Claim) -> Period | None:
    """The period that a change is measured from: as stated, or the year before for a change over a whole year."""
    if change.base is not None:
        return change.base
    if change.period is not None and change.period.sort == "year":
        return change.period.shifted_years(-1)
    return None

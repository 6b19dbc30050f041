"""The method "arithmetic": figures that the text itself ties together must fit the formula of the rule.

A relation that lacks a figure of the formula is left to the method "growth", which looks for it in other sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from claimcheck.check.echoes import merge_echoes
from claimcheck.check.formulas.relation_rule import RelationRule, ready
from claimcheck.check.formulas.working import judge, may_hold_for
from claimcheck.check.hints.corroboration import corroborated
from claimcheck.check.ledger import Ledger
from claimcheck.check.parts.doubts import comes_out_otherwise
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec


def check_arithmetic(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """The findings and verdicts of one rule on all stated relations; raises InputError for a rule that is not sound."""
    parsed = ready(rule)
    found = (
        outcome
        for relation in ledger.relations_of(parsed.relation)
        if parsed.why_not(relation) is None
        for outcome in _outcomes(parsed, relation, ledger)
    )
    return found if ledger.trial else merge_echoes(found)  # the first misfit answers a trial


def _outcomes(parsed: RelationRule, relation: Relation, ledger: Ledger) -> Iterator[Finding | Verdict]:
    for outcome in judge(parsed, relation, worded=not ledger.trial):
        if isinstance(outcome, Verdict):
            yield outcome
        elif not comes_out_otherwise(relation, ledger.stories):
            fits = partial(_fits, parsed, relation, outcome.claims)
            yield corroborated(outcome, outcome.claims, fits, ledger)


def _fits(parsed: RelationRule, relation: Relation, figures: Sequence[Claim], one: Claim, other: Claim) -> bool:
    """True when the relation of some figures may hold with another one in place of one of them, and few others do so.

    Any small figure keeps a sum below a limit, and says nothing of what is wrong.
    """
    if parsed.formula.comparison != "==":
        return False
    own = set(map(id, figures))
    roles = {
        role: [other if claim is one else claim for claim in relation.roles[role] if id(claim) in own]
        for role in parsed.formula.names
    }
    return may_hold_for(parsed, roles, relation.direction)

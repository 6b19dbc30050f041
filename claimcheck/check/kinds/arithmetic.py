"""The method "arithmetic": figures that the text itself ties together must fit the formula of the rule.

A relation that lacks a figure of the formula is left to the method "growth", which looks for it in other sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.check.doubts import comes_out_otherwise
from claimcheck.check.echoes import merge_echoes
from claimcheck.check.ledger import Ledger
from claimcheck.check.relation_rule import ready
from claimcheck.check.working import judge
from claimcheck.model.finding import Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec


def check_arithmetic(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """The findings and verdicts of one rule on all stated relations; raises InputError for a rule that is not sound."""
    parsed = ready(rule)
    return merge_echoes(
        outcome
        for relation in ledger.relations_of(parsed.relation)
        if parsed.why_not(relation) is None
        for outcome in judge(parsed, relation, worded=not ledger.trial)
        if isinstance(outcome, Verdict) or not comes_out_otherwise(relation, ledger.stories)
    )

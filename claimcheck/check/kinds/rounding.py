"""The method "rounding": a figure that is said to be rounded has no digits below the place it is rounded to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.finding import Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec


def check_rounding(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One outcome for each figure of which the text says to what it is rounded."""
    for relation in ledger.relations_of("rounding"):
        value, place = relation.roles["value"][0], Decimal(relation.scope)
        if not isinstance(value.value, Decimal):
            continue
        if value.value % place == 0:
            yield agreed(rule, (value,), f"{quote(value)} is a multiple of {place:,}")
            continue
        yield Finding(
            rule=rule.id, kind=rule.kind, claims=(value,), severity=severity_of(rule, (), lenient=True),
            message=f"{quote(value)} is said to be rounded to the nearest {place:,}, yet is no multiple of it.",
            explanation=f"{value.value:,} leaves {value.value % place:,} when divided by {place:,}.",
        )

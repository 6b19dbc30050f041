"""Where severity comes from: which readings conflict, and whether everything compared was stated."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model.claim import Claim
from claimcheck.model.finding import SEVERITIES, Severity
from claimcheck.packs.schema.rules import RuleSpec


def severity_of(rule: RuleSpec, claims: Iterable[Claim], *, lenient: bool, sure: bool = True) -> Severity:
    """The level of a conflict of these claims.

    A conflict of lenient readings is as severe as the rule allows, but at most a warning when some part of a claim was
    inferred, or when the rule is not `sure` that both cannot hold; a conflict of strict readings only
    (`lenient` false) is a note.
    """
    if not lenient:
        return "note"
    ceiling: Severity = "error" if sure and all(claim.sure for claim in claims) else "warning"
    return min(rule.severity, ceiling, key=SEVERITIES.index)

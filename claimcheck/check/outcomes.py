"""What methods say of the claims they compare: a finding, or a verdict of those that agree or cannot be told."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.check.severity import severity_of
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims in the order in which they are read."""
    return tuple(sorted(claims, key=lambda claim: (claim.path, claim.start)))


def finding_of(
    rule: RuleSpec, claims: Iterable[Claim], message: str, explanation: str, *, sure: bool = True,
    repeats: tuple[Claim, ...] = (),
) -> Finding:
    """The finding that claims cannot all hold, even as widely as they may be read; sure: see `severity_of`."""
    claims = tuple(claims)
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity_of(rule, claims, lenient=True, sure=sure), message=message,
        explanation=explanation, claims=claims, repeats=repeats,
    )


def agreed(rule: RuleSpec, claims: Iterable[Claim], reason: str) -> Verdict:
    """The verdict that claims agree."""
    return Verdict(rule=rule.id, kind=rule.kind, verdict="agrees", claims=tuple(claims), reason=reason)


def undecided(rule: RuleSpec, claims: Iterable[Claim], reason: str) -> Verdict:
    """The verdict that nobody can tell whether claims agree."""
    return Verdict(rule=rule.id, kind=rule.kind, verdict="cannot-tell", claims=tuple(claims), reason=reason)

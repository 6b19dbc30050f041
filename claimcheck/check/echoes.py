"""One finding for one slip: reports that repeat the same sentence repeat its claims, not the finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict


def merge_echoes(outcomes: Iterable[Finding | Verdict]) -> Iterator[Finding | Verdict]:
    """Verdicts as they come; findings whose claims say the same in the same words are one, the rest its repeats."""
    first: dict[tuple[object, ...], Finding] = {}
    for outcome in outcomes:
        if isinstance(outcome, Verdict):
            yield outcome
            continue
        key = (outcome.rule, outcome.severity, *(_said(claim) for claim in outcome.claims))
        known = first.get(key)
        first[key] = outcome if known is None else _joined(known, outcome)
    yield from first.values()


def _said(claim: Claim) -> tuple[object, ...]:
    return claim.value, claim.measure, claim.metric, claim.subject, claim.period


def _joined(one: Finding, other: Finding) -> Finding:
    """The finding of the earlier place, whichever came first, with the claims of the other as repeats."""
    early, late = sorted((one, other), key=lambda finding: [(claim.path, claim.start) for claim in finding.claims])
    repeats = sorted((*one.repeats, *other.repeats, *late.claims), key=lambda claim: (claim.path, claim.start))
    return early.model_copy(update={"repeats": tuple(repeats)})

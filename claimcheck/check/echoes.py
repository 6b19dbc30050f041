"""One finding for one slip: reports that repeat a sentence or a text repeat its claims, not the finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.check.outcomes import in_order
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


def merge_copies(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each that copies of one text repeat told once, with the claims of the copies as its repeats.

    Two findings of one report are two, however alike they are.
    """
    kept: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        key: tuple[object, ...] = (finding.rule, finding.severity, *sorted(map(_printed, finding.claims)))
        if key not in kept:
            kept[key] = finding
        elif _paths(kept[key]) == _paths(finding):
            kept[(*key, len(kept))] = finding
        else:
            kept[key] = _joined(kept[key], finding)
    return tuple(kept.values())


def _printed(claim: Claim) -> tuple[str, str, str]:
    """The words of a claim and the text that they are of, whichever copy of it they stand in."""
    return claim.origin or claim.path, claim.kind, " ".join(claim.text.split()).casefold()


def _paths(finding: Finding) -> set[str]:
    return {claim.path for claim in finding.claims}


def _said(claim: Claim) -> tuple[object, ...]:
    return claim.value, claim.measure, claim.metric, claim.subject, claim.period


def _joined(one: Finding, other: Finding) -> Finding:
    """The finding of fewer reports, or of the earlier place, with the claims of the other as repeats."""
    early, late = sorted((one, other), key=lambda finding: (len(_paths(finding)), _places(finding.claims)))
    own = set(_places(early.claims))
    told = (*one.repeats, *other.repeats, *(claim for claim in late.claims if (claim.path, claim.start) not in own))
    repeats = in_order(told)
    return early.model_copy(update={"repeats": tuple(repeats)})


def _places(claims: Sequence[Claim]) -> list[tuple[str, int]]:
    return [(claim.path, claim.start) for claim in claims]

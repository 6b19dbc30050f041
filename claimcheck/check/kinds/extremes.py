"""The method "extremes": a range whose two ends a list gives, and another figure of the list outside it.

The range must be told of as many things as the list has ("the nine stations had between 48 and 126 mm"): it may else be
that of some of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, finding_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec


def check_extremes(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One finding for each range that leaves out a figure of the list from which both its ends are."""
    figures = ledger.claims_of("quantity") if ledger.ranges else ()
    counts = {(claim.path, claim.line, claim.value) for claim in figures if claim.measure == "count"}
    for claim in ledger.ranges:
        for scale, values in ledger.series.between(claim):
            if (claim.path, claim.line, Decimal(len(values))) in counts:
                yield _judge(rule, claim, scale, values)


def _judge(rule: RuleSpec, claim: Claim, scale: Decimal, values: tuple[Claim, ...]) -> Finding | Verdict:
    low, high = (end / scale for end in (claim.value if isinstance(claim.value, tuple) else (scale, scale)))
    ends = [value for value in values if value.value in (low, high)]
    outside = [value for value in values if isinstance(value.value, Decimal) and not low <= value.value <= high]
    if not outside:
        return agreed(rule, (claim, *ends), "the range takes in every figure of the list")
    told = tuple(sorted((claim, outside[0]), key=lambda each: (each.path, each.start)))
    return finding_of(
        rule, told,
        repeats=tuple(outside[1:]),
        message=f"{quote(claim)} is called the range, yet the list with both its ends also has {quote(outside[0])}.",
        explanation=f"The list gives {' and '.join(quote(end) for end in ends)}, and {quote(outside[0])} lies outside.",
    )

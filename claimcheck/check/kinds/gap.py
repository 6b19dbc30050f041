"""The method "gap": a lead or a margin told alone, set against the figures of both sides in another report.

The sides are two figures that follow one another there, one of them under a name that the sentence of the gap has as
well; their difference is the gap but for one digit, and no two others fit it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from claimcheck.check.comparable import role_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.severity import severity_of
from claimcheck.check.slips import digits_of
from claimcheck.check.stories import Stories, few_of_each, noun_of
from claimcheck.check.wording import amount, quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding
from claimcheck.model.slips import is_misprint
from claimcheck.packs.schema.rules import RuleSpec

_FEWEST_DIGITS = 3
_MOST_FIGURES = 60  # of a report that are tried
_UNHELD = ("denied", "hypothetical", "forecast", "plan", "target")


def check_gaps(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """At most one finding for each gap that is told without its sides."""
    for relation in few_of_each(ledger.relations_of("difference")):
        (gap, *_) = relation.roles["difference"]
        if "minuend" in relation.roles or gap.status in _UNHELD or gap.hedge or not isinstance(gap.value, Decimal):
            continue
        if len(digits_of(gap)) >= _FEWEST_DIGITS:
            sides = _sides(relation, gap, ledger.stories)
            if sides is not None:
                yield _finding(rule, gap, sides)


def _sides(relation: Relation, gap: Claim, stories: Stories) -> tuple[Claim, Claim] | None:
    """The only two neighbouring figures whose difference is the gap but for a digit; None where two others fit it."""
    assert isinstance(gap.value, Decimal)
    found: dict[tuple[Decimal, Decimal], tuple[Claim, Claim]] = {}
    for path in stories.sisters(relation.path):
        figures = [each for each in stories.figures(path)[:_MOST_FIGURES] if _may_be_side(each, gap)]
        for one, other in pairwise(figures):
            assert isinstance(one.value, Decimal)
            assert isinstance(other.value, Decimal)
            left = abs(one.value - other.value)
            if left == gap.value:
                return None
            if is_misprint(gap.value, left) and gap.context & (one.context | other.context):
                found[one.value, other.value] = (one, other)
    return next(iter(found.values())) if len(found) == 1 else None


def _may_be_side(each: Claim, gap: Claim) -> bool:
    if each.measure != gap.measure or not isinstance(each.value, Decimal) or role_of(each) != "level" or each.trend:
        return False
    return not (noun_of(each) and noun_of(gap)) or noun_of(each) == noun_of(gap) or each.unit == "count"


def _finding(rule: RuleSpec, gap: Claim, sides: tuple[Claim, Claim]) -> Finding:
    one, other = sorted(sides, key=lambda claim: claim.value, reverse=True)  # type: ignore[arg-type, return-value]
    assert isinstance(one.value, Decimal)
    assert isinstance(other.value, Decimal)
    left = amount(Fraction(one.value - other.value), one.unit)
    claims = tuple(sorted((gap, one, other), key=lambda claim: (claim.path, claim.start)))
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity_of(rule, claims, lenient=True), claims=claims,
        message=f"{quote(one)} less {quote(other)} is {left}, not {quote(gap)}.",
        explanation=f"Two reports of one matter: {quote(gap)} is told as what {quote(one)} is ahead of {quote(other)}.",
    )

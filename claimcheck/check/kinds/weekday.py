"""A weekday must be that of its date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec

_NAMES = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check_weekdays(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """A finding for each date whose weekday is another; a verdict for each whose weekday is right."""
    stated: dict[tuple[object, int], list[Claim]] = defaultdict(list)
    for claim in ledger.claims_of("date"):
        if claim.date is not None and claim.weekday is not None:
            stated[claim.date, claim.weekday].append(claim)
    for claims in stated.values():
        yield _judge(rule, claims)


def _judge(rule: RuleSpec, claims: Sequence[Claim]) -> Finding | Verdict:
    first = claims[0]
    assert first.date is not None
    assert first.weekday is not None
    true_name = _NAMES[first.date.isoweekday()]
    if first.date.isoweekday() == first.weekday:
        return agreed(rule, tuple(claims), f"{first.date.isoformat()} is a {true_name}")
    day = f"{first.date.day} {first.date:%B %Y}"
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        severity=severity_of(rule, [first], lenient=True),
        message=f"{quote(first)}: {day} is a {true_name}, not a {_NAMES[first.weekday]}.",
        explanation=f"{quote(first)} names a {_NAMES[first.weekday]}, but by the calendar {day} is a {true_name}. "
        "Either the weekday or the day of the month is wrong; the organiser's notice settles it.",
        claims=(first,),
        repeats=tuple(claims[1:]),
    )

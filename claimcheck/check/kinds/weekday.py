"""A weekday must be that of its date."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.check.hints.corroboration import with_witnesses
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec

_YEAR = 4  # characters of a date
WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check_weekdays(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """A finding for each date whose weekday is another; a verdict for each whose weekday is right.

    A report of the same story that gives the day its right weekday is quoted as well.
    """
    stated: dict[tuple[dt.date, int], list[Claim]] = defaultdict(list)
    told: dict[tuple[str, int], list[Claim]] = defaultdict(list)  # by month and day, whatever the year
    for claim in ledger.claims_of("date"):
        if claim.weekday is not None:
            told[(claim.identifier or "")[_YEAR:], claim.weekday].append(claim)
            if claim.date is not None:
                stated[claim.date, claim.weekday].append(claim)
    for (date, _), claims in stated.items():
        outcome = _judge(rule, claims)
        right = (
            each for each in told[f"{date:-%m-%d}", date.isoweekday()]
            if each.date in (None, date) and ledger.stories.are_sisters(claims[0].path, each.path)
        )
        witness = next(right, None)
        if isinstance(outcome, Finding) and witness is not None:
            outcome = with_witnesses(outcome, [witness], f"{quote(witness)} has the weekday of the calendar.")
        yield outcome


def _judge(rule: RuleSpec, claims: Sequence[Claim]) -> Finding | Verdict:
    first = claims[0]
    assert first.date is not None
    assert first.weekday is not None
    true_name = WEEKDAYS[first.date.isoweekday()]
    if first.date.isoweekday() == first.weekday:
        return agreed(rule, tuple(claims), f"{first.date.isoformat()} is a {true_name}")
    day = f"{first.date.day} {first.date:%B %Y}"
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        severity=severity_of(rule, [first], lenient=True),
        message=f"{quote(first)}: {day} is a {true_name}, not a {WEEKDAYS[first.weekday]}.",
        explanation=f"{quote(first)} names a {WEEKDAYS[first.weekday]}, but by the calendar {day} is a {true_name}. "
        "Either the weekday or the day of the month is wrong; the organiser's notice settles it.",
        claims=(first,),
        repeats=tuple(claims[1:]),
    )

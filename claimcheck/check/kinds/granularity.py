"""The method "granularity": whole things come in whole numbers, so not every share or average of a few is possible.

Of 8 patients 3 are 37.5 per cent and 4 are 50; nothing is 45. Keys of `when`:
    whole   nouns of things that come whole, in the singular
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import span
from claimcheck.model.interval import Interval, decimal_text
from claimcheck.packs.schema.rules import RuleSpec

_HUNDRED = 100
_ROUND = ((10, 5), (5, Fraction(5, 2)))  # percentages that are multiples of it, and by how much they may be off
_SHOWN = 3  # digits of the shares that are possible


def check_granularity(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One outcome for each percentage or average of a few whole things."""
    nouns = frozenset(str(noun) for noun in rule.when.get("whole", ()))
    for relation in ledger.relations_of("sample"):
        part, whole = relation.roles["part"][0], relation.roles["whole"][0]
        if part.reading is None or not isinstance(whole.value, type(part.value)) or isinstance(whole.value, tuple):
            continue
        counted = whole if part.measure == "percent" else part
        if whole.value is not None and not nouns.isdisjoint((counted.noun or "").casefold().split()[-1:]):
            yield _judge(rule, part, whole, int(whole.value))


def _judge(rule: RuleSpec, part: Claim, whole: Claim, number: int) -> Finding | Verdict:
    one = Fraction(_HUNDRED if part.measure == "percent" else 1, number)
    counts = _widely(part).scale(1 / one)
    claims = tuple(sorted((part, whole), key=lambda claim: claim.start))
    if counts.low is None or counts.high is None or _holds_whole(counts):
        return agreed(rule, claims, f"some whole number gives {quote(part)}")
    below = floor(counts.low)
    mark, word = ("%", "of") if part.measure == "percent" else ("", "divided by")
    near = ", ".join(
        f"{count} {word} {number} is {decimal_text(count * one, _SHOWN)}{mark}" for count in (below, below + 1)
    )
    return Finding(
        rule=rule.id, kind=rule.kind, claims=claims, severity=severity_of(rule, (), lenient=True),
        message=f"No whole number gives {quote(part)} of {quote(whole)}: {near}.",
        explanation=f"{quote(part)} means {span(_widely(part), part.measure)}, so of {number} it would take "
        f"{span(counts, None)}; no whole number lies there.",
    )


def _widely(part: Claim) -> Interval:
    """What a share or an average may mean; round percentages are often rounder than their digits tell."""
    reading = reading_of(part).lenient
    if part.measure != "percent" or not isinstance(part.value, Decimal):
        return reading
    slack = next((slack for step, slack in _ROUND if part.value % step == 0), None)
    return reading if slack is None else reading.hull(Interval.around(part.value, slack))


def _holds_whole(counts: Interval) -> bool:
    assert counts.low is not None
    assert counts.high is not None
    return any(counts.contains(count) for count in range(ceil(counts.low), floor(counts.high) + 1))

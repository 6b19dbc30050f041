"""A record is at least as high as everything comparable before it (a low is at most as high).

The rule's `unlimited` key lists the scopes that limit nothing ("ever", "on record"); a scope with a year counts from
that year on ("since 1983"); any other scope is beyond judgement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.check.accounts import reading_of
from claimcheck.check.comparable import compare_apart_from_period
from claimcheck.check.ledger import Ledger
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote, span
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec

_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_SLACK_DAYS = 5  # months and leap years make periods of one sort differ by so many days


def check_superlative(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One finding for each record that an earlier figure had already passed."""
    unlimited = {str(scope) for scope in rule.when.get("unlimited", ())}
    for relation in ledger.relations:
        if relation.kind != "superlative":
            continue
        for record in relation.roles.get("value", ()):
            yield from _check_record(rule, ledger, relation, record, unlimited)


def _check_record(
    rule: RuleSpec, ledger: Ledger, relation: Relation, record: Claim, unlimited: set[str]
) -> Iterator[Finding | Verdict]:
    since = _first_year(relation.scope, unlimited)
    if since is None:
        yield Verdict(rule=rule.id, kind=rule.kind, verdict="cannot-tell", claims=(record,),
                      reason=f"the record is limited: {relation.scope}")
        return
    rivals = [
        claim for claim in ledger.over_time(record)
        if claim is not record and _is_earlier(claim, record, since) and _beats(claim, record, relation.direction)
    ]
    if rivals:
        yield _finding(rule, relation, record, rivals)


def _first_year(scope: str, unlimited: set[str]) -> int | None:
    """The first year that a record speaks for: 0 for all time; None when its scope says something else."""
    plain = " ".join(scope.lower().split())
    if not plain or plain in unlimited:
        return 0
    year = _YEAR.search(plain)
    return int(year[0]) if year and plain.startswith("since") else None


def _is_earlier(rival: Claim, record: Claim, since: int) -> bool:
    """True when the rival is a comparable figure of an earlier period of the same sort and length."""
    if isinstance(compare_apart_from_period(rival, record), str):
        return False
    if rival.period is None or record.period is None or rival.period.end is None or record.period.end is None:
        return False
    lengths = [(period.end - period.start).days for period in (rival.period, record.period) if period.end]
    if rival.period.sort != record.period.sort or abs(lengths[0] - lengths[1]) > _SLACK_DAYS:
        return False
    return rival.period.end <= record.period.start and rival.period.start.year >= since


def _beats(rival: Claim, record: Claim, direction: str) -> bool:
    high, low = (record, rival) if direction == "lowest" else (rival, record)
    floor, ceiling = reading_of(high).lenient, reading_of(low).lenient
    if floor.low is None or ceiling.high is None:
        return False
    return floor.low > ceiling.high or (floor.low == ceiling.high and (floor.low_open or ceiling.high_open))


def _finding(rule: RuleSpec, relation: Relation, record: Claim, rivals: list[Claim]) -> Finding:
    rival = min(rivals, key=lambda claim: (not claim.sure, claim.path, claim.start))
    claims = tuple(sorted((record, rival), key=lambda claim: (claim.path, claim.start)))
    echoes = tuple(claim for claim in rivals if claim is not rival)
    meeting = compare_apart_from_period(rival, record)
    severity = severity_of(rule, claims, lenient=True)
    if severity == "error" and (isinstance(meeting, str) or not meeting.sure):
        severity = "warning"
    side = "lower" if relation.direction == "lowest" else "higher"
    word = relation.direction or "highest"
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity, claims=claims, repeats=echoes,
        message=f"{quote(record)} is called the {word}, yet {quote(rival)} of {rival.period} was already {side}",
        explanation=f"{quote(record)} means {span(reading_of(record).lenient, record.measure)} in {record.period}; "
        f"{quote(rival)} means {span(reading_of(rival).lenient, rival.measure)} in {rival.period}.",
    )

"""A record is at least as high as every earlier figure that is known to be of the same thing (a low, at most as high).

The rule's `unlimited` key lists the words that limit nothing ("ever", "on record"); a scope with a year counts from
the year after it ("since 1983"), one that names the figure's own place or nation for all of it; any other scope is
beyond judgement. Lists, and figures of which the words alone tell what they are of, are for the method "called".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.comparing.comparable import compare_apart_from_period
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import in_order, undecided
from claimcheck.check.records.extents import phrases_of, without_history, years_in
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote, when
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import span
from claimcheck.model.letters import fold
from claimcheck.model.period import Period
from claimcheck.model.period_words import period_words
from claimcheck.packs.schema.rules import RuleSpec

_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_SINCE = re.compile(r"since \d{4}")
_SLACK_DAYS = 5  # months and leap years make periods of one sort differ by so many days


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a record speaks for: all years from `since` on, of its subject or of all its nation.

    alike: of each year only the same part, as for "the wettest October".
    """

    since: int
    nation: str | None = None
    alike: bool = False


def check_superlative(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One finding for each record that an earlier figure had already passed."""
    for relation, record in records_of(ledger):
        scope = _scope(relation.scope, record, rule)
        if scope is None:
            yield undecided(rule, (record,), f"the record is limited: {relation.scope}")
            continue
        rivals = passed_before(rule, ledger, relation, record)
        if rivals:
            yield _finding(rule, relation, record, rivals, scope)


def records_of(ledger: Ledger) -> Iterator[tuple[Relation, Claim]]:
    """Each record with its figure; one without a time is of the year of its report."""
    years = years_of_reports(ledger)
    for relation in ledger.relations_of("superlative"):
        for record in relation.roles.get("value", ()):
            if record.period is None and not relation.when and record.path in years:
                yield relation, record.model_copy(update={"period": years[record.path], "sure": False})
            else:
                yield relation, record


def passed_before(rule: RuleSpec, ledger: Ledger, relation: Relation, record: Claim) -> list[Claim]:
    """The earlier figures, known to be of the same thing, that beat a record."""
    scope = _scope(relation.scope, record, rule)
    if scope is None:
        return []
    scope = scope if relation.complete else replace(scope, alike=True)
    told = ledger.everywhere(record) if scope.nation else ledger.over_time(record)
    return [
        claim for claim in told
        if claim is not record and (claim.path, claim.line) != (record.path, record.line)
        and _is_earlier(claim, record, scope) and _beats_all(claim, record, relation)
    ]


def years_of_reports(ledger: Ledger) -> dict[str, Period]:
    """The year of each report whose first day is that of its head: a record without a time is one of that year."""
    return {path: Period.year(day.year) for path, day in days_of_reports(ledger).items()}


def days_of_reports(ledger: Ledger) -> dict[str, date]:
    """The first day of each report, where it is that of its head."""
    first: dict[str, Claim] = {}
    for claim in ledger.claims_of("date"):
        known = first.get(claim.path)
        if claim.date is not None and (known is None or claim.start < known.start):
            first[claim.path] = claim
    return {path: day.date for path, day in first.items() if day.date and not day.context}


def _scope(words: str, record: Claim, rule: RuleSpec) -> _Scope | None:
    """What a record speaks for; None when its scope says something else.

    A scope that names the record's own subject or place limits nothing; one that names its nation takes in all of it.
    """
    plain, nation = fold(words), None
    for place in (record.subject, record.place, record.nation):
        named = place and re.search(rf"\b(?:in|of|across|for) (?:the )?{re.escape(fold(place))}\b", plain)
        if place and named:
            plain = f"{plain[:named.start()]} {plain[named.end():]}"
            nation = place if place == record.nation else None
            break
    plain = without_history(plain, phrases_of(rule))
    year = _YEAR.search(plain)
    if year and plain.startswith("since"):
        return _Scope(int(year[0]) + 1, nation)  # "the highest since 1983" says that 1983 had more
    years = years_in(plain, phrases_of(rule))
    if years is not None and record.period is not None:
        # "the most in ten years" leaves open whether the first of them is counted, which is past for most of its months
        return _Scope(record.period.start.year - years + (2 if record.period.sort == "year" else 1), nation)
    for phrase in sorted(phrases_of(rule)["unlimited"], key=len, reverse=True):
        plain = plain.replace(fold(phrase), " ") if re.search(rf"\b{re.escape(fold(phrase))}\b", plain) else plain
    return None if plain.split() else _Scope(0, nation)


def _beats_all(rival: Claim, record: Claim, relation: Relation) -> bool:
    """True when a figure beats the record, or the mark that is said to be passed for the first time."""
    passed = relation.roles.get("passed", ())
    if not passed:
        return _beats(rival, record, relation.direction)
    if passed[0].measure != rival.measure:
        return False
    mark, reading = reading_of(passed[0]).strict, reading_of(rival).lenient
    if relation.direction == "lowest":
        limit = mark.high if mark.low is None else mark.low
        return limit is not None and reading.high is not None and reading.high < limit
    limit = mark.low if mark.high is None or passed[0].hedge else mark.high
    return limit is not None and reading.low is not None and reading.low > limit


def _is_earlier(rival: Claim, record: Claim, scope: _Scope) -> bool:
    """True when the rival is a comparable figure of an earlier period of the same sort and length."""
    if isinstance(compare_apart_from_period(rival, record, scope.nation), str):
        return False
    if rival.period is None or record.period is None or rival.period.end is None or record.period.end is None:
        return False
    if scope.alike and not _is_same_part(rival, record):
        return False
    lengths = [(period.end - period.start).days for period in (rival.period, record.period) if period.end]
    if rival.period.sort != record.period.sort or abs(lengths[0] - lengths[1]) > _SLACK_DAYS:
        return False
    return rival.period.end <= record.period.start and rival.period.start.year >= scope.since


def _is_same_part(rival: Claim, record: Claim) -> bool:
    """True for figures of one part of two years."""
    if rival.period is None or record.period is None:
        return False
    return rival.period.start.month == record.period.start.month


def _beats(rival: Claim, record: Claim, direction: str) -> bool:
    high, low = (record, rival) if direction == "lowest" else (rival, record)
    floor, ceiling = reading_of(high).lenient, reading_of(low).lenient
    if floor.low is None or ceiling.high is None:
        return False
    return floor.low > ceiling.high or (floor.low == ceiling.high and (floor.low_open or ceiling.high_open))


def _finding(
    rule: RuleSpec, relation: Relation, record: Claim, rivals: list[Claim], scope: _Scope
) -> Finding:
    rival = min(rivals, key=lambda claim: (not claim.sure, claim.path, claim.start))
    claims = in_order((record, rival))
    meeting = compare_apart_from_period(rival, record, scope.nation)
    severity = severity_of(rule, claims, lenient=True)
    if severity == "error" and (isinstance(meeting, str) or not meeting.sure):
        severity = "warning"
    side = "lower" if relation.direction == "lowest" else "higher"
    word = f"{relation.direction or 'highest'} figure"
    since = f" {relation.scope}" if _SINCE.fullmatch(relation.scope) else ""
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity, claims=claims,
        repeats=tuple(claim for claim in rivals if claim is not rival),
        message=f"{quote(record)} is called the {word}{since}, yet {quote(rival)} {_of_time(rival)} {side}.",
        explanation=f"{_told(record)}; {_told(rival)}.",
    )


def _of_time(rival: Claim) -> str:
    return "is" if rival.period is None else f"of {period_words(rival.period)} was already"


def _told(claim: Claim) -> str:
    dated = "" if claim.period is None else f" {when(claim.period)}"
    return f"{quote(claim)} means {span(reading_of(claim).lenient, claim.measure)}{dated}"

"""How long, how old, since when: durations, ages and anniversaries against the calendar."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, finding_of, in_order
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import counted
from claimcheck.model.interval import Interval
from claimcheck.model.letters import fold
from claimcheck.model.measure import measure_of
from claimcheck.model.period import Period
from claimcheck.model.period_words import period_words
from claimcheck.model.slips import is_misprint
from claimcheck.packs.schema.rules import RuleSpec

_HOURS = 24
_NO_YEAR = "XXXX"
_YEAR_TOLD = re.compile(r"\d{4}")
_SHORT = 92  # days up to which a stretch of time is told in days, whatever the words count in
_MONTH, _YEAR = Fraction(1461, 48), Fraction(1461, 4)
_MOST_NAMESAKES = 40  # claims under one name that are compared with each other, so that the cost stays linear
_MONTHLY = Fraction(1, 20)  # by which months differ from thirty days
_FARTHEST = Fraction(3, 2)  # times that a length may miss the time between two days that are told beside it
_MANY_BIRTHDAYS, _MORE_BIRTHDAYS = 2, 3  # years of age that tell of a slip, where both days are known or not
_NEARLY = 1  # years by which an anniversary may be kept early or late


def check_durations(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """A finding for each length of time that its own days do not have; a verdict for each that they do."""
    for relation in (*ledger.relations_of("duration"), *ledger.relations_of("lapse")):
        length = relation.roles["length"][0]
        ends = relation.roles.get("span") or relation.roles["first"] + relation.roles["last"]
        lasted = _time_between(ends)
        if length.reading is None or lasted is None:
            continue
        beside = relation.kind == "lapse"
        if beside or relation.direction == "apart":  # how long after one day the other is, is counted this way or that
            lasted += Interval.of(-_HOURS, 0)
        if beside and not _is_near(length, lasted):
            continue
        told = " to ".join(map(quote, ends))
        if not length.reading.lenient.is_disjoint(_lasting(length, lasted)):
            yield agreed(rule, (length, *ends), f"{told} lasts as long as {quote(length)}")
        else:
            yield finding_of(
                rule, in_order((length, *ends)), f"{quote(length)}: {told} is {_told(lasted, str(length.unit))}.",
                f"From first to last, {told} is {_told(lasted, str(length.unit))}; the text says {quote(length)}. "
                "Either the length or one of the two ends is wrong.",
            )


def _is_near(length: Claim, lasted: Interval) -> bool:
    """True for a length that is not far from some time, or a slip of it: else it may be that of another thing."""
    true = (lasted.middle or Fraction(0)) / measure_of(length.unit or "").factor
    if not true or not isinstance(length.value, Decimal):
        return False
    slip = length.unit == "day" and is_misprint(length.value, Decimal(round(true)))
    return slip or 1 / _FARTHEST <= Fraction(length.value) / true <= _FARTHEST


def _time_between(ends: Sequence[Claim]) -> Interval | None:
    """How long a stretch of time lasts, or the time between two days, in hours; None where no year is known.

    A day without its year is of that of the other, or of the next where it would lie before the first day.
    """
    first, last = ends[0], ends[-1]
    if first is last:
        return first.reading.lenient if first.reading else None
    known = first.date or last.date
    if known is None or first.identifier is None or last.identifier is None:
        return None
    begin, end = (each.date or _in_year(str(each.identifier), known.year) for each in (first, last))
    if begin is None or end is None:
        return None
    if last.date is None and end < begin:
        end = _in_year(last.identifier, known.year + 1) or end
    days = (end - begin).days
    return Interval.of(days * _HOURS, (days + 1) * _HOURS) if days > 0 else None


def _in_year(day: str, year: int) -> date | None:
    """A day without its year as that of a year; None for 29 February in most."""
    try:
        return date.fromisoformat(day.replace(_NO_YEAR, str(year)))
    except ValueError:
        return None


def check_orders(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for ends that lie before their beginnings; verdicts for those that do not."""
    for relation in ledger.relations_of("order"):
        first, last = relation.roles["first"][0], relation.roles["last"][0]
        begins, ends = first.identifier, last.identifier
        if begins is None or ends is None or _may_be_in_two_years(first, last):
            continue
        if begins <= ends:
            yield agreed(rule, (first, last), "the end follows the beginning")
            continue
        apart = "" if first.date is None or last.date is None else f", {_days(first.date - last.date)} earlier"
        yield finding_of(
            rule, in_order((first, last)), f"{quote(last)} is said to be the end, yet it lies before {quote(first)}.",
            f"What begins {quote(first)} cannot end {quote(last)}{apart}.",
        )


def _may_be_in_two_years(first: Claim, last: Claim) -> bool:
    """True for days of which not both tell their year, unless they are of one month: an end may be in the next year."""
    told = [_YEAR_TOLD.search(each.text) is not None for each in (first, last)]
    months = [str(each.identifier)[len(_NO_YEAR) : -len("-DD")] for each in (first, last)]
    if (first.date is None) != (last.date is None):
        return not all(told)
    return not any(told) and months[0] != months[1]


def _days(apart: timedelta) -> str:
    return counted(apart.days, "day")


def check_ages(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for ages that a person of one full name cannot have, born when another report says."""
    births = _by_name(ledger, "birth", "date")
    for age in (relation for relation in ledger.relations_of("age") if relation.when):
        value = age.roles["age"][0]
        for birth in births.get(_surname(age.scope), ())[:_MOST_NAMESAKES]:
            born = birth.roles["date"][0]
            if not _is_one_name(age.scope, birth.scope) or born.period is None or value.value is None:
                continue
            low, high = _years_lived(born.period, Period.parse(age.when))
            high += value.kind == "ordinal"  # a birthday may be told a little before its day
            pair = (value, born)
            if low <= int(value.value) <= high:  # type: ignore[arg-type]
                yield agreed(rule, pair, f"who was born then was {_either(low, high)}")
            elif age.path == birth.path or _is_one_story(value, born, birth.scope):
                yield finding_of(
                    rule, in_order(pair),
                    f"{quote(value)}: {birth.scope}, born {quote(born)}, was {_either(low, high)} in {age.when[:4]}.",
                    f"Born {quote(born)}, {birth.scope} was {_either(low, high)} years old at the time of the report "
                    f"({period_words(Period.parse(age.when))}), not {value.value}.",
                )


def check_two_ages(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for one person of a full name who is of two ages in two reports of one story."""
    ages = _by_name(ledger, "age", "age")
    for told in ages.values():
        for one, other in combinations(told[:_MOST_NAMESAKES], 2):
            if not ledger.stories.are_sisters(one.path, other.path) or not _is_one_name(one.scope, other.scope):
                continue
            pair = in_order((one.roles["age"][0], other.roles["age"][0]))
            apart = _years_apart(one, other)
            if apart == 0:
                yield agreed(rule, pair, "they may be one age")
            elif apart is not None:
                yield finding_of(
                    rule, pair, f"{one.scope} has two ages: {quote(pair[0])} and {quote(pair[1])}.",
                    f"Two reports tell how old {one.scope} is; no birthday lies between {quote(pair[0])} and "
                    f"{quote(pair[1])}, for which {counted(apart, 'year')} would have had to pass.",
                )


def _years_apart(one: Relation, other: Relation) -> int | None:
    """By how many years two ages differ beyond those between their reports; 0 for no more than a birthday or two."""
    values = [relation.roles["age"][0].value for relation in (one, other)]
    if not all(isinstance(value, Decimal) for value in values):
        return None
    passed = int(other.when[:4]) - int(one.when[:4]) if one.when and other.when else 0
    apart = abs(int(values[1]) - int(values[0]) - passed)  # type: ignore[arg-type]
    return apart if apart >= (_MANY_BIRTHDAYS if one.when and other.when else _MORE_BIRTHDAYS) else 0


def check_anniversaries(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for anniversaries that do not fit the year in which the body was founded."""
    foundings = _by_name(ledger, "founding", "date")
    for kept in (relation for relation in ledger.relations_of("anniversary") if relation.when):
        own = kept.roles.get("date", ())
        known = [relation.roles["date"][0] for relation in foundings.get(_surname(kept.scope), ())[:_MOST_NAMESAKES]
                 if kept.scope and relation.scope.lower() == kept.scope.lower()]
        for founded in own or known:
            yield from _anniversary(rule, kept, founded)


def _anniversary(rule: RuleSpec, kept: Relation, founded: Claim) -> Iterator[Finding | Verdict]:
    mark = kept.roles["anniversary"][0]
    if founded.period is None or not mark.value:
        return
    year = int(kept.when[:4])
    passed = year - founded.period.start.year
    if abs(passed - int(mark.value)) <= _NEARLY:  # type: ignore[arg-type]
        yield agreed(rule, (mark, founded), f"{passed} years lie between")
        return
    yield finding_of(
        rule, in_order((mark, founded)),
        f"{quote(mark)} anniversary: founded {quote(founded)}, it was {passed} years old in {year}.",
        f"From {founded.period.start.year} to {year} there are {passed} years; {mark.value} years were "
        f"full in {founded.period.start.year + int(mark.value)}.",  # type: ignore[arg-type]
    )


def _lasting(length: Claim, span: Interval) -> Interval:
    """How long a stretch of time may be said to last: "90 days" are three months, as "30 days" are one."""
    months = length.unit == "day" and isinstance(length.value, Decimal) and length.value % 30 == 0
    return span * Interval.of(1 - _MONTHLY, 1 + _MONTHLY) if months else span


def _told(span: Interval, unit: str) -> str:
    """How long a stretch of time is, in words: "23 days, or 24 counting both ends"; unit: that of the length told."""
    assert span.high is not None
    days = int(span.high / _HOURS)
    if days <= _SHORT or unit == "day":
        return f"{counted(days - 1, 'day')}, or {days} counting both ends"
    if days <= 3 * _YEAR:
        return f"{round(days / _MONTH)} months"
    return f"{round(days / _YEAR)} years"


def _years_lived(born: Period, when: Period) -> tuple[int, int]:
    """The fewest and the most years that a person born in one period has lived in another."""
    assert born.end is not None
    assert when.end is not None
    last_born, last_day = born.end - timedelta(days=1), when.end - timedelta(days=1)
    return _birthdays(last_born, when.start), _birthdays(born.start, last_day)


def _birthdays(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _either(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} or {high}"


def _by_name(ledger: Ledger, kind: str, role: str) -> dict[str, list[Relation]]:
    found: dict[str, list[Relation]] = defaultdict(list)
    for relation in ledger.relations:
        if relation.kind == kind and relation.scope and relation.roles.get(role):
            found[_surname(relation.scope)].append(relation)
    return found


def _surname(name: str) -> str:
    return name.rpartition(" ")[2].lower()


def _is_one_name(one: str, other: str) -> bool:
    """True when the shorter name ends the longer, which may begin with a title: "Geologist Anna Berg"."""
    a, b = one.lower().split(), other.lower().split()
    shared = min(len(a), len(b))
    return shared > 1 and a[-shared:] == b[-shared:]


def _is_one_story(a: Claim, b: Claim, name: str) -> bool:
    """True when the reports share a rare name besides the words of this one."""
    return bool((a.story & b.story) - {fold(word) for word in name.split()})

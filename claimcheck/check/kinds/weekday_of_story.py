"""The method "weekday_of_story": a day without a year whose weekday does not fit a dated one of its story.

"Sunday, 15 September" in one report and "Sunday, 14 September 2025" in another are not of one year, and neither are
"Friday, 14 May" and "Wednesday, 14 May 2025". The report without years may tell of another year: so it must share
anchors with the other one, give no other date with a year of its own, and no other weekday that fits another year.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.check.kinds.weekday import WEEKDAYS
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import finding_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.packs.schema.rules import RuleSpec

_UNDATED = "XXXX-"
_ANCHORS = 2  # that two reports share at least
_WEEK = 7


def check_weekdays_of_story(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """A finding for each undated day with a weekday that the dated days of another report of its story rule out."""
    dated: dict[int, list[Claim]] = defaultdict(list)  # by month
    undated: dict[str, list[Claim]] = defaultdict(list)  # by report
    years: dict[str, set[int]] = defaultdict(set)
    for claim in ledger.claims_of("date"):
        if claim.date is not None:
            years[claim.path].add(claim.date.year)
        if claim.weekday is None:
            continue
        if claim.date is not None and claim.date.isoweekday() == claim.weekday:
            dated[claim.date.month].append(claim)
        elif claim.date is None and (claim.identifier or "").startswith(_UNDATED):
            undated[claim.path].append(claim)
    for path, days in undated.items():
        if not years[path]:
            yield from _of_report(rule, days, dated, ledger)


def _of_report(
    rule: RuleSpec, days: Sequence[Claim], dated: dict[int, list[Claim]], ledger: Ledger
) -> Iterator[Finding]:
    for day in days:
        others = (each for each in dated.get(_month(day), ()) if _is_told_as_well(day, each))
        other = next((each for each in others if ledger.stories.closeness(day.path, each.path) >= _ANCHORS), None)
        if other is None or other.date is None:
            continue
        true = _in_year(day, other.date.year)
        if true is None or any(each is not day and _misfits(each, other.date.year) for each in days):
            continue  # all of the report may be of another year
        yield finding_of(
            rule, (day, other), sure=False,
            message=f"{quote(day)} and {quote(other)} are not of one year: {true.day} {true:%B %Y} is a "
            f"{WEEKDAYS[true.isoweekday()]}.",
            explanation="Both reports tell one story. Either the day or the weekday of one of them is wrong, or the "
            "report that names no year tells of another one.",
        )


def _is_told_as_well(day: Claim, other: Claim) -> bool:
    """True for a day with the date of another report under a second weekday, or with its weekday within a week of it.
    """
    assert other.date is not None
    true = _in_year(day, other.date.year)
    if true is None or day.path == other.path or true.isoweekday() == day.weekday:
        return False
    return true == other.date or (day.weekday == other.weekday and abs((true - other.date).days) < _WEEK)


def _misfits(day: Claim, year: int) -> bool:
    true = _in_year(day, year)
    return true is not None and true.isoweekday() != day.weekday


def _month(day: Claim) -> int:
    return int((day.identifier or "")[len(_UNDATED):][:2] or 0)


def _in_year(day: Claim, year: int) -> dt.date | None:
    try:
        return dt.date.fromisoformat(f"{year:04}-{(day.identifier or '')[len(_UNDATED):]}")
    except ValueError:
        return None  # a stretch of days, or 29 February

"""Times: whether two figures are of one time, as their periods and the days of their reports tell."""

from __future__ import annotations

from claimcheck.model.claim import Claim
from claimcheck.model.mention import Status

OUTCOMES: tuple[Status, ...] = ("outcome", "estimate")
_LAST_PART = 20  # of a period, in which what is estimated of it is as good as counted
_SEASON = 92  # days between two reports, after which what is so "now" may be otherwise


def are_of_two_times(a: Claim, b: Claim) -> bool:
    """True for figures whose periods are known and share no day."""
    return a.period is not None and b.period is not None and not a.period.overlaps(b.period)


def are_of_two_days(a: Claim, b: Claim) -> bool:
    """True for figures of two single days: on another day of the same sort there are other figures of the same sort."""
    if a.period is None or b.period is None or a.period.sort != "day" or b.period.sort != "day":
        return False
    return not a.timeless and are_of_two_times(a, b)


def are_of_two_issues(a: Claim, b: Claim) -> bool:
    """True for figures of no stated time in two issues of a bulletin: things may have moved between."""
    if a.timeless or (a.period is not None and a.period == b.period):
        return False
    return bool(a.issue[0]) and a.issue[0] == b.issue[0] and a.issue[1] != b.issue[1]


def are_told_at_two_times(a: Claim, b: Claim) -> bool:
    """True for figures of no stated time in reports of two times, and for one of a time after the other's report."""
    if a.timeless or a.told_on is None or b.told_on is None:
        return False
    if a.period is None and b.period is None:
        return abs((a.told_on - b.told_on).days) > _SEASON
    (known, other) = (a, b) if b.period is None else (b, a)
    if known.period is None or other.period is not None or other.told_on is None:
        return False
    return known.period.start >= other.told_on and other.status in OUTCOMES


def is_told_on_its_day(a: Claim, b: Claim) -> bool:
    """True for a figure of a day beside one of no stated time in a report of that very day, which may tell of it."""
    (known, other) = (a, b) if b.period is None else (b, a)
    if known.period is None or other.period is not None or known.period.sort != "day":
        return False
    return known.period.start == other.told_on


def is_foretold(a: Claim, b: Claim) -> bool:
    """True where one was estimated well before its period ended, and nothing tells that the other, told as it came out,
    is as old.
    """
    estimate, outcome = (a, b) if a.status == "estimate" else (b, a)
    period, day = estimate.period, estimate.told_on
    if estimate.status != "estimate" or outcome.status != "outcome" or period is None or period.end is None:
        return False
    early = day is not None and day + (period.end - period.start) / _LAST_PART < period.end
    return early and (outcome.told_on is None or outcome.told_on >= period.end)

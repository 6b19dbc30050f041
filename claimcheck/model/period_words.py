"""Periods in words, as findings and tables tell them."""

from __future__ import annotations

from claimcheck.model.period import Period

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")
_QUARTERS = ("first", "second", "third", "fourth")


def time_words(period: Period) -> str:
    """A period in words, also one without an end.

    >>> time_words(Period.parse("2024-04")), time_words(Period.parse("2023-01-01/.."))
    ('April 2024', 'since 1 January 2023')
    """
    return f"since {period_words(period)}" if period.end is None else period_words(period)


def period_words(period: Period) -> str:
    """A period in words; what has no plain words stays as it is written in ISO 8601.

    >>> period_words(Period.parse("2024-01/2024-11")), period_words(Period.parse("FY2023"))
    ('January to November 2024', 'fiscal year 2023')
    """
    year, month = period.start.year, period.start.month
    if period.sort in ("day", "as-of") or period.end is None:
        return f"{period.start.day} {_MONTHS[month - 1]} {year}"
    whole = period.start.day == period.end.day == 1
    match period.sort:
        case "month" if whole:
            return f"{_MONTHS[month - 1]} {year}"
        case "quarter" if whole and month % 3 == 1:
            return f"the {_QUARTERS[month // 3]} quarter of {year}"
        case "half" if whole and month % 6 == 1:
            return f"the {_QUARTERS[month // 6]} half of {year}"
        case "to-date" if whole:
            return f"{_MONTHS[month - 1]} to {_MONTHS[(period.end.month - 2) % 12]} {year}"
        case _:
            return period.iso.replace("FY", "fiscal year ").replace("/", " to ")

"""What every reader of dates starts from and ends in: the parts of a match, and what they were understood to mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.extract.dates.context import Context
from claimcheck.model.period import Period, PeriodSort

Parts = Mapping[str, int | str]


@dataclass(frozen=True, slots=True)
class Understood:
    """What a date expression means; the fields are those of a date mention."""

    value: str
    period: Period | None = None
    weekday: int | None = None


def of_period(period: Period | None, otherwise: str = "", weekday: int | None = None) -> Understood | None:
    """The result for a period, or the incomplete value where the period is open; None where there is neither."""
    if period is not None:
        return Understood(period.iso, period, weekday)
    return Understood(otherwise, None, weekday) if otherwise else None


def number(parts: Parts, *names: str) -> int | None:
    """The first of the named parts that is there, as a number."""
    for name in names:
        if name in parts:
            return int(parts[name])
    return None


def stated_year(parts: Parts, context: Context) -> int | None:
    """The year that the parts state: in figures, or as "this year" and the like."""
    if "year" in parts:
        return int(parts["year"])
    if "yy" in parts:
        short = int(parts["yy"])
        return short + (2000 if short < 50 else 1900)
    if "when" in parts or "relyear" in parts:
        when = int(parts.get("when", parts.get("relyear", 0)))
        if when > 1000:
            return when
        return None if context.year_now is None else context.year_now + when
    return None


def names_own_year(parts: Parts) -> bool:
    """Whether the parts say "the year" or nothing, so that the latest fitting year is meant."""
    return "year" not in parts and "yy" not in parts and not int(parts.get("when", parts.get("relyear", 0)))


def run_of_months(year: int, first: int, count: int) -> Period:
    """A run of months with the sort that its days deserve: a quarter, a half, a year, a year to date, or a span.

    Twelve from another month than January are a business year, whatever the text calls them.
    """
    if count == 12 and first == 1:
        return Period.year(year)
    sort: PeriodSort = "to-date" if first == 1 and count < 12 else "span"
    if count == 12:
        sort = "fiscal-year"
    elif count == 3 and first % 3 == 1:
        sort = "quarter"
    elif count == 6 and first % 6 == 1:
        sort = "half"
    elif count == 1:
        sort = "month"
    return Period.months(year, first, count, sort)


def unit_of(parts: Parts) -> str:
    return str(parts.get("units", parts.get("unit", "Y")))


def months_of(parts: Parts) -> int | None:
    """The number of months in "nine months" or "three quarters"."""
    months = int(parts["n"]) * {"M": 1, "Q": 3}.get(unit_of(parts), 0)
    return months if 1 <= months <= 12 else None

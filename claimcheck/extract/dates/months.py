"""Readers of months, quarters, halves and runs of months."""

from __future__ import annotations

from datetime import date, timedelta

from claimcheck.extract.dates.context import Context, make_day
from claimcheck.extract.dates.parts import (
    Parts,
    Understood,
    months_of,
    names_own_year,
    number,
    of_period,
    run_of_months,
    stated_year,
    unit_of,
)
from claimcheck.model.period import Period, PeriodSort

_PARTS_OF_YEAR = {"Q": 4, "H": 2}


def read_month(parts: Parts, context: Context) -> Understood | None:
    """A month."""
    month = number(parts, "month", "mm")
    if month is None:
        return None
    year = stated_year(parts, context)
    if year is None or ("year" not in parts and names_own_year(parts)):
        year = None if "shift" in parts and context.today is None else context.year_of_months(month)
    return of_period(None if year is None else Period.months(year, month, 1, "month"), f"XXXX-{month:02d}")


def read_months(parts: Parts, context: Context) -> Understood | None:
    """From one month to another, both included."""
    first, last = number(parts, "month", "mm"), number(parts, "month2", "mm2")
    if first is None or last is None or first == last:
        return None
    year = stated_year(parts, context)
    last_year = number(parts, "year2") or year
    if year is None:
        count = last - first + 1
        last_year = context.year_of_months(first, count) if count > 0 else context.year_of_months(last)
        year = last_year
    if year is None or last_year is None:
        return Understood(f"XXXX-{first:02d}/XXXX-{last:02d}")
    if first > last and year == last_year:
        year -= 1
    count = (last_year - year) * 12 + last - first + 1
    return of_period(run_of_months(year, first, count)) if count > 0 else None


def _part_of_year(parts: Parts, context: Context, part: int, months: int, letter: str) -> Understood | None:
    year = stated_year(parts, context)
    if year is None or names_own_year(parts):
        year = context.year_of_part(part, months)
    if year is None:
        return Understood(f"XXXX-{letter}{part}")
    sort: PeriodSort = "quarter" if months == 3 else "half"
    return of_period(Period.months(year, months * (part - 1) + 1, months, sort))


def read_quarter(parts: Parts, context: Context) -> Understood | None:
    """A quarter of a year."""
    quarter = number(parts, "q", "ordinal")
    return _part_of_year(parts, context, quarter, 3, "Q") if quarter and quarter <= 4 else None


def read_half(parts: Parts, context: Context) -> Understood | None:
    """A half of a year."""
    half = number(parts, "h", "ordinal")
    return _part_of_year(parts, context, half, 6, "H") if half and half <= 2 else None


def read_opening(parts: Parts, context: Context) -> Understood | None:
    """The first so many months of a year."""
    months = months_of(parts)
    if months is None:
        return None
    year = stated_year(parts, context)
    if year is None or names_own_year(parts):
        year = context.year_of_months(1, months)
    return of_period(None if year is None else run_of_months(year, 1, months), f"XXXX-01/XXXX-{months:02d}")


def read_closing(parts: Parts, context: Context) -> Understood | None:
    """The last so many months of a year."""
    months, year = months_of(parts), stated_year(parts, context)
    return None if months is None or year is None else of_period(run_of_months(year, 13 - months, months))


def read_since(parts: Parts, context: Context) -> Understood | None:
    """From the first day of a year until a day or the end of a month, else until the report, whose day is left open."""
    month, day = number(parts, "month"), number(parts, "day")
    year = stated_year(parts, context)
    if month is not None:
        if year is None:
            year = context.year_of_day(month, day) if day is not None else context.year_of_months(month)
        return None if year is None else _until(year, month, day)
    if year is None and names_own_year(parts):
        year = context.year
    if year is None:
        return None
    return of_period(Period(date(year, 1, 1), None, "to-date"))


def _until(year: int, month: int, day: int | None) -> Understood | None:
    """The stretch of a year up to a day, or to the end of a month."""
    whole = run_of_months(year, 1, month)
    if day is None or whole.end is None or make_day(year, month, day) == whole.end - timedelta(days=1):
        return of_period(whole)
    last = make_day(year, month, day)
    return of_period(None if last is None else Period(date(year, 1, 1), last + timedelta(days=1), "to-date"))


def read_ending(parts: Parts, context: Context) -> Understood | None:
    """So many months, or a business year, up to the end of a month; or from the beginning of one."""
    months = months_of(parts) if unit_of(parts) != "Y" else 12
    month = int(parts["month"])
    year, begins = stated_year(parts, context), parts.get("from") == "start"
    if year is None:
        year = context.year_nearest(month) if begins else context.year_of_months(month)
    if months is None or year is None:
        return None
    start = year * 12 + month - (1 if begins else months)
    return of_period(run_of_months(start // 12, start % 12 + 1, months))


def read_fiscal(parts: Parts, context: Context) -> Understood | None:
    """A business year by its number; which days it takes in, nobody has said, nor which the last one was."""
    year = stated_year(parts, context)
    return Understood("XXXX") if year is None else Understood(f"FY{year}", Period.months(year, 1, 12, "fiscal-year"))


def read_fiscal_part(parts: Parts, context: Context) -> Understood | None:
    """A quarter or half of a business year, whose days nobody has fixed."""
    part, year, letter = number(parts, "q", "h", "ordinal"), stated_year(parts, context), str(parts["letter"])
    if part is None or part > _PARTS_OF_YEAR[letter]:
        return None
    return Understood(f"XXXX-{letter}{part}" if year is None else f"FY{year}-{letter}{part}")

"""Readers of days: the twelfth of January, 12/01/2024, the fifth to the ninth of June, the week that ends on a day."""

from __future__ import annotations

from datetime import date, timedelta

from claimcheck.extract.dates.context import Context, make_day
from claimcheck.extract.dates.parts import Parts, Understood, number, of_period, run_of_months, stated_year
from claimcheck.model.period import Period


def read_day(parts: Parts, context: Context) -> Understood | None:
    """A day of a month, perhaps with its weekday and its year."""
    month, day = number(parts, "month", "mm"), number(parts, "day", "dd")
    if month is None or day is None or make_day(2000, month, day) is None:
        return None
    year = stated_year(parts, context)
    weekday = number(parts, "weekday")
    if year is None:
        year = context.year_of_day(month, day, weekday)
    if year is None:
        return Understood(f"XXXX-{month:02d}-{day:02d}", None, weekday)
    exact = make_day(year, month, day)
    return None if exact is None else of_period(Period.day(exact), weekday=weekday)


def read_numeric(parts: Parts, context: Context) -> Understood | None:
    """Day and month in figures: in the order that the report shows, else in the only order that is possible."""
    first, second, year = int(parts["a"]), int(parts["b"]), stated_year(parts, context)
    if year is None:
        return None
    day_first, month_first = make_day(year, second, first), make_day(year, first, second)
    if day_first and month_first and day_first != month_first:
        if context.day_first is None:
            return Understood(f"{year:04d}-XX-XX")
        exact: date | None = day_first if context.day_first else month_first
    else:
        exact = day_first or month_first
    return None if exact is None else of_period(Period.day(exact))


def read_days(parts: Parts, context: Context) -> Understood | None:
    """From one day to another, both included."""
    last_month = number(parts, "month2", "mm2", "month", "mm")
    first_month = number(parts, "month", "mm")
    first_day, last_day = int(parts["day"]), int(parts["day2"])
    if first_month is None or last_month is None:
        return None
    year, over_new_year = stated_year(parts, context), first_month > last_month and "year2" not in parts
    if year is None:  # the first day tells it: a stretch may begin soon, or have begun, and end late in the year
        first_year = context.year_of_day(first_month, first_day)
        year = None if first_year is None else first_year + over_new_year
    if year is None:
        return Understood(f"XXXX-{first_month:02d}-{first_day:02d}/XXXX-{last_month:02d}-{last_day:02d}")
    first_year, last_year = year - over_new_year, number(parts, "year2") or year
    return _between(make_day(first_year, first_month, first_day), make_day(last_year, last_month, last_day))


def _between(first: date | None, last: date | None) -> Understood | None:
    if first is None or last is None or last <= first:
        return None
    end = last + timedelta(days=1)
    if first.day == 1 and end.day == 1:
        return of_period(run_of_months(first.year, first.month, (end.year - first.year) * 12 + end.month - first.month))
    opens_year = (first.month, first.day, first.year) == (1, 1, last.year)
    return of_period(Period(first, end, "to-date" if opens_year else "span"))


def read_week(parts: Parts, context: Context) -> Understood | None:
    """The seven days that end, or start, on a day; so many weeks or days up to one."""
    day = read_day(parts, context)
    if day is None or day.period is None or day.period.end is None:
        return None
    if "n" in parts:
        length = {"D": 1, "W": 7}.get(str(parts["units"]), 0) * int(parts["n"])
        return of_period(Period(day.period.end - timedelta(days=length), day.period.end, "span")) if length else None
    start = day.period.start if parts.get("from") == "start" else day.period.end - timedelta(days=7)
    return of_period(Period(start, start + timedelta(days=7), "week"))

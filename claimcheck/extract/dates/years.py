"""Readers of years, and of stretches and parts of years."""

from __future__ import annotations

from datetime import timedelta

from claimcheck.extract.dates.context import Context
from claimcheck.extract.dates.months import read_month
from claimcheck.extract.dates.parts import Parts, Understood, of_period, stated_year
from claimcheck.model.period import Period, PeriodSort

_SPLIT_YEARS: dict[str, PeriodSort] = {"season": "season", "school-year": "school-year", "fiscal-year": "fiscal-year"}


def read_year(parts: Parts, context: Context) -> Understood | None:
    """A calendar year; without any, the year of the period last spoken of ("the whole year")."""
    year = stated_year(parts, context)
    if year is None and "year" not in parts and "when" not in parts:
        year = context.anchor.start.year if context.anchor else context.year_now or context.year
    return of_period(None if year is None else Period.year(year), "XXXX")


def read_years(parts: Parts, context: Context) -> Understood | None:
    """From one year to another, both included."""
    first, last = _first_and_last(parts)
    return of_period(_run_of_years(first, last, "span")) if first < last <= first + 200 else None


def read_season(parts: Parts, context: Context) -> Understood | None:
    """A year that runs over New Year; two years further apart are a span."""
    first, last = _first_and_last(parts)
    sort = _SPLIT_YEARS[str(parts["sort"])]
    if last == first + 1:
        return of_period(_run_of_years(first, last, sort))
    return read_years(parts, context) if sort == "season" else None


def read_decade(parts: Parts, context: Context) -> Understood | None:
    """Ten years, written by the first of them."""
    year = int(parts["year"])
    return None if year % 10 else Understood(f"{year // 10}", Period.months(year, 1, 120, "decade"))


def read_third(parts: Parts, context: Context) -> Understood | None:
    """Spring, summer, autumn or winter, whose days nobody has fixed; the year of "last winter" is open as well."""
    year = stated_year(parts, context)
    return Understood(f"{'XXXX' if year is None else f'{year:04d}'}-{parts['third']}")


def read_part(parts: Parts, context: Context) -> Understood | None:
    """"Early 2024", "mid-March": the value of the whole, but a stretch of its days that nobody has fixed."""
    whole = read_month(parts, context) if "month" in parts else read_year(parts, context)
    if whole is None or whole.period is None:
        return whole
    return Understood(whole.value, Period(whole.period.start, whole.period.end, "span"))


def read_end(parts: Parts, context: Context) -> Understood | None:
    """"End-March": the value of the whole, and its last day."""
    whole = read_month(parts, context) if "month" in parts else read_year(parts, context)
    if whole is None or whole.period is None or whole.period.end is None:
        return whole
    return Understood(whole.value, Period(whole.period.end - timedelta(days=1), whole.period.end, "as-of"))


def _first_and_last(parts: Parts) -> tuple[int, int]:
    first = int(parts["year"])
    if "year2" in parts:
        return first, int(parts["year2"])
    short = int(parts["yy"])
    over_a_century = first % 100 >= 90 and short <= 10
    return first, first // 100 * 100 + short + (100 if over_a_century else 0)


def _run_of_years(first: int, last: int, sort: PeriodSort) -> Period:
    return Period.months(first, 1, 12 * (last - first + 1), sort)

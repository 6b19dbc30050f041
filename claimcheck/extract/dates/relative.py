"""Readers of dates that count from the day of the report, or from the period last spoken of.

Where nobody can tell what they count from, the value is open ("XXXX"): the text speaks of some other time, and a figure
beside it must not be given the time of its neighbours.
"""

from __future__ import annotations

from datetime import timedelta

from claimcheck.extract.dates.context import Context
from claimcheck.extract.dates.parts import Parts, Understood, months_of, of_period, run_of_months, stated_year
from claimcheck.model.period import Period

_OPEN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "H": "XXXX-HX", "Y": "XXXX"}
_MONTHS = {"M": 1, "Q": 3, "H": 6}
_LENGTHS = _MONTHS | {"Y": 12}


def read_duration(parts: Parts, context: Context) -> Understood | None:
    """A length of time, tied to a figure by the words around it."""
    return Understood(f"P{parts['n']}{parts['unit']}")


def read_shift(parts: Parts, context: Context) -> Understood | None:
    """This, last or next day, week, month, quarter or year, or one so many ago, counted from the day of the report."""
    unit, shift, today = _unit_of(parts), _shift_of(parts), context.today
    if unit == "Y":
        return of_period(None if context.year_now is None else Period.year(context.year_now + shift), _OPEN[unit])
    if today is None:
        return Understood(_OPEN[unit])
    if unit == "D":
        return of_period(Period.day(today + timedelta(days=shift)))
    if unit == "W":
        return _week(Period.day(today + timedelta(days=7 * shift)))
    size = _MONTHS[unit]
    return _months_from(today.year * 12 + (today.month - 1) // size * size, shift, size)


def read_numbered_week(parts: Parts, context: Context) -> Understood | None:
    """A week by its number in the year."""
    week, year = int(parts["w"]), stated_year(parts, context)
    if year is None:
        year = context.year_now or context.year
    if year is None:
        return Understood(f"XXXX-W{week:02d}")
    try:
        return of_week(Period.parse(f"{year:04d}-W{week:02d}"))
    except ValueError:  # a year without a 53rd week
        return None


def read_earlier(parts: Parts, context: Context) -> Understood | None:
    """"A year earlier": the period last spoken of, so many years, months or quarters before."""
    unit, shift, anchor = _unit_of(parts), _shift_of(parts), context.anchor
    if anchor is None:
        return Understood(_OPEN[unit])
    if unit == "Y":
        if parts.get("sort") == "year" and anchor.sort not in ("season", "school-year", "fiscal-year"):
            return of_period(Period.year(anchor.start.year + shift))
        return of_period(anchor.shifted_years(shift))
    if {"M": "month", "Q": "quarter", "W": "week"}.get(unit) != anchor.sort:
        return Understood(_OPEN[unit])
    if unit == "W":
        return _week(Period.day(anchor.start + timedelta(days=7 * shift)))
    return _months_from(anchor.start.year * 12 + anchor.start.month - 1, shift, _MONTHS[unit])


def read_same_period(parts: Parts, context: Context) -> Understood | None:
    """"The same period of 2023": the period last spoken of, in another year."""
    year, anchor = stated_year(parts, context), context.anchor
    if anchor is None or anchor.end is None or year is None or year == anchor.start.year:
        return Understood("XXXX" if year is None else f"{year:04d}")
    return of_period(anchor.shifted_years(year - anchor.start.year))


def read_again(parts: Parts, context: Context) -> Understood | None:
    """"The 11 months", when the period last spoken of has so many."""
    months, anchor = months_of(parts), context.anchor
    if months is None or anchor is None or anchor.end is None:
        return None
    length = (anchor.end.year - anchor.start.year) * 12 + anchor.end.month - anchor.start.month
    return of_period(anchor) if length == months else None


def read_spoken_of(parts: Parts, context: Context) -> Understood | None:
    """"The quarter": the period of that length last spoken of, else the first one that the report names."""
    unit = _unit_of(parts)
    length = _LENGTHS.get(unit, 0)
    known = (context.anchor, *context.spoken)
    found = next((period for period in known if period is not None and _months_in(period) == length), None)
    is_open = found is None and unit in _MONTHS  # "our plan for the year" may be that of any year
    return of_period(found, _OPEN[unit] if is_open else "")


def _months_in(period: Period) -> int | None:
    """How many whole months a period lasts; None for days, weeks and what has no end."""
    if period.end is None or period.sort in ("day", "as-of", "week"):
        return None
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month


def read_weekday(parts: Parts, context: Context) -> Understood | None:
    """A day of the week: the last one up to the report, or the next where the words look ahead."""
    weekday, today = int(parts["weekday"]), context.today
    if today is None:
        return Understood(f"XXXX-WXX-{weekday}", None, weekday)
    back = (today.isoweekday() - weekday) % 7
    shift = int(parts.get("shift", 0))
    if shift > 0 or (context.outlook == "ahead" and shift == 0 and back):
        back -= 7
    elif shift < 0 and back == 0:
        back = 7
    return of_period(Period.day(today - timedelta(days=back)), weekday=weekday)


def of_week(period: Period) -> Understood:
    """A week from Monday to Sunday, with its ISO number as value."""
    year, week, _ = period.start.isocalendar()
    return Understood(f"{year:04d}-W{week:02d}", period)


def _unit_of(parts: Parts) -> str:
    return str(parts.get("unit") or parts.get("units", "Y"))


def _shift_of(parts: Parts) -> int:
    """By how many units a date is shifted, "three years ago" by minus three."""
    return int(parts["shift"]) * int(parts.get("n", 1))


def _week(day: Period) -> Understood:
    monday = day.start - timedelta(days=day.start.weekday())
    return of_week(Period(monday, monday + timedelta(days=7), "week"))


def _months_from(months: int, shift: int, size: int) -> Understood | None:
    first = months + shift * size
    return of_period(run_of_months(first // 12, first % 12 + 1, size))

"""Periods: half-open ranges of days, each with its sort.

Two periods are the same only if both their days and their sorts agree: the year 2023 and "so far in 2023" may share
their days, and are not one period.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

PeriodSort = Literal[
    "day", "week", "month", "quarter", "half", "year", "fiscal-year", "school-year", "season", "decade",
    "to-date", "span", "as-of",
]


@dataclass(frozen=True, slots=True, eq=False)
class Period:
    """Days from `start` up to but not including `end` (None: open, "since 2021"), and the sort of period they make."""

    start: date
    end: date | None
    sort: PeriodSort

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise ValueError(f"a period must end after it starts: {self.start} to {self.end}")

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Period):
            return NotImplemented
        return self.start == other.start and self.end == other.end and self.sort == other.sort

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.sort))

    @classmethod
    def day(cls, day: date) -> Period:
        """One day."""
        return cls(day, day + timedelta(days=1), "day")

    @classmethod
    def months(cls, year: int, first: int, count: int, sort: PeriodSort) -> Period:
        """So many whole months from the first of the given one.

        >>> Period.months(2024, 1, 11, "to-date").iso
        '2024-01/2024-11'
        """
        return cls(date(year, first, 1), _month_after(year, first, count), sort)

    @classmethod
    def year(cls, year: int) -> Period:
        """A calendar year."""
        return cls.months(year, 1, 12, "year")

    @classmethod
    def parse(cls, text: str) -> Period:
        """A period from its ISO 8601 or TIMEX3 form, as `iso` writes it; raises ValueError for anything else.

        >>> Period.parse("2023-Q1") == Period.months(2023, 1, 3, "quarter")
        True
        """
        fiscal = text.startswith("FY")
        body = text.removeprefix("FY")
        if "/" in body:
            first, last = body.split("/", 1)
            start = cls.parse(first)
            if last in ("", ".."):
                return cls(start.start, None, "to-date")
            stop = cls.parse(last)
            sort: PeriodSort = "fiscal-year" if fiscal else _span_sort(start, stop)
            return cls(start.start, stop.end, sort)
        plain = _parse_plain(body)
        return cls(plain.start, plain.end, "fiscal-year") if fiscal else plain

    @property
    def iso(self) -> str:
        """The period in ISO 8601 or TIMEX3 form: "2023", "2023-05", "2023-02-20", "2023-Q1", "2024-01/2024-11"."""
        return _iso(self.start, self.end, self.sort)

    def contains(self, other: Period) -> bool:
        """True when every day of the other lies in this one."""
        if self.end is None:
            return other.start >= self.start
        return self.start <= other.start and other.end is not None and other.end <= self.end

    def overlaps(self, other: Period) -> bool:
        """True when the two share a day."""
        return (self.end is None or other.start < self.end) and (other.end is None or self.start < other.end)

    def shifted_years(self, years: int) -> Period:
        """The same days so many years later (earlier, when negative)."""
        end = None if self.end is None else _shift_year(self.end, years)
        return Period(_shift_year(self.start, years), end, self.sort)

    def __str__(self) -> str:
        return self.iso


@lru_cache(maxsize=4096)  # there are few periods, and each is told by many figures
def _iso(start: date, end: date | None, sort: PeriodSort) -> str:
    if end is None:
        return f"{start.isoformat()}/.."
    last = end - timedelta(days=1)
    if sort in ("day", "as-of"):
        return start.isoformat()
    whole_months = start.day == 1 and end.day == 1
    if sort == "year":
        return f"{start.year:04d}"
    if sort == "month":
        return f"{start:%Y-%m}"
    if sort == "quarter" and whole_months:
        return f"{start.year:04d}-Q{(start.month + 2) // 3}"
    if sort == "half" and whole_months:
        return f"{start.year:04d}-H{1 if start.month == 1 else 2}"
    whole_years = whole_months and start.month == 1 and end.month == 1
    prefix = "FY" if sort == "fiscal-year" and whole_years else ""  # the days of others are known
    if whole_years and sort == "fiscal-year" and start.year == last.year:
        return f"FY{last.year:04d}"
    if whole_years and sort != "to-date":
        return f"{prefix}{start.year:04d}/{last.year:04d}"
    if whole_months:
        return f"{prefix}{start:%Y-%m}/{last:%Y-%m}"
    return f"{prefix}{start.isoformat()}/{last.isoformat()}"


def _month_after(year: int, month: int, count: int) -> date:
    months = year * 12 + month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def _shift_year(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _span_sort(start: Period, stop: Period) -> PeriodSort:
    """A range of months from January within one year is a year to date, twelve others a business year; else a span."""
    if start.sort == stop.sort == "month" and (stop.start.year, stop.start.month + 1) == (
        start.start.year + 1, start.start.month
    ):
        return "fiscal-year"
    one_year = start.start.year == stop.start.year and start.start.month == 1 and start.start.day == 1
    return "to-date" if one_year and start.sort == "month" else "span"


def _parse_plain(text: str) -> Period:
    match = re.fullmatch(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4])|H([12])|W(\d\d)))?", text)
    if match is None:
        raise ValueError(f"not a period: {text!r}")
    year = int(match[1])
    if match[3]:
        return Period.day(date(year, int(match[2]), int(match[3])))
    if match[2]:
        return Period.months(year, int(match[2]), 1, "month")
    if match[4]:
        return Period.months(year, 3 * int(match[4]) - 2, 3, "quarter")
    if match[5]:
        return Period.months(year, 6 * int(match[5]) - 5, 6, "half")
    if match[6]:
        monday = date.fromisocalendar(year, int(match[6]), 1)
        return Period(monday, monday + timedelta(days=7), "week")
    return Period.year(year)

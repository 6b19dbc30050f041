"""What is known where a date stands, and how it supplies the year that a writer leaves out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from claimcheck.model.period import Period

_LATEST = timedelta(days=300)  # what lies further ahead has its year told: one just over is meant, whatever looks ahead
_SOON = timedelta(days=60)  # a day without a year that lies this little ahead is rather ahead than a year back
_LONG = timedelta(days=730)
_EARLY = timedelta(days=20)  # reports on "the first 11 months" come out before the eleventh has ended


Outlook = Literal["back", "near", "ahead"]


@dataclass(frozen=True, slots=True)
class Context:
    """What helps to read one date.

    today: the day of the report. year: the year it is evidently about. anchor: the last definite period before the
    date. look: tells its outlook. day_first: whether 04/03/2024 is the fourth of March, where the report shows it.
    spoken: the periods that the blocks before name.
    """

    today: date | None = None
    year: int | None = None
    anchor: Period | None = None
    look: Callable[[], Outlook] = lambda: "back"
    day_first: bool | None = None
    spoken: Sequence[Period] = ()

    @property
    def outlook(self) -> Outlook:
        """Where the words before the date look: "back" as news does, "ahead" ("will open in"), or to whichever is near
        ("before the end of").
        """
        return self.look()

    @property
    def year_now(self) -> int | None:
        """The year that "this year" means; a report about 2023 may have been written in 2024."""
        return self.today.year if self.today else None

    def year_of_day(self, month: int, day: int, weekday: int | None = None) -> int | None:
        """The year of a day that is written without it, but perhaps with its weekday."""
        if self.today is None:
            year = self._year_without_today
            exact = make_day(year, month, day) if year else None
            fits = exact is not None and weekday in (None, exact.isoweekday())
            return year if fits else None
        days = [found for year in self._years if (found := make_day(year, month, day))]
        if not days:
            return None
        today = self.today
        if self.outlook == "near":
            return min(days, key=lambda found: abs(found - today)).year
        ahead = [found for found in days if found >= today]
        if ahead and ahead[0] - today <= (_LATEST if self.outlook == "ahead" else _SOON):
            return ahead[0].year
        return max((found for found in days if found <= today), default=days[0]).year

    def year_of_months(self, month: int, count: int = 1) -> int | None:
        """The year of a month, or of a run of months, that is written without it."""
        if self.today is None:
            return self._year_without_today
        today = self.today
        ends = {year: Period.months(year, month, count, "span").end or today for year in self._years}
        starts = {year: date(year, month, 1) for year in self._years}
        if self.outlook == "near":
            return self.year_nearest(month)
        if self.outlook == "ahead":
            return min(year for year, end in ends.items() if end > today)
        if count == 1:
            return max(year for year, start in starts.items() if start <= today)
        return max(year for year, end in ends.items() if end <= today + _EARLY)

    def year_nearest(self, month: int) -> int | None:
        """The year in which a month begins nearest to the report, be it ahead or over."""
        today = self.today
        if today is None:
            return self.year
        return min(self._years, key=lambda year: abs(date(year, month, 1) - today))

    def year_of_part(self, part: int, months: int) -> int | None:
        """The year of a quarter or half year that is written without it: the latest that has begun."""
        if self.today is None:
            return self._year_without_today
        first = months * (part - 1) + 1
        if self.outlook == "ahead":
            return self.year_of_months(first, months)
        return self.today.year if first <= self.today.month else self.today.year - 1

    @property
    def _years(self) -> tuple[int, ...]:
        year = self.today.year if self.today else 0
        return (year - 2, year - 1, year, year + 1)

    @property
    def _year_without_today(self) -> int | None:
        """What looks ahead may lie in the next year: without a day of the report nobody can tell."""
        return None if self.outlook == "ahead" else self.year


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_long_over(period: Period, today: date | None) -> bool:
    """True for a time so long ago that it is told for comparison: "the record that was set in 2019"."""
    return today is not None and period.end is not None and today - period.end > _LONG

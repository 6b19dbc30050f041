"""The kinds of date forms, each with its reader: parts of a match in, what they mean out.

A reader returns None when its parts make no date (31 February), so that a shorter form may be tried.
"""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.extract.dates import days, months, relative, years
from claimcheck.extract.dates.context import Context
from claimcheck.extract.dates.parts import Parts, Understood
from claimcheck.packs.schema.dates import DateReading

Reader = Callable[[Parts, Context], Understood | None]

READERS: dict[DateReading, Reader] = {
    "day": days.read_day,
    "numeric": days.read_numeric,
    "days": days.read_days,
    "week": days.read_week,
    "month": months.read_month,
    "months": months.read_months,
    "quarter": months.read_quarter,
    "half": months.read_half,
    "opening": months.read_opening,
    "closing": months.read_closing,
    "since": months.read_since,
    "ending": months.read_ending,
    "fiscal": months.read_fiscal,
    "fiscal-part": months.read_fiscal_part,
    "year": years.read_year,
    "years": years.read_years,
    "season": years.read_season,
    "decade": years.read_decade,
    "third": years.read_third,
    "part": years.read_part,
    "end": years.read_end,
    "duration": relative.read_duration,
    "shift": relative.read_shift,
    "numbered-week": relative.read_numbered_week,
    "earlier": relative.read_earlier,
    "same-period": relative.read_same_period,
    "again": relative.read_again,
    "spoken-of": relative.read_spoken_of,
    "weekday": relative.read_weekday,
}

"""Date vocabulary: words that stand for months and the like, and the forms in which dates are written."""

from __future__ import annotations

import datetime as dt
import re
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from claimcheck.packs.entry import Entry

DateSlot = Literal["month", "weekday", "number", "ordinal", "unit", "units", "relyear", "day-suffix"]
DateReading = Literal[
    "day", "numeric", "days", "week", "month", "months", "quarter", "half", "opening", "closing", "since", "ending",
    "fiscal", "year", "years", "season", "decade", "third", "part", "end", "duration", "shift", "numbered-week",
    "earlier", "same-period", "again", "weekday", "fiscal-part", "spoken-of",
]
DateUse = Literal[
    "before-year", "perhaps-before-year", "after-year", "before-month", "before-named-month",
    "number-before", "number-after", "repeated",
    "length", "figure", "forward", "backward", "deadline", "as-of", "base", "dateline", "report-date",
    "not-report-date", "told-on", "day-first", "month-first", "before-spoken-of", "after-spoken-of", "after-earlier",
    "ends-earlier", "since-then", "begun",
]

# The slots that patterns may use, and the parts that each reading cannot do without ("a|b": either).
_SLOTS = frozenset([
    "month", "mm", "day", "dd", "a", "b", "year", "yy", "when", "relyear", "q", "h", "w", "n", "weekday", "ordinal",
    "unit", "units",
])
_NEEDS: dict[str, tuple[str, ...]] = {
    "day": ("month|mm", "day|dd"),
    "numeric": ("a", "b", "year"),
    "days": ("month|mm", "day", "day2"),
    "week": ("month|mm", "day|dd"),
    "opening": ("n", "unit|units"),
    "closing": ("n", "unit|units"),
    "again": ("n", "unit|units"),
    "ending": ("month", "unit|units"),
    "years": ("year", "year2|yy"),
    "season": ("year", "year2|yy", "sort"),
    "decade": ("year",),
    "third": ("third",),
    "duration": ("n", "unit"),
    "shift": ("unit|units", "shift"),
    "numbered-week": ("w",),
    "earlier": ("shift",),
    "weekday": ("weekday",),
    "fiscal-part": ("q|h|ordinal", "letter"),
    "spoken-of": ("unit",),
}
_SLOT = re.compile(r"\{([a-z]+)(\d?)\}")

EXAMPLE_DAY = dt.date(2024, 6, 14)  # a Friday: the day of the report in every example


class DateWords(Entry):
    """Words that fill one slot of the date forms, each with its number ("March" = 3) or unit letter ("week" = "W").

    ambiguous: words that are a date only beside other parts of a date or after a word that calls for one ("May").
    cased: capitals are required. examples: text to the value read in it, the report being of 14 June 2024.
    """

    table: ClassVar[str] = "date_words"

    slot: DateSlot
    words: dict[str, int | str] = Field(min_length=1)
    ambiguous: tuple[str, ...] = ()
    cased: bool = False
    examples: dict[str, str] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.slot


class DateForm(Entry):
    """A way of writing dates.

    patterns: elements parted by blanks. In an element `{slot}` is filled by a word or number, `|` parts alternatives,
        `?` at the end makes the element optional, `-` alone is a dash; anything else stands for itself, whatever
        its case. A second use of a slot is numbered: `{day} to {day2} {month}`.
    reads: how the parts are understood. set: parts that the form itself supplies.
    """

    table: ClassVar[str] = "date_form"

    id: str
    reads: DateReading
    patterns: tuple[str, ...] = Field(min_length=1)
    set: dict[str, int | str] = Field(default_factory=dict)
    examples: dict[str, str] = Field(min_length=1)
    silent: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _patterns_fill_the_reading(self) -> Self:
        for pattern in self.patterns:
            slots = _SLOT.findall(pattern)
            for name, _ in slots:
                if name not in _SLOTS:
                    raise ValueError(f"pattern {pattern!r}: unknown slot {{{name}}}, not of {sorted(_SLOTS)}")
            parts = {name + number for name, number in slots} | set(self.set)
            for need in _NEEDS.get(self.reads, ()):
                if parts.isdisjoint(need.split("|")):
                    raise ValueError(f"pattern {pattern!r}: reading a {self.reads} needs {need.replace('|', ' or ')}")
        return self

    @property
    def key(self) -> str:
        return self.id


class DateContext(Entry):
    """Words around a date that help to read it; examples as for `DateWords`, "" where no date is to be read."""

    table: ClassVar[str] = "date_context"

    use: DateUse
    words: tuple[str, ...] = Field(min_length=1)
    examples: dict[str, str] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.use

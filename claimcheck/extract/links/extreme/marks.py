"""Marks: times run, days of the year and dated amounts that may be a best or an extreme, each with its year.

A time of day has no seconds, a time that somebody ran has. A list gives the year of a mark before it or behind it:
"2008: 4 February", "24 March (2014)", "2022 Ada Kone 2:23:58", "2018 - Members paid 1.37 million francs".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from claimcheck.extract.drafts import BlockDrafts, DateDraft, LinkDraft, QuantityDraft
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.tokens import split_sentences
from claimcheck.model.letters import fold

_CLOCK = re.compile(r"(?<![\d:.])(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d(?:\.\d{1,2})?)(?![\d:])")
_YEAR = re.compile(r"(?<![\d.,/])(?:1[89]\d\d|20\d\d)(?![\d/]|[.,]\d)")
_YEAR_BEFORE = re.compile(r"((?:1[89]\d\d|20\d\d)) ?(?:[:(–|-]|, ) ?(?:[^\W\d]+ )?$")
_YEAR_BEHIND = re.compile(r",? ?(?:[(,:|] ?)?((?:1[89]\d\d|20\d\d))(?!\d)")
_YEAR_OF_LINE = re.compile(r"\s*(?:[-•*–|]\s*)?(?:\d{1,2}\.?\s*\|\s*)?((?:1[89]\d\d|20\d\d))\s*(?:[-–:|]|, )\s*")
_MONTH_AND_DAY = re.compile(r"(?:\d{4}|XXXX)-(\d\d)-(\d\d)")
_DIGIT = re.compile(r"\d")
_PART = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(r"(?<![^\W\d_])[^\W\d_a-z]\w{2,}")
_MINUTE = 60  # seconds
_FEWEST_WORDS = 4  # of a time told in parts: "8 minutes 40 seconds"
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)  # each month of a common year
_LONGEST_LINE = 160
_LEAD = 12  # letters of a year and a name of a month before a day, and of what leads to a name


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a block, a line or a sentence, with its telling words, its names of places, and its years."""

    start: int
    end: int
    words: str
    names: str
    years: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, text: str, start: int, end: int, lexicon: LinkLexicon) -> _Stretch:
        """The stretch between two places, with its words but for the common ones."""
        common, lead = lexicon.function_words, lexicon.phrases["event-lead"]
        years = tuple((found.start(), found[0]) for found in _YEAR.finditer(text, start, end))
        words = dict.fromkeys(word for word in map(fold, _WORD.findall(text[start:end])) if word not in common)
        led = [name[0] for name in _NAME.finditer(text, start, end)
               if lead.ends(text[max(start, name.start() - _LEAD) : name.start()].rstrip().lower())]
        return cls(start, end, " ".join(words), " ".join(map(fold, led)), years)

    def year_of(self, at: int, marks: Sequence[int]) -> str:
        """The year that stands nearest to a mark, unless it stands behind another one; "" where none does."""
        place, year = min(self.years, key=lambda year: abs(year[0] - at), default=(0, ""))
        return "" if any(at < other < place for other in marks) else year


def find_marks(block: BlockDrafts, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """One link for each mark: `direction` is its sort ("time", "day", "amount"), `when` its size and year.

    A time counts in seconds, a day from the start of its year; an amount is in the role "value". `scope` holds the
    telling words of the line or sentence, and on a line of their own the names of places and events.
    """
    clocks = [*clocks_of(block.text), *told_in_parts(block)]
    days = [(date, found) for date in block.dates if (found := _day_of(block.text, date)) is not None]
    dated = [*_dated_lines(block)]
    if not (clocks or days or dated):
        return
    stretches, starts = _stretches(block.text, lexicon), [start for start, *_ in clocks]
    for start, end, seconds in clocks:
        stretch = _around(stretches, start)
        yield _mark(start, end, "time", f"{seconds}|{stretch.year_of(start, starts)}", stretch)
    for day, number in days:
        when = f"{number}|{_year_of_day(block.text, day)}"
        yield _mark(day.start, day.end, "day", when, _around(stretches, day.start))
    for figure, year in dated:
        link = _mark(figure.start, figure.end, "amount", f"|{year}", _around(stretches, figure.start))
        link.roles["value"] = [figure]
        yield link


def _mark(start: int, end: int, sort: str, when: str, stretch: _Stretch) -> LinkDraft:
    return LinkDraft(start, end, "mark", {}, sort, f"{stretch.words}\n{stretch.names}", when=when)


def clocks_of(text: str) -> Iterator[tuple[int, int, str]]:
    """Times written as "2:24:51" and "14:52.3", in seconds."""
    for found in _CLOCK.finditer(text):
        hours, minutes, seconds = found.groups()
        if hours is not None or "." in seconds:
            whole, _, rest = seconds.partition(".")
            total = int(hours or 0) * 3600 + int(minutes) * 60 + int(whole)
            yield found.start(), found.end(), f"{total}.{rest}" if rest else f"{total}"


def told_in_parts(block: BlockDrafts) -> Iterator[tuple[int, int, str]]:
    """Times written as "3 hours, 7 minutes and 19 seconds" or "3h 7m 19s", in seconds; no leads."""
    for figure in block.quantities:
        if figure.unit != "second" or isinstance(figure.value, tuple) or figure.value < _MINUTE:
            continue
        if figure.role == "difference":
            continue  # "1 minute 26 seconds behind"
        told = block.text[figure.start : figure.end]
        if len(told.split()) >= _FEWEST_WORDS or len(_PART.findall(told)) > 1:
            yield figure.start, figure.end, f"{figure.value:f}"


def _day_of(text: str, date: DateDraft) -> int | None:
    """How many days of its year a date has seen, where it tells a day."""
    found = _MONTH_AND_DAY.fullmatch(date.value)
    if found is None or not _DIGIT.search(text, date.start, date.end):
        return None
    return _DAYS_BEFORE[int(found[1])] + int(found[2])


def _year_of_day(text: str, day: DateDraft) -> str:
    """The year of a day: its own, one of a list before or behind it, else that of the report; "" for none."""
    own = f"{day.period.start.year}" if day.period is not None else ""
    if _YEAR.search(text, day.start, day.end):
        return own
    beside = _YEAR_BEFORE.search(text, max(0, day.start - _LEAD), day.start) or _YEAR_BEHIND.match(text, day.end)
    return beside[1] if beside else own


def _dated_lines(block: BlockDrafts) -> Iterator[tuple[QuantityDraft, str]]:
    """The figures of lines that begin with a year, be it behind a place, the only one in them."""
    start = 0
    for line in block.text.splitlines(keepends=True):
        end = start + len(line)
        year = _YEAR_OF_LINE.match(line)
        if year and not _YEAR.search(line, year.end()):
            yield from ((each, year[1]) for each in block.figures_between(start + year.end(), end))
        start = end


def _stretches(text: str, lexicon: LinkLexicon) -> list[_Stretch]:
    """The sentences of a block; of a block of short lines, the lines."""
    lines = text.splitlines(keepends=True)
    if len(lines) > 1 and all(len(line) <= _LONGEST_LINE for line in lines):
        places = tuple(pairwise(accumulate(map(len, lines), initial=0)))
    else:
        places = split_sentences(text, lexicon.abbreviations)
    return [_Stretch.of(text, start, end, lexicon) for start, end in places]


def _around(stretches: list[_Stretch], at: int) -> _Stretch:
    """The stretch around a place."""
    return next((each for each in reversed(stretches) if each.start <= at), stretches[0])

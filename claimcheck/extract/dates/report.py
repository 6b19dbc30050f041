"""The day and the year of a report, from what its own words say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import takewhile

from claimcheck.extract.dates.lexicon import DateLexicon
from claimcheck.extract.dates.patterns import WORD
from claimcheck.extract.dates.scan import may_anchor, preceded
from claimcheck.extract.drafts import DateDraft
from claimcheck.model.period import Period

_DATELINE_REACH = 70  # characters
_LINE_LENGTH = 110
_AFTER_DATELINE = re.compile(r"(?:,? \d\d?[:.h]\d\d)?\s*(?:\([^)]{0,30}\)\s*)?(?:[-–—:|/)]|,?\s*\n|$)")
_YEAR_SHARE = Fraction(3, 5)
_CLAUSE = 80  # characters before a year that may tell what began in it
_CLAUSE_END = re.compile(r"[,;:()–—]|[.?!]\s")


# A block, and its dates as they read without knowing the day of the report.
DatedBlock = tuple[str, Sequence[DateDraft]]


def find_report_date(
    head: Sequence[DatedBlock], lexicon: DateLexicon, known: date | None = None, foot: DatedBlock = ("", ())
) -> date | None:
    """The day of the report, as its first blocks or its last one state it; else the known one; None when nothing does.

    A dateline ("HANOI, January 8, 2025 - ...") counts before a short line with a day in it, that before a line at the
    foot with a place and a day alone, and that, where no day is known, before a first sentence that opens with a day
    ("On the evening of May 21, 2019 ..."), and that before the day on which somebody told what the report tells
    ("figures released on 4 May 2023 show"), unless it names a later one.
    """
    days = [(text, draft) for text, drafts in head for draft in drafts if _is_day(draft)]
    tests: tuple[Callable[[str, DateDraft, DateLexicon], bool], ...] = (
        _is_dateline, _is_date_line, _opens_sentence, _is_told_on,
    )
    for is_date_of_report in tests if known is None else tests[:2]:
        if is_date_of_report is _opens_sentence and (signed := _day_at_foot(foot, lexicon)) is not None:
            return signed
        for text, draft in days:
            if is_date_of_report(text, draft, lexicon) and draft.period is not None:
                return draft.period.start if is_date_of_report is not _is_told_on or _is_last(draft, head) else None
    return known


def _day_at_foot(foot: DatedBlock, lexicon: DateLexicon) -> date | None:
    """The day of a last line that is a place and a day: "Meridia, 12 December 2024"."""
    text, drafts = foot
    start, end = text.rstrip().rfind("\n") + 1, len(text.rstrip())
    day = drafts[-1] if drafts else None
    if day is None or day.period is None or not _is_day(day) or not start < day.start < day.end == end:
        return None
    placed = replace(day, start=day.start - start, end=day.end - start)
    return day.period.start if _is_dateline(text[start:end], placed, lexicon) else None


def report_year(blocks: Sequence[DatedBlock], lexicon: DateLexicon) -> int | None:
    """The one year that a report is evidently about; None when that is not clear.

    It is the only year that the headings name; where they name none, the year of most dates, if named more than once
    or in the first block, or with a month or a quarter in the first one below the headings.
    """
    told = [_years_told(text, drafts, lexicon) for text, drafts in blocks]
    headings = list(takewhile(lambda pair: _is_heading(pair[0][0]), zip(blocks, told, strict=True)))
    named = {year for _, years in headings for year in years}
    if named:
        return named.pop() if len(named) == 1 else None
    counts = Counter(year for years in told for year in years)
    if not counts:
        return None
    year, count = counts.most_common(1)[0]
    opening = blocks[len(headings):][:1]
    lead = [when for text, drafts in opening for when in _years_told(text, _within_year(drafts), lexicon)]
    plain = count > 1 or year in told[0] or year in lead
    return year if count >= _YEAR_SHARE * counts.total() and plain else None


def headed_period(blocks: Sequence[DatedBlock], lexicon: DateLexicon) -> Period | None:
    """The one period, longer than a day, that the headings name, from which "a year earlier" may count."""
    headings = takewhile(lambda block: _is_heading(block[0]), blocks)
    named = {draft.period for text, drafts in headings for draft in drafts if may_anchor(text, draft, lexicon)}
    return named.pop() if len(named) == 1 else None


def _is_heading(text: str) -> bool:
    return len(text) <= _LINE_LENGTH and not text.rstrip().endswith((".", "?", "!", "\""))


def _years_told(text: str, drafts: Iterable[DateDraft], lexicon: DateLexicon) -> list[int]:
    return [year for draft in drafts if (year := _year_told(text, draft, lexicon))]


def _within_year(drafts: Iterable[DateDraft]) -> list[DateDraft]:
    """Those of a part of a year: news, while a mere year may be that of a foundation."""
    return [draft for draft in drafts if draft.period is not None and draft.period.sort != "year"]


def _year_told(text: str, draft: DateDraft, lexicon: DateLexicon) -> int | None:
    """The year that a date lies in, unless it reaches over more than one or is what a change is measured from.

    Nor is the year counted by which something is to come about, or since which it has been.
    """
    period = draft.period
    if period is None or period.end is None:
        return None
    is_long = period.sort != "day"  # no change is measured "on 19 February"
    if is_long and preceded(text, draft.start, lexicon.contexts["base"]):
        return None
    if period.sort == "year" and (
        preceded(text, draft.start, lexicon.contexts["deadline"]) or _is_of_beginning(text, draft.start, lexicon)
    ):
        return None
    return period.start.year if (period.end - timedelta(days=1)).year == period.start.year else None


def _is_of_beginning(text: str, at: int, lexicon: DateLexicon) -> bool:
    """True for the year of "the lowest since records began in 1992", "a record since its opening in 2009"."""
    clause = _CLAUSE_END.split(text[max(0, at - _CLAUSE) : at].lower())[-1]
    words = f" {' '.join(clause.split())} "
    return all(any(f" {word} " in words for word in lexicon.contexts[use]) for use in ("since-then", "begun"))


def _is_day(draft: DateDraft) -> bool:
    return draft.period is not None and draft.period.sort == "day"


def _is_dateline(text: str, draft: DateDraft, lexicon: DateLexicon) -> bool:
    if draft.start > _DATELINE_REACH or not _AFTER_DATELINE.match(text, draft.end):
        return False
    words = WORD.findall(text[: draft.start].rpartition("\n")[2])
    return all(word[0].isupper() or word.lower() in lexicon.contexts["dateline"] for word in words)


def _is_date_line(text: str, draft: DateDraft, lexicon: DateLexicon) -> bool:
    reach = max(0, draft.start - _LINE_LENGTH)
    line_start = text.rfind("\n", reach, draft.start) + 1
    if reach > 0 and not line_start:
        return False  # in the midst of a line that is too long
    line = text[line_start : line_start + _LINE_LENGTH + 1].partition("\n")[0]
    before = WORD.findall(text[line_start : draft.start].lower())
    named = bool(before) and before[-1] in lexicon.contexts["not-report-date"]
    return _is_heading(line) and not named


def _is_told_on(text: str, draft: DateDraft, lexicon: DateLexicon) -> bool:
    return preceded(text, draft.start, lexicon.contexts["told-on"])


def _is_last(day: DateDraft, head: Sequence[DatedBlock]) -> bool:
    """True when no date shorter than a year begins after a day: then the report may have been written on it."""
    periods = [draft.period for _, drafts in head for draft in drafts if draft.period and draft.period.sort != "year"]
    return day.period is not None and all(period.start <= day.period.start for period in periods)


def _opens_sentence(text: str, draft: DateDraft, lexicon: DateLexicon) -> bool:
    if draft.start > _LINE_LENGTH:
        return False
    words = WORD.findall(text[: draft.start].lower())
    return len(words) <= 6 and all(word in lexicon.contexts["report-date"] for word in words)

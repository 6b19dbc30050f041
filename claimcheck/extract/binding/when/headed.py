"""The sentences of a report, and the period that its head names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.extract.binding.grammar.asides import is_told_aside
from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.status import FORWARD, find_status
from claimcheck.extract.binding.when.carrying import moves_on
from claimcheck.extract.binding.when.lags import up_to
from claimcheck.extract.binding.when.times import worded_settings
from claimcheck.extract.binding.whose.bearers import Bearer
from claimcheck.extract.binding.whose.scope import HEAD_SENTENCES
from claimcheck.extract.dates.context import is_long_over
from claimcheck.extract.drafts import BlockDrafts
from claimcheck.model.period import Period


@dataclass(slots=True)
class Report:
    """The sentences of a report, where in its blocks people are named, and its day."""

    sentences: Sequence[Sentence]
    blocks: Sequence[BlockDrafts]
    people: Sequence[Sequence[Bearer]]
    lexicon: BindingLexicon
    today: dt.date | None = None

    @property
    def head(self) -> Sequence[Sentence]:
        """The sentences that say most about what the report is about."""
        return self.sentences[:HEAD_SENTENCES]


def head_period(report: Report) -> Period | None:
    """The one period longer than a day that the first block with any names, if it names one only.

    A period named behind the first figures of its block is not that of these ("Turnout was 71 per cent. In 2014 ...").
    """
    found: dict[int, dict[Period, None]] = {}
    late: set[int] = set()
    figured: set[int] = set()
    for sentence in report.head:
        for place in worded_settings(sentence, report.lexicon):
            date = sentence.items[place].date
            if date is None or date.period is None or date.period.sort in ("day", "as-of"):
                continue
            period = up_to(sentence, place, date.period)
            if period is not None and not is_told_aside(sentence, place):
                if sentence.block in figured and sentence.block not in found:
                    late.add(sentence.block)
                told = found.setdefault(sentence.block, {})
                if not (told and _is_inner(sentence, place, next(iter(told)), period)):
                    told[period] = None
        if moves_on(sentence, next(iter(found.get(sentence.block, ())), None)):
            return None
        if sentence.quantities:
            figured.add(sentence.block)
    first = next(iter(found), None)
    period = next(iter(found[first])) if first is not None and first not in late and len(found[first]) == 1 else None
    if period is None or first is None or is_long_over(period, report.today):
        return None
    if period.sort == "quarter":
        return _written_out(report, first) or period
    if period.sort != "season":
        return period
    years = {other for periods in found.values() for other in periods if _is_that_year(period, other)}
    return years.pop() if len(years) == 1 else period


def _is_inner(sentence: Sentence, place: int, whole: Period, period: Period) -> bool:
    """True for the June of "It sold 9 boats in the first half of 2023. June alone brought 4": a part, told of its own.

    Where a part of the time opens a sentence ("In June it sold 4"), what follows may be of that part.
    """
    behind = any(item.kind == "V" for item in sentence.items[:place])
    return whole != period and whole.contains(period) and (behind or sentence.around[place - 1].kind != "P")


def _written_out(report: Report, block: int) -> Period | None:
    """The quarter that the opening names by its months below a heading's "Q2", which may be that of a business year."""
    for sentence in report.sentences[:2 * HEAD_SENTENCES]:  # a line of names and one of the day may stand between
        for place in sentence.dates if sentence.block > block else ():
            date, text = sentence.items[place].date, sentence.items[place].text
            if date is not None and date.period is not None and date.period.sort == "quarter":
                return date.period if any(word[0].isupper() for word in text.split()[1:]) else None
    return None


def is_ahead(report: Report, period: Period | None) -> bool:
    statuses = [
        find_status(sentence, at, report.lexicon.of_language(report.blocks[sentence.block].language))
        for sentence in report.head for at in sentence.quantities
        if any((date := sentence.items[place].date) and date.period == period for place in sentence.dates)
    ]
    return bool(statuses) and all(status in FORWARD for status in statuses)


def _is_that_year(season: Period, other: Period) -> bool:
    """True for the year to March 2024 in a report headed 2023/24."""
    twelve = other.sort in ("span", "fiscal-year") and other.start.month == (other.end or other.start).month != 1
    return twelve and season.contains(other)


def is_of_budget(report: Report, period: Period | None) -> bool:
    """True when the head of a report speaks of a budget and its period is still to come."""
    if report.today is None or period is None or period.start <= report.today:
        return False
    return any(report.lexicon.has("budget-head", item.head) for sentence in report.head for item in sentence.items)

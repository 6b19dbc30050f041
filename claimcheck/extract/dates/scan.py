"""Finds the dates of a block, from left to right, the longest form first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from claimcheck.extract.dates.context import Context, Outlook
from claimcheck.extract.dates.guards import is_date, stands_free
from claimcheck.extract.dates.lexicon import DateLexicon, Form, FormGroup
from claimcheck.extract.dates.parts import Understood
from claimcheck.extract.dates.patterns import WORD, Slots, first_key
from claimcheck.extract.dates.readers import READERS
from claimcheck.extract.drafts import DateDraft
from claimcheck.model.period import Period
from claimcheck.packs.schema.dates import DateUse

_NUMERIC = re.compile(r"(?<![\w/.-])(\d\d?)([/.-])(\d\d?)\2(?:19|20)\d\d(?![\w/])")
_ORDERS: dict[DateUse, bool] = {"day-first": True, "month-first": False}
_SENTENCE_END = re.compile(r"[.!?…]\s")
_MAY_BE_AS_OF = ("day", "month", "quarter", "half", "year")
_ANCHORS = ("month", "quarter", "half", "year", "to-date", "fiscal-year", "school-year", "season", "span", "week")
_SLOT_NAME = re.compile(r"\d+$")


def scan_dates(
    text: str,
    lexicon: DateLexicon,
    today: date | None = None,
    known_year: int | None = None,
    day_first: bool | None = None,
) -> list[DateDraft]:
    """The dates, periods and tied durations of one block, in order and without overlap.

    today: the day of the report, from which "last year" counts. known_year: the year that it is evidently about.
    day_first: the order of day and month in 04/03/2024, where other blocks of the report show it (`day_order`).
    """
    order = day_order([text], lexicon)
    context = Context(today=today, year=known_year, day_first=day_first if order is None else order)
    found: list[DateDraft] = []
    position = 0
    for word in WORD.finditer(text):
        start = word.start()
        if start < position:
            continue
        group = lexicon.groups.get(first_key(word.group()))
        draft = _longest(text, start, group, context, lexicon) if group else None
        if draft is not None:
            found.append(draft)
            position = draft.end
            if _may_anchor(text, draft, lexicon):
                context = replace(context, anchor=draft.period)
    return found


def day_order(blocks: Iterable[str], lexicon: DateLexicon) -> bool | None:
    """Whether dates in figures put the day first (31/03/2024), where one of them shows it or the text says so.

    None when nothing tells, or when they disagree.
    """
    orders = set()
    for block in blocks:
        for match in _NUMERIC.finditer(block):
            if int(match[1]) > 12 >= int(match[3]):
                orders.add(True)
            elif int(match[3]) > 12 >= int(match[1]):
                orders.add(False)
        for use, order in _ORDERS.items():
            if any(words in block.lower() for words in lexicon.contexts[use]):
                orders.add(order)
    return orders.pop() if len(orders) == 1 else None


def _longest(
    text: str, start: int, group: FormGroup, context: Context, lexicon: DateLexicon
) -> DateDraft | None:
    matches = group.matches(text, start)
    if not matches or not stands_free(text, start):
        return None
    context = replace(context, outlook=_outlook(text, start, lexicon))
    for match, form in matches:
        if not is_date(text, start, match.end(), form.reads, lexicon):
            continue
        understood = READERS[form.reads](_parts(match, form, lexicon.slots), context)
        if understood is not None:
            return _draft(text, start, match.end(), understood, lexicon)
    return None


def _parts(match: re.Match[str], form: Form, slots: Slots) -> dict[str, int | str]:
    parts: dict[str, int | str] = dict(form.constants)
    for name, text in match.groupdict().items():
        if text is not None:
            parts[name] = slots.meaning(_SLOT_NAME.sub("", name), text)
    return parts


def _draft(text: str, start: int, end: int, understood: Understood, lexicon: DateLexicon) -> DateDraft:
    period = understood.period
    ends = period is not None and period.end is not None and period.sort in _MAY_BE_AS_OF
    if ends and preceded(text, start, lexicon.contexts["as-of"]) and period is not None and period.end is not None:
        period = Period(period.end - timedelta(days=1), period.end, "as-of")
    return DateDraft(start, end, understood.value, period, understood.weekday)


def _may_anchor(text: str, draft: DateDraft, lexicon: DateLexicon) -> bool:
    """Whether "a year earlier" may count from this date: a period, and not itself what a change is measured from."""
    if draft.period is None or draft.period.sort not in _ANCHORS:
        return False
    return not preceded(text, draft.start, lexicon.contexts["base"])


def preceded(text: str, start: int, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands right before a place."""
    before = " ".join(text[max(0, start - 40) : start].lower().split())
    return any(before == phrase or before.endswith(f" {phrase}") for phrase in phrases)


def _outlook(text: str, start: int, lexicon: DateLexicon) -> Outlook:
    """Where words earlier in the sentence look: ahead ("is due on"), to the nearest ("by the end of"), or back."""
    window = text[max(0, start - 80) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(window)]
    words = {word.group().lower() for word in WORD.finditer(window, ends[-1] if ends else 0)}
    if not words.isdisjoint(lexicon.contexts["forward"]):
        return "ahead"
    return "near" if preceded(text, start, lexicon.contexts["deadline"]) else "back"

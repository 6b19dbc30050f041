"""Lengths of time behind the later of two days: "launched on 4 May 2022, it came home on 9 May 2023 after 370 days"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import BlockDrafts, DateDraft, LinkDraft, QuantityDraft
from claimcheck.extract.timing.lexicon import TimingLexicon, TimingWords
from claimcheck.extract.tokens import sentence_around

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DATELINE = re.compile(r" *(?:\([^)]{1,20}\) *)?[-–—] ")
_WORD = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"\s*(?:[.;:)!?]|,(?! \d)|$)")
_STOP = re.compile(r"[.,;:!?]")
_BEHIND = 80  # letters behind a length
_REACH = 40  # letters between the later day and its length
_BEFORE = 200  # from the earlier day to the sentence behind it
_STEM, _MOST_WORDS = 4, 5
_MARKS = " ,–—\xa0"


def find_lapses(block: BlockDrafts, lexicon: TimingLexicon) -> Iterator[LinkDraft]:
    """A link for each day that the words put so long after the only other one of its sentence or the one before."""
    words = lexicon.of("lapse")
    for length in block.quantities if len(block.dates) > 1 else ():
        if not words.has("unit", length.unit) or isinstance(length.value, tuple):
            continue
        start, end = sentence_around(block.text, length.start)
        here = _days(block, start, end)
        last = _later_day(block, length, here, words)
        others = [day for day in here if day is not last] or _days_before(block, start)
        if last is None or len(others) != 1 or others[0].start > last.start:
            continue
        if words.find("bars").search(block.text, *sentence_around(block.text, others[0].start)):
            continue
        if _is_told(block.text, length, last, others[0], words):
            yield LinkDraft(others[0].start, max(last.end, length.end), kind="lapse",
                            roles={"length": [length], "first": [others[0]], "last": [last]})


def _days(block: BlockDrafts, start: int, end: int) -> list[DateDraft]:
    """The days of a stretch of text that tell their year, but for a dateline."""
    return [day for day in block.dates_between(start, end)
            if _DAY.fullmatch(day.value) and not _DATELINE.match(block.text, day.end)]


def _days_before(block: BlockDrafts, start: int) -> list[DateDraft]:
    """The days of the sentence before a place, where that is short."""
    if start == 0:
        return []
    first, _ = sentence_around(block.text, start - 2)
    return _days(block, max(first, start - _BEFORE), start)


def _later_day(
    block: BlockDrafts, length: QuantityDraft, here: list[DateDraft], words: TimingWords
) -> DateDraft | None:
    """The day that a length stands right behind, or before: "66 days later, on 9 May 2024"."""
    behind = next((day for day in here if day.start >= length.end), None)
    if behind is not None:
        between = block.text[length.end : behind.start].strip(_MARKS)
        return behind if words.find("later").fullmatch(between) else None
    before = here[-1] if here else None
    return before if before is not None and length.full_start - before.end <= _REACH else None


def _is_told(text: str, length: QuantityDraft, last: DateDraft, first: DateDraft, words: TimingWords) -> bool:
    """True where words say that a length lies between two days."""
    if last.start >= length.end:
        return True
    lead, rest = text[last.end : length.full_start].strip(_MARKS), text[length.end : length.end + _BEHIND].lstrip()
    if not lead:
        if later := words.find("later").match(rest):
            return _ENDS.match(rest, later.end()) is not None
        closes = words.find("closes").match(rest)
        return closes is not None and _is_named_before(text, (first, last), rest[closes.end() :])
    if words.find("introduces").fullmatch(lead) is None:
        return False
    noun = _WORD.match(rest) if "-" in text[length.start : length.end] else None
    if noun is not None:
        return words.has("plain", noun[0].lower()) and _ENDS.match(rest, noun.end()) is not None
    return _ENDS.match(rest) is not None


def _is_named_before(text: str, days: tuple[DateDraft, DateDraft], rest: str) -> bool:
    """True where a word of what a length is counted from stands by the earlier day: "900 days after launch"."""
    first, last = days
    stop = _STOP.search(rest)
    told = {word.lower()[:_STEM] for word in _WORD.findall(rest[: stop.start() if stop else None])[:_MOST_WORDS]}
    start, end = sentence_around(text, first.start)
    words = _WORD.findall(text[start : min(end, last.start)])
    return any(word.lower()[:_STEM] in told for word in words if len(word) >= _STEM)

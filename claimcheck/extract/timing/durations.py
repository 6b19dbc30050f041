"""Lengths of time with the days that they are counted over: "the 12-day voyage lasted from 3 to 14 March"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.extract.drafts import BlockDrafts, DateDraft, Draft, LinkDraft, QuantityDraft
from claimcheck.extract.timing.lexicon import TimingLexicon, TimingWords
from claimcheck.extract.timing.orders import are_ends
from claimcheck.extract.tokens import sentence_around

_BETWEEN = 110
_APART = re.compile(r"[,.!?;\n]")
_STEP = 50  # characters from "six weeks" to the other day in "six weeks after it began on 1 May"
_NO_YEAR = "XXXX"
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_ENDS = re.compile(r"\s*(?:[.,;:)]|$)")  # "after nine days", but not "after nine days of talks"
_DATELINE = re.compile(r" *(?:\([^)]{1,20}\) *)?[-–—] ")
_STOP = re.compile(r"[.!?;\n]")
_LED, _LONGEST_WORD = re.compile(r"(?<!\w)(\w+) $"), 20
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d+")
_MARKS = " ,(:–—-\xa0"
_HYPHENS = "-‑"
_MOST_WORDS = 3  # of a noun phrase that stands right before its days


def find_durations(block: BlockDrafts, lexicon: TimingLexicon) -> Iterator[LinkDraft]:
    """A link for each stretch of days with a length that the words say it lasts.

    The stretch is one date, or two days that words make its ends ("from Monday, 3 June to Sunday, 9 June 2024").
    """
    words = lexicon.of("duration")
    lengths = [draft for draft in block.quantities if words.has("unit", draft.unit) and draft.value]
    yield from (*_lapses(block, lengths, words), *_steps(block, lengths, words))
    for span, ends in _spans(block, lexicon) if lengths else ():
        found = [length for length in lengths if _is_length_of(block, length, span, words)
                 or ("last" in ends and _is_between(block, length, (ends["first"][0], ends["last"][0]), words))]
        if len(found) == 1:
            start, end = min(found[0].start, span.start), max(found[0].end, span.end)
            yield LinkDraft(start, end, kind="duration", roles={"length": [found[0]], **ends})


def _lapses(block: BlockDrafts, lengths: Sequence[QuantityDraft], words: TimingWords) -> Iterator[LinkDraft]:
    """A link for a day that is told as so long after the only other one of its sentence: "a week later, on 9 May"."""
    for length in lengths:
        last = next(iter(block.dates_between(length.end, length.end + _BETWEEN)), None)
        if last is None or not words.find("later").fullmatch(block.text[length.end : last.start].strip(_MARKS)):
            continue
        start, end = sentence_around(block.text, length.start)
        days = [date for date in block.dates_between(start, end) if _DAY.fullmatch(date.value)
                and not _DATELINE.match(block.text, date.end)]
        if len(days) == 2 and days[1] is last and (days[0].period or last.period) and days[0].end < length.start:
            yield LinkDraft(days[0].start, last.end, kind="duration", direction="apart",
                            roles={"length": [length], "first": [days[0]], "last": [last]})


def _steps(block: BlockDrafts, lengths: Sequence[QuantityDraft], words: TimingWords) -> Iterator[LinkDraft]:
    """A link for a day that is told as so long after or before the next one: "on 12 June, six weeks after 1 May"."""
    for length in lengths:
        near = block.dates_between(length.start - _BETWEEN, length.end + _BETWEEN)
        days = [date for date in near if _DAY.fullmatch(date.value)]
        own = next((date for date in reversed(days) if date.end <= length.full_start), None)
        other = next((date for date in days if date.start >= length.end), None)
        if own is None or other is None or block.text[own.end : length.full_start].strip() != ",":
            continue
        between = block.text[length.end : other.start]
        if len(between) > _STEP or _APART.search(between) or not (own.period or other.period):
            continue
        for role, ends in (("after", (other, own)), ("before", (own, other))):
            if words.find(role).match(between.lstrip()):  # type: ignore[arg-type]
                yield LinkDraft(own.start, other.end, kind="duration", direction="apart",
                                roles={"length": [length], "first": [ends[0]], "last": [ends[1]]})


def _is_between(block: BlockDrafts, length: QuantityDraft, ends: tuple[Draft, Draft], words: TimingWords) -> bool:
    """True in "opens on 4 May and runs for six weeks until 15 June"."""
    if not ends[0].end < length.start < length.end < ends[1].start:
        return False
    led = block.text[ends[0].end : length.full_start].rstrip()
    introduced = any(match.end() == len(led) for match in words.find("introduces").finditer(led))
    until = block.text[length.end : ends[1].start].strip(_MARKS)
    return introduced and words.find("lasting").search(led) is not None and bool(words.find("until").fullmatch(until))


def _spans(block: BlockDrafts, lexicon: TimingLexicon) -> Iterator[tuple[DateDraft, dict[str, list[Draft]]]]:
    """The stretches of time of a block, each with the roles that its dates play."""
    words = lexicon.of("order")
    for span in block.dates:
        if "/" in span.value and (span.period or span.value.startswith(_NO_YEAR)):
            yield span, {"span": [span]}
    for first, last in pairwise(block.dates):
        are_days = _DAY.fullmatch(first.value) and _DAY.fullmatch(last.value)
        if are_days and (first.period or last.period) and are_ends(block.text, first, last, words):
            led = _LED.search(block.text, max(0, first.start - _LONGEST_WORD), first.start)
            start = led.start() if led and words.has("introduces", led[1].lower()) else first.start
            yield DateDraft(start, last.end, f"{first.value}/{last.value}"), {"first": [first], "last": [last]}


def _is_length_of(block: BlockDrafts, length: QuantityDraft, span: DateDraft, words: TimingWords) -> bool:
    after = span.end <= length.start
    start, end = (span.end, length.start) if after else (length.end, span.start)
    between = block.text[start:end]
    if not 0 <= end - start <= _BETWEEN or _STOP.search(between) or _is_other_matter(block, length, words, after):
        return False
    if any(start <= other.start < end for other in (*block.quantities, *block.dates) if other is not length):
        return False
    if after and _is_last_of_spans(block, span):
        return False  # "from 1981 to 1986 and again from 1990 to 1993, eight years in all"
    if after:
        return _closes(between, block.text[length.end :], words)
    if any(mark in block.text[length.start : length.end] for mark in _HYPHENS):
        return _is_phrase(between, words)
    return _runs(between, block.text[: length.full_start], words)


def _is_last_of_spans(block: BlockDrafts, span: DateDraft) -> bool:
    """True for a stretch of time behind another one of its sentence: a length behind both may be that of both."""
    start, _ = sentence_around(block.text, span.start)
    return any("/" in date.value for date in block.dates_between(start, span.start))


def _is_other_matter(block: BlockDrafts, length: QuantityDraft, words: TimingWords, after: bool) -> bool:
    """True for "working days", "on five days", "the first three days" and the like."""
    own = _WORD.findall(block.text[length.start : length.end].lower())
    before = _WORD.findall(block.text[max(0, length.full_start - 30) : length.full_start].lower())[-1:]
    if after:
        return any(words.has("bars", word) for word in own)
    joined = any(mark in block.text[length.start : length.end] for mark in _HYPHENS)
    following = [] if joined else _WORD.findall(block.text[length.end : length.end + 40].lower())[:1]
    return any(words.has("bars", word) for word in (*own, *before, *following))


def _is_phrase(between: str, words: TimingWords) -> bool:
    """The rest of "the 12-day voyage ..." up to its days: a noun in the singular, and what says that it lasts."""
    found = [word.lower() for word in _WORD.findall(between)]
    if not found or any(words.has("breaks", word) for word in found):
        return False
    noun = found[: next((at for at, word in enumerate(found) if words.has("within", word)), len(found))]
    plural = any(word.endswith("s") and not (words.has("plain", word) or words.has("lasting", word)) for word in noun)
    plain = len(found) <= _MOST_WORDS and len(noun) == len(found)
    return not plural and (plain or words.find("lasting").search(between) is not None)


def _runs(between: str, before: str, words: TimingWords) -> bool:
    """The words around "five days" in "lasts five days, from 4 to 7 May": nothing between but marks and "in all"."""
    inner = between.strip(_MARKS)
    if inner and not any(words.find(role).fullmatch(inner) for role in ("closes", "lasting")):
        return False
    marked = any(mark in between for mark in ",(:–—")
    led = [match.end() for match in words.find("introduces").finditer(before, max(0, len(before) - 40))]
    return marked or bool(led and not before[led[-1] :].strip(_MARKS))


def _closes(between: str, following: str, words: TimingWords) -> bool:
    """The words between days and their length: "from 4 to 7 May (four days)", "from 2011 to 2019, or nine years".

    Or those behind it: "from 4 to 7 May, four days in all".
    """
    if between.strip() == "(":
        return following.lstrip().startswith(")")
    if between.strip() == ",":
        return words.find("closes").match(following.lstrip()) is not None
    inner = between.strip(_MARKS)
    if words.find("follows").fullmatch(inner) or (between.startswith(",") and words.find("lasting").fullmatch(inner)):
        return _ENDS.match(following) is not None
    return words.find("closes").fullmatch(inner) is not None

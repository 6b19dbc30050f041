"""Lengths of time with the days that they are counted over: "the 12-day voyage lasted from 3 to 14 March"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.extract.drafts import BlockDrafts, DateDraft, Draft, LinkDraft, QuantityDraft
from claimcheck.extract.timing.lexicon import TimingLexicon, TimingWords
from claimcheck.extract.timing.orders import are_ends

_BETWEEN = 110
_NO_YEAR = "XXXX"
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
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
    for span, ends in _spans(block, lexicon) if lengths else ():
        found = [length for length in lengths if _is_length_of(block, length, span, words)]
        if len(found) == 1:
            start, end = min(found[0].start, span.start), max(found[0].end, span.end)
            yield LinkDraft(start, end, kind="duration", roles={"length": [found[0]], **ends})


def _spans(block: BlockDrafts, lexicon: TimingLexicon) -> Iterator[tuple[DateDraft, dict[str, list[Draft]]]]:
    """The stretches of time of a block, each with the roles that its dates play."""
    words = lexicon.of("order")
    for span in block.dates:
        if "/" in span.value and (span.period or span.value.startswith(_NO_YEAR)):
            yield span, {"span": [span]}
    for first, last in pairwise(block.dates):
        are_days = last.period is not None and _DAY.fullmatch(first.value) and _DAY.fullmatch(last.value)
        if are_days and are_ends(block.text, first, last, words):
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
    if after:
        return _closes(between, block.text[length.end :], words)
    if any(mark in block.text[length.start : length.end] for mark in _HYPHENS):
        return _is_phrase(between, words)
    return _runs(between, block.text[: length.full_start], words)


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
    return words.find("closes").fullmatch(between.strip(_MARKS)) is not None

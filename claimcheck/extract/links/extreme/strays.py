"""Figures of those that a range was told of: "Rents lay between 780 and 940 euros. The cheapest flat costs 720 euros".

The range must spread over several things or times, and what follows must be told as one of them: by a superlative, in a
list right behind the range, or by a word that the sentence of the range has as well. A figure that is set apart by its
words (an average, a target, one of last year), or lies far off, is of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.extreme.ranges import is_spread
from claimcheck.extract.links.phrasing.page import Page, Passage

_BEHIND = 8  # blocks that a list may fill behind its range
_SENTENCES = 2  # behind the one of the range
_FARTHEST = Decimal("1.5")  # times that a figure may lie beyond an end
_FARTHER = Decimal(2)  # where an end of the range stands beside it
_MOST = 20  # figures tied to one range
_STEM = 5
_WORD = re.compile(r"[^\W\d_]{4,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEVELS = (None, "level", "share", "ratio")

Stretch = tuple[Passage, int, int, bool]


def find_strays(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each figure behind a range that is told as one of those that the range is of."""
    passage = page[number]
    for at, span in passage.skeleton.figures.items():
        if isinstance(span.value, tuple) and span.role in _LEVELS and is_spread(passage, at, span):
            found = (value for stretch in _behind(page, number, at) for value in _told(stretch, passage, at, span))
            for _, value in zip(range(_MOST), found, strict=False):
                yield LinkDraft(span.start, span.end, "range", {"range": [span], "value": [value]})


def _behind(page: Page, number: int, at: int) -> Iterator[Stretch]:
    """The sentences behind a range in its block and the next one, and the list that follows them."""
    passage = page[number]
    start, end = passage.sentence(at)
    yield passage, at + 1, end, False
    left, stop = _SENTENCES, end
    while left and stop + 1 < len(passage.skeleton.low):
        start, stop = passage.sentence(stop + 1)
        yield passage, start, stop, False
        left -= 1
    previous = passage
    for other in page[number + 1 : number + 1 + _BEHIND]:
        if other.number != previous.number + 1:
            return
        if other.block.kind in ("item", "row"):
            yield other, 0, len(other.skeleton.low), True
        elif left:
            stop = -1
            while left and stop + 1 < len(other.skeleton.low):
                start, stop = other.sentence(stop + 1)
                yield other, start, stop, False
                left -= 1
        else:
            return
        previous = other


def _told(stretch: Stretch, passage: Passage, at: int, span: QuantityDraft) -> Iterator[QuantityDraft]:
    """The figures of a sentence or an item that the range takes in, if its words tell of the same."""
    other, start, end, listed = stretch
    figures = {place: figure for place, figure in other.skeleton.figures.items() if start <= place < end}
    ends = span.value if isinstance(span.value, tuple) else ()
    has_end = len(figures) > 1 and any(figure.value in ends for figure in figures.values())
    places = [place for place, figure in figures.items() if _fits(figure, span, _FARTHER if has_end else _FARTHEST)]
    kin = bool(places) and (listed or has_end or _shares_word(other, start, end, passage, at))
    for place in places:
        low, high = _clause(figures, place, start, end)
        if not _times_in(other, start, high) <= _times_of(passage, at, within=other is passage and start == at + 1):
            continue
        if not other.says("set-apart", low, high) and (kin or other.says("one-of-them", low, high)):
            yield figures[place]


def _times_of(passage: Passage, at: int, *, within: bool) -> set[str]:
    """The times that the sentence of a range names; for a figure within it, those up to the next figure alone.

    "At 785 to 995 for April, 753 for August": the August is that of the 753.
    """
    start, end = passage.sentence(at)
    following, _ = passage.skeleton.after(at + 1)
    return _times_in(passage, start, following[0] if within and following else end)


def _times_in(passage: Passage, start: int, end: int) -> set[str]:
    """The years, months and seasons that a stretch names."""
    words = passage.words(start, end)
    named = passage.lexicon.phrases["month-or-season"].found_in(words)
    return {found[0] for found in chain(_YEAR.finditer(words), named)}


def _clause(figures: dict[int, QuantityDraft], place: int, start: int, end: int) -> tuple[int, int]:
    """From the figure before one to the figure after it, within the sentence."""
    before = [each for each in figures if each < place]
    after = [each for each in figures if each > place]
    return (before[-1] + 1 if before else start), (after[0] if after else end)


def _fits(value: QuantityDraft, span: QuantityDraft, farthest: Decimal) -> bool:
    """True for a plain figure in the unit of a range, or a bare one, not far beyond its ends, and of no other time."""
    if isinstance(value.value, tuple) or value.role not in _LEVELS or value.trend or value.moved or value.hedge:
        return False
    if value.form != "digits" or value.status not in (None, "outcome") or _is_of_other_time(value, span):
        return False
    same = value.unit == span.unit and (value.noun is None or span.noun is None or value.noun == span.noun)
    over = value.unit == span.unit.partition("_per_")[0]
    low, high = span.value if isinstance(span.value, tuple) else (span.value, span.value)
    return (same or over) and low / farthest <= value.value <= high * farthest


def _is_of_other_time(value: QuantityDraft, span: QuantityDraft) -> bool:
    """True for two times that do not meet, and for a figure of a year behind a range of none."""
    one, other = value.period, span.period
    if one is None or other is None:
        return one is not None and one.sort == "year"
    return not ((one.end is None or other.start < one.end) and (other.end is None or one.start < other.end))


def _shares_word(other: Passage, start: int, end: int, passage: Passage, at: int) -> bool:
    """True when a sentence names what the sentence of the range, or the one before it, is about."""
    first, last = passage.sentence(at)
    before = passage.sentence(first - 2)[0] if first > 1 else first
    return bool(_stems(passage, before, last) & _stems(other, start, end))


def _stems(passage: Passage, start: int, end: int) -> set[str]:
    plain = passage.lexicon.phrases["no-topic"].regex
    words = _WORD.findall(plain.sub(" ", passage.words(start, end)))
    return {word.removesuffix("s")[:_STEM] for word in words}

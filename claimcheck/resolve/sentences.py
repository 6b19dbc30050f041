"""The telling words of the sentence that a figure stands in: they show whether two sentences speak of one thing."""

from __future__ import annotations

import re
from bisect import bisect_right

from claimcheck.model.document import Document
from claimcheck.resolve.naming import Lexicon
from claimcheck.resolve.words import words_of

_END = re.compile(r"[.!?;]\s|\n")
_REACH = 300  # characters each way, so that the cost stays linear
_SHORTEST = 3
_BEFORE, _AFTER = 60, 15  # characters in which a word belongs to a figure rather than to another part of its sentence


def telling_words(document: Document, start: int, end: int, lexicon: Lexicon) -> frozenset[str]:
    """The words of the sentence around a place, in the singular and by first synonym; numbers and small words left out.

    The words of the place itself are left out too: a unit says nothing of the thing.
    """
    at = bisect_right(document.blocks, start, key=lambda block: block.start) - 1
    block = document.blocks[max(at, 0)]
    low, high = max(block.start, start - _REACH), min(max(block.end, end), end + _REACH)
    for match in _END.finditer(document.reading, low, start):
        low = match.end()
    stop = _END.search(document.reading, end, high)
    around = f"{document.reading[low:start]} {document.reading[end : stop.start() if stop else high]}"
    small = lexicon.stop | lexicon.light | lexicon.joint
    return frozenset(
        word for word in lexicon.words(around) if len(word) >= _SHORTEST and word not in small and not word.isdigit()
    )


def marks_among(
    context: frozenset[str], document: Document, start: int, end: int, lexicon: Lexicon
) -> frozenset[str]:
    """Those words of a figure's sentence that stand near it and tell that it is one of several like ones."""
    marks = context & lexicon.apart
    if not marks:
        return marks
    return marks & frozenset(words_of(document.reading[max(0, start - _BEFORE) : end + _AFTER]))

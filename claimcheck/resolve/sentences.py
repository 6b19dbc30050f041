"""The telling words of the sentence that a figure stands in: they show whether two sentences speak of one thing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from claimcheck.model.document import Document
from claimcheck.resolve.naming import Lexicon

# Not at the stop of "No. 5", "Orrin v. Lund" or "R. Hurst", nor after two or three consonants, which are no word: "Ms."
_END = re.compile(r"[.!?;](?<!\bNo.)(?<!\bv.)(?<!\b[A-Z].)(?<!\b[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz].)"
                  r"(?<!\b[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{2}.)\s|\n")
_REACH = 300  # characters each way, so that the cost stays linear
_MOST_ITEMS = 30  # of a list that have the words of the line over them
_SHORTEST = 3
_BEFORE, _AFTER = 60, 18  # characters in which a word belongs to a figure rather than to another part of its sentence


class Surroundings(NamedTuple):
    """The telling words around a figure: of its sentence, which begins at an offset, and of its own part of that.

    sides: what words of its own part tell of it that is not so of others, by what they tell of ("season", "summer").
    """

    context: frozenset[str]
    near: frozenset[str]
    sentence: int
    sides: frozenset[tuple[str, str]]


def surroundings_of(
    document: Document, start: int, end: int, neighbours: tuple[int, int], lexicon: Lexicon, *, over: str = ""
) -> Surroundings:
    """The words of the sentence around a place, in the singular and by first synonym; numbers and small words left out.

    The words of the place itself are left out too: a unit says nothing of the thing. neighbours: where the figure
    before ends and the next one begins, which bound the figure's own part of the sentence.
    """
    at = bisect_right(document.blocks, start, key=lambda block: block.start) - 1
    block = document.blocks[max(at, 0)]
    low, high = max(block.start, start - _REACH), min(max(block.end, end), end + _REACH)
    for match in _END.finditer(document.reading, low, start):
        low = match.end()
    high = end + len(rest_of_sentence(document, end, high))
    before, after = max(low, neighbours[0]), min(high, neighbours[1])
    words = lexicon.all_words(f"{document.reading[before:start]} {document.reading[end:after]} {over}")
    own = frozenset(_telling(words, lexicon))
    led = _lead_in(document, at) if block.kind == "item" else ""
    others = frozenset(telling_words(f"{document.reading[low:before]} {document.reading[after:high]} {led}", lexicon))
    sides = frozenset([lexicon.sides[word] for word in words if word in lexicon.sides])
    return Surroundings(own | others, own | _metrics_among(own, lexicon), low, sides)


def _lead_in(document: Document, at: int) -> str:
    """The last sentence of the line over a list, of which each item says something."""
    for block in reversed(document.blocks[max(0, at - _MOST_ITEMS) : at]):
        if block.kind == "paragraph":
            start = max(block.start, block.end - _REACH)
            return _END.split(document.reading[start : block.end].rstrip(" .\n"))[-1]
        if block.kind != "item":
            break
    return ""


def rest_of_sentence(document: Document, start: int, end: int) -> str:
    """The text from an offset on to the end of its sentence, or to another offset before that."""
    stop = _END.search(document.reading, start, end)
    return document.reading[start : stop.start() if stop else end]


def telling_words(text: str, lexicon: Lexicon) -> list[str]:
    """The words of a text that tell something, in the singular."""
    return _telling(lexicon.all_words(text), lexicon)


def _telling(words: Iterable[str], lexicon: Lexicon) -> list[str]:
    small = lexicon.stop | lexicon.light | lexicon.joint
    return [word for word in words if len(word) >= _SHORTEST and word not in small and not word.isdigit()]


def _metrics_among(words: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """The metrics that single words name: "sales" are revenue."""
    return frozenset(lexicon.metrics[(word,)].id for word in words if (word,) in lexicon.metrics)


def marks_among(
    context: frozenset[str], document: Document, start: int, end: int, lexicon: Lexicon
) -> frozenset[str]:
    """Those words of a figure's sentence that stand near it and tell that it is one of several like ones."""
    marks = context & lexicon.apart
    if not marks:
        return marks
    around = f"{document.reading[max(0, start - _BEFORE) : start]} {document.reading[end : end + _AFTER]}"
    return marks & frozenset(lexicon.all_words(around))

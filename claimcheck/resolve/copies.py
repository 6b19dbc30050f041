"""What reports have in common: one text printed several times, and the rare names that tell of one event.

Copies are known by their shingles: every five words in a row, figures apart, since a copy may have a slip in one. Of
each report the smallest hashes of its shingles are kept; the share of them that two reports have in common tells how
much of their texts is one (A. Broder, "On the resemblance and containment of documents", 1997). An index of the hashes
finds whom to compare, so that the cost grows with the number of reports only.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import partial
from heapq import nsmallest
from zlib import crc32

from claimcheck.model.document import Document
from claimcheck.model.letters import CAPITALS, fold
from claimcheck.resolve.memory import Memory
from claimcheck.resolve.words import words_of

_CAPITALISED = re.compile(rf"\b[{CAPITALS}]\w{{2,}}")
# A name: a capitalised word that does not open a sentence.
_NAME = re.compile(rf"(?<=[a-z0-9,;:(] )[{CAPITALS}]\w{{2,}}")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_RARE = 20  # a name that more reports share says nothing about one event

_TITLE = 120  # characters of a first line

_SHINGLE = 5  # words
_SKETCH = 64  # hashes kept of a report
_FEWEST = 20  # shingles without which a text is too short to be known again
_ALIKE = 0.5  # of the shingles of both are in both
_MOST_LEADS = 8  # reports that one hash leads to: what more share is a stock phrase


def stories_of(
    documents: Sequence[Document],
    common: Collection[str] = (),
    origins: Sequence[str] = (),
    memory: Memory | None = None,
) -> list[frozenset[str]]:
    """For each report the names that it shares with at least one other report, and with few.

    common: words that are capitalised and yet no names, such as months. origins: see `origins_of`; copies of one text
    count once, so that a name does not become a common one by being printed often.
    """
    memory = memory or Memory()
    words = [memory.recall("words", document, (), partial(_named_words, document)) for document in documents]
    known = {word for named, _ in words for word in named} - set(common)
    names = [capitalised & known for _, capitalised in words]
    printed = Counter(name for own in names for name in own)
    texts = origins or [document.path for document in documents]
    told = Counter(name for name, _ in {(name, text) for own, text in zip(names, texts, strict=True) for name in own})
    return [frozenset(name for name in own if printed[name] > 1 and told[name] <= _RARE) for own in names]


def origins_of(documents: Sequence[Document], memory: Memory | None = None) -> list[str]:
    """For each report the path of the first, by path, of those that print the same text; its own when alone.

    The result does not depend on the order of the reports.
    """
    memory = memory or Memory()
    origins: dict[int, str] = {}
    sketches: dict[int, frozenset[int]] = {}
    leads: dict[int, list[int]] = defaultdict(list)
    for at in sorted(range(len(documents)), key=lambda at: documents[at].path):
        sketch = sketches[at] = memory.recall("sketch", documents[at], (), partial(_sketch, documents[at]))
        lead = _lead(sketch, sketches, leads)
        origins[at] = documents[at].path if lead is None else origins[lead]
        if lead is None:
            for value in sketch:
                if len(leads[value]) < _MOST_LEADS:
                    leads[value].append(at)
    return [origins[at] for at in range(len(documents))]


def issue_of(document: Document, common: Collection[str] = ()) -> tuple[str, str]:
    """The words of the first line of a report and the numbers and months in it; nothing where it holds no number.

    common: words that name nothing, months among them. Bulletins of one series differ in the second alone.
    """
    line = document.reading.lstrip().partition("\n")[0][:_TITLE]
    words = words_of(line)
    told = [word for word in words if word.isdigit() or word in common]
    if not any(word.isdigit() for word in told):
        return "", ""
    return " ".join(word for word in words if word not in told), " ".join(told)


def _lead(sketch: frozenset[int], sketches: dict[int, frozenset[int]], leads: dict[int, list[int]]) -> int | None:
    """The earlier report that is most like this one, where it is like enough."""
    shared = Counter(lead for value in sketch for lead in leads.get(value, ()))
    likeness = {lead: _likeness(sketch, sketches[lead]) for lead, count in shared.items() if count > 1}
    best = min(likeness, key=lambda lead: (-likeness[lead], lead), default=None)
    return best if best is not None and likeness[best] >= _ALIKE else None


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the shingles of two reports that both have, as their smallest hashes tell it."""
    smallest = nsmallest(_SKETCH, one | other)
    return sum(value in one and value in other for value in smallest) / len(smallest)


def _sketch(document: Document) -> frozenset[int]:
    """The smallest hashes of the shingles of a report; none for a text that is too short."""
    words = [
        "0" if word[0].isdigit() else word
        for block in document.blocks if block.kind != "furniture"
        for word in _WORD.findall(document.reading[block.start : block.end].casefold())
    ]
    shingles = {crc32(" ".join(words[at : at + _SHINGLE]).encode()) for at in range(len(words) - _SHINGLE + 1)}
    return frozenset(nsmallest(_SKETCH, shingles)) if len(shingles) >= _FEWEST else frozenset()


def _named_words(document: Document) -> tuple[set[str], set[str]]:
    """The words of a report that are names for certain, and all that are capitalised."""
    return _words(document, _NAME), _words(document, _CAPITALISED)


def _words(document: Document, pattern: re.Pattern[str]) -> set[str]:
    return {
        fold(match[0])
        for block in document.blocks if block.kind != "furniture"
        for match in pattern.finditer(document.reading, block.start, block.end)
    }

"""What reports have in common: the rare names that tell that two of them are about one event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from claimcheck.model.document import Document
from claimcheck.model.letters import fold

_CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w{2,}")
# A name: a capitalised word that does not open a sentence.
_NAME = re.compile(r"(?<=[a-z0-9,;:(] )[^\W\d_a-z]\w{2,}")
_RARE = 20  # a name that more reports share says nothing about one event


def stories_of(documents: Sequence[Document], common: Collection[str] = ()) -> list[frozenset[str]]:
    """For each report the names that it shares with at least one other report, and with few.

    common: words that are capitalised and yet no names, such as months.
    """
    known = {word for document in documents for word in _words(document, _NAME)} - set(common)
    names = [_words(document, _CAPITALISED) & known for document in documents]
    spread = Counter(name for own in names for name in own)
    return [frozenset(name for name in own if 1 < spread[name] <= _RARE) for own in names]


def _words(document: Document, pattern: re.Pattern[str]) -> set[str]:
    return {
        fold(match[0])
        for block in document.blocks if block.kind != "furniture"
        for match in pattern.finditer(document.reading, block.start, block.end)
    }

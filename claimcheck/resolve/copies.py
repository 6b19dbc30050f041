"""What reports have in common: the rare names that tell that two of them are about one event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from claimcheck.model.document import Document
from claimcheck.model.letters import fold

# A name: a word with a capital that does not open a sentence, and an acronym or a word of three letters at least.
_NAME = re.compile(r"(?<=[a-z0-9,;:(] )[^\W\d_a-z][\w]{2,}")
_RARE = 20  # a name that more reports share says nothing about one event


def stories_of(documents: Sequence[Document]) -> list[frozenset[str]]:
    """For each report the names that it shares with at least one other report, and with few."""
    names = [_names_in(document) for document in documents]
    spread = Counter(name for own in names for name in own)
    return [frozenset(name for name in own if 1 < spread[name] <= _RARE) for own in names]


def _names_in(document: Document) -> set[str]:
    return {
        fold(match[0])
        for block in document.blocks if block.kind != "furniture"
        for match in _NAME.finditer(document.reading, block.start, block.end)
    }

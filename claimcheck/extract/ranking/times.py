"""Times that racers took, with the names before them: "Ada Kone 2:08:31", "won in 27:41.6 minutes"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import BlockDrafts, LinkDraft
from claimcheck.extract.links.extreme.marks import told_in_parts
from claimcheck.extract.ranking.names import Names

# with seconds, which times of the day hardly have: two colons, or a decimal of a second
_CLAUSE_END = re.compile(r";|(?<=[a-z]{2})[.!?]\s")  # behind which "she" may be somebody told of earlier
_TAKEN = re.compile(r"(?<![\d:.])\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?|\.\d+)(?![\d:])")


def find_times(block: BlockDrafts, known: Names) -> Iterator[LinkDraft]:
    """One link for each time: scope is the names since the one before in its clause, when the time in figures."""
    start = 0
    for first, last, time in sorted([*_in_figures(block.text), *_in_words(block)]):
        start = max((end.end() for end in _CLAUSE_END.finditer(block.text, start, first)), default=start)
        names = known.told(block.text, start, first)
        start = last
        if names:
            yield LinkDraft(first, last, "time", {}, scope="\n".join(names), when=time)


def _in_figures(text: str) -> Iterator[tuple[int, int, str]]:
    return ((taken.start(), taken.end(), taken[0]) for taken in _TAKEN.finditer(text))


def _in_words(block: BlockDrafts) -> Iterator[tuple[int, int, str]]:
    """The times that are told with their units; "0:11524" is a time as well."""
    return ((start, end, f"0:{seconds}") for start, end, seconds in told_in_parts(block))

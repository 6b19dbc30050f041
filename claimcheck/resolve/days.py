"""Which day a place of a report speaks of, for what is no figure: titles and lists of names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from claimcheck.model.document import Document
from claimcheck.model.mention import AnyMention, DateMention, Mention, ReferenceMention

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_AHEAD = dt.timedelta(days=60)  # of a report, in which a meeting may be announced
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][\"”’)]*\s|\n")


class Days:
    """Which day a place in the text speaks of: a day named in the same sentence, else the report's own."""

    def __init__(self, document: Document, mentions: Sequence[AnyMention]) -> None:
        self._document = document
        dated = [mention for mention in mentions if isinstance(mention, ReferenceMention)]
        self._days = [
            (mention.start, dt.date.fromisoformat(mention.value))
            for mention in mentions
            if isinstance(mention, DateMention) and _DAY.fullmatch(mention.value)
            # The date of a document is not the day on which somebody reads it out.
            and not any(cited.start <= mention.start < cited.end for cited in dated)
        ]
        first_blocks = document.blocks[min(2, len(document.blocks) - 1)].end if document.blocks else 0
        head = [day for at, day in self._days if at < first_blocks]
        self._own = document.date or (head[0] if head else None)

    def near(self, mention: Mention) -> dt.date | None:
        """The nearest day that the sentence of the mention names, else the day of the report, if either is known.

        A day long after that of the report is what is spoken of, not when.
        """
        start, end = sentence_around(self._document.reading, mention.start, mention.end)
        last = self._own + _AHEAD if self._own else dt.date.max
        here = [(abs(at - mention.start), day) for at, day in self._days if start <= at < end and day <= last]
        return min(here)[1] if here else self._own


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that holds the given stretch (looking at most 600 characters each way)."""
    floor, ceiling = max(0, start - 600), min(len(text), end + 600)
    stops = [match.end() for match in _SENTENCE_END.finditer(text, floor, start)]
    after = _SENTENCE_END.search(text, end, ceiling)
    return stops[-1] if stops else floor, after.start() + 1 if after else ceiling

"""The period of a claim, from what its mention says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model.document import Document
from claimcheck.model.mention import AnyMention, DateMention, QuantityMention
from claimcheck.model.period import Period

_SENTENCE_END = re.compile(r"[.!?;][\s\"”’)]+|\n")
_REACH = 400


def read_period(text: str | None) -> Period | None:
    """The period that a mention gives in ISO 8601 or TIMEX3; None when it is open ("XXXX-05", "PAST_REF").

    >>> read_period("2023-Q1").sort, read_period("XXXX-05"), read_period(None)
    ('quarter', None, None)
    """
    if not text:
        return None
    try:
        return Period.parse(text)
    except ValueError:
        return None


def states_period(document: Document, mentions: Sequence[AnyMention], at: int) -> bool:
    """True when the sentence of a figure gives its period, and no other date stands between the two.

    `at` is the position of the figure in the mentions, which are in the order of the text.
    """
    figure = mentions[at]
    if not isinstance(figure, QuantityMention) or figure.period is None:
        return False
    nearest = _date_beside(document, mentions, at, step=-1)
    if nearest is not None:
        return nearest.value == figure.period
    following = _date_beside(document, mentions, at, step=1)
    return following is not None and following.value == figure.period


def _date_beside(document: Document, mentions: Sequence[AnyMention], at: int, *, step: int) -> DateMention | None:
    """The nearest date before (step -1) or after (step 1) a mention within its sentence."""
    figure = mentions[at]
    position = at + step
    while 0 <= position < len(mentions):
        other = mentions[position]
        gap = (other.end, figure.start) if step < 0 else (figure.end, other.start)
        if gap[1] - gap[0] > _REACH or _SENTENCE_END.search(document.reading, *gap):
            return None
        if isinstance(other, DateMention):
            return other
        position += step
    return None

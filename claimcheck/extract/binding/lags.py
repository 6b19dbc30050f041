"""Times told by their distance from another: "five years earlier the figure was 49%", "1.2% three years ago"."""

from __future__ import annotations

from claimcheck.extract.binding.clauses import Sentence
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.model.period import Period

_DISTANT = 200  # years


def lag_of(sentence: Sentence, at: int, lexicon: BindingLexicon) -> int | None:
    """The place of the length of time that tells when the figure was: right behind it, or at the head of its clause."""
    if _is_lag(sentence, at + 1, lexicon):
        return at + 1
    for place in range(at - 1, -1, -1):
        item = sentence.items[place]
        if item.kind in "SR" or item.text == ";":
            return None
        if item.kind == "Q" and _is_lag(sentence, place, lexicon):
            return place if place == 0 or sentence.items[place - 1].kind in ".SC" else None
    return None


def lagged(sentence: Sentence, lag: int, known: Period | None, lexicon: BindingLexicon) -> Period | None:
    """So many years before or after a known year; None for what counts from today, or in other units."""
    draft, word = sentence.items[lag].quantity, sentence.items[lag + 1].head
    if draft is None or known is None or known.sort != "year" or draft.unit != "year" or isinstance(draft.value, tuple):
        return None
    sign = -1 if lexicon.has("lag-back", word) else 1 if lexicon.has("lag-ahead", word) else 0
    years = int(draft.value)
    return known.shifted_years(sign * years) if sign and years == draft.value and 0 < years < _DISTANT else None


def _is_lag(sentence: Sentence, place: int, lexicon: BindingLexicon) -> bool:
    draft = sentence.around[place].quantity
    return draft is not None and draft.unit in _UNITS and lexicon.has("lag", sentence.around[place + 1].head)


_UNITS = ("day", "week", "month", "year", "decade")

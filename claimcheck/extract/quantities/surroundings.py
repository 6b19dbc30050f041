"""Reads what stands around a number: hedges before and after it, and which way something moved by it."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.extract.quantities.cut import Cut
from claimcheck.extract.quantities.lexicon import QuantityLexicon, Way
from claimcheck.model.measure import measure_of
from claimcheck.model.mention import Hedge, Trend

_BY_REACH, _FROM_REACH = 8, 24  # tokens
_TIME = "hour"  # the measure of all stretches of time
_STOPS = {".", ";", ":", "!", "?"}
_PAUSES = {",", ":", "(", "-", "–", "—"}  # before "from" in "fell in May, from 5 to 4"


@dataclass(slots=True)
class Surroundings:
    """What the words around a number say, and the first and last token that they take up.

    trend: which way something moved by it; moved: the same where a verb tells it, not a noun or a comparison.
    """

    hedge: Hedge
    trend: Trend
    moved: Trend
    first: int
    last: int


def read_surroundings(
    cut: Cut, first: int, end: int, lexicon: QuantityLexicon, noun_end: int | None = None
) -> Surroundings:
    """The hedge and trend of the number in tokens `first` up to `end`, unit included; its noun ends at `noun_end`."""
    hedge, start = hedge_before(cut, first, lexicon)
    after = lexicon.hedges_after.at(cut, end) or lexicon.hedges_after.at(cut, noun_end or end)
    if after is not None and (not hedge or hedge == "about"):
        hedge, end = after[1], after[0]
    way = _trend_before(cut, start, lexicon) or _trend_after(cut, end, lexicon)
    if way is None:
        return Surroundings(hedge, "", "", start, end)
    return Surroundings(hedge, way.trend, way.trend if way.by_verb else "", start, end)


def hedge_before(cut: Cut, first: int, lexicon: QuantityLexicon) -> tuple[Hedge, int]:
    """The hedge that ends just before a token, and its first token; of several, the outer one bounds and wins."""
    hedge: Hedge = ""
    start = first
    if start > 0 and cut.low[start - 1] in lexicon.words["article"] and not cut.taken[start - 1]:
        inner = lexicon.hedges_before.before(cut, start - 1)
        if inner is not None:
            start -= 1
    while True:
        at = start
        if at > 1 and cut.low[at - 1] in ("-", "–") and cut.glued(at):
            at -= 1
        found = lexicon.hedges_before.before(cut, at)
        if found is None:
            return hedge, start
        start = found[0]
        hedge = found[1] if not hedge or hedge == "about" else hedge


def is_throughout(cut: Cut, first: int, end: int, unit: str, lexicon: QuantityLexicon) -> bool:
    """True for the "over" of "6 million over three years": all that time, and no more than it.

    first: the token of that word; end: where the number ends, with its unit.
    """
    if cut.low[first] not in lexicon.words["throughout"] or measure_of(unit).base != _TIME:
        return False
    before = cut.low[first - 1] if first > 0 else ""
    behind = cut.low[end] if end < cut.size else ""
    return before not in lexicon.words["more-before"] and behind not in lexicon.words["more-behind"]


def _trend_before(cut: Cut, start: int, lexicon: QuantityLexicon) -> Way | None:
    """A word of rise or fall right before the number, one adverb between allowed; before "by", a little further off."""
    at = start
    found = lexicon.trends_before.before(cut, at)
    if found is None and at > 0 and cut.low[at - 1].endswith(tuple(lexicon.words["adverb-ending"])):
        found = lexicon.trends_before.before(cut, at - 1)
    if found is not None:
        return found[1]
    if at > 0 and not cut.taken[at - 1] and cut.low[at - 1] in lexicon.words["by"]:
        return _trend_within(cut, at - 1, lexicon)
    return None


def _trend_within(cut: Cut, end: int, lexicon: QuantityLexicon, reach: int = _BY_REACH) -> Way | None:
    for at in range(end, max(0, end - reach), -1):
        if cut.low[at - 1] in _STOPS:
            return None
        found = lexicon.trends_before.before(cut, at)
        if found is not None:
            return found[1]
    return None


def _trend_after(cut: Cut, end: int, lexicon: QuantityLexicon) -> Way | None:
    found = lexicon.trends_after.at(cut, end)
    return found[1] if found is not None else None


def moves_before(cut: Cut, first: int, lexicon: QuantityLexicon) -> bool:
    """True when a word of rise or fall, or of a multiple, stands before the token; further off before ", from"."""
    end, reach = first, _BY_REACH
    if first > 1 and cut.low[first - 1] in lexicon.words["from"] and cut.low[first - 2] in _PAUSES:
        end, reach = first - 2, _FROM_REACH
    found = _trend_within(cut, end, lexicon, reach)
    return found.by_verb and bool(found.trend) if found is not None else _multiplies_before(cut, end, lexicon)


def _multiplies_before(cut: Cut, end: int, lexicon: QuantityLexicon) -> bool:
    """True for "has doubled here from"."""
    for at in range(end, max(0, end - _BY_REACH), -1):
        if cut.low[at - 1] in _STOPS:
            return False
        if lexicon.multiples.before(cut, at) is not None:
            return True
    return False

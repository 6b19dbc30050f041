"""Sums: parts that words add up behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import size
from claimcheck.extract.links.fitting.lends import share_place, share_unit
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, FIGURES, STOP, Skeleton, is_aside, sign_of
from claimcheck.model.slips import is_misprint

TWO_SORTS = ("either-or", "two-sorts")  # words of which two parts make up a whole
_SUMMED = (Decimal("0.75"), Decimal("1.3"))  # how close parts must come to a figure that may be their sum
_PAIR = 2
_LONGEST_CONCLUSION = 70  # letters between the last part and the sum that is drawn from all


def find_sums(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """Parts summed up behind them: "310 boys and 290 girls, 600 pupils in all"."""
    for place, whole in skeleton.figures.items():
        before, stop = skeleton.before(place), skeleton.low.rfind(STOP, 0, place)
        told_before = _without_count(skeleton, skeleton.before(stop) if stop >= 0 else [])
        if _counts_parts(skeleton, before, told_before):
            before = []
        places = _without_count(skeleton, before) or told_before
        parts = [skeleton.figures[at] for at in places]
        if not _are_summed(parts, whole):
            continue
        closed = _is_closed(skeleton.low, places, lexicon) or (not before and _is_slip(parts, whole))
        if not closed and not (before and _are_all_sorts(skeleton, places, place, lexicon)):
            continue
        if before:
            told = _is_summed_up(skeleton, before[-1], place, lexicon) and not _stands_beside(skeleton, stop, lexicon)
        else:
            told = _opens_sum(skeleton, stop, place, lexicon)
        if told and not _is_stock(skeleton, place, lexicon):
            share_unit([whole, *parts])
            share_place([whole, *parts])
            yield LinkDraft(parts[0].start, whole.end, "total", {"whole": [whole], "part": list(parts)})


def _is_stock(skeleton: Skeleton, place: int, lexicon: LinkLexicon) -> bool:
    """True for what is left of something after it rose and fell: "40 were filed and 35 settled, so 62 are pending"."""
    end = skeleton.sentence(place)[1]
    return lexicon.phrases["stock-state"].search(skeleton.low, place + 1, end) is not None


def _opens_sum(skeleton: Skeleton, stop: int, place: int, lexicon: LinkLexicon) -> bool:
    """True for a figure led by words that sum up the sentence before its own: "Together they have 600 pupils"."""
    lead = " ".join(re.sub(f"[{FIGURES}]", " ", skeleton.low[stop + 1:place]).split())
    told = skeleton.low[skeleton.low.rfind(STOP, 0, max(0, stop)) + 1:stop]
    if lexicon.phrases["wished-for"].search(lead) or _are_two_sides(told, lead, lexicon):
        return False
    return lexicon.phrases["sum-opening"].fullmatch(lead) is not None


def _are_two_sides(told: str, lead: str, lexicon: LinkLexicon) -> bool:
    """True where parts and total are of two sides of one account: "Income: fees 31, gifts 48. Total spending: 96"."""
    return any(
        one.search(told) is not None and other.search(lead) is not None and one.search(lead) is None
        for each in lexicon.balances for one, other in ((each.plus, each.minus), (each.minus, each.plus))
    )


def _counts_parts(skeleton: Skeleton, before: Sequence[int], parts: Sequence[int]) -> bool:
    """True for the one figure before a sum that tells how many parts it has: "together the three towns have"."""
    return len(before) == 1 and len(parts) > 1 and size(skeleton.figures[before[0]]) == len(parts)


def _stands_beside(skeleton: Skeleton, stop: int, lexicon: LinkLexicon) -> bool:
    """True for figures that are but some of what is told: "With gifts of 4 and 6 tonnes it has 14 tonnes in all"."""
    start = len(skeleton.low) - len(skeleton.low[stop + 1 :].lstrip())
    return lexicon.phrases["sum-beside"].match(skeleton.low, start) is not None


def _without_count(skeleton: Skeleton, places: list[int]) -> list[int]:
    """The figures without the first, where that only tells how many they are ("the three towns have 22, 17 and 14")."""
    counted = bool(places) and size(skeleton.figures[places[0]]) == len(places) - 1
    return places[1:] if counted and skeleton.figures[places[0]].noun is not None else places


def _are_all_sorts(skeleton: Skeleton, places: Sequence[int], place: int, lexicon: LinkLexicon) -> bool:
    """True for two sorts that leave nothing out, and their sum: "1,846 men, 1,127 women, together 2,793"."""
    if len(places) != _PAIR or any(is_aside(skeleton.text, at) for at in (*places, place)):
        return False
    words = skeleton.told(places[0], place)
    return any(lexicon.phrases[name].search(words) is not None for name in TWO_SORTS)


def _is_summed_up(skeleton: Skeleton, last: int, place: int, lexicon: LinkLexicon) -> bool:
    """True for words such as "in all" behind a figure, or "a total of" right before it."""
    behind = place + 2 if skeleton.low[place + 1:place + 2] == " " else place + 1
    if lexicon.phrases["sum-behind"].match(skeleton.low, behind):
        return True
    lead = lexicon.phrases["sum-before"].search(skeleton.low, last + 1, place)
    if lead is not None and not skeleton.low[lead.end():place].strip():
        return True
    between = skeleton.low[last + 1:place]
    return len(between) <= _LONGEST_CONCLUSION and lexicon.phrases["sum-drawn"].search(between) is not None


def _are_summed(parts: Sequence[QuantityDraft], whole: QuantityDraft) -> bool:
    """True for two or more parts in the unit of the whole, each smaller and together near it."""
    if len(parts) < 2 or sign_of(whole) != AMOUNT or any(sign_of(part) != AMOUNT for part in parts):
        return False
    if any(isinstance(each.value, tuple) or each.unit != whole.unit for each in (whole, *parts)):
        return False
    if any(part.trend for part in parts[1:]) or parts[0].trend not in ("", whole.trend or parts[0].trend):
        return False
    together = sum((size(part) for part in parts), Decimal(0))
    near = _SUMMED[0] * size(whole) <= together <= _SUMMED[1] * size(whole)
    return near and all(size(part) < size(whole) for part in parts)


def _is_slip(parts: Sequence[QuantityDraft], whole: QuantityDraft) -> bool:
    """True for a sum that misses a figure by a slip of the pen, so that no words need join the parts."""
    return is_misprint(size(whole), sum((size(part) for part in parts), Decimal(0)))


def _is_closed(low: str, places: Sequence[int], lexicon: LinkLexicon) -> bool:
    """True when the last two parts are joined by a conjunction, or semicolons part all of several, and none stands in
    parentheses."""
    gaps = [low[one + 1:other] for one, other in pairwise(places)]
    itemised = len(gaps) > 1 and all(";" in gap for gap in gaps)
    whole = not lexicon.phrases["partial-set"].search(low[low.rfind(STOP, 0, places[0]) + 1:places[-1]])
    joined = lexicon.joins(gaps[-1]) or (itemised and whole)
    return joined and not any(is_aside(low, place) for place in places)

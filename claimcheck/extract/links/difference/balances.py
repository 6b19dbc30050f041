"""Differences told by their nouns: exports, imports and the surplus they leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import size
from claimcheck.extract.links.movement.changes import is_base
from claimcheck.extract.links.phrasing.lexicon import BalanceWords, LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, PERCENT, STOP, Skeleton, is_aside, sign_of
from claimcheck.model.slips import is_misprint

Labelled = tuple[str, QuantityDraft, int]

_SIDES = {"plus", "minus", "gap"}


def find_balances(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """Each run of three figures that are named as the two sides and their gap, within two sentences."""
    if len(skeleton.figures) < len(_SIDES):
        return
    for words in lexicon.balances:
        labelled = list(_label(skeleton, words, lexicon))
        at = 0
        while at + 3 <= len(labelled):
            three = labelled[at:at + 3]
            if _is_balance(skeleton, three):
                yield from _sum(three) if words.percent else [_link(three)]
                at += 3
            else:
                at += 1


def _label(skeleton: Skeleton, words: BalanceWords, lexicon: LinkLexicon) -> Iterator[Labelled]:
    """The amounts that a word of the balance stands before, with no other amount between; "" for all others.

    Of percentages those in brackets, and those that another moved from, are left out.
    """
    reached, sign = 0, PERCENT if words.percent else AMOUNT
    for place, figure in skeleton.figures.items():
        if sign_of(figure) != sign or figure.role == "change":
            continue
        before = skeleton.low[max(reached, skeleton.text.rfind(STOP, reached, place) + 1):place]
        if words.percent and (is_aside(skeleton.text, place) or is_base(place, skeleton, lexicon)):
            continue
        reached = place + 1
        yield _nearest_label(before, words), figure, place


def _nearest_label(before: str, words: BalanceWords) -> str:
    ends = {
        side: max((match.end() for match in words_of.found_in(before)), default=-1)
        for side, words_of in (("plus", words.plus), ("minus", words.minus), ("gap", words.gap))
    }
    side = max(ends, key=lambda name: ends[name])
    if ends[side] < 0 or (side == "gap" and words.others.search(before)):
        return ""
    return side


def _is_balance(skeleton: Skeleton, three: Sequence[Labelled]) -> bool:
    figures = [figure for _, figure, _ in three]
    periods = {figure.period for figure in figures if figure.period is not None}
    places = {figure.place for figure in figures if figure.place is not None}
    return (
        {label for label, _, _ in three} == _SIDES
        and len({figure.unit for figure in figures}) == 1
        and len(periods) <= 1
        and len(places) <= 1
        and skeleton.text.count(STOP, three[0][2], three[-1][2]) <= 1
    )


def _sum(three: Sequence[Labelled]) -> Iterator[LinkDraft]:
    """A ratio as the sum of the two that make it up, but for a slip: others may be of a part of the business."""
    whole = next(figure for label, figure, _ in three if label == "plus")
    parts = [figure for label, figure, _ in three if label != "plus"]
    together = sum(map(size, parts), Decimal(0))
    if together == size(whole) or is_misprint(size(whole), together):
        yield LinkDraft(three[0][1].start, three[-1][1].end, "total", {"whole": [whole], "part": [*parts]})


def _link(three: Sequence[Labelled]) -> LinkDraft:
    by_label = {label: figure for label, figure, _ in three}
    sides = sorted((by_label["plus"], by_label["minus"]), key=size)
    return LinkDraft(
        three[0][1].start,
        three[-1][1].end,
        "difference",
        {"difference": [by_label["gap"]], "minuend": [sides[1]], "subtrahend": [sides[0]]},
    )

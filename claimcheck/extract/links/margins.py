"""Majorities: the gap between the first two of the votes listed before."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fits import may_be_gap, size
from claimcheck.extract.links.page import Page, Passage, around
from claimcheck.extract.links.skeleton import AMOUNT, PERCENT, STOP, is_aside, sign_of

_MOST_OF_ALL = 3  # figures of a sentence about all votes
_BACK = 2  # sentences before that of a majority


def find_margins(page: Page, number: int) -> Iterator[LinkDraft]:
    """Figures called a majority, with the two largest of the votes in the sentence before."""
    passage = page[number]
    for found in passage.lexicon.phrases["majority"].found_in(passage.skeleton.low):
        at = found.end() if found.end() in passage.skeleton.figures else found.end() + 1
        gap = passage.skeleton.figures.get(at)
        if gap is None or sign_of(gap) != AMOUNT or gap.unit != "count" or gap.trend:
            continue
        votes = _votes_before(page, number, found.start())
        if len(votes) >= 2 and size(gap) < size(votes[0]) and may_be_gap(gap, *votes[:2]):
            yield LinkDraft(
                gap.start, gap.end, "difference",
                {"difference": [gap], "minuend": [votes[0]], "subtrahend": [votes[1]]},
            )


def _votes_before(page: Page, number: int, at: int) -> list[QuantityDraft]:
    """The votes of the same sentence, else of the one before, most first; nothing when another thing stands there.

    A sentence that tells only how many votes there were in all, and how many were spoilt, is passed over.
    """
    for where, first, last in _stretches(page, number, at):
        figures = [
            where.skeleton.figures[place] for place in where.skeleton.before(last)
            if first <= place and not _is_share_aside(where, place)
        ]
        if not figures or (len(figures) <= _MOST_OF_ALL and where.says("no-candidate", first, last)):
            continue
        return sorted(figures, key=size, reverse=True) if _are_votes(figures, where, first, last) else []
    return []


def _stretches(page: Page, number: int, at: int) -> Iterator[tuple[Passage, int, int]]:
    """The sentence of a majority up to it, and the two before, or those that end the block before."""
    passage = page[number]
    start, _ = passage.sentence(at)
    yield passage, start, at
    near = passage if start > 0 else next((each for each in around(page, number, 1, 0) if each is not passage), None)
    last = start - 1
    if near is not None and near is not passage:
        last = len(near.skeleton.low.rstrip(STOP))
    for _ in range(_BACK if near is not None else 0):
        if near is not None and last > 0:
            first, _ = near.sentence(last - 1)
            yield near, first, last
            last = first - 1


def _is_share_aside(passage: Passage, place: int) -> bool:
    """True for a percentage in brackets: "Ada Brook 9,731 (44.8%)"."""
    return is_aside(passage.skeleton.text, place) and sign_of(passage.skeleton.figures[place]) == PERCENT


def _are_votes(figures: list[QuantityDraft], passage: Passage, start: int, end: int) -> bool:
    """True for bare counts, each with its name, or for counts that the words call votes."""
    counts = all(figure.unit == "count" and not isinstance(figure.value, tuple) for figure in figures)
    alike = len({figure.noun for figure in figures if figure.noun}) <= 1
    listed = max(passage.skeleton.low.count(sign, start, end) for sign in ";(") >= len(figures) - 1
    return counts and alike and len(figures) >= 2 and (listed or passage.says("vote", start, end))

"""Majorities: the gap between the first two of the votes listed before."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fits import size
from claimcheck.extract.links.page import Page, Passage, around
from claimcheck.extract.links.skeleton import AMOUNT, PERCENT, STOP, is_aside, sign_of


def find_margins(page: Page, number: int) -> Iterator[LinkDraft]:
    """Figures called a majority, with the two largest of the votes in the sentence before."""
    passage = page[number]
    for found in passage.lexicon.phrases["majority"].found_in(passage.skeleton.low):
        at = found.end() if found.end() in passage.skeleton.figures else found.end() + 1
        gap = passage.skeleton.figures.get(at)
        if gap is None or sign_of(gap) != AMOUNT or gap.unit != "count" or gap.trend:
            continue
        votes = _votes_before(page, number, found.start())
        if len(votes) >= 2 and all(size(gap) < size(vote) for vote in votes[:1]):
            yield LinkDraft(
                gap.start, gap.end, "difference",
                {"difference": [gap], "minuend": [votes[0]], "subtrahend": [votes[1]]},
            )


def _votes_before(page: Page, number: int, at: int) -> list[QuantityDraft]:
    """The votes of the same sentence, else of the one before, most first; nothing when another thing stands there."""
    passage = page[number]
    start, _ = passage.sentence(at)
    stretches = [(passage, start, at)]
    if start > 0:
        stretches.append((passage, passage.sentence(start - 1)[0], start - 1))
    else:
        earlier = [near for near in around(page, number, 1, 0) if near is not passage]
        stretches.extend((near, 0, len(near.skeleton.low.rstrip(STOP))) for near in earlier)
    for where, first, last in stretches:
        figures = [
            where.skeleton.figures[place] for place in where.skeleton.before(last)
            if first <= place and not _is_share_aside(where, place)
        ]
        if figures:
            return sorted(figures, key=size, reverse=True) if _are_votes(figures, where, first, last) else []
    return []


def _is_share_aside(passage: Passage, place: int) -> bool:
    """True for a percentage in brackets: "Ada Brook 9,731 (44.8%)"."""
    return is_aside(passage.skeleton.text, place) and sign_of(passage.skeleton.figures[place]) == PERCENT


def _are_votes(figures: list[QuantityDraft], passage: Passage, start: int, end: int) -> bool:
    """True for bare counts, each with its name, or for counts that the words call votes."""
    counts = all(figure.unit == "count" and not isinstance(figure.value, tuple) for figure in figures)
    alike = len({figure.noun for figure in figures if figure.noun}) <= 1
    listed = max(passage.skeleton.low.count(sign, start, end) for sign in ";(") >= len(figures) - 1
    return counts and alike and len(figures) >= 2 and (listed or passage.says("vote", start, end))

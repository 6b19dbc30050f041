"""Majorities: the gap between the first two of the votes listed before."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fits import size
from claimcheck.extract.links.page import Page, Passage, around
from claimcheck.extract.links.skeleton import AMOUNT, PERCENT, STOP, is_aside, sign_of

_MOST_PASSED = 1  # sentences with votes of another sort
_WIDEST = 8  # times that a majority may miss what it should be


def find_margins(page: Page, number: int) -> Iterator[LinkDraft]:
    """Figures called a majority, with the two largest of the votes in the sentence before."""
    passage = page[number]
    for found in passage.lexicon.phrases["majority"].found_in(passage.skeleton.low):
        at = found.end() if found.end() in passage.skeleton.figures else found.end() + 1
        gap = passage.skeleton.figures.get(at)
        if gap is None or sign_of(gap) != AMOUNT or gap.unit != "count" or gap.trend:
            continue
        votes = _votes_before(page, number, found.start(), gap)
        if votes:
            yield LinkDraft(
                gap.start, gap.end, "difference",
                {"difference": [gap], "minuend": [votes[0]], "subtrahend": [votes[1]]},
            )


def _votes_before(page: Page, number: int, at: int, gap: QuantityDraft) -> list[QuantityDraft]:
    """The votes of the same sentence, else of the one before, most first; nothing when another thing stands there.

    Votes of another sort, far from the gap, may stand between: "Valid votes numbered 40,000, and 146 were spoilt".
    """
    passed = 0
    for where, first, last in _stretches(page, number, at):
        figures = [
            where.skeleton.figures[place] for place in where.skeleton.before(last)
            if first <= place and not _is_share_aside(where, place)
        ]
        own = where is page[number] and last == at
        if not figures and own:
            continue
        if not _are_votes(figures, where, first, last) or passed > _MOST_PASSED:
            return []
        votes = sorted(figures, key=size, reverse=True)
        apart = size(votes[0]) - size(votes[1])
        if size(gap) < size(votes[0]) and apart < _WIDEST * size(gap) and size(gap) < _WIDEST * apart:
            return votes
        passed += 1
    return []


def _stretches(page: Page, number: int, at: int) -> Iterator[tuple[Passage, int, int]]:
    """What stands before a place in its sentence, then the sentences before it there and in the passage before."""
    own = page[number]
    start, _ = own.sentence(at)
    yield own, start, at
    yield from _sentences_before(own, start)
    for near in around(page, number, 1, 0):
        if near is not own:
            yield from _sentences_before(near, len(near.skeleton.low.rstrip(STOP)) + 1)


def _sentences_before(passage: Passage, start: int) -> Iterator[tuple[Passage, int, int]]:
    """The sentences of a passage that end before a place, the last first."""
    while start > 0:
        last = start - 1
        start, _ = passage.sentence(last)
        yield passage, start, last


def _is_share_aside(passage: Passage, place: int) -> bool:
    """True for a percentage in brackets: "Ada Brook 9,731 (44.8%)"."""
    return is_aside(passage.skeleton.text, place) and sign_of(passage.skeleton.figures[place]) == PERCENT


def _are_votes(figures: list[QuantityDraft], passage: Passage, start: int, end: int) -> bool:
    """True for bare counts, each with its name, or for counts that the words call votes."""
    counts = all(figure.unit == "count" and not isinstance(figure.value, tuple) for figure in figures)
    alike = len({figure.noun for figure in figures if figure.noun}) <= 1
    listed = max(passage.skeleton.low.count(sign, start, end) for sign in ";(") >= len(figures) - 1
    return counts and alike and len(figures) >= 2 and (listed or passage.says("vote", start, end))

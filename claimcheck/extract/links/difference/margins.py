"""Majorities: the gap between the first two of the votes listed before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import may_be_gap, size
from claimcheck.extract.links.phrasing.page import Page, Passage, around
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, PERCENT, STOP, is_aside, sign_of
from claimcheck.model.slips import is_misprint

_MOST_TOLD = 2  # sentences with votes before a majority


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

    Votes of another sort may stand between: "Valid votes numbered 40,000, and 146 were spoilt". Those are meant that
    make the gap, or make it but for a slip.
    """
    told = list(islice(_votes_told(page, number, at), _MOST_TOLD))
    made = (votes for votes in told if _is_made(gap, votes))
    plausible = (votes for votes in told if size(gap) < size(votes[0]) and may_be_gap(gap, *votes[:2]))
    return next(made, None) or next(plausible, [])


def _is_made(gap: QuantityDraft, votes: Sequence[QuantityDraft]) -> bool:
    """True for a gap that is the distance of the first two, but perhaps for a slip."""
    apart = size(votes[0]) - size(votes[1])
    return size(gap) == apart or (apart > 0 and is_misprint(size(gap), apart))


def _votes_told(page: Page, number: int, at: int) -> Iterator[list[QuantityDraft]]:
    """The votes of each sentence before a place, up to one that tells of anything else."""
    for where, first, last in _stretches(page, number, at):
        places = [
            place for place in where.skeleton.before(last) if first <= place and not _is_share_aside(where, place)
        ]
        if any(_is_gap(where, place) for place in places):
            return  # "890 votes, 60 fewer than his list, which had won with a majority of 230"
        figures = [where.skeleton.figures[place] for place in places]
        if not figures and where is page[number] and last == at:
            continue
        if not _are_votes(figures, where, first, last):
            return
        yield sorted(figures, key=size, reverse=True)


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


def _is_gap(passage: Passage, place: int) -> bool:
    behind = passage.skeleton.low[place + 1:].lstrip()
    return passage.lexicon.phrases["gap-behind"].match(behind) is not None


def _is_share_aside(passage: Passage, place: int) -> bool:
    """True for a percentage in brackets: "Ada Brook 9,731 (44.8%)"."""
    return is_aside(passage.skeleton.text, place) and sign_of(passage.skeleton.figures[place]) == PERCENT


def _are_votes(figures: list[QuantityDraft], passage: Passage, start: int, end: int) -> bool:
    """True for bare counts, each with its name, or for counts that the words call votes."""
    counts = all(figure.unit == "count" and not isinstance(figure.value, tuple) for figure in figures)
    alike = len({figure.noun for figure in figures if figure.noun}) <= 1
    listed = max(passage.skeleton.low.count(sign, start, end) for sign in ";(") >= len(figures) - 1
    return counts and alike and len(figures) >= 2 and (listed or passage.says("vote", start, end))

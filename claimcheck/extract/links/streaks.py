"""Streaks: "the third consecutive annual increase", "rose for the fourth year running"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import LinkDraft
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.extract.links.skeleton import AMOUNT, Skeleton

# The sort of period that the words of a streak count; the names of the phrases that tell it.
_SORTS = {"streak-of-years": "year", "streak-of-months": "month", "streak-of-quarters": "quarter"}


def find_streaks(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """The streaks of a block, each with the one level that its sentence gives; where it gives several, there is none.

    A streak whose words tell neither its direction nor what it counts is left alone.
    """
    if not skeleton.figures:
        return
    for found in lexicon.phrases["streak"].found_in(skeleton.low):
        count = lexicon.ordinals.get(found[0].split()[0], 0)
        direction = _direction(skeleton, found, lexicon)
        levels = _levels(skeleton, found.start())
        sort = _sort(found[0], lexicon)
        if count < 2 or not direction or sort is None or len(levels) != 1:
            continue
        figure = skeleton.figures[levels[0]]
        first, last = skeleton.origins[found.start()], skeleton.origins[found.end() - 1] + 1
        yield LinkDraft(
            min(first, figure.start), max(last, figure.end), "streak", {"value": [figure]}, direction,
            f"{count} {sort}".strip(),
        )


def _levels(skeleton: Skeleton, at: int) -> list[int]:
    """The places of the levels in the sentence around a place."""
    places = [*skeleton.before(at), *skeleton.after(at)[0]]
    figures = [(place, skeleton.figures.get(place)) for place in places]
    return [
        place for place, figure in figures
        if figure is not None and figure.role in (None, "level") and not figure.trend and skeleton.text[place] == AMOUNT
    ]


def _direction(skeleton: Skeleton, found: re.Match[str], lexicon: LinkLexicon) -> str:
    """Up or down, as the words of the streak say, else as the verb before them in the sentence does."""
    for start, end, rises, falls in (
        (found.start(), found.end(), "streak-rise", "streak-fall"),
        (skeleton.sentence(found.start())[0], found.start(), "went-up", "went-down"),
    ):
        up = lexicon.phrases[rises].search(skeleton.low, start, end) is not None
        down = lexicon.phrases[falls].search(skeleton.low, start, end) is not None
        if up != down:
            return "up" if up else "down"
        if up:
            return ""
    return ""


def _sort(words: str, lexicon: LinkLexicon) -> str | None:
    """The sort of period that is counted; "" where the words leave it to the figure, None where two may be meant."""
    for phrase, sort in _SORTS.items():
        if lexicon.phrases[phrase].search(words):
            return sort
    return None if lexicon.phrases["streak-of-others"].search(words) else ""

"""Streaks: "the third consecutive annual increase", "rose for the fourth year running"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import alike
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, Skeleton

_WORD = re.compile(r"[^\W\d_]")
_SHORT = 12  # letters that open a list of levels
_FEWEST = 3  # levels of a streak that is told in full
# The sort of period that the words of a streak count; the names of the phrases that tell it.
_SORTS = {"streak-of-years": "year", "streak-of-months": "month", "streak-of-quarters": "quarter"}


def find_streaks(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """The streaks of a block, each with the one level that its sentence gives, or with those of all its steps.

    A streak whose words tell neither its direction nor what it counts is left alone; its steps tell what it counts.
    """
    if not skeleton.figures:
        return
    yield from _told_in_full(skeleton, lexicon)
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


def _told_in_full(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """Streaks with the levels of several times right behind: "fell every year since 2020, from 560 to 540 in 2021"."""
    for phrase in ("streak", "streak-of-all"):
        for found in lexicon.phrases[phrase].found_in(skeleton.low):
            places = skeleton.after(found.end())[0]
            figures = [skeleton.figures[at] for at in places]
            direction = _direction(skeleton, found, lexicon)
            if not direction or len(figures) < _FEWEST or not _follow(figures):
                continue
            if not _opens_list(skeleton.low[found.end():places[0]], lexicon):
                continue
            share_unit(figures)
            count = lexicon.ordinals.get(found[0].split()[0], len(figures) - 1)
            yield LinkDraft(
                skeleton.origins[found.start()], figures[-1].end, "streak", {"value": [*figures]}, direction,
                f"{count} year",
            )


def _opens_list(words: str, lexicon: LinkLexicon) -> bool:
    """True for marks and a date alone, or for a word such as "from" behind them."""
    return not _WORD.search(words) or (len(words) < _SHORT and lexicon.phrases["base-lead"].ends(words.rstrip()))


def _follow(figures: Sequence[QuantityDraft]) -> bool:
    """True for plain amounts of one unit, each of a later year than the one before; the first may be of none."""
    plain = all(not isinstance(each.value, tuple) and not each.trend and alike(figures[0], each) for each in figures)
    periods = [each.period for each in figures[figures[0].period is None:]]
    return plain and all(
        one is not None and other is not None and one.sort == other.sort == "year" and one.start < other.start
        for one, other in pairwise(periods)
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

"""Shares "of the total" whose whole stands in the sentence before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import size
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, FRACTION, PERCENT, STOP, Skeleton, sign_of

_NEAR_PART = 30
_FIGURES = 3  # part, share and whole


def find_shares_of_total(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """Links of a part, its share "of the total", and the only level of its unit in the sentence before."""
    if len(skeleton.figures) < _FIGURES:
        return
    for found in lexicon.signs["of-total"].found_in(skeleton.low):
        share = skeleton.figures.get(found.start() - 1) or skeleton.figures.get(found.start() - 2)
        if share is None or sign_of(share) not in (PERCENT, FRACTION):
            continue
        part = _part_before(skeleton, found.start() - 2, lexicon)
        whole = None if part is None else _whole_of(skeleton, found.start(), part)
        if part is not None and whole is not None:
            yield LinkDraft(
                whole.start, share.end, "share", {"share": [share], "part": [part], "whole": [whole]}
            )


def _part_before(skeleton: Skeleton, at: int, lexicon: LinkLexicon) -> QuantityDraft | None:
    """The amount right before the share: "120 tonnes, or 45%", "2,065 euros (72%"."""
    for place in range(at - 1, max(-1, at - _NEAR_PART), -1):
        if place in skeleton.figures:
            figure = skeleton.figures[place]
            apart = skeleton.low[place + 1:at].strip()
            is_tied = apart[:1] in (",", "(") and not lexicon.joins(apart)
            return figure if is_tied and sign_of(figure) == AMOUNT else None
    return None


def _whole_of(skeleton: Skeleton, at: int, part: QuantityDraft) -> QuantityDraft | None:
    step = bisect_left(skeleton.signs, at) - 1
    while step >= 0 and skeleton.run[step] != STOP:
        step -= 1
    if step < 0:
        return None
    levels = [
        skeleton.figures[place] for place in skeleton.before(skeleton.signs[step])
        if _is_level_of(skeleton, place, part)
    ]
    return levels[0] if len(levels) == 1 and size(levels[0]) >= size(part) else None


def _is_level_of(skeleton: Skeleton, place: int, part: QuantityDraft) -> bool:
    figure = skeleton.figures[place]
    return figure.unit == part.unit and figure.role in (None, "level") and not figure.trend

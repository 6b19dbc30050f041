"""Figures that tell how many there are in all, and behind which part they stand: "12 of the 31 seats"."""

from __future__ import annotations

from claimcheck.extract.links.fitting.fits import size
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, STOP, Skeleton, sign_of

_LONGEST = 30  # letters between the part and the whole


def is_whole(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for an amount that words set behind a smaller one as the number that this is a part of.

    Such a figure is seldom one of two levels, or a side that leads another.
    """
    before = skeleton.before(at)
    part = skeleton.figures.get(before[-1]) if before else None
    whole = skeleton.figures[at]
    if part is None or sign_of(part) != AMOUNT or isinstance(part.value, tuple) or isinstance(whole.value, tuple):
        return False
    between = skeleton.low[before[-1] + 1:at]
    if len(between) > _LONGEST or STOP in between or size(part) >= size(whole):
        return False
    return lexicon.phrases["out-of"].ends(between.strip())

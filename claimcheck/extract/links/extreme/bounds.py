"""Bounds that the words say were never passed."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.drafts import LinkDraft
from claimcheck.extract.links.phrasing.page import Page
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, PERCENT, sign_of

_BEFORE = 40
_HELD = {"never-below": "lowest", "never-above": "highest"}


def find_bounds(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each such figure; `direction` is the side it bounds."""
    passage = page[number]
    held = [(phrase, side) for phrase, side in _HELD.items() if passage.says(phrase, 0, len(passage.skeleton.low))]
    for at, figure in passage.skeleton.figures.items() if held else ():
        if isinstance(figure.value, tuple) or sign_of(figure) not in (AMOUNT, PERCENT):
            continue
        start, _ = passage.sentence(at)
        before = max(start, at - _BEFORE, *(place + 1 for place in passage.skeleton.before(at)), 0)
        side = next((side for phrase, side in held if passage.says(phrase, before, at + 1)), "")
        if side:
            yield LinkDraft(figure.start, figure.end, "bound", {"value": [figure]}, direction=side)

"""Bounds that the words say were never passed, and figures that they call the most or the least of all."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.drafts import LinkDraft
from claimcheck.extract.links.page import Page
from claimcheck.extract.links.skeleton import AMOUNT, PERCENT, sign_of

_BEFORE = 40
_AROUND = 60
_HELD = {"never-below": "lowest", "never-above": "highest"}
_REACHED = "at-its-most"


def find_bounds(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each such figure: `direction` is the side it bounds; `scope` is set for a value that was reached."""
    passage = page[number]
    whole = 0, len(passage.skeleton.low)
    held = [(phrase, side) for phrase, side in _HELD.items() if passage.says(phrase, *whole)]
    reached = passage.says(_REACHED, *whole)
    for at, figure in passage.skeleton.figures.items() if held or reached else ():
        if isinstance(figure.value, tuple) or sign_of(figure) not in (AMOUNT, PERCENT):
            continue
        start, end = passage.sentence(at)
        before = max(start, at - _BEFORE, *(place + 1 for place in passage.skeleton.before(at)), 0)
        side = next((side for phrase, side in held if passage.says(phrase, before, at + 1)), "")
        if side:
            yield LinkDraft(figure.start, figure.end, "bound", {"value": [figure]}, direction=side)
        elif reached and passage.says(_REACHED, max(start, at - _AROUND), min(end, at + _AROUND)):
            yield LinkDraft(figure.start, figure.end, "bound", {"value": [figure]}, scope="reached")

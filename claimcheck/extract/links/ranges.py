"""Ranges that a later figure belongs to: the prices bid, and the price of the winner."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.page import Page, Passage, around

_REACH = 70


def find_chosen(page: Page, number: int) -> Iterator[LinkDraft]:
    """Figures that were chosen from a range given shortly before: a winning bid, a price awarded."""
    passage = page[number]
    for at, value in passage.skeleton.figures.items():
        if isinstance(value.value, tuple) or value.role not in (None, "level"):
            continue
        start = max(passage.sentence(at)[0], at - _REACH, *(place + 1 for place in passage.skeleton.before(at)), 0)
        if not passage.says("chosen", start, at):
            continue
        ranges = [figure for near in around(page, number, 2, 0) for figure in _offered(near, value)]
        if len(ranges) == 1:
            yield LinkDraft(value.start, value.end, "range", {"range": [ranges[0]], "value": [value]})


def _offered(passage: Passage, value: QuantityDraft) -> Iterator[QuantityDraft]:
    """The ranges of the value's unit that the text calls offers."""
    for at, figure in passage.skeleton.figures.items():
        if isinstance(figure.value, tuple) and figure.unit == value.unit:
            start, _ = passage.sentence(at)
            before, _ = passage.sentence(max(0, start - 1))
            if passage.says("offered", before, at):
                yield figure

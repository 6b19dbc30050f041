"""Totals told below a list of items, one figure each: "- Firms: 240,000 euros ... In all the fund received 540,000"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fits import is_bare, share_unit, size
from claimcheck.extract.links.page import Page, Passage
from claimcheck.extract.links.skeleton import AMOUNT, sign_of

_FEWEST, _MOST = 2, 40
_KINDS, _LISTED = ("paragraph", "item", "heading"), ("item", "heading")  # lines without a mark are read as headings
_NEAR = (Decimal("0.7"), Decimal("1.35"))
_OPENING = 30  # letters from the start of the sentence in which the words stand


def find_listed_totals(page: Page, number: int) -> Iterator[LinkDraft]:
    """A total for a figure whose sentence begins with words such as "in all", right below a list of items."""
    passage = page[number]
    if passage.block.kind not in _KINDS or not passage.skeleton.figures:
        return
    place = next(iter(passage.skeleton.figures))
    start, end = passage.sentence(place)
    inside = [at for at in passage.skeleton.figures if start <= at < end]
    if start > 1 or len(inside) != 1 or not passage.says("summed", start, min(start + _OPENING, place)):
        return
    whole = passage.skeleton.figures[place]
    parts = list(_items_above(page, number))
    if whole.hedge or sign_of(whole) != AMOUNT or not _FEWEST <= len(parts) <= _MOST or not _make_up(whole, parts):
        return
    share_unit([whole, *parts])
    yield LinkDraft(whole.start, whole.end, "total", {"whole": [whole], "part": list(parts)})


def _items_above(page: Page, number: int) -> Iterator[QuantityDraft]:
    """The one figure of each item right above; nothing where an item has several or none."""
    at, found = number, []
    while at > 0 and page[at - 1].number == page[at].number - 1 and page[at - 1].block.kind in _LISTED:
        at -= 1
        figures = list(page[at].skeleton.figures.values())
        if len(figures) != 1:
            return
        found.append(figures[0])
    if at == 0 or _begins_above(page, at):
        yield from reversed(found)


def _begins_above(page: Page, at: int) -> bool:
    """False where the list has further items without figures, which are no passages."""
    first: Passage = page[at]
    before: Passage = page[at - 1]
    return before.number == first.number - 1 or before.block.kind not in _LISTED


def _make_up(whole: QuantityDraft, parts: list[QuantityDraft]) -> bool:
    plain = all(
        not isinstance(part.value, tuple) and not part.trend and sign_of(part) == AMOUNT
        and (part.unit == whole.unit or is_bare(part)) and size(part) < size(whole)
        for part in parts
    )
    together = sum((size(part) for part in parts), Decimal(0))
    return plain and _NEAR[0] * size(whole) <= together <= _NEAR[1] * size(whole)

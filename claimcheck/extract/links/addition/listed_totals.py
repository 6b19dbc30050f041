"""Totals told below a list of items, one figure each, or above it by words that open such a list.

"- Firms: 240,000 euros ... In all the fund received 540,000"; "It received 540,000 euros, made up as follows: - Firms".
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.addition.columns import lines_of
from claimcheck.extract.links.fitting.fits import is_bare, size
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.phrasing.page import Page, Passage
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, STOP, sign_of

_FEWEST, _MOST = 2, 40
_KINDS, _LISTED = ("paragraph", "item", "heading"), ("item", "heading")  # lines without a mark are read as headings
_NEAR = (Decimal("0.7"), Decimal("1.35"))
_OPENING = 30  # letters from the start of the sentence in which the words stand


def find_listed_totals(page: Page, number: int) -> Iterator[LinkDraft]:
    """A total for a figure whose sentence begins with words such as "in all", right below a list of items.

    And one for the only amount of a paragraph, which words such as "as follows:" end, right above a list.
    """
    passage = page[number]
    if passage.block.kind not in _KINDS or not passage.skeleton.figures:
        return
    yield from _total_above(page, number)
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


def _total_above(page: Page, number: int) -> Iterator[LinkDraft]:
    """The only amount in the last two sentences of a passage that ends in a colon, and the items below it."""
    passage = page[number]
    low = passage.skeleton.low.rstrip(f" {STOP}")
    if not low.endswith(":"):
        return
    start, _ = passage.sentence(len(low) - 1)
    words, phrases = passage.words(start, len(low)), passage.lexicon.phrases
    beside = phrases["opens-list"].regex.sub(" ", words)  # "divided among", where "among" leaves nothing out
    if phrases["opens-list"].search(words) is None or phrases["partial-set"].search(beside) is not None:
        return
    first, _ = passage.sentence(max(0, start - 2))
    amounts = [figure for at, figure in passage.skeleton.figures.items() if at >= first and sign_of(figure) == AMOUNT]
    parts = list(_items_below(page, number)) or _lines_below(page, number)
    wholes = [figure for figure in amounts if _make_up(figure, parts) and not figure.hedge]
    if len(wholes) == 1 and _FEWEST <= len(parts) <= _MOST:
        whole = wholes[0]
        share_unit([whole, *parts])
        yield LinkDraft(whole.start, whole.end, "total", {"whole": [whole], "part": list(parts)})


def _items_below(page: Page, number: int) -> Iterator[QuantityDraft]:
    """The one figure of each item right below; nothing where an item has several."""
    found = []
    for before, each in pairwise(page[number:number + _MOST + 2]):
        if each.number != before.number + 1 or each.block.kind not in _LISTED:
            break
        figures = list(each.skeleton.figures.values())
        if len(figures) != 1:
            return
        found.append(figures[0])
    yield from found


def _lines_below(page: Page, number: int) -> list[QuantityDraft]:
    """The one figure of each line of the block right below, where all its lines are a label and a figure."""
    if number + 1 == len(page) or page[number + 1].number != page[number].number + 1:
        return []
    lines = [line for line in lines_of(page[number + 1]) if line is not None]
    whole = len(lines) == len(page[number + 1].block.text.splitlines())
    return [figure for _, figure in lines] if whole else []


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

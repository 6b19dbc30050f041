"""Wholes whose parts are told with and without a number: "five members: two judges, a professor and two clerks".

A thing with an article is one. Where all that a colon or brackets list is told so, its numbers make up the whole,
unless the whole is the number of the items, which may be kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, QuantityDraft
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon

_LIST = re.compile(r"(?:[^.;:()–—\d]{0,60})(?:: | \()([^.;:()!?\n]{8,240})(?=[.;)!?\n]|$)")
_SINGLE = re.compile(r"(?P<article>[^\W\d_]+) (?P<noun>[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,3})")
_FEWEST, _MOST = 2, 12  # items
_NEAR = 2  # times that the parts may be the whole, or the whole the parts: "746 places: a flat, a windmill"
_ONE = Decimal(1)

Item = tuple[int, int, QuantityDraft | None]


def may_itemise(block: BlockDrafts) -> bool:
    """A quick look whether a block counts things and holds what may open a list of them."""
    return (": " in block.text or " (" in block.text) and any(figure.unit == "count" for figure in block.quantities)


def find_itemised(block: BlockDrafts, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """One link for each number of things with such a list; its single things become figures of their own."""
    for whole in [figure for figure in block.quantities if figure.unit == "count"]:
        listed = _LIST.match(block.text, max(whole.end, whole.full_end))
        if listed is None or isinstance(whole.value, tuple) or whole.hedge or whole.role not in (None, "level"):
            continue
        items = _items(block, listed.span(1), lexicon)
        singles = [item for item in items if item[2] is None]
        if len(singles) == len(items) and lexicon.phrases["joint"].search(listed[1].lower()) is None:
            continue  # "most places are small: a flat over a shop, a windmill"
        if not singles or not _FEWEST <= len(items) <= _MOST or whole.value == len(items):
            continue
        parts = [item[2] or _take_up(block, *item[:2]) for item in items]
        together = sum(size for part in parts if not isinstance(size := part.value, tuple))
        if whole.value <= _NEAR * together and together <= _NEAR * whole.value:
            yield LinkDraft(
                whole.start, parts[-1].end, "total", {"whole": [whole], "part": list(parts)}, scope="itemised"
            )


def _items(block: BlockDrafts, span: tuple[int, int], lexicon: LinkLexicon) -> Sequence[Item]:
    """The items of a list, each with its number or none where it is a single thing; nothing where one is neither."""
    items: list[Item] = []
    for found in _item(lexicon.phrases["joint"].expression).finditer(block.text, *span):
        start, end = found.span(1)
        figures = block.figures_between(start, end)
        if len(figures) == 1 and figures[0].full_start == start and _is_number(figures[0]):
            items.append((start, end, figures[0]))
        elif not figures and _is_single(found[1], lexicon):
            items.append((start, end, None))
        else:
            return ()
    return items


@lru_cache(maxsize=8)
def _item(joint: str) -> re.Pattern[str]:
    """What finds an item up to the comma or conjunction behind it."""
    return re.compile(rf"\s*([^,]+?)(?:, {joint} |, | {joint} |$)")


def _is_number(figure: QuantityDraft) -> bool:
    plain = figure.unit == "count" and not isinstance(figure.value, tuple) and not figure.hedge and not figure.trend
    return plain and figure.role in (None, "level")


def _is_single(item: str, lexicon: LinkLexicon) -> bool:
    """True for an article and a noun that is not of several ("a couple")."""
    found = _SINGLE.fullmatch(item.lower())
    if found is None or not lexicon.phrases["single"].fullmatch(found["article"]):
        return False
    return lexicon.phrases["several-as-one"].search(found["noun"]) is None


def _take_up(block: BlockDrafts, start: int, end: int) -> QuantityDraft:
    """A single thing as a figure."""
    article, _, noun = block.text[start:end].partition(" ")
    at = start + len(article)
    figure = QuantityDraft(start, end, _ONE, "count", at, start, end, noun=noun, form="words", last_place=_ONE,
                           round_place=_ONE, role="level")
    block.add_figure(figure)
    return figure

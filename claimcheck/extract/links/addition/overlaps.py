"""Parts that overlap, as their report says: "people may receive help in several sectors". They make up no whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from claimcheck.extract.drafts import LinkDraft
from claimcheck.extract.links.phrasing.page import Page

_REACH = 2  # blocks behind the one of a whole, or of its last part, whose words may tell of overlaps


def without_overlaps(links: Sequence[LinkDraft], page: Page, number: int) -> list[LinkDraft]:
    """The links of a passage without totals, where it or one behind it says that a thing is in several parts."""
    totals = [link for link in links if link.kind == "total"]
    if not totals:
        return list(links)
    last = page[_last_of_parts(totals, page, number)].number
    near = takewhile(lambda passage: passage.number <= last + _REACH, page[number:])
    if any(passage.says("parts-overlap", 0, len(passage.skeleton.low)) for passage in near):
        return [link for link in links if link.kind != "total"]
    return list(links)


def _last_of_parts(totals: Sequence[LinkDraft], page: Page, number: int) -> int:
    """The place in the page of the last passage that holds a part: parts may be lines of their own."""
    parts = {id(part) for link in totals for part in link.roles["part"]}
    at = number
    while at + 1 < len(page) and any(id(figure) in parts for figure in page[at + 1].skeleton.figures.values()):
        at += 1
    return at

"""Parts that overlap, as their report says: "people may receive help in several sectors". They make up no whole."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.drafts import LinkDraft
from claimcheck.extract.links.phrasing.page import Page

_REACH = 2  # blocks behind the one of a whole: its parts may be lines of their own, with a note below them


def without_overlaps(links: Sequence[LinkDraft], page: Page, number: int) -> list[LinkDraft]:
    """The links of a passage without totals, where it or one behind it says that a thing is in several parts."""
    own = page[number].number
    near = [passage for passage in page[number:number + _REACH + 1] if passage.number <= own + _REACH]
    totals = any(link.kind == "total" for link in links)
    if totals and any(passage.says("parts-overlap", 0, len(passage.skeleton.low)) for passage in near):
        return [link for link in links if link.kind != "total"]
    return list(links)

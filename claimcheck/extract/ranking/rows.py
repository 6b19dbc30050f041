"""Rows of tables that begin with a place: "| 2 | Kirk Town | 29 | 59 |"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, OrdinalDraft
from claimcheck.extract.ranking.lexicon import RankingLexicon

_CELL = re.compile(r"[^|\t]+")
_LETTER = re.compile(r"[^\W\d_]")
_PLACE = re.compile(r"\s*(\d{1,3})\.?\s*")
_SMALLEST = 10  # smaller figures stand in many rows


def find_rows(blocks: Sequence[BlockDrafts], at: int, lexicon: RankingLexicon) -> Iterator[LinkDraft]:
    """A link for a row whose first cell is a place and whose second is a name, under a head that says so."""
    block = blocks[at]
    cells = list(_CELL.finditer(block.text)) if block.kind == "row" else []
    cells = [cell for cell in cells if cell[0].strip()]
    place = _PLACE.fullmatch(cells[0][0]) if len(cells) > 2 else None
    if place is None or not _LETTER.search(cells[1][0]) or not _is_ranked(blocks, at, lexicon):
        return
    label = cells[1][0].strip()
    start = cells[0].start() + place.start(1)
    end = cells[1].start() + len(cells[1][0].rstrip())
    rank = OrdinalDraft(start, end, int(place[1]), subject=label)
    block.ordinals.append(rank)
    figures = [
        draft for draft in block.quantities
        if draft.start >= end and not isinstance(draft.value, tuple) and draft.value >= _SMALLEST
    ]
    if figures:
        yield LinkDraft(start, len(block.text), kind="row", roles={"rank": [rank], "figure": [*figures]}, scope=label)


def _is_ranked(blocks: Sequence[BlockDrafts], at: int, lexicon: RankingLexicon) -> bool:
    """True when the first row of the table calls its first column one of places."""
    while at > 0 and blocks[at - 1].kind == "row":
        at -= 1
    head = _CELL.search(blocks[at].text.lstrip("| "))
    return head is not None and lexicon.of("row").find("header").fullmatch(head[0].strip()) is not None

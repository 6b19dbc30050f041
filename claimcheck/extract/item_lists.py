"""Lists of items that a number counts: "The plan has four aims:", and each aim on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, ListDraft
from claimcheck.extract.enumeration_words import EnumerationLexicon
from claimcheck.extract.links.addition.listings import may_count_names
from claimcheck.extract.links.fitting.fits import size
from claimcheck.extract.tokens import split_sentences

_FEWEST, _MOST = 2, 30
_FARTHEST = 2  # items more or fewer; a greater gap means that the list is of something else
_MOST_WORDS = 4  # between the things counted and the colon: "were present on Monday"
_WORD = re.compile(r"[^\W\d_]+")


def find_item_lists(blocks: Sequence[BlockDrafts], at: int, lexicon: EnumerationLexicon) -> Iterator[LinkDraft]:
    """A link for the number that ends a block with a colon and counts the items behind it.

    The list is added to the drafts of its first block; it ends with the last.
    """
    block = blocks[at]
    if not may_open_items(block):
        return
    items = _items_behind(blocks, at)
    if not _FEWEST <= len(items) <= _MOST:
        return
    start = split_sentences(block.text)[-1][0]
    counts = [figure for figure in block.quantities if figure.start >= start]
    behind = block.text[counts[-1].full_end :].rstrip(" :\n") if counts else ""
    if len(counts) != 1 or not may_count_names(counts[0]) or abs(size(counts[0]) - len(items)) > _FARTHEST:
        return
    words = _WORD.findall(behind.lower())
    if len(words) > _MOST_WORDS or not lexicon.of_others.isdisjoint(words):
        return
    if lexicon.find("partial").search(block.text, start):
        return
    first, last = items[0], items[-1]
    names = tuple(item.text.strip() for item in items)
    listed = ListDraft(0, last.offset + len(last.text.rstrip()) - first.offset, names)
    first.lists.append(listed)
    yield LinkDraft(counts[0].start, counts[0].end, kind="listing", roles={"count": [counts[0]], "list": [listed]})


def may_open_items(block: BlockDrafts) -> bool:
    """True for a block behind which a list of items may stand."""
    return block.kind not in ("row", "item") and block.text.rstrip().endswith(":")


def _items_behind(blocks: Sequence[BlockDrafts], at: int) -> list[BlockDrafts]:
    found: list[BlockDrafts] = []
    while at + 1 + len(found) < len(blocks) and blocks[at + 1 + len(found)].kind == "item":
        found.append(blocks[at + 1 + len(found)])
    return found

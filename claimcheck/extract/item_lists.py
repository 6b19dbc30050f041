"""Lists of items that a number counts: "The plan has four aims:", and each aim on a line of its own.

Or that their heading counts: "Four tips for the frost".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, ListDraft, QuantityDraft
from claimcheck.extract.enumeration_words import EnumerationLexicon
from claimcheck.extract.links.addition.listings import may_count_names
from claimcheck.extract.links.fitting.fits import size
from claimcheck.extract.tokens import split_sentences

_FEWEST, _MOST = 2, 30
_FARTHEST = 2  # items more or fewer; a greater gap means that the list is of something else
_MOST_WORDS = 4  # between the things counted and the colon: "were present on Monday"
_WORD = re.compile(r"[^\W\d_]+")


def find_item_lists(blocks: Sequence[BlockDrafts], at: int, lexicon: EnumerationLexicon) -> Iterator[LinkDraft]:
    """A link for the number that ends a block with a colon and counts the items behind it, or that heads their list.

    The list is added to the drafts of its first block; it ends with the last.
    """
    if not may_open_items(blocks[at]):
        return
    headed = blocks[at].kind == "heading" and not _ends_in_colon(blocks[at])
    first = _items_start(blocks, at) if headed else at + 1
    items = _items_behind(blocks, first)
    count = (_count_in_heading if headed else _count_before_colon)(blocks[at], lexicon)
    if count is None or not _FEWEST <= len(items) <= _MOST or abs(size(count) - len(items)) > _FARTHEST:
        return
    if headed and any(block.kind == "item" for block in blocks[first + len(items):]):
        return  # one of several lists
    start, last = items[0], items[-1]
    names = tuple(item.text.strip() for item in items)
    listed = ListDraft(0, last.offset + len(last.text.rstrip()) - start.offset, names)
    start.lists.append(listed)
    yield LinkDraft(count.start, count.end, kind="listing", roles={"count": [count], "list": [listed]})


def may_open_items(block: BlockDrafts) -> bool:
    """True for a block behind which a list of items may stand."""
    return block.kind not in ("row", "item") and (block.kind == "heading" or _ends_in_colon(block))


def _ends_in_colon(block: BlockDrafts) -> bool:
    return block.text.rstrip().endswith(":")


def _count_before_colon(block: BlockDrafts, lexicon: EnumerationLexicon) -> QuantityDraft | None:
    """The only number of the last sentence, where it counts what a colon behind it lists."""
    start = split_sentences(block.text)[-1][0]
    counts = [figure for figure in block.quantities if figure.start >= start]
    behind = block.text[counts[-1].full_end :].rstrip(" :\n") if counts else ""
    if len(counts) != 1 or not may_count_names(counts[0]):
        return None
    words = _WORD.findall(behind.lower())
    if len(words) > _MOST_WORDS or not lexicon.of_others.isdisjoint(words) or lexicon.led_by.intersection(words[-1:]):
        return None
    return None if lexicon.find("partial").search(block.text, start) else counts[0]


def _count_in_heading(block: BlockDrafts, lexicon: EnumerationLexicon) -> QuantityDraft | None:
    """The only number of a heading, where it begins it, or a part of it, and counts what is told one an item."""
    count = block.quantities[0] if len(block.quantities) == 1 else None
    if count is None or not may_count_names(count) or lexicon.find("partial").search(block.text):
        return None
    opens = block.text[:count.start].rstrip()[-1:] in ("", ":", "–", "—")
    return count if opens and (count.noun or "").rpartition(" ")[2] in lexicon.told_singly else None


def _items_start(blocks: Sequence[BlockDrafts], at: int) -> int:
    """Where the items below a heading begin, right behind it or its lead."""
    lead = at + 1 < len(blocks) and blocks[at + 1].kind == "paragraph" and not _ends_in_colon(blocks[at + 1])
    return at + 1 + lead


def _items_behind(blocks: Sequence[BlockDrafts], first: int) -> list[BlockDrafts]:
    found: list[BlockDrafts] = []
    while first + len(found) < len(blocks) and blocks[first + len(found)].kind == "item":
        found.append(blocks[first + len(found)])
    return found

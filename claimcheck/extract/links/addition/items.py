"""The parts of a list with its whole, as they stand in a block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.extract.drafts import BlockDrafts, QuantityDraft

FEWEST = 2  # parts of a list
_CUT = re.compile(r"[,;)]")
_BRACKETS, _CLOSES = frozenset("();"), re.compile(r"[^().;,\d]{0,40}\)")


@dataclass(slots=True)
class Item:
    """A number that may be a part: a figure, or the digits that were read as part of a name."""

    start: int
    end: int
    value: Decimal
    figure: QuantityDraft | None


def opening(block: BlockDrafts, part: Item, stops: Sequence[int]) -> str:
    """The words of the sentence of a part before it."""
    return block.text[start_of_sentence(part, stops):part.start].strip()


def is_enclosed(block: BlockDrafts, parts: Sequence[Item]) -> bool:
    """True for three parts or more that alone fill a pair of brackets."""
    within = block.text[parts[0].start:parts[-1].end]
    opened = is_beside(parts[0], block) and not _BRACKETS & set(within) and len(parts) > FEWEST
    return opened and _CLOSES.match(block.text, parts[-1].end) is not None


def end_of_list(block: BlockDrafts, parts: Sequence[Item], end: int) -> int:
    """Where the words of the last part end: "60 guests and 36 crew, and all of them were saved"."""
    cut = _CUT.search(block.text, parts[-1].end, end)
    return cut.start() if cut else end


def start_of_sentence(part: Item, stops: Sequence[int]) -> int:
    number = bisect_right(stops, part.start)
    return stops[number - 1] if number else 0


def end_of_sentence(block: BlockDrafts, part: Item, stops: Sequence[int]) -> int:
    number = bisect_right(stops, part.start)
    return stops[number] if number < len(stops) else len(block.text)


def is_beside(item: Item, block: BlockDrafts) -> bool:
    """True for a figure in brackets, which tells something of the part before it."""
    return block.text[:item.start].rstrip()[-1:] == "("

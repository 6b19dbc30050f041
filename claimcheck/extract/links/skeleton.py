"""A block in which every figure and date is one sign, so that patterns see only the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from claimcheck.extract.drafts import BlockDrafts, DateDraft, Draft, QuantityDraft
from claimcheck.extract.tokens import split_sentences

# Signs from the private use area; a text never holds them, since it is rewritten without.
PERCENT, POINT, AMOUNT, MULTIPLE, FRACTION, DATE, STOP = (chr(0xE000 + number) for number in range(7))
FIGURES = PERCENT + POINT + AMOUNT + MULTIPLE + FRACTION
_ATTRIBUTE = re.compile(r"\w-[A-Za-z]+\Z")  # "a nine-month course": a word of the sentence, no figure of a relation
_SPACE = re.compile(r"[\s\ue000-\ue006]+")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The words of a block with one sign per figure; `figures` maps the place of a sign to its draft.

    `origins` gives the offset in the block of every character; `source` is the block's own text. `run` is the signs of
    figures and ends of sentences alone, `steps` the place of each figure in it.
    """

    source: str
    text: str
    figures: dict[int, QuantityDraft]
    origins: list[int]
    run: str
    steps: dict[int, int]


def sign_of(quantity: QuantityDraft) -> str:
    """The sign that stands for a figure."""
    if quantity.form == "multiple":
        return MULTIPLE
    if quantity.unit == "percentage_point":
        return POINT
    if quantity.form == "fraction" and quantity.unit in ("percent", "count", "ratio", "dimensionless"):
        return FRACTION
    return PERCENT if quantity.unit == "percent" else AMOUNT


def build_skeleton(block: BlockDrafts, abbreviations: AbstractSet[str]) -> Skeleton:
    """The skeleton of a block."""
    chars: list[str] = []
    origins: list[int] = []
    figures: dict[int, QuantityDraft] = {}
    stops = [end for _, end in split_sentences(block.text, abbreviations)]
    at = 0

    def words(upto: int) -> None:
        """Copies words, with single spaces, and a sign where a sentence ends."""
        nonlocal at
        while stops and stops[0] <= upto:
            _copy(block.text, at, stops[0], chars, origins)
            chars.append(STOP)
            origins.append(stops[0])
            at = max(at, stops.pop(0))
        _copy(block.text, at, upto, chars, origins)

    for start, end, draft in _spans(block):
        words(start)
        if isinstance(draft, QuantityDraft):
            figures[len(chars)] = draft
        chars.append(sign_of(draft) if isinstance(draft, QuantityDraft) else DATE)
        origins.append(start)
        at = end
    words(len(block.text))
    signs = [at for at, char in enumerate(chars) if char == STOP or at in figures]
    steps = {at: step for step, at in enumerate(signs) if at in figures}
    return Skeleton(block.text, "".join(chars), figures, origins, "".join(chars[at] for at in signs), steps)


def _copy(text: str, start: int, end: int, chars: list[str], origins: list[int]) -> None:
    for at in range(start, end):
        char = " " if _SPACE.match(text[at]) else text[at]
        if char == " " and chars and chars[-1] == " ":
            continue
        chars.append(char)
        origins.append(at)


def _spans(block: BlockDrafts) -> Iterable[tuple[int, int, Draft]]:
    """Figures and dates in the order of the text, none overlapping an earlier one."""
    figures = [figure for figure in block.quantities if not _ATTRIBUTE.search(block.text[figure.start:figure.end])]
    drafts: list[QuantityDraft | DateDraft] = [*figures, *block.dates]
    drafts.sort(key=lambda draft: (draft.start, -draft.end))
    reached = 0
    for number, draft in enumerate(drafts):
        if draft.start < reached:
            continue
        start, end = draft.start, draft.end
        if isinstance(draft, QuantityDraft):
            following = drafts[number + 1].start if number + 1 < len(drafts) else len(block.text)
            end = max(end, min(draft.full_end, following))
        yield start, end, draft
        reached = end

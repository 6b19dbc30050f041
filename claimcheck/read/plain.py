"""Plain text to blocks: a paragraph a line, or hard-wrapped lines joined; headings, list items, rows, furniture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from claimcheck.model.document import Block, BlockKind
from claimcheck.read.furniture import Furniture
from claimcheck.read.lines import Line, split_lines

# Hard-wrapped text fills its lines up to a margin; these bound what such a margin looks like.
_WIDEST_MARGIN = 100
_RAGGED = 25
_HEADING_WORDS = 16
# No-break, thin, ideographic and other exotic blanks, vertical tab and form feed.
_BLANKS = dict.fromkeys((0x0B, 0x0C, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000, 0xFEFF), " ")
# Letters that patterns take for a plain one whatever its case, and whose small form is none or of another length.
_LETTERS = {0x130: "I", 0x131: "i", 0x17F: "s", 0x212A: "K", 0x212B: "Å"}
_READ_AS = {**_BLANKS, **_LETTERS}
_SENTENCE_ENDS = (".", "!", "?", ":", ";", ",", "”", '"', "…")


def mask_plain(text: str) -> str:
    """The text as it is read: exotic blanks and letters become plain ones, one for one."""
    return text.translate(_READ_AS)


def plain_blocks(text: str, furniture: Furniture) -> tuple[Block, ...]:
    """The blocks of a plain text, in order."""
    blocks: list[Block] = []
    for blank, run in groupby(split_lines(text), key=lambda line: line.is_blank):
        if not blank:
            blocks.extend(_run_blocks(list(run), furniture))
    return tuple(blocks)


def _run_blocks(lines: list[Line], furniture: Furniture) -> Iterator[Block]:
    reasons = furniture.reasons([line.text for line in lines])
    text_lines: list[Line] = []
    for line, reason in zip(lines, reasons, strict=True):
        if reason:
            yield from _text_blocks(text_lines)
            text_lines = []
            yield Block(kind="furniture", start=line.start, end=line.end, reason=reason)
        else:
            text_lines.append(line)
    yield from _text_blocks(text_lines)


def _text_blocks(lines: list[Line]) -> Iterator[Block]:
    wrapped = _is_wrapped(lines)
    for group in _paragraphs(lines, wrapped):
        yield _block(group, alone=len(group) == 1 and not wrapped)


def _paragraphs(lines: Iterable[Line], wrapped: bool) -> Iterator[list[Line]]:
    current: list[Line] = []
    for line in lines:
        if current and not _continues(current[-1], line, wrapped):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _continues(before: Line, line: Line, wrapped: bool) -> bool:
    if line.is_item or line.is_row or before.is_row:
        return False
    if wrapped:
        return True
    return line.text[0].islower() and not before.text.endswith((".", "!", "?", ":"))


def _is_wrapped(lines: list[Line]) -> bool:
    lengths = [len(line.text) for line in lines]
    widest = max(lengths, default=0)
    return len(lines) > 1 and 40 < widest <= _WIDEST_MARGIN and min(lengths[:-1]) >= widest - _RAGGED


def _block(group: list[Line], *, alone: bool) -> Block:
    first, last = group[0], group[-1]
    kind: BlockKind = "paragraph"
    if first.is_row:
        kind = "row"
    elif first.is_item:
        kind = "item"
    elif alone and is_heading(first.text):
        kind = "heading"
    return Block(kind=kind, start=first.start, end=last.end)


def is_heading(line: str) -> bool:
    """True for a short line that ends like no sentence.

    >>> is_heading("More milk from fewer farms"), is_heading("It rained.")
    (True, False)
    """
    return len(line.split()) <= _HEADING_WORDS and not line.endswith(_SENTENCE_ENDS)

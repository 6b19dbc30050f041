"""Plain text to blocks: a paragraph a line, or hard-wrapped lines joined; headings, list items, rows, furniture."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from claimcheck.model.alike import like
from claimcheck.model.document import Block, BlockKind
from claimcheck.read.furniture import Furniture
from claimcheck.read.lines import Line, split_lines

# Hard-wrapped text fills its lines up to a margin; these bound what such a margin looks like. Lines wider than is usual
# are wrapped only where sentences run over their ends: else each is a paragraph of its own.
_USUAL_MARGIN, _WIDEST_MARGIN = 100, 125
_RAGGED = 25
_LONG_LINE = 40  # a shorter one that ends in "of" may be a heading or the label of a form
_HEADING_WORDS = 16
# No-break, thin, ideographic and other exotic blanks, vertical tab and form feed.
_BLANKS = dict.fromkeys((0x0B, 0x0C, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000, 0xFEFF), " ")
# Letters that patterns take for a plain one whatever its case, and whose small form is none or of another length.
_LETTERS = {0x130: "I", 0x131: "i", 0x17F: "s", 0x212A: "K", 0x212B: "Å"}
_READ_AS = {**_BLANKS, **_LETTERS}
_STOPS = (".", "!", "?", ":", ";", "”", '"', "…")
_SENTENCE_ENDS = (*_STOPS, ",")
_LABELLED = re.compile(r"[^:.;!?]{2,60}:\s{1,40}[^\s\d]{0,4}\d\S{0,20}(?:\s\S{1,20}){0,3}")  # "accidents: 9,120"
_BLOCK = Block(kind="paragraph", start=0, end=0)  # what others are made from, by the thousand


def mask_plain(text: str) -> str:
    """The text as it is read: exotic blanks and letters become plain ones, one for one."""
    if text.isascii() and "\v" not in text and "\f" not in text:
        return text
    return text.translate(_READ_AS)


def plain_blocks(text: str, furniture: Furniture, rows: Collection[int] = ()) -> tuple[Block, ...]:
    """The blocks of a plain text, in order; rows: where lines begin that are rows of a table without bars around it."""
    blocks: list[Block] = []
    for (blank, _), run in groupby(split_lines(text), key=lambda line: (line.is_blank, line.start in rows)):
        lines = list(run)
        if lines[0].start in rows:
            blocks.extend(Block(kind="row", start=line.start, end=line.end) for line in lines)
        elif not blank:
            blocks.extend(_run_blocks(lines, furniture))
    return tuple(blocks)


def _run_blocks(lines: list[Line], furniture: Furniture) -> Iterator[Block]:
    reasons = furniture.reasons([line.text for line in lines])
    text_lines: list[Line] = []
    for line, reason in zip(lines, reasons, strict=True):
        if reason:
            yield from _text_blocks(text_lines, furniture.unfinished)
            text_lines = []
            yield Block(kind="furniture", start=line.start, end=line.end, reason=reason)
        else:
            text_lines.append(line)
    yield from _text_blocks(text_lines, furniture.unfinished)


def _text_blocks(lines: list[Line], unfinished: Collection[str]) -> Iterator[Block]:
    wrapped = _is_wrapped(lines)
    for group in _paragraphs(lines, wrapped, unfinished):
        yield _block(group, alone=len(group) == 1 and not wrapped)


def _paragraphs(lines: Iterable[Line], wrapped: bool, unfinished: Collection[str]) -> Iterator[list[Line]]:
    current: list[Line] = []
    for line in lines:
        if current and not _continues(current[-1], line, wrapped, unfinished):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _continues(before: Line, line: Line, wrapped: bool, unfinished: Collection[str]) -> bool:
    if line.is_item or line.is_row or before.is_row:
        return False
    if wrapped or _is_unfinished(before, unfinished):
        return True
    if not line.text[0].islower() or before.text.endswith((".", "!", "?", ":")):
        return False
    return not (_LABELLED.fullmatch(before.text) and _LABELLED.fullmatch(line.text))


def _is_wrapped(lines: list[Line]) -> bool:
    lengths = [len(line.text) for line in lines]
    widest = max(lengths, default=0)
    if len(lines) < 2 or not _LONG_LINE < widest <= _WIDEST_MARGIN or min(lengths[:-1]) < widest - _RAGGED:
        return False
    return widest <= _USUAL_MARGIN or not all(line.text.endswith(_STOPS) for line in lines[:-1])


def _is_unfinished(line: Line, unfinished: Collection[str]) -> bool:
    """Whether a line breaks off: after a comma, or a word with which no paragraph ends."""
    if len(line.text) < _LONG_LINE:
        return False
    return line.text.endswith(",") or line.text.rpartition(" ")[2].casefold() in unfinished


def _block(group: list[Line], *, alone: bool) -> Block:
    first, last = group[0], group[-1]
    kind: BlockKind = "paragraph"
    if first.is_row:
        kind = "row"
    elif first.is_item:
        kind = "item"
    elif alone and is_heading(first.text):
        kind = "heading"
    return like(_BLOCK, {"kind": kind, "start": first.start, "end": last.end})


def is_heading(line: str) -> bool:
    """True for a short line that ends like no sentence.

    >>> is_heading("New roof on old barn"), is_heading("It rained.")
    (True, False)
    """
    return len(line.split()) <= _HEADING_WORDS and not line.endswith(_SENTENCE_ENDS)

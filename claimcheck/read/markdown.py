"""Markdown to blocks, with the markup blanked out so that every offset keeps its meaning.

Reads the block structure of CommonMark that reports use (headings, paragraphs, lists, quotations, tables, fences,
front matter) and the inline marks that would stand between a reader and the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model.document import Block, BlockKind
from claimcheck.read.furniture import Furniture
from claimcheck.read.lines import Line, split_lines
from claimcheck.read.plain import mask_plain

_FENCE = re.compile(r"\s*(```|~~~)")
_HEADING = re.compile(r"\s*#{1,6}\s+")
_UNDERLINE = re.compile(r"\s*(?:=+|-{2,})\s*$")
_QUOTE_OR_ITEM = re.compile(r"\s*(?:>\s?)+|\s*(?:[-*+]|[0-9]{1,3}[.)])\s+")

# How long the parts of a mark may be: a mark that is opened over and over and never closed must not cost a search to
# the end of the text each time.
_TEXT, _TARGET = "{0,300}", "{0,2000}"
# What each pattern matches is blanked out, but for the group "keep".
_INLINE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"!\[[^\]\n]{_TEXT}\]\([^)\n]{_TARGET}\)",
        rf"<!--[^>]{_TARGET}-->",
        rf"<https?://[^>\s]{_TARGET}>",
        r"</?[a-zA-Z][^<>\n]*>",
        rf"\[\^[^\]\n]{_TEXT}\]:?",
        rf"\[(?P<keep>[^\[\]\n]*)\]\([^)\n]{_TARGET}\)",
        rf"\[(?P<keep>[^\[\]\n]*)\]\[[^\]\n]{_TEXT}\]",
        r"(?m)^[ \t]*#{1,6}[ \t]+",
        r"(?m)^[ \t]*(?:>[ \t]?)+",
        r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}",
        r"(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)",
        r"~~|`+",
        r"\\(?=[!-/:-@\[-`{-~])",
    )
)


def mask_markdown(text: str) -> str:
    """The text with its markup replaced by as many blanks.

    >>> mask_markdown("**36.6** billion in [May](https://a.example)!")
    '  36.6   billion in  May                    !'
    """
    for pattern in _INLINE:
        text = pattern.sub(_blank, text)
    return mask_plain(text)


def _blank(match: re.Match[str]) -> str:
    whole = match.group()
    kept = match.groupdict().get("keep")
    if kept is None:
        return re.sub(r"[^\n]", " ", whole)
    before = match.start("keep") - match.start()
    return " " * before + kept + " " * (len(whole) - before - len(kept))


def markdown_blocks(text: str, furniture: Furniture) -> tuple[Block, ...]:
    """The blocks of a Markdown text, in order; fenced code and front matter are furniture."""
    return tuple(_blocks(list(split_lines(text)), furniture))


def _blocks(lines: list[Line], furniture: Furniture) -> Iterator[Block]:
    at = 0
    if lines and lines[0].text == "---":
        closing = next((n for n, line in enumerate(lines[1:], 1) if line.text in ("---", "...")), 0)
        if closing:
            yield Block(kind="furniture", start=lines[0].start, end=lines[closing].end, reason="front matter")
            at = closing + 1
    while at < len(lines):
        stop = _end_of_block(lines, at)
        if not lines[at].is_blank:
            yield _block(lines[at:stop], furniture)
        at = stop


def _end_of_block(lines: list[Line], at: int) -> int:
    first = lines[at]
    if _FENCE.match(first.text):
        mark = first.text[:3]
        return next((n + 1 for n in range(at + 1, len(lines)) if lines[n].text.startswith(mark)), len(lines))
    if first.is_blank or first.is_row or _HEADING.match(first.text):
        return at + 1
    stop = at + 1
    while stop < len(lines) and _is_continuation(lines[stop]):
        stop += 1
    if stop < len(lines) and stop == at + 1 and lines[stop].text and _UNDERLINE.match(lines[stop].text):
        stop += 1
    return stop


def _is_continuation(line: Line) -> bool:
    return not (line.is_blank or line.is_item or line.is_row or _HEADING.match(line.text) or _FENCE.match(line.text))


def _block(group: list[Line], furniture: Furniture) -> Block:
    first, last = group[0], group[-1]
    reason = furniture.reason(_QUOTE_OR_ITEM.sub("", first.text)) if len(group) == 1 else ""
    kind: BlockKind = "paragraph"
    if _FENCE.match(first.text):
        kind, reason = "furniture", "code"
    elif reason:
        kind = "furniture"
    elif _HEADING.match(first.text) or (len(group) == 2 and _UNDERLINE.match(last.text)):
        kind = "heading"
    elif first.is_row:
        kind = "row"
    elif first.is_item:
        kind = "item"
    return Block(kind=kind, start=first.start, end=last.end, reason=reason)

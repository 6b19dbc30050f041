"""Comments to claimcheck in a report: `<!-- claimcheck: ignore RULE because ... -->`, or the same in square brackets.

They are no text of the report; within what is none either, such as code, they are no comments but examples. A comment
is about the paragraph, item or table that it stands in or, on the next line, behind; one that stands alone, or behind a
heading, is about what follows it; `ignore-file` is about the whole report.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from claimcheck.model.document import Document
from claimcheck.model.ignore import Ignore

_MARK = "claimcheck:"
# what is opened over and over and never closed must not cost a search to the end of the text each time
_LONGEST = "{0,400}"
_COMMENT = re.compile(
    rf"<!--\s{{0,9}}{_MARK}(?P<html>(?:(?!-->).){_LONGEST})-->|\[{_MARK}(?P<plain>[^\[\]]{_LONGEST})\]", re.DOTALL
)
_NAMES = r"[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*"
_REQUEST = re.compile(rf"\s*ignore(?P<file>-file)?\s+(?P<rules>{_NAMES})(?:\s+because\b(?P<reason>.*))?\s*", re.DOTALL)
_BEHIND = re.compile(r"[ \t\r]*(?:\n|\Z)")


class Comment(NamedTuple):
    """A comment to claimcheck: where it stands, and what it says."""

    start: int
    end: int
    words: str


def find_comments(text: str) -> tuple[Comment, ...]:
    """The comments to claimcheck in a text, in order.

    >>> find_comments("Sales rose. [claimcheck: ignore total because ...]")
    (Comment(start=12, end=50, words=' ignore total because ...'),)
    """
    if _MARK not in text:
        return ()
    found = _COMMENT.finditer(text)
    return tuple(Comment(each.start(), each.end(), each["html"] or each["plain"] or "") for each in found)


def without_comments(text: str, comments: Iterable[Comment]) -> str:
    """The text with the comments blanked out; of a comment that has its lines to itself, these end the line before.

    >>> without_comments("One.\\n[claimcheck: x]\\nTwo.", find_comments("One.\\n[claimcheck: x]\\nTwo."))
    'One.                \\nTwo.'
    """
    pieces, done = [], 0
    for start, end, _ in comments:
        line = text.rfind("\n", 0, start) + 1
        if not text[line:start].strip() and _BEHIND.match(text, end):
            start = max(line - 1, 0)
            blank = " " * (end - start)
        else:
            blank = "".join("\n" if char == "\n" else " " for char in text[start:end])
        pieces += [text[done:start], blank]
        done = end
    return "".join([*pieces, text[done:]])


def with_ignores(document: Document, comments: Sequence[Comment]) -> Document:
    """The document with what its comments ask for; blocks that held nothing but a comment are left out."""
    blocks = tuple(
        block for block in document.blocks
        if block.kind == "furniture" or document.reading[block.start : block.end].strip()
    )
    document = document.model_copy(update={"blocks": blocks})
    stretches = _stretches(document)
    ignores = tuple(_ignore(document, comment, stretches) for comment in comments if not _is_aside(document, comment))
    return document.model_copy(update={"ignores": ignores})


def _is_aside(document: Document, comment: Comment) -> bool:
    """True for a comment within what is left out of the report: an example in code is no comment."""
    aside = (document.span(block.start, block.end) for block in document.blocks if block.kind == "furniture")
    return any(start < comment.start and comment.end <= end for start, end in aside)


class _Stretch(NamedTuple):
    start: int
    end: int
    leads: bool  # a heading: what stands behind it is about what follows


def _stretches(document: Document) -> list[_Stretch]:
    """The paragraphs, items, headings and tables of a document, in the offsets of its source."""
    stretches = [_Stretch(table.start, table.end, False) for table in document.tables]
    read = (block for block in document.blocks if block.kind != "furniture")
    for is_row, blocks in groupby(read, key=lambda block: block.kind == "row"):
        spans = [(*document.span(block.start, block.end), block.kind == "heading") for block in blocks]
        if is_row:  # the rows of a table are one
            spans = [(spans[0][0], spans[-1][1], False)]
        stretches += [_Stretch(*span) for span in spans]
    return sorted(stretches)


def _ignore(document: Document, comment: Comment, stretches: Sequence[_Stretch]) -> Ignore:
    place = document.place(comment.start, comment.end)
    request = _REQUEST.fullmatch(comment.words)
    if request and request["file"]:
        first, last = 0, len(document.text)
    else:
        first, last = _about(document.text, comment, stretches)
    return Ignore(
        path=place.path, line=place.line, column=place.column, part=place.part, text=place.text, first=first, last=last,
        rules=tuple(name.strip() for name in request["rules"].split(",")) if request else (),
        reason=" ".join((request["reason"] or "").split()) if request else "",
    )


def _about(text: str, comment: Comment, stretches: Sequence[_Stretch]) -> tuple[int, int]:
    """The stretch that a comment is about; an empty one where nothing follows it."""
    at = bisect_left(stretches, (comment.start,))
    before = stretches[at - 1] if at else None
    if before is not None:
        gap = text[before.end : comment.start]
        behind = not gap.strip() and gap.count("\n") <= 1 and not before.leads
        if comment.start < before.end or behind:
            return before.start, before.end
    return (comment.start, stretches[at].end) if at < len(stretches) else (comment.start, comment.start)

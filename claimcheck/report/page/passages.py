"""A report's text as a page shows it: in passages, with the places of its claims marked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.model.document import BlockKind, Document
from claimcheck.report.page.stretches import Span, stretches_of
from claimcheck.report.quotable import legible
from claimcheck.report.snippets import Lines

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `anchor` names the mark that it is, "" for none; `quoted`: whether a finding quotes it."""

    text: str
    anchor: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph, item or whatever stands between them; `reason` says why claimcheck did not read it.

    place: "3" for the line it begins in, or "page 3". cells: of the row of a table; else there is one. verbatim:
    whether its line breaks and blanks mean something.
    """

    kind: BlockKind
    place: str
    cells: tuple[tuple[Run, ...], ...]
    reason: str = ""
    verbatim: bool = False


def anchors_of(spans: Iterable[Span], prefix: str) -> dict[Span, str]:
    """The marks of a text: claims that overlap share one. Gives the mark of each claim.

    >>> anchors_of([(0, 4), (2, 9), (12, 15)], "t1")
    {(0, 4): 't1-0', (2, 9): 't1-0', (12, 15): 't1-12'}
    """
    found: dict[Span, str] = {}
    first, end = 0, -1
    for start, stop in sorted(set(spans)):
        if start >= end:
            first, end = start, stop
        end = max(end, stop)
        found[start, stop] = f"{prefix}-{first}"
    return found


def passages_of(document: Document, anchors: Mapping[Span, str]) -> tuple[Passage, ...]:
    """The text in passages, each with its marks."""
    passages = _passages(document, anchors, tables=True)
    shown = {run.anchor for passage in passages for cell in passage.cells for run in cell}
    # a claim that stands in no cell, as where tables are nested, would have no place to lead to
    return passages if shown.issuperset(anchors.values()) else _passages(document, anchors, tables=False)


def _passages(document: Document, anchors: Mapping[Span, str], *, tables: bool) -> tuple[Passage, ...]:
    text = legible(document)
    marks, place = _Marks(anchors), placing(document)
    passages = []
    for each in stretches_of(document, text, tables=tables):
        cells = tuple(tuple(marks.runs(text, start, end)) for start, end in each.spans)
        if not each.verbatim:
            cells = tuple(tuple(Run(_BLANKS.sub(" ", run.text), run.anchor) for run in cell) for cell in cells)
        passages.append(Passage(each.kind, place(each.spans[0][0]), cells, each.reason, each.verbatim))
    return tuple(passages)


def placing(document: Document) -> Callable[[int], str]:
    """What tells where in a report an offset is: its page, sheet or cell, where the file has such, else its line."""
    lines, locator = Lines(document.text), document.locator

    def place(offset: int) -> str:
        part = "" if locator is None else locator.part(offset)
        return part or str(lines.position(offset)[0])

    return place


class _Marks:
    """The marks of one text, in its order."""

    def __init__(self, anchors: Mapping[Span, str]) -> None:
        spans: dict[str, Span] = {}
        for (start, end), anchor in anchors.items():
            first, last = spans.get(anchor, (start, end))
            spans[anchor] = min(first, start), max(last, end)
        self._marks = sorted((start, end, anchor) for anchor, (start, end) in spans.items())
        self._starts = [start for start, _, _ in self._marks]

    def runs(self, text: str, start: int, end: int) -> Iterator[Run]:
        """A stretch of the text cut at its marks; a mark that runs on over its end is cut there."""
        at = start
        for first, last, anchor in self._within(start, end):
            if first > at:
                yield Run(text[at:first])
            at = min(last, end)
            yield Run(text[first:at], anchor)
        if at < end:
            yield Run(text[at:end])

    def _within(self, start: int, end: int) -> Sequence[tuple[int, int, str]]:
        return self._marks[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

"""A report as read: its text, and the blocks that make it up."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from functools import cached_property
from itertools import takewhile
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.model.ignore import Ignore
from claimcheck.model.locator import Locator
from claimcheck.model.shifts import Shifts
from claimcheck.model.table import Table

_LINE_BREAK = re.compile("\n")
BlockKind = Literal["heading", "paragraph", "item", "row", "furniture"]


class Place(BaseModel):
    """Where a quotation stands: character offsets in the decoded source, line and column from 1, and the exact text.

    part: what a person looks for in a file without lines ("page 3", "sheet Budget, cell B7"); empty for a text file.
    """

    model_config = ConfigDict(frozen=True)

    path: str
    start: int
    end: int
    line: int
    column: int
    text: str
    part: str = ""


class Block(BaseModel):
    """A stretch of a document that is read as one unit; furniture carries the reason why it is not read."""

    model_config = ConfigDict(frozen=True)

    kind: BlockKind
    start: int
    end: int
    reason: str = ""


class Document(BaseModel):
    """A report: its decoded source, the same text with markup blanked out, and its blocks in order.

    `reading` has the length of `text`, so an offset means the same place in both; what is quoted is cut from `text`,
    what is understood is read from `reading`. `date` is the report's own date, where the caller knows it and the text
    does not state it. `tables` lie outside the blocks: their cells are no running text. `ignores` are comments to
    claimcheck. `locator` tells the parts of a file whose text the reader made, `shifts` where words of the source are
    longer than what is read.
    """

    model_config = ConfigDict(frozen=True)

    path: str
    text: str
    reading: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    date: dt.date | None = None
    ignores: tuple[Ignore, ...] = Field(default=(), exclude=True, repr=False)
    locator: Locator | None = Field(default=None, exclude=True, repr=False)
    shifts: Shifts | None = Field(default=None, exclude=True, repr=False)

    @cached_property
    def headed_until(self) -> int:
        """Where the headings end that stand over all text; 0 where none does or nothing stands below."""
        ends = [0, *(block.end for block in takewhile(lambda block: block.kind == "heading", self.blocks))]
        return ends[-1] if len(ends) <= len(self.blocks) else 0

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that a stretch of the reading stands for."""
        return (start, end) if self.shifts is None else (self.shifts.source(start), self.shifts.source(end))

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch of the source; `place.text` is exactly that slice."""
        line, column = self.line_and_column(start)
        text = self.text[start:end]
        return Place(path=self.path, start=start, end=end, line=line, column=column, text=text, part=self.part(start))

    def line_and_column(self, start: int) -> tuple[int, int]:
        """The line and the column, from 1, in which an offset lies."""
        line = bisect_right(self._line_starts, start)
        return line, start - self._line_starts[line - 1] + 1

    def part(self, start: int) -> str:
        """What a person looks for in a file without lines, at an offset ("page 3"); empty for a text file."""
        return "" if self.locator is None else self.locator.part(start)

"""HTML to blocks and tables, with the markup blanked out so that every offset keeps its meaning.

What surrounds a report on its page (menus, cookie bars, related links, footers) is known by the elements, roles and
class names that pages use for it, and by being nothing but links; it is left out, with the reason.
"""

from __future__ import annotations

import re

from claimcheck.model.document import Block, BlockKind
from claimcheck.model.shifts import Shifts
from claimcheck.model.table import Table
from claimcheck.read.furniture import Furniture
from claimcheck.read.indents import indent_of_attributes, indent_of_blanks
from claimcheck.read.layout import OpenTable, has_figures, row_blocks
from claimcheck.read.markup import EMPTY, TOKEN, is_blank, read_entities
from claimcheck.read.parsed import Parsed
from claimcheck.read.plain import mask_plain

_INLINE_WORDS = """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt
ruby s samp small span strike strong sub sup time tt u var wbr picture source input"""
_VOID_WORDS = "area base br col embed hr img input link meta param source track wbr"
_INLINE, _VOID = frozenset(_INLINE_WORDS.split()), frozenset(_VOID_WORDS.split())
_KINDS: dict[str, BlockKind] = {**dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"), "li": "item"}
_CELLS = frozenset(("td", "th", "tr", "table"))
_SETS_IN = ("&", "\xa0", "\u2002", "\u2003", "\u2007", "\u3000")  # what may begin blanks that show
_UNLINKED = frozenset(("li", "p", "td", "th", "tr", "h1"))  # no link goes on from before them, closed or not
_NEW_PARAGRAPH = 2  # line breaks in a row
_MOSTLY_LINKS = 0.75
_LONG_LINK = 160  # a block longer than this is no mere link


def read_html(text: str, furniture: Furniture) -> Parsed:
    """The reading of an HTML source, its blocks and its tables; raises nothing, however broken the source is.

    >>> page = read_html("<p>Sales&nbsp;<b>rose</b>.</p>", Furniture([]))
    >>> page.reading, [(block.kind, block.start, block.end) for block in page.blocks]
    ('   Sales         rose    .    ', [('paragraph', 3, 26)])
    """
    page = _Page(text, furniture)
    page.read()
    return Parsed(page.reading, tuple(page.blocks), tuple(page.tables), page.shifts)


class _Page:
    """A page while it is read: where the reader is, and what it has found."""

    def __init__(self, text: str, furniture: Furniture) -> None:
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.reading = ""
        self.shifts: Shifts | None = None
        self._text = text
        self._furniture = furniture
        self._pieces: list[str] = []
        self._done = 0  # up to where the pieces reach
        self._start, self._end = -1, -1  # of the open block, which has none yet
        self._kind: BlockKind = "paragraph"
        self._top_heading = False
        self._said, self._linked = 0, 0  # how much text the block has, and how much of that is links
        self._in_link = False
        self._breaks = 0  # line breaks since the last word
        self._reason = ""  # why what is read now is no part of the report
        self._around = ""  # the element for which that holds
        self._depth = 0
        self._stories = 0  # open elements that hold the report
        self._open: list[OpenTable] = []

    def read(self) -> None:
        """Reads the whole page."""
        at, text = 0, self._text
        for token in TOKEN.finditer(text):
            start = token.start()
            if start > at:
                self._words(at, start)
            at = token.end()
            kind = token.lastgroup
            if kind == "empty":
                self._plain_cells(token)
            elif kind == "attributes":
                name = token["name"].lower()
                if token["close"]:
                    self._end_element(name, at)
                else:
                    self._begin_element(name, token)
        self._words(at, len(text))
        self._flush()
        while self._open:
            self._close_table(len(text))
        self._pieces.append(" " * (len(text) - self._done))
        self.reading, self.shifts = read_entities("".join(self._pieces))
        self._judge_lines()

    def _words(self, start: int, end: int) -> None:
        words = self._text[start:end].strip(EMPTY)
        if not words or (words[0] == "&" and is_blank(words)):
            if words and self._open:
                self._open[-1].set_in(indent_of_blanks(words, soft=False))
            return
        first = self._text.index(words, start)
        last = first + len(words)
        self._keep(first, words)
        if self._start < 0:
            self._start = first
        self._end, self._breaks = last, 0
        self._said += len(words)
        if self._in_link:
            self._linked += len(words)
        if self._open and not self._reason:
            self._set_in(start, first, words)
            self._open[-1].fill(first, last)

    def _set_in(self, start: int, first: int, words: str) -> None:
        """Blanks before the first words of a cell, here from `start` on, set them in."""
        blanks = self._text[start:first] + words if words[0] == "&" else self._text[start:first]
        if blanks:
            self._open[-1].set_in(indent_of_blanks(blanks, soft=False))

    def _keep(self, start: int, words: str, before: str = "") -> None:
        """Words go into the reading at their place; `before` stands in the blanks before them."""
        self._pieces.append(before.rjust(start - self._done))
        self._pieces.append(words if words.isascii() else mask_plain(words))
        self._done = start + len(words)

    def _plain_cells(self, token: re.Match[str]) -> None:
        start, end = token.span("content")
        if not self._open or self._reason:
            self._flush()
            self._words(start, end)
            self._flush()
            return
        table = self._open[-1]
        cell, simple, content, empty = token.group("cell", "simple", "content", "empty")
        words = content.strip(EMPTY)
        if words and not (words[0] == "&" and is_blank(words)):
            if self._start >= 0:
                self._flush()
            indent = indent_of_blanks(content, soft=False) if content[0] in _SETS_IN else 0
            start = self._text.index(words, start)
            self._keep(start, words, "| ")
            table.add_plain(start, start + len(words), simple, header=cell in "hH", indent=indent)
        else:
            table.add_empty(f"<td{simple}>")
        if empty:
            table.add_empty(empty)

    def _begin_element(self, name: str, token: re.Match[str]) -> None:
        if self._open and token["attributes"] and name not in _CELLS:
            self._open[-1].set_in(indent_of_attributes(token["attributes"]))
        if name in _INLINE:
            self._in_link = name == "a" or self._in_link
            return
        if name == "br":
            self._breaks += 1
            if self._breaks == _NEW_PARAGRAPH:
                self._flush()
            return
        self._flush()
        self._in_link = self._in_link and name not in _UNLINKED
        if self._reason:
            self._depth += name == self._around and name not in _VOID
            self._top_heading = name == "h1" and self._around == "header"
            return
        attributes = token["attributes"]
        self._stories += name in ("article", "main")
        reason = self._furniture.around.reason(name, attributes, in_story=self._stories > 0)
        if reason and name not in _VOID:
            self._reason, self._around, self._depth = reason, name, 1
            return
        self._kind = _KINDS.get(name, self._kind)
        self._top_heading = name == "h1"
        self._begin_in_table(name, attributes, token.start())

    def _begin_in_table(self, name: str, attributes: str, start: int) -> None:
        if name == "table":
            if self._open:
                self._open[-1].holds_tables = True
            self._open.append(OpenTable(start, len(self.blocks)))
        elif self._open:
            if name == "tr":
                self._open[-1].open_row()
            elif name in ("td", "th"):
                self._open[-1].open_cell(attributes, header=name == "th")
            elif name == "caption":
                self._open[-1].in_caption = True

    def _end_element(self, name: str, end: int) -> None:
        if name in _INLINE:
            self._in_link = self._in_link and name != "a"
            return
        self._flush()
        self._in_link = self._in_link and name in _KINDS and name != "li"
        if self._reason:
            self._depth -= name == self._around
            self._top_heading = False
            if not self._depth or name == "body":
                self._reason = ""
            return
        self._kind, self._top_heading = "paragraph", False
        self._stories -= name in ("article", "main") and self._stories > 0
        if self._open:
            table = self._open[-1]
            if name == "table":
                self._close_table(end)
            elif name == "tr":
                table.close_row()
            elif name in ("td", "th"):
                table.close_cell()
            elif name == "caption":
                table.in_caption = False

    def _close_table(self, end: int) -> None:
        open_table = self._open.pop()
        table = open_table.close(end)
        inside = self.blocks[open_table.first_block :]
        if open_table.is_frame(table):
            inside += open_table.blocks_of_frame()
        elif has_figures(table, self._text):
            self.tables.append(table)
            inside = []
        else:
            inside = row_blocks(table)
        self.blocks[open_table.first_block :] = sorted(inside, key=lambda block: block.start)

    def _flush(self) -> None:
        """Ends the open block."""
        if self._start < 0:
            return
        reason = "" if self._top_heading else self._reason
        linked = self._linked >= _MOSTLY_LINKS * self._said and self._said <= _LONG_LINK
        if not reason and linked and not self._top_heading:
            reason = "a link of the page"
        kind: BlockKind = "furniture" if reason else "heading" if self._top_heading else self._kind
        self.blocks.append(Block(kind=kind, start=self._start, end=self._end, reason=reason))
        self._start, self._said, self._linked = -1, 0, 0

    def _judge_lines(self) -> None:
        """Short lines that are known by their words to be no part of a report."""
        kept = [number for number, block in enumerate(self.blocks) if block.kind != "furniture"]
        lines = [" ".join(self.reading[self.blocks[at].start : self.blocks[at].end].split()) for at in kept]
        for at, reason in zip(kept, self._furniture.reasons(lines), strict=True):
            if reason:
                self.blocks[at] = self.blocks[at].model_copy(update={"kind": "furniture", "reason": reason})

"""Lines of a text, with their places, and the marks that a line may open with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ITEM = re.compile(r"\s*(?:[-*•·–—+]|\(?[0-9]{1,3}[.)]|\(?[a-zA-Z][.)])\s+(?=\S)")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"[\s|:=_*+-]*$")


@dataclass(slots=True)
class Line:
    """A line without its line break and without the blanks around it, as offsets in the text."""

    start: int
    end: int
    text: str

    @property
    def is_blank(self) -> bool:
        """True for a line of blanks, or of nothing but drawing such as a table's ruler."""
        return not self.text[:1].isalnum() and _RULE.match(self.text) is not None

    @property
    def is_item(self) -> bool:
        """True when the line opens with a list mark."""
        return _ITEM.match(self.text) is not None

    @property
    def is_row(self) -> bool:
        """True for a table row drawn with bars."""
        return self.text.startswith("|") and _ROW.match(self.text) is not None


def split_lines(text: str) -> Iterator[Line]:
    """The lines of a text in order."""
    for match in _LINE.finditer(text):
        content = match.group()
        stripped = content.strip()
        start = match.start() + (len(content) - len(content.lstrip()) if stripped else 0)
        yield Line(start, start + len(stripped), stripped)

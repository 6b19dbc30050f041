"""The lines of a page of a PDF, with where they stand: what the text layer holds, in its own order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

HYPHEN = "\ufffe"  # what pdfium writes for a hyphen at the end of a line, together with the line break
_LINE = re.compile(rf"[^\r\n{HYPHEN}]+")
# One or two digits behind a letter, or behind the sign that ends a word: perhaps the mark of a note.
_NOTE_MARK = re.compile(
    r"(?<![0-9])[0-9]{1,2}+(?:(?![\w.,]?[0-9])(?:(?<=[^\W\d_][0-9])|(?<=[^\W\d_][0-9]{2}))"
    r"|(?!\S)(?:(?<=[^\W\d_][.,;)][0-9])|(?<=[^\W\d_][.,;)][0-9]{2})))"
)
_LEVEL = 1.0  # points by which words on one line may differ in height
_RAISED = 0.8  # a digit lower than this part of its line's height is the mark of a note
_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f\uffff]")

# The box of a character by its number on the page: left, top, right, bottom, in points from the lower left corner.
CharBox = Callable[[int], tuple[float, float, float, float]]


@dataclass(slots=True, eq=False)
class TextLine:
    """A line as it stands on a page.

    start: the number of its first character on the page. hyphen: whether a word goes on in the next line.
    left, top, right, bottom: in points, from the lower left corner of the page.
    """

    text: str
    page: int
    start: int
    hyphen: bool
    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """How high its letters are."""
        return self.top - self.bottom


def char_boxes(textpage: Any, raw: Any) -> CharBox:
    """What finds the boxes of the characters of a page; raw: the bindings of pdfium."""
    rectangle = raw.FS_RECTF()
    handle, find = textpage.raw, raw.FPDFText_GetLooseCharBox

    def box(number: int) -> tuple[float, float, float, float]:
        find(handle, number, rectangle)
        return rectangle.left, rectangle.top, rectangle.right, rectangle.bottom

    return box


def lines_of(text: str, page: int, box: CharBox) -> Iterator[TextLine]:
    """The lines of the text of a page, in its order; those that stand side by side are one."""
    before: TextLine | None = None
    for line in _stretches(text, page, box):
        if before is not None and _stands_beside(before, line):
            gap = line.start - before.start - len(before.text)
            before.text += " " * gap + line.text
            before.right, before.hyphen = line.right, line.hyphen
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _stands_beside(before: TextLine, line: TextLine) -> bool:
    return line.left > before.right and abs(line.bottom - before.bottom) < _LEVEL and not before.hyphen


def _stretches(text: str, page: int, box: CharBox) -> Iterator[TextLine]:
    """What the text layer has between line breaks."""
    text = _CONTROL.sub(" ", _without_marks(text, box))
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if not words:
            continue
        start = text.index(words, match.start())
        left, top, _, bottom = box(start)
        _, last_top, right, last_bottom = box(start + len(words) - 1)
        if last_top - last_bottom > top - bottom:  # the line begins with a small letter, such as the mark of a note
            top, bottom = last_top, last_bottom
        hyphen = text[match.end() : match.end() + 1] == HYPHEN
        yield TextLine(words, page, start, hyphen, left, top, right, bottom)


def _without_marks(text: str, box: CharBox) -> str:
    """The text with blanks for the raised numbers of notes, which are no figures."""
    for mark in _NOTE_MARK.finditer(text):
        _, top, _, bottom = box(mark.start())
        _, word_top, _, word_bottom = box(mark.start() - 1)
        if 0 < top - bottom < _RAISED * (word_top - word_bottom):
            text = text[: mark.start()] + " " * len(mark.group()) + text[mark.end() :]
    return text

"""Lines of a page to paragraphs, by their places: gaps, indents, sizes, and lines that end early."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claimcheck.read.pdf_lines import TextLine
from claimcheck.read.pdf_tables import LaidTable

_ENDS = (".", "!", "?", ":", "…", '."', ".”", ".’", '!"', "!”", '?"', "?”")
_OPEN = (",", "-", "–", "—", "(", "/", "&")
_BULLETS = ("•", "●", "▪", "■", "◦", "‣", "·", "– ", "— ", "- ", "* ")
_WIDER_GAP = 1.3  # times the usual distance of lines
_OTHER_SIZE = 1.15  # the boxes of letters differ a little within one font
_INDENT = 6.0
_EARLY = 0.2  # of the width of a column, by which a line ends before its right edge
_COLUMN_STEP = 40


@dataclass(slots=True)
class Passage:
    """What is read as one: a paragraph, heading or list item, a line of the margin (with the reason), a table."""

    lines: list[TextLine] = field(default_factory=list)
    reason: str = ""
    table: LaidTable | None = None

    @property
    def is_text(self) -> bool:
        """Whether it is running text of the report."""
        return not self.reason and self.table is None

    @property
    def is_item(self) -> bool:
        """Whether it opens with the mark of a list."""
        return self.lines[0].text.startswith(_BULLETS)


class Setting:
    """How the lines of a page are set: their usual distance, and the right edges of its columns.

    unfinished: words with which no paragraph ends.
    """

    def __init__(self, lines: Sequence[TextLine], unfinished: Collection[str] = ()) -> None:
        self._unfinished = unfinished
        gaps = Counter(
            round(above.top - line.top)
            for above, line in pairwise(lines)
            if 0 < above.top - line.top < 3 * line.size
        )
        self.gap = max(gaps, key=lambda gap: (gaps[gap], -gap), default=0)
        self._edges: dict[int, float] = {}
        for line in lines:
            column = int(line.left // _COLUMN_STEP)
            for near in (column - 1, column, column + 1):
                self._edges[near] = max(self._edges.get(near, 0.0), line.right)

    def ends_early(self, line: TextLine) -> bool:
        """Whether a line leaves room before the right edge of its column."""
        edge = self._edges[int(line.left // _COLUMN_STEP)]
        return line.right < edge - _EARLY * (edge - line.left)


    def is_unfinished(self, line: TextLine) -> bool:
        """Whether the last word or mark of a line asks for another: "of", a comma."""
        return line.text.endswith(_OPEN) or line.text.rpartition(" ")[2].casefold() in self._unfinished


def passages_of(lines: Iterable[TextLine], setting: Setting) -> list[Passage]:
    """The passages that the lines of a page make up, in order."""
    passages: list[Passage] = []
    for line in lines:
        if passages and _continues(passages[-1], line, setting):
            passages[-1].lines.append(line)
        else:
            passages.append(Passage([line]))
    return passages


def _continues(passage: Passage, line: TextLine, setting: Setting) -> bool:
    last = passage.lines[-1]
    if last.hyphen:
        return True
    if not same_size(last, line) or line.text.startswith(_BULLETS):
        return False
    down = last.top - line.top
    if down < -1:
        return goes_on(last, line, setting)
    if abs(down) <= 1:
        return True  # further along on the same line
    if down > _WIDER_GAP * max(setting.gap, line.size):
        return False
    goes = line.text[0].islower() or setting.is_unfinished(last)
    if setting.ends_early(last) and (last.text.endswith(_ENDS) or not goes):
        return False
    indented = line.left - last.left > _INDENT and len(passage.lines) > 1 and last.text.endswith(_ENDS)
    return not indented


def same_size(one: TextLine, other: TextLine) -> bool:
    """Whether two lines are set in letters of one size."""
    larger, smaller = max(one.size, other.size), min(one.size, other.size)
    return larger <= _OTHER_SIZE * smaller


def goes_on(last: TextLine, line: TextLine, setting: Setting) -> bool:
    """Whether a sentence runs from the last line of a column or page on to the first of the next."""
    if last.hyphen or last.text.endswith("-"):
        return line.text[0].isalnum()
    if last.text.endswith(_ENDS) or line.text.startswith(_BULLETS):
        return False
    return line.text[0].islower() or setting.is_unfinished(last) or not setting.ends_early(last)


def join_pages(pages: Sequence[tuple[list[Passage], Setting]]) -> None:
    """Moves the end of a paragraph that runs on to the next page back to its beginning."""
    for (before, setting), (after, _) in pairwise(pages):
        first = next((passage for passage in after if not passage.reason), None)
        if first is None or not first.is_text:
            continue
        # notes at the foot of a page are set smaller, and stand between the two parts of a paragraph
        body = [passage for passage in before if passage.is_text and same_size(passage.lines[-1], first.lines[0])]
        if body and _runs_on(body[-1], first, setting):
            body[-1].lines += first.lines
            after.remove(first)
            # a paragraph longer than a page goes on from where it now ends
            if not any(not passage.reason for passage in after):
                after.insert(0, body[-1])
                before.remove(body[-1])


def _runs_on(passage: Passage, first: Passage, setting: Setting) -> bool:
    last = passage.lines[-1]
    alone = len(passage.lines) == 1 and setting.ends_early(last)  # a heading, rather than the first line of a paragraph
    return not alone and goes_on(last, first.lines[0], setting)

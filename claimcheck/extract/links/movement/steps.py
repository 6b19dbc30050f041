"""Steps of a dated list: "1 May: 57 tonnes" and on the next line "1 June: 64 tonnes" are two levels of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, QuantityDraft
from claimcheck.extract.links.phrasing.page import Page
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, PERCENT, sign_of

_MOST = 60
_LONGEST_LINE = 160
STEP = "step"  # the scope of such levels: from one line to the next

Line = tuple[str, QuantityDraft]


def find_steps(page: Page, number: int) -> Iterator[LinkDraft]:
    """Links "levels" to each dated line of a block from the line before, where the dates rise and the units are one."""
    lines = list(_dated_lines(page[number].block))
    if not lines:
        return
    if number > 0 and page[number - 1].number == page[number].number - 1:
        lines = [*list(_dated_lines(page[number - 1].block))[-1:], *lines]
    for (earlier, base), (later, to) in pairwise(lines[:_MOST]):
        if earlier < later and base.unit == to.unit:
            yield LinkDraft(to.start, to.end, "levels", {"to": [to], "from": [base]}, scope=STEP)


def _dated_lines(block: BlockDrafts) -> Iterator[Line]:
    """The date that opens each line, with the first figure behind it."""
    if not block.dates or not block.quantities:
        return
    start = 0
    for words in block.text.splitlines(keepends=True):
        end = start + len(words)
        date = next(iter(block.dates_between(start, end)), None)
        figure = next(iter(block.figures_between(start, end)), None)
        opens = date is not None and not block.text[start:date.start].strip() and len(words) <= _LONGEST_LINE
        if opens and date is not None and figure is not None and _is_plain(figure) and not words.rstrip().endswith("."):
            yield date.value, figure
        start = end


def _is_plain(figure: QuantityDraft) -> bool:
    return not isinstance(figure.value, tuple) and not figure.trend and sign_of(figure) in (AMOUNT, PERCENT)

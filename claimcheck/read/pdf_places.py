"""Where the text that was read from a PDF stands: its pages, and on a page the boxes of the characters."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from claimcheck.errors import InputError
from claimcheck.extras import load_extra
from claimcheck.model.locator import Box, Locator
from claimcheck.read.pdf_lines import char_boxes


class Run(NamedTuple):
    """A stretch of the text whose characters follow one another on a page: where it begins in both, and its length."""

    start: int
    length: int
    page: int
    first: int


@dataclass(frozen=True, slots=True)
class PdfLocator(Locator):
    """Pages by the runs of their text, and boxes by opening the file again.

    data: the file. runs: in the order of the text; `starts` are where they begin, `names` their pages.
    """

    data: bytes = b""
    runs: tuple[Run, ...] = ()

    def box(self, start: int, end: int) -> Box | None:
        """The box around a stretch of the text, of that part of it which stands on the page that it begins on."""
        at = max(bisect_right(self.starts, start) - 1, 0)
        runs = [run for run in self.runs[at : bisect_right(self.starts, end)] if run.start < end]
        runs = [run for run in runs if run.page == runs[0].page and run.start + run.length > start]
        if not runs:
            return None
        pdfium, raw = load_extra("pdf", ""), load_extra("pdf", "", "raw")
        try:
            page = pdfium.PdfDocument(self.data)[runs[0].page]
            textpage = page.get_textpage()  # what finds the boxes must stay open
            find = char_boxes(textpage, raw)
            left, _, _, top = page.get_cropbox()
        except pdfium.PdfiumError as error:
            raise InputError("", f"cannot be opened again: {error}") from error
        boxes = []
        for run in runs:
            first, last = max(start, run.start), min(end, run.start + run.length)
            boxes += [find(run.first + number - run.start) for number in range(first, last)]
        boxes = [box for box in boxes if box[2] > box[0]]
        if not boxes:
            return None
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return (
            round(min(lefts) - left, 1), round(top - max(tops), 1), round(max(rights) - left, 1),
            round(top - min(bottoms), 1),
        )

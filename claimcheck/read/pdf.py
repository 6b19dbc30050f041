"""PDF files to text: the words of their text layer in its own order, joined to paragraphs across lines and pages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from claimcheck.errors import InputError
from claimcheck.extras import load_extra
from claimcheck.model.document import BlockKind, Document
from claimcheck.read.compose import CellText, Composer
from claimcheck.read.furniture import Furniture
from claimcheck.read.indents import LETTER
from claimcheck.read.pdf_joined_tables import REPEATED, join_tables
from claimcheck.read.pdf_lines import TextLine, char_boxes, lines_of
from claimcheck.read.pdf_margins import RUNNING, running_lines
from claimcheck.read.pdf_paragraphs import Passage, Setting, join_pages, passages_of
from claimcheck.read.pdf_places import PdfLocator, Run
from claimcheck.read.pdf_streams import refuse_bombs
from claimcheck.read.pdf_tables import LaidTable, Piece, PlacedRow, find_tables
from claimcheck.read.plain import is_heading
from claimcheck.read.signatures import looks_like

_MOST_PAGES = 3000
_MOST_CHARACTERS = 20_000_000
_HEAD = 1024  # bytes in which a PDF names itself
_WORD_END = re.compile(r"[^\W\d_]+$")
_WORD_START = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_JOINED = "joined"  # a word goes on without its hyphen


def read_pdf(data: bytes, path: str, furniture: Furniture, date: dt.date | None) -> Document:
    """A PDF as a document; raises InputError when it is none, is broken, encrypted or a mere picture of a text."""
    if b"%PDF-" not in data[:_HEAD]:
        raise InputError(path, f"is {looks_like(data) or 'another sort of file'}, not a PDF file")
    pdfium, raw = load_extra("pdf", path), load_extra("pdf", path, "raw")
    refuse_bombs(data, path)
    try:
        pages = _pages(pdfium.PdfDocument(data), raw, path, furniture)
    except pdfium.PdfiumError as error:
        encrypted = "password" in str(error).lower()
        reason = "is encrypted: store it without a password" if encrypted else f"is a broken PDF file: {error}"
        raise InputError(path, reason) from error
    story = _Story(pages)
    for passages, _ in pages:
        for passage in passages:
            story.add(passage)
    starts, names = zip(*((run.start, f"page {run.page + 1}") for run in story.runs), strict=True)
    locator = PdfLocator(starts, names, data, tuple(story.runs))
    return story.text.document(path, furniture, date, locator)


def _pages(pdf: Any, raw: Any, path: str, furniture: Furniture) -> list[tuple[list[Passage], Setting]]:
    """The passages of each page, with how the page is set."""
    if len(pdf) > _MOST_PAGES:
        raise InputError(path, f"has {len(pdf):,} pages; no more than {_MOST_PAGES:,} are read")
    read: list[tuple[list[TextLine], list[LaidTable]]] = []
    characters = 0
    for number in range(len(pdf)):
        page = pdf[number]
        textpage = page.get_textpage()
        characters += textpage.count_chars()
        if characters > _MOST_CHARACTERS:
            raise InputError(path, f"holds more than {_MOST_CHARACTERS:,} characters, which is the limit")
        box = char_boxes(textpage, raw)
        lines = list(lines_of(textpage.get_text_range(), number, box))
        read.append((lines, find_tables(lines, box)))
        textpage.close()
        page.close()
    if not any(lines for lines, _ in read):
        raise InputError(path, "has no text layer, only pictures of its pages: let a program recognise the text first")
    running = running_lines([lines for lines, _ in read])
    settings = [Setting(lines, furniture.unfinished) for lines, _ in read]
    made = [
        (_passages(lines, tables, running, setting), setting)
        for (lines, tables), setting in zip(read, settings, strict=True)
    ]
    join_tables([passages for passages, _ in made])
    join_pages(made)
    return made


def _passages(
    lines: Sequence[TextLine], tables: Iterable[LaidTable], running: set[int], setting: Setting
) -> list[Passage]:
    laid = list(tables)
    tabled = {id(line) for table in laid for line in lines[table.first : table.last + 1]}
    passages = [Passage([line], reason=RUNNING) for line in lines if id(line) in running - tabled]
    done = 0
    for table in [*laid, None]:
        stop = len(lines) if table is None else table.first
        passages += passages_of((line for line in lines[done:stop] if id(line) not in running), setting)
        if table is not None:
            passages.append(Passage(list(lines[table.first : table.last + 1]), table=table))
            done = table.last + 1
    return passages


class _Story:
    """The text in the making, with the runs that lead back to the pages."""

    def __init__(self, pages: Sequence[tuple[Sequence[Passage], Setting]]) -> None:
        self.text = Composer()
        self.runs: list[Run] = []
        self._pages = pages
        self._words: frozenset[str] | None = None

    def add(self, passage: Passage) -> None:
        """Writes a passage down."""
        if passage.table is not None:
            self._add_table(passage.table)
            return
        pieces = [passage.lines[0].text]
        begin, length = self.text.length, len(pieces[0])
        self.runs.append(Run(begin, length, passage.lines[0].page, passage.lines[0].start))
        for before, line in zip(passage.lines, passage.lines[1:], strict=False):
            joint = self._joint(before, line)
            if joint == _JOINED:
                pieces[-1], length = pieces[-1].removesuffix("-"), length - pieces[-1].endswith("-")
            else:
                pieces.append(joint)
                length += len(joint)
            self.runs.append(Run(begin + length, len(line.text), line.page, line.start))
            pieces.append(line.text)
            length += len(line.text)
        words = "".join(pieces)
        heading = len(passage.lines) == 1 and is_heading(words)
        kind: BlockKind = "item" if passage.is_item else "heading" if heading else "paragraph"
        self.text.block("furniture" if passage.reason else kind, words, reason=passage.reason)

    def _joint(self, before: TextLine, line: TextLine) -> str:
        """What stands between two lines: a blank, or nothing or a hyphen within a word."""
        if not before.hyphen and not (before.text.endswith("-") and before.page != line.page):
            return " "
        head, tail = _WORD_END.search(before.text.removesuffix("-")), _WORD_START.match(line.text)
        if head is None or tail is None or not tail[0][0].islower():
            return "-" if before.hyphen else ""
        parted, whole = f"{head[0]}-{tail[0]}".lower(), f"{head[0]}{tail[0]}".lower()
        words = self._vocabulary()
        if parted in words and whole not in words:
            return "-" if before.hyphen else ""
        return _JOINED

    def _vocabulary(self) -> frozenset[str]:
        """The words of the file, compounds whole: they tell which hyphens belong to a word."""
        if self._words is None:
            lines = (line for passages, _ in self._pages for passage in passages for line in passage.lines)
            self._words = frozenset(word for line in lines for word in _COMPOUND.findall(line.text.lower()))
        return self._words

    def _add_table(self, table: LaidTable) -> None:
        rows = list(_with_whole_labels(table.rows))
        left = min((row[0][2][0].left for row in rows if row[0][0] == 0), default=0.0)
        cells = [list(_cells(row, left)) for row in rows]
        placed = self.text.table(cells)
        pieces = (group for row in rows for _, _, group in row)
        for cell, group in zip((cell for row in placed.rows for cell in row), pieces, strict=False):
            start = cell.start
            for piece in group:
                self.runs.append(Run(start, len(piece.text), piece.page, piece.start))
                start += len(piece.text) + 1
        for words in table.repeated:
            self.text.block("furniture", words, reason=REPEATED)


def _with_whole_labels(rows: Sequence[PlacedRow]) -> Iterator[PlacedRow]:
    """The rows, where a label of two lines ("Income from", "other sources 120") stands in one of them."""
    held: list[Piece] = []
    for number, row in enumerate(rows):
        following = rows[number + 1] if number + 1 < len(rows) else []
        alone = len(row) == 1 and row[0][0] == 0
        if alone and following and following[0][0] == 0 and following[0][2][0].text[0].islower():
            held += row[0][2]
            continue
        if held:
            column, width, group = row[0]
            row = [(column, width, [*held, *group]), *row[1:]]
            held = []
        yield row


def _cells(row: PlacedRow, left: float) -> Iterator[CellText]:
    """The cells of a row; left: where the labels of the table begin that are not set in."""
    column = 0
    for first, width, pieces in row:
        if first > column:
            yield CellText("", first - column)
        indent = 0 if first else round((pieces[0].left - left) / LETTER) * LETTER
        yield CellText(" ".join(piece.text for piece in pieces), width, indent=indent)
        column = first + width

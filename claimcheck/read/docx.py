"""Word documents to text: paragraphs, lists, tables and notes as they show, tracked changes as if accepted."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterator, Sequence

from claimcheck.errors import InputError
from claimcheck.model.document import BlockKind, Document
from claimcheck.read.archive import DEEPEST, Archive, Element, attribute, local_name
from claimcheck.read.compose import Composer
from claimcheck.read.docx_styles import PLAIN, Style, child, own_style, read_styles
from claimcheck.read.docx_tables import Row, rows_of, to_cells
from claimcheck.read.docx_text import Notes, Words
from claimcheck.read.furniture import Furniture
from claimcheck.read.indents import indent_of_blanks

_SOFT_HYPHEN = "\u00ad"
_WRAPPERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"))
_MAIN = "word/document.xml"
_LONG_CELL = 800  # a cell longer than this holds a part of the page, not a value
_KINDS: dict[str, BlockKind] = {"heading": "heading", "item": "item"}


def read_docx(data: bytes, path: str, furniture: Furniture, date: dt.date | None) -> Document:
    """A Word document; raises InputError when it is none, or broken, or made to do harm."""
    archive = Archive(data, path, "a Word document")
    main = _main_part(archive)
    story = _Story(archive, main, path)
    body = child(archive.xml(main), "body")
    if body is None:
        raise InputError(path, f"{main} in it has no body: it is no Word document")
    story.read(body)
    story.read_notes()
    return story.text.document(path, furniture, date)


def _main_part(archive: Archive) -> str:
    """The name of the document proper, which the relations of the package tell."""
    if _MAIN in archive.names or "_rels/.rels" not in archive.names:
        return _MAIN
    for relation in archive.xml("_rels/.rels"):
        if attribute(relation, "Type").endswith("/officeDocument"):
            return attribute(relation, "Target").lstrip("/")
    return _MAIN


class _Story:
    """A document while it is read."""

    def __init__(self, archive: Archive, main: str, path: str) -> None:
        self.text = Composer()
        self._archive = archive
        self._folder = posixpath.dirname(main)
        self._path = path
        styles = posixpath.join(self._folder, "styles.xml")
        self._styles = read_styles(archive.xml(styles)) if styles in archive.names else {}
        self._notes = Notes()
        self._words = Words(self._styles, self._notes, path)
        self._paragraphs = self._tables = 0
        self._carried = ""  # words whose paragraph mark was deleted: they go on in the next one

    def read(self, parent: Element, part: str = "", depth: int = 0) -> None:
        """The paragraphs and tables of a body, a cell or a note. part: where all of it stands, if that is one place."""
        for each in self._blocks(parent, depth):
            if local_name(each) == "p":
                self._paragraph(each, part, depth)
            else:
                self._table(each, part, depth)

    def read_notes(self) -> None:
        """The notes that the text refers to, in the order of their marks."""
        for sort in ("footnote", "endnote"):
            name = posixpath.join(self._folder, f"{sort}s.xml")
            if name in self._archive.names:
                notes = {attribute(note, "id"): note for note in self._archive.xml(name)}
                marks = dict.fromkeys(mark for kind, mark in self._notes.marks if kind == sort)
                for number, mark in enumerate(marks, 1):
                    if mark in notes:
                        self.read(notes[mark], f"{sort} {number}")

    def _blocks(self, parent: Element, depth: int) -> Iterator[Element]:
        if depth > DEEPEST:
            raise InputError(self._path, f"nests its elements more than {DEEPEST} deep")
        chosen = False
        for each in parent:
            name = local_name(each)
            if name in ("p", "tbl"):
                yield each
            elif name in _WRAPPERS and not (name == "Choice" and chosen):
                chosen = chosen or name == "Choice"
                yield from self._blocks(each, depth + 1)

    def _paragraph(self, paragraph: Element, part: str, depth: int) -> None:
        style, deleted = self._style(paragraph)
        words = "" if style.hidden else self._read_words(paragraph)
        boxes = self._words.boxes
        words = self._carried + words
        self._carried = words if deleted else ""
        if words.strip() and not deleted:
            self._paragraphs += not part
            self.text.block(_KINDS.get(style.kind, "paragraph"), words, part or f"paragraph {self._paragraphs}")
        for box in boxes:
            self.read(box, part, depth + 1)

    def _read_words(self, paragraph: Element) -> str:
        return self._words.of(paragraph).replace(_SOFT_HYPHEN, "")

    def _style(self, paragraph: Element) -> tuple[Style, bool]:
        """The style of a paragraph, and whether its mark was deleted."""
        properties = child(paragraph, "pPr")
        named = child(properties, "pStyle")
        style = PLAIN if named is None else self._styles.get(attribute(named, "val"), PLAIN)
        own = own_style(properties)
        gone = child(properties, "rPr", "del") is not None or child(properties, "rPr", "moveFrom") is not None
        indent = style.indent if own.indent is None else own.indent
        return Style(own.kind or style.kind, style.hidden, indent), gone

    def _table(self, table: Element, part: str, depth: int) -> None:
        rows = rows_of(table)
        if _is_frame(rows):
            for row in rows:
                for cell in row.cells:
                    self.read(cell.element, part, depth + 4)
            return
        self._tables += not part
        name = part or f"table {self._tables}"
        texts = [[self._cell_words(cell.element, depth + 4) for cell in row.cells] for row in rows]
        if any(len(text) > _LONG_CELL for row in texts for text, _ in row):
            for number, long_row in enumerate(texts, 1):
                for text, _ in long_row:
                    self.text.block("paragraph", text, f"{name}, row {number}")
            return
        self.text.table(to_cells(rows, texts, name), name)

    def _cell_words(self, cell: Element, depth: int) -> tuple[str, int]:
        """The words of a cell, and how far the first of them are set in."""
        pieces: list[str] = []
        indent = 0
        for each in self._blocks(cell, depth):
            words = self._read_words(each)
            if words.strip() and not any(pieces):
                indent = (self._style(each)[0].indent or 0) + indent_of_blanks(words)
            pieces.append(words.strip())
            for box in self._words.boxes:
                pieces.append(self._cell_words(box, depth + 1)[0])
        return " ".join(" ".join(pieces).split()), indent


def _is_frame(rows: Sequence[Row]) -> bool:
    """Whether a table only arranges parts of a page: it holds tables, or has one column."""
    if all(len(row.cells) < 2 for row in rows):
        return True
    return any(local_name(each) == "tbl" for row in rows for cell in row.cells for each in cell.element)

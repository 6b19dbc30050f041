"""The texts of reports as quotations are shown in them: without markup, what belongs to other paragraphs set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from claimcheck.model.document import Document
from claimcheck.model.report import Report
from claimcheck.model.table import Table

_PAGES = (".html", ".htm", ".xhtml")  # sources that no editor wants to read as they are written
_MARKED = (".md", ".markdown")
_WORD = re.compile(r"\w")
_RULER = re.compile(r"[\s|:+=-]+")
_INNER_BAR = re.compile(r"(?<=\S)([ \t]*)\|(?=[ \t]*[^\s|])")


class Quotable(Mapping[str, str]):
    """For each report its text for quoting, at the offsets of its source; made when it is first asked for.

    >>> document = Document(path="a.md", text="**3** boats", reading="  3   boats", blocks=())
    >>> from claimcheck.pipeline import check_documents
    >>> Quotable(check_documents([document]))["a.md"]
    '  3   boats'
    """

    def __init__(self, report: Report) -> None:
        self._sources, self._read = report.sources, {document.path: document for document in report.read}
        self._made: dict[str, str] = {}

    def __getitem__(self, path: str) -> str:
        if path not in self._made:
            document = self._read.get(path)
            self._made[path] = self._sources[path] if document is None else _quotable(document)
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


def legible(document: Document) -> str:
    """The text of a report for people, at the offsets of its source: of a web page, what a browser would show."""
    return document.reading if document.path.lower().endswith(_PAGES) else document.text


def _quotable(document: Document) -> str:
    text = _unmarked(document) if document.path.lower().endswith(_MARKED) else legible(document)
    kept = sorted([(block.start, block.end) for block in document.blocks] + [(t.start, t.end) for t in document.tables])
    parts, at = [], 0
    for start, end in kept:
        if start > at:
            parts.append(_apart(text[at:start]))
        parts.append(text[max(start, at) : max(end, at)])
        at = max(end, at)
    return _without_bars("".join([*parts, text[at:]]), document.tables)


def _unmarked(document: Document) -> str:
    """The source with its marks blanked out; its letters stay as they are, where the reading takes them for others."""
    return "".join(" " if read == " " else char for read, char in zip(document.reading, document.text, strict=True))


def _apart(gap: str) -> str:
    """What stands between two paragraphs and says nothing, as line breaks."""
    return gap if _WORD.search(gap) else "\n" * len(gap)


def _without_bars(text: str, tables: tuple[Table, ...]) -> str:
    """The text with the bars of drawn tables as points between cells, and without their rulers."""
    parts, at = [], 0
    for table in tables if "|" in text else ():
        if table.start >= at:  # else it lies in another
            rows = map(_without_bar, text[table.start : table.end].split("\n"))
            parts += [text[at : table.start], "\n".join(rows)]
            at = table.end
    return "".join([*parts, text[at:]])


def _without_bar(row: str) -> str:
    """A row with points between its cells.

    >>> _without_bar("| Schools | 208.5 | 231.9 |"), _without_bar("|--|--|")
    ('  Schools · 208.5 · 231.9  ', '       ')
    """
    if _RULER.fullmatch(row):
        return " " * len(row)
    return _INNER_BAR.sub(r"\1·", row).replace("|", " ")

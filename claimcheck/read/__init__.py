"""Bytes -> Document: decodes a report, blanks out its markup and splits it into blocks."""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import PurePath

from claimcheck.errors import InputError
from claimcheck.model.document import Document
from claimcheck.plugins import Group, find_plugin, offered
from claimcheck.read.decode import decode
from claimcheck.read.delimited import read_delimited
from claimcheck.read.furniture import Furniture
from claimcheck.read.gaps import with_bars
from claimcheck.read.html import read_html
from claimcheck.read.ignores import find_comments, with_ignores, without_comments
from claimcheck.read.markdown import markdown_blocks, mask_markdown
from claimcheck.read.parsed import Parsed
from claimcheck.read.pipes import with_tables
from claimcheck.read.plain import mask_plain, plain_blocks


def _read_plain(text: str, furniture: Furniture) -> Parsed:
    reading, rows = with_bars(mask_plain(text))
    return Parsed(reading, *with_tables(plain_blocks(text, furniture, rows), reading, rows))


def _read_markdown(text: str, furniture: Furniture) -> Parsed:
    reading = mask_markdown(text)
    return Parsed(reading, *with_tables(markdown_blocks(text, furniture), reading))


# format -> what reads a text of that format
READERS: dict[str, Callable[[str, Furniture], Parsed]] = {
    "plain": _read_plain,
    "markdown": _read_markdown,
    "html": read_html,
    "delimited": read_delimited,
}
# Formats of files that are no text, each with a module of its name whose function read_<name> makes the document. They
# are imported when such a file is met: what they stand on (archives, XML, e-mail) would slow down every start.
FILE_READERS = ("docx", "sheets", "pdf", "mail")
FileReader = Callable[[bytes, str, Furniture, dt.date | None], Document]
FORMATS = {
    ".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown",
    ".csv": "delimited", ".tsv": "delimited", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".docx": "docx", ".docm": "docx", ".xlsx": "sheets", ".xlsm": "sheets", ".ods": "sheets",
    ".pdf": "pdf", ".eml": "mail",
}
_PLUGINS: Group = "claimcheck.readers"
# suffix -> the extra of this package that its reader needs
EXTRAS = {".pdf": "pdf", ".xlsx": "xlsx", ".xlsm": "xlsx"}


def read_document(
    data: bytes | str,
    path: str,
    furniture: Furniture,
    *,
    encoding: str | None = None,
    date: dt.date | None = None,
) -> Document:
    """A report from its bytes (or its decoded text); the suffix of the path says the format, none means plain text.

    A suffix that is not built in is left to the plug-in of its name, if there is one. Raises InputError when the bytes
    are no text, or the suffix of a file is of no known format.
    """
    suffix = _suffix(path)
    if suffix and suffix not in FORMATS and isinstance(data, bytes):
        return _without_comments(_read_by_plugin(data, path, suffix, date))
    form = FORMATS.get(suffix, "plain")
    if form in FILE_READERS and isinstance(data, bytes):
        return _without_comments(_file_reader(form)(data, path, furniture, date))
    text = data if isinstance(data, str) else decode(data, path, encoding)
    comments = find_comments(text)
    read = READERS.get(form, _read_plain)(without_comments(text, comments) if comments else text, furniture)
    document = Document(path=path, text=text, date=date, **read._asdict())
    return with_ignores(document, comments) if comments else document


def is_readable(suffix: str) -> bool:
    """Whether there is a reader for files of a suffix, built in or a plug-in.

    >>> is_readable(".md"), is_readable(".jpg"), is_readable("")
    (True, False, False)
    """
    return suffix in FORMATS or (suffix != "" and suffix[1:] in offered(_PLUGINS))


def _read_by_plugin(data: bytes, path: str, suffix: str, date: dt.date | None) -> Document:
    """The document that a plug-in makes; whatever is wrong with the plug-in is said of the file."""
    try:
        plugin = find_plugin(_PLUGINS, suffix[1:])
        if plugin is not None:
            document = plugin.call(Document, data, path, date=date)
            if document.path != path or len(document.reading) != len(document.text):
                raise plugin.fault("gives a document of another path, or whose reading is not as long as its text")
            return document
    except InputError as error:
        raise InputError(path, str(error)) from error
    known = ", ".join(sorted({*FORMATS, *(f".{name}" for name in offered(_PLUGINS))}))
    raise InputError(path, f"no reader for {suffix} files; known: {known}")


def _without_comments(document: Document) -> Document:
    """A document made of a file that is no text, with the comments in what was read taken out."""
    comments = find_comments(document.text)
    if not comments:
        return document
    reading = without_comments(document.reading, comments)
    return with_ignores(document.model_copy(update={"reading": reading}), comments)


@lru_cache
def _file_reader(form: str) -> FileReader:
    reader: FileReader = getattr(importlib.import_module(f"claimcheck.read.{form}"), f"read_{form}")
    return reader


@lru_cache
def _suffix(path: str) -> str:
    return PurePath(path).suffix.lower()

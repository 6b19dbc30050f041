"""Bytes to text: a byte order mark decides, else UTF-8, else a clear refusal. Encodings are never guessed."""

from __future__ import annotations

import codecs

from claimcheck.errors import InputError
from claimcheck.read.signatures import looks_like

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, path: str, encoding: str | None = None) -> str:
    """The text of a file, without its byte order mark; raises InputError when the bytes are no text.

    >>> decode("\\ufeffGDP".encode(), "a.txt")
    'GDP'
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], path, name)
    if encoding is None and (found := looks_like(data)):
        raise InputError(path, f"is {found}, not a text; a file is read by its suffix")
    if encoding is None and b"\0" in data[:65536]:
        raise InputError(path, "looks like a binary file (it holds zero bytes); text is expected")
    return _decode(data, path, encoding or "utf-8")


def _decode(data: bytes, path: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        raise InputError(
            path, f"line {line}: byte 0x{byte:02x} is not {encoding}; convert the file or name its encoding"
        ) from error
    except LookupError as error:
        raise InputError(path, f"unknown encoding {encoding!r}") from error

"""Bytes -> Document: decodes a report, blanks out its markup and splits it into blocks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache
from pathlib import PurePath

from claimcheck.errors import InputError
from claimcheck.model.document import Block, Document
from claimcheck.read.decode import decode
from claimcheck.read.furniture import Furniture
from claimcheck.read.markdown import markdown_blocks, mask_markdown
from claimcheck.read.plain import mask_plain, plain_blocks

# format -> what blanks out its markup, and what splits it into blocks
READERS: dict[str, tuple[Callable[[str], str], Callable[[str, Furniture], tuple[Block, ...]]]] = {
    "plain": (mask_plain, plain_blocks),
    "markdown": (mask_markdown, markdown_blocks),
}
FORMATS = {".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown"}


def read_document(
    data: bytes | str,
    path: str,
    furniture: Furniture,
    *,
    encoding: str | None = None,
    date: dt.date | None = None,
) -> Document:
    """A report from its bytes (or its decoded text); the suffix of the path says the format, none means plain text.

    Raises InputError when the bytes are no text, or the suffix of a file is of no known format.
    """
    suffix = _suffix(path)
    if suffix and suffix not in FORMATS and isinstance(data, bytes):
        raise InputError(path, f"no reader for {suffix} files; known: {', '.join(sorted(FORMATS))}")
    mask, split = READERS[FORMATS.get(suffix, "plain")]
    text = data if isinstance(data, str) else decode(data, path, encoding)
    return Document(path=path, text=text, reading=mask(text), blocks=split(text, furniture), date=date)


@lru_cache
def _suffix(path: str) -> str:
    return PurePath(path).suffix.lower()

"""What a file is, whatever its name says: told by its first bytes."""

from __future__ import annotations

_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive, such as a Word or Excel file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted Office file"),
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


def looks_like(data: bytes) -> str:
    """What a file is by its first bytes, in words; empty when they tell nothing.

    >>> looks_like(b"%PDF-1.7 ..."), looks_like(b"The budget")
    ('a PDF file', '')
    """
    start = data.lstrip()[:8] if data[:1].isspace() else data[:8]
    return next((name for signature, name in _SIGNATURES if start.startswith(signature)), "")

"""The compressed streams of a PDF, measured before the file is opened: pdfium would unpack whatever it is given."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterable

from claimcheck.errors import InputError

MOST_BYTES = 100_000_000  # of all streams of a file that may hold text, fonts or the like
MOST_OF_ONE = 30_000_000  # of one of them: pdfium takes many times that to lay it out
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)(?![A-Za-z])")
_ASCII = re.compile(rb"/(?:ASCII85Decode|A85)(?![A-Za-z])")
_DICTIONARY = 1000  # bytes before a stream that hold its dictionary
_CHUNK = 1 << 16
_STEP = 1 << 20  # bytes unpacked at a time
_HEAD = 600  # bytes that tell whether the rest may unpack to very much
_STEEP = 100  # times its own length
_IMAGE_HEAD = 1 << 14


def refuse_bombs(data: bytes, path: str) -> None:
    """Raises InputError for a PDF whose streams unpack to far more than any report holds."""
    total = 0
    for match in _STREAM.finditer(data):
        dictionary = data[max(match.start() - _DICTIONARY, 0) : match.start()].rpartition(b"obj")[2]
        packed = len(_FLATE.findall(dictionary))
        if packed > 1:
            raise InputError(path, "packs a stream of data twice, which no ordinary PDF does; it is not read")
        if packed:
            size = _size(data, match.end(), dictionary)
            total += size
            if size > MOST_OF_ONE or total > MOST_BYTES:
                raise InputError(path, "unpacks to far more text than any report holds")


def _size(data: bytes, start: int, dictionary: bytes) -> int:
    """How many bytes a stream unpacks to, as far as that matters; counted no further than the limit for one."""
    if _ASCII.search(dictionary):
        if not _is_steep(_from_ascii(data[start : start + _HEAD]), _HEAD):
            return 0
        end = data.find(b"~>", start)
        return _unpacked(_chunks(_from_ascii(data[start : end if end >= 0 else len(data)]), 0), MOST_OF_ONE)
    if b"/Image" in dictionary and not _is_steep(data[start : start + _IMAGE_HEAD], _IMAGE_HEAD):
        return 0  # pictures are large, and nobody looks at them
    return _unpacked(_chunks(data, start), MOST_OF_ONE)


def _is_steep(head: bytes, length: int) -> bool:
    return _unpacked([head], _STEEP * length) >= _STEEP * length


def _from_ascii(written: bytes) -> bytes:
    whole = re.sub(rb"[^!-uz]", b"", written.partition(b"~")[0])
    try:
        return base64.a85decode(whole)
    except ValueError:
        return b""


def _chunks(data: bytes, start: int) -> Iterable[bytes]:
    return (data[at : at + _CHUNK] for at in range(start, len(data), _CHUNK))


def _unpacked(chunks: Iterable[bytes], most: int) -> int:
    """How many bytes a stream unpacks to; what is broken counts up to there, as it does for pdfium."""
    unpacker = zlib.decompressobj()
    size = 0
    try:
        for chunk in chunks:
            while chunk and size <= most and not unpacker.eof:
                size += len(unpacker.decompress(chunk, _STEP))
                chunk = unpacker.unconsumed_tail
            if unpacker.eof or size > most:
                break
    except zlib.error:
        return size
    return size

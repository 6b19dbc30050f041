"""ZIP archives and XML that strangers made: read within limits, or refused with a clear reason.

A document of an office suite is an archive of XML files. What an archive says of its own sizes is not believed: bytes
are counted while they are inflated. XML with a DOCTYPE is refused, and with it every entity of its own making.
"""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from xml.etree import ElementTree

from claimcheck.errors import InputError
from claimcheck.read.signatures import looks_like

MOST_BYTES = 100_000_000  # of all that is inflated from one archive
MOST_MEMBERS = 10_000
MOST_ELEMENTS = 1_500_000  # of one XML file
DEEPEST = 200  # elements within elements that readers follow; office suites nest a few dozen
_CHUNK = 1 << 18
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# what zipfile raises for archives with wrong bytes
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, LookupError,
    NotImplementedError,
)

Element = ElementTree.Element


class Archive:
    """A ZIP archive in memory; every error is an InputError that names the file."""

    def __init__(self, data: bytes, path: str, kind: str) -> None:
        """kind: what the suffix of the file says it is ("a Word document")."""
        self._path = path
        self._left = MOST_BYTES
        if not data.startswith(b"PK\x03\x04"):
            found = looks_like(data) or ("a text file" if b"\0" not in data[:4096] else "no ZIP archive")
            found = "encrypted, or of an old binary format" if found.startswith("an old") else found
            raise InputError(path, f"is {found}, not {kind}" if data else "is empty")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except _BROKEN as error:
            raise InputError(path, f"is a broken ZIP archive: {error}") from error
        if len(members) > MOST_MEMBERS:
            raise InputError(path, f"holds {len(members):,} files; no more than {MOST_MEMBERS:,} are read")
        self.names = frozenset(member.filename for member in members)

    def read(self, name: str) -> bytes:
        """A file of the archive; raises InputError when it is missing, broken, encrypted or far too large."""
        if name not in self.names:
            raise InputError(self._path, f"holds no {name}, which every such file has")
        if self._zip.getinfo(name).file_size > self._left:
            raise self._too_large()
        pieces = []
        try:
            with self._zip.open(name) as stream:
                while piece := stream.read(_CHUNK):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise self._too_large()
                    pieces.append(piece)
        except _BROKEN as error:
            raise InputError(self._path, f"{name} in it is broken: {error}") from error
        except RuntimeError as error:  # what zipfile raises for a file that needs a password
            raise InputError(self._path, f"{name} in it is encrypted") from error
        return b"".join(pieces)

    def xml(self, name: str) -> Element:
        """The root of an XML file of the archive."""
        return parse_xml(self.read(name), self._path, name)

    def _too_large(self) -> InputError:
        return InputError(self._path, f"unpacks to more than {MOST_BYTES // 1_000_000} MB, which is the limit")


def parse_xml(data: bytes, path: str, name: str) -> Element:
    """The root of an XML text; raises InputError when it is broken, far too large or declares entities."""
    refuse_entities(data, path, name)
    if data.count(b"<") > 2 * MOST_ELEMENTS:
        raise InputError(path, f"{name} in it has more than {MOST_ELEMENTS:,} elements, which is the limit")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise InputError(path, f"{name} in it is broken XML: {error}") from error


def refuse_entities(data: bytes, path: str, name: str) -> None:
    """Raises InputError for XML that declares a document type, whatever its encoding."""
    plain = data.replace(b"\0", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:8] else data
    if _DOCTYPE.search(plain):
        raise InputError(path, f"{name} in it declares a document type, which may hide entities; it is not read")


def local_name(element: Element) -> str:
    """The name of an element without its namespace: programs write the same format under several.

    >>> local_name(ElementTree.fromstring('<w:p xmlns:w="x"/>'))
    'p'
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str, default: str = "") -> str:
    """An attribute by its name without a namespace."""
    found = element.get(name)
    if found is not None:
        return found
    return next((value for key, value in element.items() if key.endswith("}" + name)), default)

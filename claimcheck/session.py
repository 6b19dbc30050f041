"""Reports that are checked again and again while they change: what is still the same is not read again."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from claimcheck.against import Record, held_against, is_in, read_record
from claimcheck.collector import collector_at_rest
from claimcheck.errors import InputError
from claimcheck.extractors import further_claims
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.mention import Extraction
from claimcheck.model.report import Diagnostic, Report
from claimcheck.packs.collection import Packs
from claimcheck.pipeline import Kept, check_extracted, content_of, extract_document, packs_of, read_content
from claimcheck.read.files import Source, report_files

_Stamp = tuple[int, int, int]
_COARSE = 100_000_000  # nanoseconds within which a file system may give two changes one time


class Follower(Protocol):
    """Whoever wants to know how far a check is, or to end it early."""

    def reads(self, done: int, total: int) -> bool:
        """Told how many of how many reports are read; False ends the reading, and what was read is checked."""

    def checks(self) -> bool:
        """Asked before each rule; False ends the checking."""


class _Patient:
    """Follows nothing."""

    def reads(self, done: int, total: int) -> bool:
        return True

    def checks(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class _Read:
    """What was made of a file. further: the claims that other extractors find in it."""

    document: Document
    extraction: Extraction
    further: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A file as it was last read.

    stamp: by which it is known to be unchanged, None when only its content tells; digest: of that content, empty for a
    file that could not be opened; read: what was made of it, or why nothing was.
    """

    stamp: _Stamp | None
    digest: bytes
    read: _Read | Diagnostic


class Session:
    """Files and folders, and what was made of each file, for as long as its content stays the same.

    A check gives what a check of all files from the beginning would give, however many came before it. extractors: the
    names of plug-ins that find further claims.
    """

    def __init__(
        self,
        paths: Sequence[Source],
        packs: Packs | None = None,
        *,
        date: dt.date | None = None,
        encoding: str | None = None,
        stdin_name: str = "-",
        exclude: Sequence[str] = (),
        against: Sequence[Path] = (),
        extractors: Sequence[str] = (),
    ) -> None:
        self._paths, self._stdin_name, self._exclude = tuple(paths), stdin_name, tuple(exclude)
        self._packs = packs or packs_of()
        self._date, self._encoding = date, encoding
        self._against, self._record = tuple(against), Record()
        self._extractors = tuple(extractors)
        self._known: dict[str, _Known] = {}
        self._kept = Kept()
        self.changed: frozenset[str] = frozenset()
        """The names of the files, also of the record, that the last check found new, changed or gone."""

    def files(self, diagnostics: list[Diagnostic]) -> list[tuple[Path, str]]:
        """The files that a check would read now, with their names; what is no file goes to the diagnostics."""
        files = report_files(self._paths, diagnostics, stdin_name=self._stdin_name, exclude=self._exclude)
        return [(path, name) for path, name in files if not is_in(str(path), self._against)]

    @collector_at_rest()
    def check(self, follower: Follower | None = None) -> Report:
        """The reports as they are now, checked together.

        Files that cannot be read are diagnostics. Where the follower ends the reading or the checking, the report is of
        what was read and checked until then, and not complete.
        """
        follower = follower or _Patient()
        diagnostics: list[Diagnostic] = []
        files = self.files(diagnostics)
        known: dict[str, _Known] = {}
        for path, name in files:
            if not follower.reads(len(known), len(files)):
                break
            known[name] = self._read(path, name)
        self._remember(known)
        reads = [each.read for each in known.values()]
        diagnostics += [read for read in reads if isinstance(read, Diagnostic)]
        understood = [read for read in reads if isinstance(read, _Read)]
        record = self._read_record()
        report = check_extracted(
            [(read.document, read.extraction) for read in understood],
            self._packs,
            claims=[*(claim for read in understood for claim in read.further), *record.claims],
            diagnostics=[*diagnostics, *record.diagnostics],
            kept=self._kept,
            go_on=follower.checks,
        )
        report = held_against(report, record)
        return report if len(known) == len(files) else report.model_copy(update={"complete": False})

    def _remember(self, known: dict[str, _Known]) -> None:
        before = self._known
        self.changed = frozenset(
            name for name in before.keys() | known.keys()
            if name not in before or name not in known or before[name].digest != known[name].digest
        )
        self._known = known
        self._kept.memory.forget_others(set(known))

    def _read_record(self) -> Record:
        """The record as it is now; its files count as changed where their text is another."""
        before, self._record = self._record, read_record(self._against, self._packs, encoding=self._encoding)
        now = self._record.texts
        self.changed |= {name for name in before.texts.keys() | now.keys() if before.texts.get(name) != now.get(name)}
        return self._record

    def _read(self, path: Path, name: str) -> _Known:
        """A file as it is now; what is known of it where it is the same as before."""
        before = self._known.get(name)
        if before is not None and str(path) == "-":
            return before  # standard input is read only once
        stamp = _stamp(path)
        if before is not None and stamp is not None and before.stamp == stamp:
            return before
        try:
            content = content_of(path, name)
        except InputError as error:
            return _Known(None, b"", Diagnostic(path=name, reason=error.reason))
        digest = blake2b(content).digest()
        if before is not None and before.digest == digest:
            return _Known(stamp, digest, before.read)
        return _Known(stamp, digest, self._extract(content, name))

    def _extract(self, content: bytes, name: str) -> _Read | Diagnostic:
        try:
            document = read_content(content, name, self._packs, date=self._date, encoding=self._encoding)
        except InputError as error:
            return Diagnostic(path=name, reason=error.reason)
        further = tuple(further_claims(self._extractors, document))
        return _Read(document, extract_document(document, self._packs), further)


def _stamp(path: Path) -> _Stamp | None:
    """What is another once a file has changed; None for a change so fresh that one more might not show."""
    try:
        told = path.stat()
    except OSError:
        return None
    if time.time_ns() - told.st_mtime_ns < _COARSE:
        return None
    return told.st_mtime_ns, told.st_size, told.st_ino

"""The file of decisions while several editors write to it: every change is merged under a lock and written whole."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from filelock import FileLock

from claimcheck.errors import InputError
from claimcheck.lint.decisions import DECISIONS, Decision, decisions_text, read_decisions

_PATIENCE = 30  # seconds that another writer may take


class Store:
    """The decisions about the reports of a folder.

    A change reads the file and puts a new one in its place, all under a lock that ends with its process. So changes
    made at one time are all kept; and whoever is stopped in the middle, by whatever means, leaves the file as it was
    before his change, or as it is after it.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / DECISIONS
        self._lock = FileLock(folder / f".{DECISIONS}.lock", timeout=_PATIENCE)

    def read(self) -> dict[str, Decision]:
        """All decisions, by the fingerprints of their findings; raises InputError for a file that is wrong."""
        return read_decisions(self.path) if self.path.exists() else {}

    def decide(self, decision: Decision) -> None:
        """Keeps a decision, in the place of an earlier one; it is on the disk when this returns."""
        with self._lock:
            self._replace({**self.read(), decision.finding: decision})

    def withdraw(self, findings: Collection[str]) -> None:
        """Forgets the decisions about findings, where there are any."""
        with self._lock:
            decisions = self.read()
            kept = {mark: decision for mark, decision in decisions.items() if mark not in findings}
            if kept.keys() != decisions.keys():
                self._replace(kept)

    def _replace(self, decisions: dict[str, Decision]) -> None:
        """Puts a new file in the place of the old one; raises InputError when that cannot be done."""
        new = self.path.with_name(f".{DECISIONS}.new")  # one name: who holds the lock may take what a dead writer left
        try:
            with new.open("wb") as file:
                file.write(decisions_text(decisions.values()).encode())
                file.flush()
                os.fsync(file.fileno())
            new.replace(self.path)
            _sync_folder(self.path.parent)
        except OSError as error:
            raise InputError(str(self.path), f"cannot be written: {error.strerror}") from error


def _sync_folder(folder: Path) -> None:
    """Makes the new name of a file as lasting as its content, where folders can be opened."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""Runs the examples that packs carry, so that whoever writes rules can test them as ours are tested."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimcheck.packs.collection import Packs
from claimcheck.packs.entry import Entry
from claimcheck.workshop.runners import RUNNERS


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one example of one entry."""

    entry: Entry
    reason: str

    def __str__(self) -> str:
        return f"{self.entry.file}: {self.entry.table} {self.entry.key!r}: {self.reason}"


def run_entry(entry: Entry, packs: Packs) -> list[Problem]:
    """The problems of one entry's examples; an entry of a type without a runner is a problem itself."""
    runner = RUNNERS.get(entry.table)
    reasons = ["no runner for entries of this type"] if runner is None else runner(entry, packs)
    return [Problem(entry, reason) for reason in reasons]


def run_examples(packs: Packs, entries: Iterable[Entry] | None = None) -> list[Problem]:
    """The problems of all entries, or of those given, in the packs in use; empty when all examples hold."""
    return [problem for entry in (packs if entries is None else entries) for problem in run_entry(entry, packs)]


def entries_in(packs: Packs, folder: Path) -> list[Entry]:
    """The entries that were declared in files below a folder."""
    root = folder.resolve()
    return [entry for entry in packs if entry.file and Path(entry.file).resolve().is_relative_to(root)]

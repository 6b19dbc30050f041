"""A process that writes decisions one after the other, and names each as soon as it is kept."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from claimcheck.lint.decisions import Decision
from claimcheck.review.store import Store


def write(folder: Path, numbers: range, start: Connection, kept: Connection) -> None:
    """Decides upon findings of these numbers once `start` says so; each number is sent when its decision is kept."""
    store = Store(folder)
    start.recv()  # of its own: a writer killed while it waits must not hold a lock that others wait for
    for number in numbers:
        store.decide(Decision(finding=f"{number:016x}", decision="accepted", because=f"reason {number} " * 20))
        kept.send(number)

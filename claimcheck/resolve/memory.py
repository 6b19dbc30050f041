"""What was made of each report, kept from one check to the next while all that it was made from is the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from claimcheck.model.document import Document

T = TypeVar("T")


class Memory:
    """Results by task and report; one for each series of checks with the same rules.

    >>> memory, report = Memory(), Document(path="a.txt", text="", reading="", blocks=())
    >>> [memory.recall("size", report, given, lambda: print("made") or 7) for given in (("x",), ("x",), ("y",))]
    made
    made
    [7, 7, 7]
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], tuple[Document, tuple[object, ...], object]] = {}
        self._steady: dict[str, object] = {}

    def steady(self, task: str, value: T) -> T:
        """The value, or the one of the last check where they are equal.

        What all reports share is then compared once, and from there on known to be the same by being the same object.
        """
        known = self._steady.get(task)
        self._steady[task] = known if known == value else value
        return self._steady[task]  # type: ignore[return-value]  # a task has one type of value

    def recall(self, task: str, document: Document, given: tuple[object, ...], make: Callable[[], T]) -> T:
        """What `make` gives for a document, or gave the last time, when neither that nor the rest given has changed.

        The document counts as the same only when it is the same object.
        """
        key = task, document.path
        known = self._kept.get(key)
        if known is not None and known[0] is document and known[1] == given:
            return known[2]  # type: ignore[return-value]  # a task has one type of result
        made = make()
        self._kept[key] = document, given, made
        return made

    def forget_others(self, paths: set[str]) -> None:
        """Drops what is known of reports that are no longer there."""
        self._kept = {key: known for key, known in self._kept.items() if key[1] in paths}

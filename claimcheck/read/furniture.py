"""Recognises page furniture: takes one line, says why it is no part of the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimcheck.packs.schema.furniture import FurnitureSpec, PageElement
from claimcheck.read.surroundings import Surroundings

# A caption or a notice is short; a sentence of the report that opens with the same words is not.
_SHORT_LINE = 90
_COUNT = r"[(\[]?\s*[0-9][0-9.,]*\s*[)\]]?"
_LABEL_FIRST = re.compile(rf"(?P<label>[^0-9()\[\]:]+):?\s*{_COUNT}")
_NUMBER_FIRST = re.compile(rf"{_COUNT}\s*(?P<label>[^0-9]+)")


class Furniture:
    """The furniture words of all languages, ready to test lines.

    around: what knows the furniture of web pages. unfinished: words with which no paragraph ends ("of", "the").
    """

    def __init__(
        self, specs: Sequence[FurnitureSpec], elements: Sequence[PageElement] = (), unfinished: Iterable[str] = ()
    ) -> None:
        self.around = Surroundings(elements)
        self.unfinished = frozenset(word.casefold() for word in unfinished)
        self._lines: dict[str, str] = {}
        self._counters: dict[str, str] = {}
        self._openings: list[tuple[str, str]] = []
        self._within: list[tuple[str, str]] = []
        for spec in specs:
            for word in spec.words:
                self._add(spec.shape, word.casefold(), spec.reason)
        self._all_openings = tuple(word for word, _ in self._openings)

    def _add(self, shape: str, word: str, reason: str) -> None:
        if shape == "line":
            self._lines[word] = reason
        elif shape == "counter":
            self._counters[word] = reason
        elif shape == "opening":
            self._openings.append((word, reason))
        else:
            self._within.append((word, reason))

    def reasons(self, lines: Sequence[str]) -> list[str]:
        """Why each line of a run of lines is furniture; empty for those that are not.

        A page shows its counters together: where at least half of neighbouring lines of that shape are known counters,
        the others are counters too; where fewer of several are, all are a list of figures, with their total, say.
        """
        reasons = [self.reason(line) for line in lines]
        at = 0 if any(reasons) else len(lines)
        while at < len(lines):
            stop = at
            while stop < len(lines) and _counter_label(_plain(lines[stop])) is not None:
                stop += 1
            known = [reason for reason in reasons[at:stop] if reason]
            if known and 2 * len(known) >= stop - at:
                reasons[at:stop] = [reason or known[0] for reason in reasons[at:stop]]
            elif known:
                reasons[at:stop] = [""] * (stop - at)
            at = max(stop, at + 1)
        return reasons

    def reason(self, line: str) -> str:
        """Why the line is furniture; empty when it is not.

        >>> from claimcheck.packs.schema.furniture import FurnitureSpec
        >>> spec = FurnitureSpec(id="x", shape="counter", words=("today",), reason="a counter", examples=("Today: 1",))
        >>> Furniture([spec]).reason("  Today: 1"), Furniture([spec]).reason("Today it rained.")
        ('a counter', '')
        """
        text = _plain(line)
        if len(text) > _SHORT_LINE or not text:
            return ""
        return self._whole_line(text) or self._counter(text) or self._part_of_line(text)

    def _whole_line(self, text: str) -> str:
        return self._lines.get(text.rstrip(" :.»›>"), "")

    def _counter(self, text: str) -> str:
        label = _counter_label(text)
        return self._counters.get(label, "") if label else ""

    def _part_of_line(self, text: str) -> str:
        if text.startswith(self._all_openings):
            return next(reason for word, reason in self._openings if text.startswith(word))
        for word, reason in self._within:
            if word in text:
                return reason
        return ""


def _plain(line: str) -> str:
    return " ".join(line.split()).casefold().strip("•·|-–—* ")


def _counter_label(text: str) -> str | None:
    match = _LABEL_FIRST.fullmatch(text) or _NUMBER_FIRST.fullmatch(text)
    return match["label"].strip() if match else None

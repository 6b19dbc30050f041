"""Quotations in their sentence: where they stand, and a line of the source around them that fits the screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.model.claim import Claim

_DOTS = "…"
_ENDS = (".", "!", "?", ":", ";", "”", '"', "…")
_BROKEN_LINE = 40  # no page is so narrow that shorter lines are broken ones
_SPARE = 4  # widths of text looked at on either side: runs of blanks take no room, and lines may be endless


class Lines:
    """The lines of a source, for finding many positions in it.

    >>> Lines("one\\ntwo").position(5)
    (2, 2)
    """

    def __init__(self, source: str) -> None:
        self._starts = [0, *(at + 1 for at, char in enumerate(source) if char == "\n")]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def shorten(text: str, width: int) -> str:
    """One line of at most so many characters; what does not fit is left out of the middle.

    >>> shorten("the total import and export turnover", 20)
    'the total …turnover'
    """
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    keep = max(width - 1, 2)
    head = line[: (keep + 1) // 2]
    tail = line[len(line) - keep // 2 :]
    return f"{head}{_DOTS}{tail.lstrip()}"


def snippet(source: str, spans: Sequence[tuple[int, int]], width: int) -> str:
    """The quotations at these spans of one paragraph, marked «so», with as much around them as fits.

    >>> snippet("Exports reached 36.6 billion USD in 2023, officials said.", [(16, 32)], 40)
    '…reached «36.6 billion USD» in 2023,…'
    """
    first, last = spans[0][0], spans[-1][1]
    core = _marked(source, spans)
    if len(core) >= width:
        return shorten(core, width)
    before, after = in_context(source, first, last, width - len(core))
    return before + core + after


def in_context(source: str, start: int, end: int, room: int) -> tuple[str, str]:
    """What stands before and after a stretch of one paragraph, in so many characters.

    >>> in_context("Exports reached 36.6 billion USD in 2023, officials said.", 16, 32, 30)
    ('Exports reached ', ' in 2023,…')
    """
    before, after = _around(source, start, end, max(room, 0) * _SPARE)
    left_room = min(len(before), max(room * 3 // 5, room - len(after)))  # the subject mostly stands before the figure
    left = _cut_left(before, left_room)
    return left, _cut_right(after, room - len(left))


def fits_one_snippet(source: str, claims: Sequence[Claim], width: int) -> bool:
    """Whether the claims stand so close together in one paragraph that one snippet shows them all."""
    stretch = source[claims[0].start : claims[-1].end]
    apart = all(one.end <= other.start for one, other in pairwise(claims))
    return apart and "\n\n" not in stretch and len(stretch) + 2 * len(claims) <= width


def _around(source: str, first: int, last: int, reach: int) -> tuple[str, str]:
    """What stands before and after a stretch on its line, and on further lines where a sentence runs on."""
    before = source[max(first - reach, 0) : first].split("\n")
    after = source[last : last + reach].split("\n")
    here = before[-1] + source[first:last] + after[0]
    top = len(before) - 1
    while top and _runs_on(before[top - 1]):
        top -= 1
    end = 1
    while end < len(after) and _runs_on(here if end == 1 else after[end - 1]):
        end += 1
    return " ".join(before[top:]), " ".join(after[:end])


def _runs_on(line: str) -> bool:
    """Whether a sentence goes on in the next line; short lines without a full stop are headings or items."""
    return len(line) >= _BROKEN_LINE and not line.rstrip().endswith(_ENDS)


def _marked(source: str, spans: Sequence[tuple[int, int]]) -> str:
    parts = []
    at = spans[0][0]
    for start, end in spans:
        parts.append(f"{source[at:start]}«{source[start:end]}»")
        at = end
    return " ".join("".join(parts).split())


def _cut_left(text: str, room: int) -> str:
    """The end of a text, from the start of a word."""
    text = _squeeze(text).lstrip()
    if len(text) <= room:
        return text
    kept = text[len(text) - max(room - 1, 0) :] if room > 1 else ""
    _, space, rest = kept.partition(" ")
    return _DOTS + (rest if space else "") if room else ""


def _cut_right(text: str, room: int) -> str:
    """The start of a text, up to the end of a word."""
    text = _squeeze(text).rstrip()
    if len(text) <= room:
        return text
    kept = text[: room - 1] if room > 1 else ""
    rest, space, _ = kept.rpartition(" ")
    return (rest if space else "") + _DOTS if room else ""


def _squeeze(text: str) -> str:
    """Runs of blanks as one, also at the ends."""
    words = text.split()
    left = " " if text[:1].isspace() else ""
    right = " " if words and text[-1:].isspace() else ""
    return left + " ".join(words) + right

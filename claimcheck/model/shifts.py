"""Where a word of the source is written in more characters than it is read in, as with "&amp;" for "&"."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shifts:
    """How far offsets in the reading lie before the same place in the source.

    starts: from which offset in the reading on, in order; moves: how far; limits: behind which place of the source no
    offset is moved, the end of the word.

    >>> Shifts((1, 7), (4, 0), (7, 7)).source(3)  # "R&D costs" for "R&amp;D costs" from its second character on
    7
    """

    starts: tuple[int, ...]
    moves: tuple[int, ...]
    limits: tuple[int, ...]

    def source(self, offset: int) -> int:
        """The offset in the source of a place in the reading."""
        at = bisect_right(self.starts, offset) - 1
        return offset if at < 0 or not self.moves[at] else min(offset + self.moves[at], self.limits[at])

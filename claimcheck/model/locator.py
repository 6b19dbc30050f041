"""Where in a file the parts of a text stand that a reader made of it: pages, sheets with their cells, footnotes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

# left, top, right, bottom in points of a page, counted from its upper left corner
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Locator:
    """Names of the parts of a text, in its order.

    starts: where each part begins, in order; names: what a person calls it ("page 3", "sheet Budget, cell B7").

    >>> Locator((0, 40), ("page 1", "page 2")).part(41)
    'page 2'
    """

    starts: tuple[int, ...]
    names: tuple[str, ...]

    def part(self, offset: int) -> str:
        """The part that an offset stands in; empty where none has begun."""
        at = bisect_right(self.starts, offset)
        return self.names[at - 1] if at else ""

    def box(self, start: int, end: int) -> Box | None:
        """Where on its page a stretch of the text stands; None where the file has no pages, or it is not known."""
        return None

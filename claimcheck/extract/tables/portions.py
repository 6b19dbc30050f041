"""Lines of a table that are part of another one and may not exceed it: "of which women", rows that are set in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from claimcheck.extract.tables.adding import Line, Sum

_FEWEST_THAT_FIT = 3  # figures of parts, for lines that only their layout makes parts
_TIMES = 10  # a figure that much larger is none of the same sort

Portion = tuple[int, int, int]  # the number of the whole line, that of the part, and that of the line that crosses them


def find_portions(lines: Sequence[Line], sums: Sequence[Sum], adding: Collection[int]) -> Iterator[Portion]:
    """The figures that are part of the one of another line. adding: the crossing lines whose figures add up."""
    used = {part for each in sums for part, _ in each.parts if each.exact}
    parts = [at for at, line in enumerate(lines) if line.within >= 0 and line.sizes]
    for whole, group in groupby(parts, key=lambda at: lines[at].within):
        pairs = [
            (whole, part, key) for part in group for key in lines[part].sizes
            if key in adding and lines[whole].sizes.get(key, 0) > 0 and lines[part].sizes[key] > 0
            and (lines[part].told or (whole in used and part not in used))
        ]
        above = [pair for pair in pairs if _is_above(lines, pair)]
        if not above or (len(above) == 1 and _is_sure(lines, above[0], len(pairs) - 1)):
            yield from pairs


def _is_above(lines: Sequence[Line], pair: Portion) -> bool:
    whole, part, key = pair
    return lines[part].sizes[key] > lines[whole].sizes[key] + lines[whole].steps[key]


def _is_sure(lines: Sequence[Line], pair: Portion, others: int) -> bool:
    whole, part, key = pair
    fits = lines[part].sizes[key] <= _TIMES * lines[whole].sizes[key]
    return fits and (lines[part].told or others >= _FEWEST_THAT_FIT)

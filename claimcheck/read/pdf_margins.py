"""The running heads, feet and numbers of pages: lines at one height on most pages that differ in numbers alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from claimcheck.read.pdf_lines import TextLine

RUNNING = "repeats at the head or foot of the pages"
_NUMBER = re.compile(r"[0-9]+|\b[ivxlc]+\b")
_COUNT = re.compile(r"([0-9]{1,4})(?:\s|$)|.*\s([0-9]{1,4})$")
_OUTERMOST = 3  # lines at the head and at the foot of a page that may repeat
_FEWEST_PAGES = 3
_MOST_PAGES = 0.4  # of the pages; left and right pages may have heads of their own
_STEP = 4.0  # points by which heights may differ


def running_lines(pages: Sequence[Sequence[TextLine]]) -> set[int]:
    """The ids of the lines that belong to no page in particular."""
    if len(pages) < _FEWEST_PAGES:
        return _numbered(pages) if len(pages) > 1 else set()
    return _repeated(pages) | _numbered(pages)


def _repeated(pages: Sequence[Sequence[TextLine]]) -> set[int]:
    """Lines that stand on many pages, but for the numbers in them."""
    found: dict[tuple[str, int], list[TextLine]] = defaultdict(list)
    for lines in pages:
        for line in _outer(lines):
            found[_pattern(line.text), round(line.bottom / _STEP)].append(line)
    needed = max(_FEWEST_PAGES, _MOST_PAGES * len(pages))
    near: Counter[tuple[str, int]] = Counter()
    for (pattern, height), lines in found.items():
        for step in (-1, 0, 1):
            near[pattern, height + step] += len({line.page for line in lines})
    return {id(line) for key, lines in found.items() if near[key] >= needed for line in lines}


def _numbered(pages: Sequence[Sequence[TextLine]]) -> set[int]:
    """The first or last lines of some pages that say the same beside a number which counts the pages, or just count."""
    found: dict[tuple[str, int], list[TextLine]] = defaultdict(list)
    for lines in pages:
        by_height = sorted(lines, key=lambda line: line.bottom)
        for line in [*by_height[:1], *by_height[1:][-1:]]:
            number = _COUNT.match(line.text)
            if number:
                counted = 1 if number[1] else 2
                rest = line.text[: number.start(counted)] + line.text[number.end(counted) :]
                found[" ".join(rest.split()), int(number[counted]) - line.page].append(line)
    return {
        id(line) for (_, apart), lines in found.items()
        if len(lines) >= _FEWEST_PAGES or (apart == 1 and len(lines) == len(pages)) for line in lines
    }


def _outer(lines: Sequence[TextLine]) -> list[TextLine]:
    by_height = sorted(lines, key=lambda line: line.bottom)
    return [*by_height[:_OUTERMOST], *by_height[_OUTERMOST:][-_OUTERMOST:]]


def _pattern(text: str) -> str:
    return _NUMBER.sub("#", " ".join(text.casefold().split()))

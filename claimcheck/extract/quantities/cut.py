"""Cuts a block into the tokens of number grammar: digits apart from letters, so that "1.2m" and "41C" come in two.

Numbers keep their grouping marks. The rest of extraction reads words; here every change between digits, letters and
signs counts, which is why this cut is its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

_SPACE = r"[ \u00a0\u202f\u2009]"


@lru_cache(maxsize=8)
def _pattern(decimal: str, group: str) -> re.Pattern[str]:
    """Numbers as the language writes them, then as the other half of the world does where that leaves no doubt."""
    d, g = re.escape(decimal), re.escape(group)
    numbers = (
        rf"\d{{1,3}}(?:{g}\d{{3}})+(?![\d{g}]\d|\d)(?:{d}\d+)?",  # 1,234,567.8
        rf"\d{{1,2}}(?:{g}\d\d)+{g}\d{{3}}(?!\d)(?:{d}\d+)?",  # 12,34,567
        rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d|{_SPACE}\d)(?:{d}\d+)?",  # 1 234 567
        rf"\d{{1,3}}(?:{d}\d{{3}})+{g}\d{{1,2}}(?![\d{d}{g}])",  # 1.234,56 in a language that writes 1,234.56
        rf"\d+{d}\d+",  # 36.6
        rf"\d+{g}\d{{1,2}}(?![\d{g}])",  # 36,6 in a language that writes 36.6
        r"\d+",
        rf"(?<![\w.]){d}\d+",  # .5
    )
    # most tokens are words, and what begins like no number is tried as none
    return re.compile(rf"([^\W\d_]+|(?=[\d{d}])(?:{'|'.join(numbers)})|[^\w\s]|_)")


@dataclass(slots=True)
class Cut:
    """A block in tokens: parallel lists of their words in lower case, their places and kinds (n, w or s); how many.

    taken[i]: the token lies in a stretch that somebody else has claimed.
    """

    text: str
    low: list[str]
    start: list[int]
    end: list[int]
    kind: list[str]
    taken: list[bool]
    size: int

    def raw(self, at: int) -> str:
        """The token as written."""
        return self.text[self.start[at] : self.end[at]]

    def glued(self, at: int) -> bool:
        """True when the token follows the one before it without a space."""
        return 0 < at < self.size and self.start[at] == self.end[at - 1]

    def is_open(self, at: int) -> bool:
        """True when there is such a token and nobody has claimed it."""
        return 0 <= at < self.size and not self.taken[at]


def cut_block(text: str, taken: Sequence[tuple[int, int]], decimal: str = ".", group: str = ",") -> Cut:
    """The tokens of a block; `taken` are the stretches that others have claimed.

    >>> cut_block("US$1.2m (41C)", []).low
    ['us', '$', '1.2', 'm', '(', '41', 'c', ')']
    """
    # small letters are cut as capitals are; all at once they cost less, but for letters whose small form is longer
    plain = text.isascii()
    parts = _pattern(decimal, group).split(text.lower() if plain else text)  # tokens, and what stands around them
    ends = list(accumulate(map(len, parts)))
    low, start, end = parts[1::2], ends[:-1:2], ends[1::2]
    low = low if plain else [word.lower() for word in low]
    kind = ["w" if word.isalpha() else _kind_of(word) for word in low]
    claimed = [False] * len(low)
    for first, last in taken:
        at = bisect_left(start, first)
        if at > 0 and end[at - 1] > first:
            at -= 1
        while at < len(start) and start[at] < last:
            claimed[at] = True
            at += 1
    return Cut(text, low, start, end, kind, claimed, len(low))


def _kind_of(token: str) -> str:
    """The kind of a token that does not hold letters alone: "n" or "s", or "w" for such as "m²"."""
    if token[0].isdecimal() or token[1:].isdecimal():  # ".5"
        return "n"
    return "w" if token[0].isalnum() else "s"


@lru_cache(maxsize=8192)  # signs and codes serve every language, and several tables of each
def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase in the same tokens, in lower case.

    >>> words_of("km/h")
    ('km', '/', 'h')
    """
    return tuple(map(str.lower, _pattern(".", ",").findall(phrase)))

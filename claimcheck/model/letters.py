"""Letters made comparable: one name written with and without its marks is one name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Letters that Unicode does not take apart, with the plain letters that newspapers put in their place.
_PLAIN = str.maketrans({"đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae", "Æ": "AE",
                        "œ": "oe", "Œ": "OE", "ı": "i", "ð": "d", "þ": "th", "’": "'", "‘": "'"})
_WITH_PLAIN = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
# Marks of Latin letters; and all that may be marks of others, which are told one by one.
_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
_MAYBE_MARKS = re.compile("[^\\0-\u02ff\u0370-\u0482\u2000-\u20cf]+")

_LAST_LATIN = 0x1F00  # the end of the letters that Vietnamese needs
# All capitals, for a class of an expression.
CAPITALS = "".join(letter for letter in map(chr, range(_LAST_LATIN)) if letter.isupper())



def any_of(words: Iterable[str]) -> str:
    """The expression of any of some words, the longest that fits; of none, one that never matches.

    >>> any_of(["in", "inside", "into"])
    'inside|into|in'
    """
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) or "(?!)"


def fold(text: str) -> str:
    """The text without marks, in small letters, with single spaces.

    >>> fold("Đỗ  Thị Hạnh") == fold("Do Thi Hanh")
    True
    """
    if text.isascii():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", _WITH_PLAIN.sub(_plain, text))
    return " ".join(_MAYBE_MARKS.sub(_without_marks, _MARKS.sub("", apart)).casefold().split())


def _plain(letter: re.Match[str]) -> str:
    return letter[0].translate(_PLAIN)


def _without_marks(run: re.Match[str]) -> str:
    return "".join(char for char in run[0] if not unicodedata.combining(char))

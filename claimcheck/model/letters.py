"""Letters made comparable: one name written with and without its marks is one name."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart, with the plain letters that newspapers put in their place.
_PLAIN = str.maketrans({"đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae", "Æ": "AE",
                        "œ": "oe", "Œ": "OE", "ı": "i", "ð": "d", "þ": "th", "’": "'", "‘": "'"})

_LAST_LATIN = 0x1F00  # the end of the letters that Vietnamese needs
# All capitals, for a class of an expression.
CAPITALS = "".join(letter for letter in map(chr, range(_LAST_LATIN)) if letter.isupper())


def fold(text: str) -> str:
    """The text without marks, in small letters, with single spaces.

    >>> fold("Đỗ  Thị Hạnh") == fold("Do Thi Hanh")
    True
    """
    if text.isascii():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return " ".join(bare.casefold().split())

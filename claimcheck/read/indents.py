"""How far the words of a cell are set in, in points: by blanks before them, or by the style of what holds them."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.read.markup import attribute_of

LETTER = 4  # points, about
_WIDE = 3  # letters of a wide blank
_STEP = 3 * LETTER  # what one level of a page's own class comes to
_MOST = 2000
_BLANKS = re.compile(
    r"(?:(?P<wide>&e[mn]sp;|&#819[45];|[\u2002\u2003\u3000])|(?P<hard>&nbsp;|&#160;|&#x[aA]0;|[\xa0\u2007])"
    r"|(?P<soft>[ \t\n\r]))"
)
_LENGTH = re.compile(r"(-?[0-9]{0,5}(?:\.[0-9]{1,9})?)\s*(pt|px|r?em|ex|ch|in|cm|mm|pc)?", re.IGNORECASE)
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "ex": 6.0, "ch": 6.0, "in": 72.0, "cm": 28.35, "mm": 2.835,
           "pc": 12.0, "": 0.75}
_STYLE = re.compile(
    r"(?:^|[;\s])(padding|margin|text)(-left|-inline-start|-indent)?\s*:\s*([^;!]{1,80})", re.IGNORECASE
)
_CLASS = re.compile(
    r"(?:^|[\s_-])(?:indent|ind|level|lvl|depth|tab|pl|ml|ps|ms)[_-]?([0-9]{1,2})(?=[\s_-]|$)", re.IGNORECASE
)


def indent_of_blanks(text: str, *, soft: bool = True) -> int:
    """How far the blanks at the beginning of a text set in what follows; soft: ordinary blanks count too.

    >>> indent_of_blanks("&nbsp;&nbsp;women"), indent_of_blanks("  Rail"), indent_of_blanks("  Rail", soft=False)
    (8, 8, 0)
    """
    letters = at = 0
    while (blank := _BLANKS.match(text, at)) is not None:
        letters += _WIDE if blank["wide"] else 1 if blank["hard"] or soft else 0
        at = blank.end()
    return min(letters * LETTER, _MOST)


@lru_cache(maxsize=1024)
def indent_of_attributes(attributes: str) -> int:
    """How far an element of a page sets in its words, by its style and the names of its classes.

    >>> indent_of_attributes(' style="padding-left:24px"'), indent_of_attributes(' class="row indent-2"')
    (18, 24)
    """
    points = 0.0
    for kind, side, value in _STYLE.findall(attribute_of(attributes, "style")):
        if (side.lower() == "-indent") == (kind.lower() == "text") and (side or kind.lower() != "text"):
            points += points_of(value.split()[-1] if side else _left_of(value))
    level = _CLASS.search(attribute_of(attributes, "class"))
    return max(min(round(points) + (_STEP * int(level[1]) if level else 0), _MOST), -_MOST)


def points_of(length: str) -> float:
    """A length of a style sheet in points; 0 for what is none, or relative to the page.

    >>> points_of("0.5in"), points_of("12px"), points_of("3%")
    (36.0, 9.0, 0.0)
    """
    match = _LENGTH.fullmatch(length.strip())
    return float(match[1]) * _POINTS[(match[2] or "").lower()] if match and match[1] not in ("", "-") else 0.0


def _left_of(value: str) -> str:
    """The left one of the up to four sides that one value of a style gives."""
    sides = value.split()[:4]
    return sides[(0, 1, 1, 3)[len(sides) - 1]] if sides else ""

"""What a text that fits a wording must end with: a quick look, before a long expression is compiled and searched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet

Piece = re.Match[str]  # of a wording, see `wording.PIECE`
# The last words or signs of whatever fits; "" where that may be nothing at all, None where it may end with anything.
Endings = AbstractSet[str] | None

_NOTHING: Endings = frozenset([""])
_LAST = re.compile(r"[\w-]+\Z|[^\w-]\Z")


def last_of(text: str) -> str:
    """The last word of a text, or the last sign, as endings know it.

    >>> last_of("the previous year's"), last_of("two thirds, or 20%")
    ('s', '%')
    """
    found = _LAST.search(text)
    return found[0] if found else ""


def endings_of(pieces: Iterable[Piece], of_phrase: Callable[[str], Endings], signs: Callable[[Piece], str]) -> Endings:
    """The endings of a well-formed wording, from its pieces; of_phrase: of a phrase by name; signs: of a slot."""
    outer: list[tuple[Endings, Endings]] = []  # for each open bracket what stands before it, and its other choices
    before: Endings = frozenset()
    ends = _NOTHING
    for piece in pieces:
        mark = piece["mark"] or ""
        if mark in ("(", "["):
            outer.append((ends, before))
            before, ends = frozenset(), _NOTHING
        elif mark == "|":
            before, ends = _either(before, ends), _NOTHING
        elif mark:
            inner = _either(_either(before, ends), _NOTHING if mark == "]" else frozenset())
            ends, before = outer.pop()
            ends = _after(ends, inner)
        else:
            ends = _after(ends, _of_piece(piece, of_phrase, signs))
    return _either(before, ends)


def _of_piece(piece: Piece, of_phrase: Callable[[str], Endings], signs: Callable[[Piece], str]) -> Endings:
    if piece["role"]:
        return frozenset(signs(piece).strip("[]"))
    if piece["phrase"]:
        return of_phrase(piece["phrase"])
    if piece["gap"]:
        return None
    words = piece["choice"] or piece["words"]
    if words:
        known = frozenset(last_of(each.lower()) for each in words.split("|"))
        return known | {""} if piece["optional"] else known
    return frozenset((piece["sign"] or piece["paren"].strip("<>"))[-1])


def _after(ends: Endings, following: Endings) -> Endings:
    """The endings of one thing behind another: those of the latter, and of the former where that may be nothing."""
    if following is None or "" not in following:
        return following
    return _either(ends, following - {""})


def _either(one: Endings, other: Endings) -> Endings:
    return None if one is None or other is None else frozenset(one | other)

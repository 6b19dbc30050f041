"""What a text that fits a wording must begin and end with: a quick look, before a long expression is compiled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

Piece = re.Match[str]  # of a wording, see `wording.PIECE`
# The first, or the last, words or signs of whatever fits; "" where that may be nothing at all, None where it may begin,
# or end, with anything.
Edges = AbstractSet[str] | None

_NOTHING: Edges = frozenset([""])
_FIRST = re.compile(r"\s*([\w-]+|[^\w\s])")
_LAST = re.compile(r"(?:[\w-]+['’])*[\w-]+\Z|[^\w-]\Z")
_APOSTROPHE = re.compile(r"['’]")
_OPENING, _CLOSING = ("(", "["), (")", "]")


def first_of(text: str, start: int = 0, end: int | None = None) -> str:
    """The first word of a stretch of a text, or the first sign, as openings know it.

    >>> first_of(" the year's"), first_of("(2 of them)")
    ('the', '(')
    """
    found = _FIRST.match(text, start, len(text) if end is None else end)
    return found[1] if found else ""


def last_of(text: str) -> str:
    """The last word of a text, or the last sign, as endings know it.

    >>> last_of("the previous year's"), last_of("two thirds, or 20%")
    ("year's", '%')
    """
    found = _LAST.search(text, text.rfind(" ", 0, -1) + 1)
    return found[0] if found else ""


def ends_in(text: str, endings: AbstractSet[str]) -> bool:
    """Whether a text ends with one of some endings, be it with what stands behind an apostrophe: "all" in "y'all"."""
    last = last_of(text)
    while last not in endings:
        _, *last_part = _APOSTROPHE.split(last, maxsplit=1)
        if not last_part:
            return False
        last = last_part[0]
    return True


def openings_of(pieces: Iterable[Piece], of_phrase: Callable[[str], Edges], signs: Callable[[Piece], str]) -> Edges:
    """The openings of a well-formed wording, from its pieces; of_phrase: of a phrase by name; signs: of a slot."""
    def of_piece(piece: Piece) -> Edges:
        return _of_piece(piece, of_phrase, signs, lambda text: first_of(text))

    return _edges(list(reversed(list(pieces))), _CLOSING, "[", of_piece)


def endings_of(pieces: Iterable[Piece], of_phrase: Callable[[str], Edges], signs: Callable[[Piece], str]) -> Edges:
    """The endings of a well-formed wording, as `openings_of` gives its openings."""
    return _edges(list(pieces), _OPENING, "]", lambda piece: _of_piece(piece, of_phrase, signs, last_of))


def _edges(
    pieces: Sequence[Piece], opening: Sequence[str], optional: str, of_piece: Callable[[Piece], Edges]
) -> Edges:
    """The edges on the side of the last piece; opening: the brackets that begin a group, as the pieces are ordered;
    optional: the bracket that ends one which may be left out."""
    outer: list[tuple[Edges, Edges]] = []  # for each open bracket what stands before it, and its other choices
    before: Edges = frozenset()
    edges = _NOTHING
    for piece in pieces:
        mark = piece["mark"] or ""
        if mark in opening:
            outer.append((edges, before))
            before, edges = frozenset(), _NOTHING
        elif mark == "|":
            before, edges = _either(before, edges), _NOTHING
        elif mark:
            inner = _either(_either(before, edges), _NOTHING if mark == optional else frozenset())
            edges, before = outer.pop()
            edges = _after(edges, inner)
        else:
            edges = _after(edges, of_piece(piece))
    return _either(before, edges)


def _of_piece(
    piece: Piece, of_phrase: Callable[[str], Edges], signs: Callable[[Piece], str], edge_of: Callable[[str], str]
) -> Edges:
    if piece["role"]:
        return frozenset(signs(piece).strip("[]"))
    if piece["phrase"]:
        return of_phrase(piece["phrase"])
    if piece["gap"]:
        return None
    words = piece["choice"] or piece["words"]
    if words:
        known = frozenset(edge_of(each.lower()) for each in words.split("|"))
        return known | {""} if piece["optional"] else known
    return frozenset(piece["sign"] or piece["paren"].strip("<>"))


def _after(edges: Edges, following: Edges) -> Edges:
    """The edges of one thing beside another: those of the latter, and of the former where that may be nothing."""
    if following is None or "" not in following:
        return following
    return _either(edges, following - {""})


def _either(one: Edges, other: Edges) -> Edges:
    return None if one is None or other is None else frozenset(one | other)

"""What may part a verb from its subject: relative clauses, a verb before it in a row, the time that opens a clause."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.extract.binding.grammar.chunks import Item


def told_aside(items: Sequence[Item], verb: int, end: int) -> int | None:
    """Where the clause of a verb begins that a comma ends, if that is ", which began in May,", without figures.

    So, too, "When the ferry returned," before what the sentence tells.
    """
    fronted = next((item.kind == "S" for item in items if item.kind not in "TPA" and item.text != ","), False)
    if fronted and not any(item.kind in "QR" or item.text == ";" for item in items[:end]):
        return 0
    if (told := _told_between(items, verb, end)) is not None:
        return told
    relative = _relative_of(items, verb)
    if relative is None or items[relative - 1].text != "," or any(item.kind == "Q" for item in items[verb:end]):
        return None
    return relative


def _told_between(items: Sequence[Item], verb: int, end: int) -> int | None:
    """Where ", the union found," begins: between two commas somebody says what the words around them tell."""
    first = verb - 1
    while first > 0 and items[first].kind in ("NP", "N", "A"):
        first -= 1
    told = items[verb].form in ("past", "participle", "s") and len(items[verb].words) == 1
    plain = told and verb == end - 1 and first < verb - 1 and items[first].text == ","
    before = any(item.kind == "V" for item in items[:first])
    return first if plain and before and items[verb - 1].kind in ("NP", "N") else None


def closed_relative(items: Sequence[Item], place: int, verb: int) -> int | None:
    """Where the relative clause of a verb at a place begins, if it ends before another verb: "those who came paid"."""
    relative = _relative_of(items, place)
    if relative is None or items[verb - 1].kind == "C":
        return None
    aside = items[relative - 1].text == ","
    return relative if aside == any(item.text == "," for item in items[place:verb]) else None


def _relative_of(items: Sequence[Item], verb: int) -> int | None:
    """The place of the "which" or "who" that opens the clause of a verb; None for another clause."""
    for place in range(verb - 1, 0, -1):
        if items[place].kind == "R":
            return place
        if items[place].kind in "VSC" or items[place].text in (";", ":", ","):
            return None
    return None


def lists_verbs(items: Sequence[Item], first: int, verb: int) -> bool:
    """True where no other comma parts the verb from the one before, and another is joined by "and" behind."""
    if items[verb].form == "ing" or any(item.text == "," for item in items[first:verb - 1]):
        return False
    behind = items[verb + 1:]
    return any(link.kind == "C" and item.kind == "V" for link, item in pairwise(behind))


def tells_how_often(items: Sequence[Item], first: int, second: int) -> bool:
    """True for the time of "This time the walk took an hour", "Every May since 1998 the club has sold 40 cakes"."""
    one, other = items[first], items[second]
    timed = all(item.kind in ("P", "T") for item in items[first + 1 : second]) and items[second - 1].kind != "P"
    return one.kind == "NP" and bool(one.det) and timed and (bool(other.det) or other.proper or other.kind == "N")

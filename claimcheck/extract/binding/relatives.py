"""Relative clauses: where they begin, and whether they end before what follows."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.binding.chunks import Item


def told_aside(items: Sequence[Item], verb: int, end: int) -> int | None:
    """Where the clause of a verb begins that a comma ends, if that is ", which began in May,", without figures.

    So, too, "When the ferry returned," before what the sentence tells.
    """
    fronted = next((item.kind == "S" for item in items if item.kind not in "TPA" and item.text != ","), False)
    if fronted and not any(item.kind in "QR" or item.text == ";" for item in items[:end]):
        return 0
    relative = _relative_of(items, verb)
    if relative is None or items[relative - 1].text != "," or any(item.kind == "Q" for item in items[verb:end]):
        return None
    return relative


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

"""Amounts told in parts with short signs: the "m" of "2h 14m 33s" is a minute."""

from __future__ import annotations

from claimcheck.extract.quantities.cut import Cut
from claimcheck.extract.quantities.lexicon import QuantityLexicon


def unit_of_part(cut: Cut, at: int, lexicon: QuantityLexicon) -> str | None:
    """What a sign means by the part of the amount before it or behind it; None for one that is no part."""
    unit = lexicon.parts.get(cut.raw(at))
    if unit is None or at < 1:
        return None
    follows = cut.glued(at) and at + 2 < cut.size and cut.kind[at + 1] == "n"
    ahead = follows and cut.glued(at + 2) and cut.raw(at + 2) in unit.ahead
    return unit.id if ahead or goes_on(cut, at - 1, lexicon) else None


def goes_on(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True for a number with its sign right behind the larger part of one amount: the 14 of "2h14m"."""
    unit = lexicon.parts.get(cut.raw(at + 1)) if 1 < at < cut.size - 1 else None
    return unit is not None and cut.kind[at - 2] == "n" and cut.raw(at - 1) in unit.behind

"""Rates whose "per" stands before the amount: "the price per tonne was 310 euros", "Yield per hectare: 4.1 t"."""

from __future__ import annotations

from claimcheck.extract.quantities.amounts import Amount
from claimcheck.extract.quantities.cut import Cut
from claimcheck.extract.quantities.lexicon import QuantityLexicon
from claimcheck.extract.quantities.units import UnitRead, read_rate
from claimcheck.model.measure import dimension_of, measure_of

_PER = "_per_"
_LONGEST = 5  # tokens of "per square kilometre paved"
_SPREAD_OVER = ("area", "volume", "mass", "length")  # dimensions of what so much is grown, built or sold
_WHOLES = ("percent", "percentage_point")


def led_rate(cut: Cut, amount: Amount, found: UnitRead, lexicon: QuantityLexicon) -> UnitRead:
    """The unit of an amount, as a rate where the words before it tell for which unit it is."""
    if _PER in found.unit or found.unit in _WHOLES or dimension_of(measure_of(found.unit).base) == "time":
        return found
    end = amount.first
    if (hedge := lexicon.hedges_before.before(cut, end)) is not None:
        end = hedge[0]
    led = lexicon.phrases["rate-led"].before(cut, end)
    for start in range(led[0] - 2, max(led[0] - _LONGEST, 0) - 1, -1) if led is not None else ():
        if cut.low[start] in lexicon.words["per"] and cut.low[start].isalpha():
            rate = read_rate(cut, start, lexicon)
            if rate is None or led is None or dimension_of(measure_of(rate[0]).base) not in _SPREAD_OVER:
                continue
            if rate[1] == led[0] or (rate[1] == led[0] - 1 and _is_plain(cut, rate[1], lexicon)):
                return UnitRead(f"{found.unit}{_PER}{rate[0]}", found.end, found.scale)
    return found


def _is_plain(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True for one word that tells no more than what is done to the unit: "the cost per kilometre resurfaced"."""
    return cut.kind[at] == "w" and cut.low[at] not in lexicon.words["noun-stop"]

"""Averages and products drawn from the only two figures before them: "90 trees in six rows, 15 a row"."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.apposed import Drawn
from claimcheck.extract.links.fitting.fits import is_bare, may_be_average, measures, size
from claimcheck.extract.links.stated import link_if_fitting, link_of
from claimcheck.model.measure import measure_of

_PER = "_per_"
_FARTHEST = Decimal(2)  # times that a rate may miss what it should be
_TWO = 2


def find_average(drawn: Drawn) -> LinkDraft | None:
    """What an amount makes for each of a number of things, or by the unit of another one."""
    over, _, under = drawn.figure.unit.partition(_PER)
    if under.isdigit():
        return _rate(drawn)
    for total, base in permutations(drawn.figures):
        if under and measures(base, under) and _measures(total, over):
            return _fitting_average(drawn.figure, total, base)
        if not under and drawn.says("each") and _may_be_number(base) and total.unit == drawn.figure.unit and (
            is_bare(total) or total.unit != "count" or total.noun == drawn.figure.noun or drawn.figure.noun is None
        ):
            return _fitting_average(drawn.figure, total, base)
    return _for_one(drawn)


def _for_one(drawn: Drawn) -> LinkDraft | None:
    """So much "a match", where so many are told before to have been in so many of them, under whatever name."""
    (one, other), (total, base) = drawn.premises, drawn.figures
    spread = drawn.lexicon.phrases["over-so-many"].ends(drawn.skeleton.low[one + 1:other].rstrip())
    words = drawn.tail.split()
    if not spread or len(words) != _TWO or not drawn.lexicon.phrases["a-single"].fullmatch(words[0]):
        return None
    plain = drawn.figure.noun is None and drawn.figure.unit == "count" and _may_be_number(base)
    return _fitting_average(drawn.figure, total, base) if plain and total.unit == "count" else None


def _rate(drawn: Drawn) -> LinkDraft | None:
    """How many there are for so many heads: "1,000 doctors for 500,000 people, two per 1,000"."""
    total, base = sorted(drawn.figures, key=size)
    made = size(total) / size(base) * Decimal(drawn.figure.unit.partition(_PER)[2])
    if not total.unit == base.unit == "count" or not made / _FARTHEST <= size(drawn.figure) <= made * _FARTHEST:
        return None
    return link_of("ratio", {"ratio": drawn.figure, "total": total, "base": base})


def find_product(drawn: Drawn) -> LinkDraft | None:
    """What so much for each of a number of things makes in all."""
    if not (drawn.says("drawn-sum") or drawn.lead) or drawn.says("drawn-gap") or drawn.says("more-than-all"):
        return None
    for ratio, base in permutations(drawn.figures):
        over, _, under = ratio.unit.partition(_PER)
        of_unit = measures(base, under) if under else _may_be_number(base) and ratio.unit != "count"
        if of_unit and _measures(drawn.figure, over) and size(drawn.figure) > size(ratio):
            return _fitting_average(ratio, drawn.figure, base)
    return None


def _may_be_number(figure: QuantityDraft) -> bool:
    return figure.unit == "count" and figure.noun is not None and size(figure) == int(size(figure)) and size(figure) > 1


def _measures(figure: QuantityDraft, unit: str) -> bool:
    return figure.unit == unit or (figure.unit != "count" and measure_of(figure.unit).base == measure_of(unit).base)


def _fitting_average(ratio: QuantityDraft, total: QuantityDraft, base: QuantityDraft) -> LinkDraft | None:
    if _PER not in ratio.unit:
        return link_if_fitting("ratio", {"ratio": ratio, "total": total, "base": base})
    if not may_be_average(ratio, total, base):
        return None
    return link_of("ratio", {"ratio": ratio, "total": total, "base": base})

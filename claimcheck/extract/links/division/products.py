"""Sums that a quantity and its price make, told behind both: "sold 412 tonnes at 1.80 euros a kilo, taking 742,000".

The words tie the three: the price is what the quantity was sold at, or is called an average, and what stands behind it
is told as what that brought or cost. What was made need not all be sold, so that no small gap is one there.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.division.averages import is_one_matter, is_reached
from claimcheck.extract.links.fitting.fits import measures, size
from claimcheck.extract.links.movement.changes import is_base
from claimcheck.extract.links.phrasing.leads import unhedged, words_before
from claimcheck.extract.links.phrasing.page import Page, Passage, around, spots
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, sign_of
from claimcheck.model.measure import dimension_of, measure_of

_PER = "_per_"
_LEAST_GAP = Fraction(1, 10)  # of a sum, between what was made and what was sold of it
_LEAD = 110  # characters before a sum that may tell that it is what a sale brought


def find_products(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each price with the only quantity told for it and the only sum behind both."""
    passage = page[number]
    for at, price in passage.skeleton.figures.items():
        over, _, under = price.unit.partition(_PER)
        if not under or dimension_of(measure_of(over).base) != "money" or not _is_plain(price):
            continue
        start, end = passage.sentence(at)
        if passage.says("not-now", start, end) or passage.says("told-apart", start, end) or is_reached(at, passage):
            continue
        if is_base(at, passage.skeleton, passage.lexicon):
            continue
        base = _quantity(page, number, at, under)
        total = None if base is None else _sum_behind(passage, at, over)
        if base is None or total is None:
            continue
        if is_one_matter(price, total, base) and _may_be_sold(passage, price, total, base):
            yield LinkDraft(price.start, total.end, "ratio", {"ratio": [price], "total": [total], "base": [base]})


def _is_plain(figure: QuantityDraft) -> bool:
    return not (isinstance(figure.value, tuple) or figure.trend or figure.hedge) and size(figure) > 0


def _quantity(page: Page, number: int, at: int, unit: str) -> QuantityDraft | None:
    """The only quantity before a price in its sentence, which was sold at it; for an average, the only one before."""
    passage = page[number]
    skeleton = passage.skeleton
    average = passage.says("price-of-all", *passage.sentence(at))
    sold = passage.lexicon.phrases["sold-at"].ends(unhedged(words_before(at, skeleton), passage.lexicon))
    own = [skeleton.figures[step] for step in skeleton.before(at)]
    stretches = [own] if average or sold else []
    if average:
        stretches.append([spot.figure for spot in spots(around(page, number, 0, 0)) if spot.at < at])
        stretches.append([spot.figure for spot in spots(around(page, number, 1, 0)) if spot.passage is not passage])
    for near in stretches:
        found = [figure for figure in near if measures(figure, unit) and sign_of(figure) == AMOUNT]
        if found:
            return found[0] if len(found) == 1 and _is_plain(found[0]) else None
    return None


def _sum_behind(passage: Passage, at: int, unit: str) -> QuantityDraft | None:
    """The first figure behind a price, if it is a sum that words tell as what the sale brought or cost."""
    skeleton, end = passage.skeleton, passage.sentence(at)[1]
    own = skeleton.after(at + 1)[0]
    later = skeleton.after(end + 1)[0] if end < len(skeleton.low) else []
    place = next(iter(own or later), None)
    if place is None or (not own and len(later) > 1):
        return None
    total, lead = skeleton.figures[place], max(at + 1, place - _LEAD)
    fits = _is_plain(total) and _PER not in total.unit and total.role in (None, "level") and measures(total, unit)
    fits = fits and not passage.says("other-sum", at, passage.sentence(place)[1])
    return total if fits and passage.says("sale-brought", lead, place) else None


def _may_be_sold(
    passage: Passage, price: QuantityDraft, total: QuantityDraft, base: QuantityDraft
) -> bool:
    """False where what a quantity would make comes near a sum, unless it is the very quantity that was sold."""
    places = [place for place, figure in passage.skeleton.figures.items() if figure is base]
    if any(passage.says("sale-verb", *passage.sentence(place)) for place in places):
        return True
    made = _in_base(base) * _in_base(price)
    return abs(made / _in_base(total) - 1) > _LEAST_GAP


def _in_base(figure: QuantityDraft) -> Fraction:
    return Fraction(size(figure)) * measure_of(figure.unit).factor

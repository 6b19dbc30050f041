"""Exchange rates that a report states, tied to the amounts that it gives in two currencies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.extract.drafts import Draft, LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import is_currency
from claimcheck.extract.links.phrasing.page import Page, spots

_PER = "_per_"


def tie_rates(page: Page, links: Iterable[LinkDraft]) -> None:
    """Adds the role "rate" to every conversion of two currencies for which the report states one rate.

    The amount in the currency of the rate becomes the first, so that first = second x rate.
    """
    conversions = [link for link in links if link.kind == "conversion" and _is_between_currencies(link)]
    if not conversions:
        return
    rates = [spot.figure for spot in spots(page) if _is_rate(spot.figure)]
    for link in conversions:
        figures = [_figure(link.roles[role]) for role in ("first", "second")]
        units = {figure.unit for figure in figures}
        fitting = [rate for rate in rates if units == {*rate.unit.split(_PER)}]
        if len({(rate.value, rate.unit) for rate in fitting}) != 1:
            continue
        rate = fitting[0]
        figures.sort(key=lambda figure, rate=rate: not _is_in(rate, figure))  # type: ignore[misc]
        first, second = figures
        link.roles = {"first": [first], "second": [second], "rate": [rate]}


def _figure(drafts: Sequence[Draft]) -> QuantityDraft:
    (figure,) = drafts
    assert isinstance(figure, QuantityDraft)
    return figure


def _is_between_currencies(link: LinkDraft) -> bool:
    return all(is_currency(_figure(drafts).unit) for drafts in link.roles.values())


def _is_rate(figure: QuantityDraft) -> bool:
    """True for so much of one currency to another."""
    over, per, under = figure.unit.partition(_PER)
    return bool(per) and is_currency(over) and is_currency(under) and not isinstance(figure.value, tuple)


def _is_in(rate: QuantityDraft, figure: QuantityDraft) -> bool:
    return rate.unit.split(_PER)[0] == figure.unit

"""What figures of one link lend each other: a unit, a stretch of time, a place, a scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import QuantityDraft
from claimcheck.extract.links.fitting.fits import is_bare, is_rate_of, size

_NEAR = (Decimal("0.7"), Decimal("1.3"))  # of a whole, that parts in its scale come to
_FEW = 3  # figures, from which nothing can be told of how the others are written


def share_rate(figures: Iterable[QuantityDraft]) -> None:
    """Gives the sums of a change or of two levels the stretch of time that one of them is told for."""
    told = list(figures)
    for rate in told:
        for plain in told:
            if is_rate_of(rate, plain):
                plain.unit = rate.unit


def share_unit(figures: Sequence[QuantityDraft]) -> None:
    """Gives bare numbers the unit that the other figures of a relation agree on ("oats 38.6, hops 4.7 kt")."""
    units = {figure.unit for figure in figures if not is_bare(figure)}
    if len(units) == 1:
        unit = units.pop()
        for figure in figures:
            if is_bare(figure):
                figure.unit = unit


def share_place(figures: Sequence[QuantityDraft]) -> None:
    """Gives a figure of a sum the decimal that all the others have: "4.4 million: 1.1, 1.3 and 2 million" has 2.0."""
    places = [figure.last_place for figure in figures]
    finest = min((place for place in places if place is not None), default=None)
    if finest is None or None in places or len(figures) <= _FEW or places.count(finest) != len(places) - 1:
        return
    for figure in figures:
        if figure.last_place == 10 * finest and figure.scale == 10 * finest:
            figure.last_place = figure.round_place = finest


def share_scale(whole: QuantityDraft, parts: Sequence[QuantityDraft]) -> None:
    """Gives bare parts the scale that their whole alone tells ("93 million crowns: quays 52.4, roads 40.6").

    Whole numbers that come nowhere near their whole may be told one by one ("2 million visitors, of whom 31 fell").
    """
    if isinstance(whole.value, tuple) or whole.scale <= 1:
        return
    told = whole.value / whole.scale
    bare = [part for part in parts if is_bare(part) and part.scale == 1 and not isinstance(part.value, tuple)]
    if len(bare) < len(parts) or any(not 0 < size(part) < told for part in parts):
        return
    near = _NEAR[0] <= sum(map(size, parts)) / told <= _NEAR[1]
    if near or any(size(part) % 1 for part in parts):
        for part in parts:
            part.scale_up(whole.scale)


def lend_scale(gap: QuantityDraft, one: QuantityDraft, other: QuantityDraft) -> None:
    """Gives a bare distance of two amounts the scale that both tell: "670 million, against 476, is 194 more"."""
    if not is_bare(gap) or gap.scale != 1 or not one.scale == other.scale > 1 or isinstance(gap.value, tuple):
        return
    if size(gap) * one.scale < max(size(one), size(other)):
        gap.scale_up(one.scale)

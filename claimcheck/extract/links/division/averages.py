"""Averages, prices and yields, with the total that they divide and the number it is divided by."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import is_bare, may_be_average, measures, size
from claimcheck.extract.links.movement.changes import is_base
from claimcheck.extract.links.phrasing.leads import unhedged, words_before
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.page import Page, Passage, Spot, around, spots
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, Skeleton, sign_of

_PER = "_per_"


def find_averages(page: Page, number: int, parts: Container[int]) -> Iterator[LinkDraft]:
    """Rates called an average, each with the only total and the only base of its units near it.

    parts: the ids of figures that are part of another, which no average is of.
    """
    passage = page[number]
    for at, ratio in passage.skeleton.figures.items():
        if _PER not in ratio.unit or isinstance(ratio.value, tuple) or ratio.trend or not size(ratio):
            continue
        if not (passage.says("average", *passage.sentence(at)) or _is_drawn(at, passage)) or is_reached(at, passage):
            continue
        if is_base(at, passage.skeleton, passage.lexicon):
            continue  # "35 quintals a hectare, compared with 38 last year"
        for near in _stretches(page, number, at):
            pair = _pair(ratio, near, parts)
            if pair is not None and not _stands_behind(pair[0], at, page, number):
                total, base = pair
                yield LinkDraft(
                    ratio.start, ratio.end, "ratio", {"ratio": [ratio], "total": [total], "base": [base]}
                )
                break


def _is_drawn(at: int, passage: Passage) -> bool:
    """True for a rate that the words draw from what was told before: "with 40 million shares that is 1.60 a share"."""
    lead = unhedged(words_before(at, passage.skeleton), passage.lexicon)
    return passage.lexicon.phrases["drawn-tie"].ends(lead)


def _stretches(page: Page, number: int, at: int) -> Iterator[list[Spot]]:
    """The figures of the clause around a place; and, unless words limit it ("3 tonnes on dry land"), of its sentence
    with the one before or the one behind, of its passage, and of that and the one before."""
    passage = page[number]
    start, end = passage.clause(at)
    own = list(spots(around(page, number, 0, 0)))
    yield [spot for spot in own if start <= spot.at < end]
    start, end = passage.sentence(at)
    if passage.lexicon.phrases["limit"].match(passage.skeleton.low[at + 1:end].lstrip()) is not None:
        return
    before = passage.sentence(start - 1)[0] if start else start
    yield [spot for spot in own if before <= spot.at < end]
    behind = passage.sentence(end + 1)[1] if end < len(passage.skeleton.low) else end
    yield [spot for spot in own if start <= spot.at < behind]
    yield own
    yield list(spots(around(page, number, 1, 0)))


def is_reached(at: int, passage: Passage) -> bool:
    """True for one that a change led to, so that figures beside it may be of another time: "fell by 8% to 46 euros"."""
    *_, last = passage.skeleton.before(at) or [-1]
    figure = passage.skeleton.figures.get(last)
    if figure is None or figure.role != "change":
        return False
    between = unhedged(words_before(at, passage.skeleton), passage.lexicon)
    return passage.lexicon.phrases["reached"].fullmatch(between) is not None


def _stands_behind(total: QuantityDraft, at: int, page: Page, number: int) -> bool:
    """True for a total that a later sentence tells: who told it there would have told the average behind it.

    Not so where the next one tells what all came to: "The yield was 3 tonnes. Output is put at 120,000 tonnes".
    """
    passage = page[number]
    _, end = passage.sentence(at)
    places = (place for place, figure in passage.skeleton.figures.items() if figure is total and place >= end)
    place = next(places, None)
    if place is None:
        return False
    start, _ = passage.sentence(place)
    lead = unhedged(passage.words(start, place), passage.lexicon)
    return start > end + 1 or passage.lexicon.phrases["came-out"].fullmatch(lead) is None


def _pair(
    ratio: QuantityDraft, near: Iterable[Spot], parts: Container[int]
) -> tuple[QuantityDraft, QuantityDraft] | None:
    over, under = ratio.unit.split(_PER, 1)
    levels = [spot for spot in _levels(near) if spot.figure is not ratio and id(spot.figure) not in parts]
    figures = [spot.figure for spot in levels]
    totals, bases = _measuring(levels, over), _measuring(levels, under)
    if len(totals) != 1 or len(bases) != 1 or totals[0] is bases[0] or not size(bases[0]):
        return None
    if any(figure.unit == "count" and is_bare(figure) for figure in figures if figure is not totals[0]):
        return None  # "3 million bags of beans, 0.7 million of powder": neither need be all
    return (totals[0], bases[0]) if is_one_matter(ratio, totals[0], bases[0]) else None


def _measuring(levels: Sequence[Spot], unit: str) -> list[QuantityDraft]:
    """The figures in a unit; of several, those that no other is compared with."""
    found = [spot for spot in levels if measures(spot.figure, unit)]
    if len(found) > 1:
        found = [spot for spot in found if not _is_compared_with(spot.at, spot.passage.skeleton, spot.passage.lexicon)]
    return [spot.figure for spot in found]


def _is_compared_with(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for the base of another figure; what a sentence begins with is none ("cut from 500 hectares")."""
    return bool(skeleton.before(at)) and is_base(at, skeleton, lexicon)


def _levels(found: Iterable[Spot]) -> Iterator[Spot]:
    """The plain amounts among some figures."""
    for spot in found:
        figure = spot.figure
        plain = figure.role in (None, "level") and not figure.trend and not isinstance(figure.value, tuple)
        if plain and sign_of(figure) == AMOUNT:
            yield spot


def is_one_matter(ratio: QuantityDraft, total: QuantityDraft, base: QuantityDraft) -> bool:
    periods = {figure.period for figure in (total, base) if figure.period is not None}
    if len(periods) > 1:
        return False
    return may_be_average(ratio, total, base)

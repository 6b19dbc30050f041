"""Averages of what a range is told of: "Rents ran from 720 to 980 pounds in May. The tenants' union has asked 340 of
them. On average, they were 840 pounds"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.extreme.ranges import is_spread
from claimcheck.extract.links.fitting.fits import FITS, size
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.page import Page
from claimcheck.extract.links.phrasing.skeleton import Skeleton

_PER = "_per_"
_BACK = 400  # characters from the sentence of an average back to its range
_FARTHEST = Decimal("1.5")  # times that an average may lie beyond an end
_WORD = re.compile(r"[^\W\d_]{3,}")


def find_means(page: Page, number: int, told: Container[int]) -> Iterator[LinkDraft]:
    """Averages, each with the only range of several things that the same passage tells shortly before.

    told: the ids of figures that patterns have set against a range.
    """
    passage = page[number]
    ranges = [(at, figure) for at, figure in passage.skeleton.figures.items() if isinstance(figure.value, tuple)]
    for at, value in passage.skeleton.figures.items() if ranges else ():
        start, end = passage.sentence(at)
        if id(value) in told or value.role not in (None, "level", "ratio") or isinstance(value.value, tuple):
            continue
        if passage.says("of-others", start, end):
            continue
        near = [(place, each) for place, each in ranges
                if start - _BACK < place < start and each.unit.partition(_PER)[0] == value.unit.partition(_PER)[0]]
        if len(near) != 1 or not is_spread(passage, *near[0]):
            continue
        figures = {"range": near[0][1], "value": value}
        meant = opens_with_mean_of(near[0][0], at, passage.skeleton, passage.lexicon)
        if meant and _is_in_reach(value, near[0][1]) and FITS["range"](figures):
            yield LinkDraft(value.start, value.end, "range", {role: [figure] for role, figure in figures.items()})


def opens_with_mean_of(span: int, at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a sentence that begins with the average and tells of nothing that the sentence of a range does not."""
    (first, last), (start, end) = skeleton.sentence(span), skeleton.sentence(at)
    before = skeleton.told(start, at).strip()
    lead = lexicon.phrases["mean-told"].match(before)
    if lead is None:
        return False
    stop = skeleton.low.find(",", at, end)
    told = f"{before[lead.end():]} {skeleton.told(at + 1, stop if stop > 0 else end)}"
    known = skeleton.told(first, last)
    return all(
        word in lexicon.function_words or lexicon.phrases["no-topic"].fullmatch(word) is not None
        or lexicon.phrases["of-figure"].fullmatch(word) is not None or word.removesuffix("s") in known
        for word in _WORD.findall(told)
    )


def _is_in_reach(value: QuantityDraft, span: QuantityDraft) -> bool:
    """True for an amount that lies not so far beyond a range that it may be of other things."""
    assert isinstance(span.value, tuple)
    low, high = span.value
    return low <= _FARTHEST * size(value) and size(value) <= _FARTHEST * high

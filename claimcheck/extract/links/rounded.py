"""Figures of which the words say to what they are rounded: "rounded to the nearest thousand"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft
from claimcheck.extract.links.fits import size
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.extract.links.skeleton import AMOUNT, Skeleton

_PLACES = {"thousand-alone": 3, "million-alone": 6, "billion-alone": 9}


def find_rounded(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """A link for the one amount of a sentence that says to what it is rounded; none where there are several."""
    if not skeleton.figures:
        return
    for found in lexicon.phrases["rounded"].regex.finditer(skeleton.low):
        step = skeleton.figures.get(found.end() + 1)
        place = size(step) if step is not None else _named(skeleton, found, lexicon)
        places = [*skeleton.before(found.start()), *skeleton.after(found.end())[0]]
        figures = [skeleton.figures[at] for at in places if at in skeleton.figures and skeleton.text[at] == AMOUNT]
        rounded = [figure for figure in figures if figure is not step]
        if place is not None and place > 1 and len(rounded) == 1:
            (figure,) = rounded
            yield LinkDraft(figure.start, figure.end, "rounding", {"value": [figure]}, scope=f"{place.normalize():f}")


def _named(skeleton: Skeleton, found: re.Match[str], lexicon: LinkLexicon) -> Decimal | None:
    """The place that a word alone names: "thousand"."""
    for name, power in _PLACES.items():
        if lexicon.phrases[name].regex.match(skeleton.low, found.end() + 1):
            return Decimal(10) ** power
    return None

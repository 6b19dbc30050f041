"""Figures of which the words say to what they are rounded: "rounded to the nearest thousand"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft
from claimcheck.extract.links.fitting.fits import size
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, Skeleton

_NEAR = 40  # letters from a figure to the words that say how it is rounded
_PLACES = {"thousand-alone": 3, "million-alone": 6, "billion-alone": 9}


def find_rounded(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """A link for the one amount of a sentence that says to what it is rounded; none where there are several."""
    if not skeleton.figures:
        return
    for found in lexicon.phrases["rounded"].found_in(skeleton.low):
        step = skeleton.figures.get(found.end() + 1)
        place = size(step) if step is not None else _named(skeleton, found, lexicon)
        places = [*skeleton.before(found.start()), *skeleton.after(found.end())[0]]
        amounts = [at for at in places if skeleton.text[at] == AMOUNT]
        rounded = [at for at in amounts if skeleton.figures[at] is not step]
        if place is not None and place > 1 and len(rounded) == 1 and _is_aside(rounded[0], found, skeleton):
            figure = skeleton.figures[rounded[0]]
            yield LinkDraft(figure.start, figure.end, "rounding", {"value": [figure]}, scope=f"{place.normalize():f}")


def _is_aside(at: int, found: re.Match[str], skeleton: Skeleton) -> bool:
    """True for words set off behind a figure ("4,100 people, rounded to ..."), or before it at the start of a sentence.

    In any other place they may speak of all figures but this one: "the bank rounded it to ...".
    """
    first, _ = skeleton.sentence(found.start())
    if at > found.end():
        return not skeleton.low[first:found.start()].strip(" (") and ";" not in skeleton.low[found.end():at]
    between = skeleton.low[at + 1:found.start()].rstrip()
    return between[-1:] in (",", "(") and len(between) <= _NEAR and not set(between[:-1]) & set(",;:(")


def _named(skeleton: Skeleton, found: re.Match[str], lexicon: LinkLexicon) -> Decimal | None:
    """The place that a word alone names: "thousand"."""
    for name, power in _PLACES.items():
        if lexicon.phrases[name].match(skeleton.low, found.end() + 1):
            return Decimal(10) ** power
    return None

"""Amounts for each of several things, whose total and number may stand anywhere: a price, a yield, an average."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import Draft, LinkDraft, QuantityDraft
from claimcheck.extract.links.fits import is_stretch_of_time
from claimcheck.extract.links.page import Page, Passage
from claimcheck.extract.links.skeleton import AMOUNT, sign_of

_PER = "_per_"
_BEFORE, _AFTER = 80, 25
_WORD = re.compile(r"\s*(?P<word>[^\W\d_]{3,})")


def find_apiece(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each amount that is told for one thing of many; `scope` is the thing where the unit names it."""
    passage = page[number]
    told = passage.says("apiece", 0, len(passage.skeleton.low))
    for at, figure in passage.skeleton.figures.items():
        if isinstance(figure.value, tuple) or figure.trend or sign_of(figure) != AMOUNT or not figure.value:
            continue
        thing = figure.unit.partition(_PER)[2]
        if thing and is_stretch_of_time(thing):
            continue
        if not (thing or told):
            continue
        start, end = passage.sentence(at)
        start, end = _between_semicolons(passage.skeleton.low, start, at, end)
        if thing or passage.says("apiece", max(start, at - _BEFORE), min(end, at + _AFTER)):
            roles: dict[str, list[Draft]] = {"each": [figure]}
            if counted := _counted(figure, passage.skeleton.figures, start, end):
                roles["base"] = counted
            scope = thing or _thing_named(passage, max(start, at - _BEFORE), min(end, at + _AFTER))
            yield LinkDraft(figure.start, figure.end, "each", roles, scope=scope,
                            complete=not passage.says("told-apart", start, end))


def _thing_named(passage: Passage, start: int, end: int) -> str:
    """The one of many that the words name: "guest" of "each guest stayed"; "" where they name none."""
    found = passage.lexicon.phrases["each-one"].regex.search(passage.skeleton.low, start, end)
    word = _WORD.match(passage.skeleton.low, found.end()) if found else None
    return word["word"] if word else ""


def _between_semicolons(low: str, start: int, at: int, end: int) -> tuple[int, int]:
    """The part of a sentence around a place that no semicolon parts from it."""
    stop = low.find(";", at, end)
    return max(start, low.rfind(";", start, at) + 1), end if stop < 0 else stop


def _counted(
    figure: QuantityDraft, figures: dict[int, QuantityDraft], start: int, end: int
) -> list[Draft]:
    """The numbers of things in the sentence of an amount, one of which the amount may be for each of."""
    return [
        other for at, other in figures.items()
        if start <= at < end and other is not figure and other.unit == "count" and other.noun
        and not isinstance(other.value, tuple) and not other.trend
    ]

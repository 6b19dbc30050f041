"""Ranges that other figures belong to: those of many things or times, and the prices bid, with that of the winner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.phrasing.page import Page, Passage, around
from claimcheck.extract.links.phrasing.skeleton import FIGURES

_REACH = 70
_REACH_OF_SPREAD = 60
_PER = "_per_"
_BREAK = re.compile(f"[,;:{FIGURES}]")
_AGE = "year_of_age"
_INSTANCES = {"chosen": "chosen", "one": "one-of-them", "": "of-others"}  # what a figure may be, by its words
_BEFORE, _ASIDE = 20, 80  # characters before the lower end, and between the two


def find_spreads(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each range that is told of several things or times, be it as two figures with asides between.

    It is complete where it is told of all of them.
    """
    passage = page[number]
    for at, figure in passage.skeleton.figures.items():
        if isinstance(figure.value, tuple):
            if figure.role != "difference" and is_spread(passage, at, figure):
                yield LinkDraft(figure.start, figure.end, "spread", {"ends": [figure]}, scope=_offers(passage, at),
                                complete=_is_of_all(passage, at))
        elif (other := _other_end(passage, at, figure)) is not None and is_spread(passage, at, figure):
            yield LinkDraft(figure.start, other.end, "spread", {"ends": [figure, other]},
                            complete=_is_of_all(passage, at))


def _is_of_all(passage: Passage, at: int) -> bool:
    """True for a range that its sentence tells of all things, or of the whole of a time."""
    return passage.says("of-all-times", *passage.sentence(at))


def _offers(passage: Passage, at: int) -> str:
    """The word "offered" for a range of bids, as its sentence or the one before tells it; else nothing."""
    start, _ = passage.sentence(at)
    before, _ = passage.sentence(max(0, start - 1))
    return "offered" if passage.says("offered", before, at) else ""


def find_instances(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each figure that its clause makes one of many, the chosen one of them, or one of others."""
    passage = page[number]
    words, phrases = passage.words(0, len(passage.skeleton.low)), passage.lexicon.phrases
    told = {scope: phrase for scope, phrase in _INSTANCES.items() if phrases[phrase].search(words)}
    for at, figure in passage.skeleton.figures.items() if told else ():
        if isinstance(figure.value, tuple):
            continue
        part = _part(passage, at)
        scopes = [scope for scope, phrase in told.items() if passage.says(phrase, *part)]
        if scopes:
            yield LinkDraft(figure.start, figure.end, "instance", {"value": [figure]}, scope=scopes[0],
                            complete="" not in scopes)


def _part(passage: Passage, at: int) -> tuple[int, int]:
    """The stretch around a figure between commas, colons, semicolons and the figures before and after it."""
    start, end = passage.sentence(at)
    before = list(_BREAK.finditer(passage.skeleton.low, start, at))
    after = _BREAK.search(passage.skeleton.low, at + 1, end)
    return before[-1].start() if before else start, after.start() if after else end


def is_spread(passage: Passage, at: int, span: QuantityDraft) -> bool:
    """True for a range of what several things or times had, as its words tell it."""
    start, end = passage.clause(at)
    if span.trend or span.moved or span.status not in (None, "outcome"):
        return False
    if span.unit == _AGE:
        before = passage.skeleton.low[max(0, at - _REACH_OF_SPREAD) : at].rstrip()
        return passage.lexicon.phrases["age-spread"].ends(before)
    words = passage.words(start, end)
    for date in passage.block.dates:  # "21 May" says nothing of what may be
        words = words.replace(passage.block.text[date.start : date.end].lower(), " ")
    if passage.lexicon.phrases["no-spread"].search(words):
        return False
    return passage.says("spread", max(start, at - _REACH_OF_SPREAD), at + 1)


def _other_end(passage: Passage, at: int, low: QuantityDraft) -> QuantityDraft | None:
    """The upper end of "ranged from 14 francs on the hill to 37 francs at the quay", "between 4 kg (May) and 9 kg"."""
    text, figures = passage.skeleton.low, passage.skeleton.figures
    between = passage.lexicon.phrases["between-ends"].ends(text[max(0, at - _BEFORE) : at].rstrip())
    if not (between or passage.lexicon.phrases["ranged-from"].search(text, max(0, at - _BEFORE), at)):
        return None
    place = next((place for place in range(at + 1, min(passage.sentence(at)[1], at + _ASIDE)) if place in figures), at)
    high = figures[place]
    if isinstance(high.value, tuple) or isinstance(low.value, tuple) or high.noun != low.noun:
        return None
    if high.unit.partition(_PER)[0] != low.unit.partition(_PER)[0]:
        return None
    joint = passage.lexicon.phrases["and-end" if between else "up-to-end"]
    to = joint.fullmatch(text[at + 1 : place].rstrip().rpartition(" ")[2])
    return high if to and low.value < high.value else None


def find_chosen(page: Page, number: int) -> Iterator[LinkDraft]:
    """Figures that were chosen from a range given shortly before: a winning bid, a price awarded."""
    passage = page[number]
    for at, value in passage.skeleton.figures.items():
        if isinstance(value.value, tuple) or value.role not in (None, "level"):
            continue
        start = max(passage.sentence(at)[0], at - _REACH, *(place + 1 for place in passage.skeleton.before(at)), 0)
        if not passage.says("chosen", start, at):
            continue
        ranges = [figure for near in around(page, number, 2, 0) for figure in _offered(near, value)]
        if len(ranges) == 1:
            yield LinkDraft(value.start, value.end, "range", {"range": [ranges[0]], "value": [value]})


def _offered(passage: Passage, value: QuantityDraft) -> Iterator[QuantityDraft]:
    """The ranges of the value's unit that the text calls offers."""
    for at, figure in passage.skeleton.figures.items():
        if isinstance(figure.value, tuple) and figure.unit == value.unit and _offers(passage, at):
            yield figure

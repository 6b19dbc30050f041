"""Breakdowns ("cases by district: ...") whose whole stands in another sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import is_bare, size
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.phrasing.page import Page, Passage, around
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, STOP, sign_of

_FEWEST = 3
_PARTLY = ("likely", "partial")  # the sorts of words such as "of which"
_BEFORE = 4  # paragraphs before a list in which its whole may have been told
_NEAR = (Decimal("0.8"), Decimal("1.25"))
_NEARER = (Decimal("0.88"), Decimal("1.14"))  # for a whole that only its place right after the list tells
_WORD = re.compile(r"[^\W\d_]{4,}")
_UNIT_NOTE = re.compile(r"\(([^()]*)\)")
_NUMERAL = re.compile(r"\d[\d.,\s]*")


def find_breakdowns(page: Page, number: int) -> Iterator[LinkDraft]:
    """Each list that a heading such as "by district:" opens, with the only figure near it that can be its whole."""
    passage = page[number]
    low = passage.skeleton.low
    if ":" not in low or len(passage.skeleton.figures) < _FEWEST:
        return
    for found in passage.lexicon.phrases["breakdown"].found_in(low):
        start, end = passage.sentence(found.start())
        colon = low.find(":", found.end(), end)
        if not found.end() <= colon < end or passage.skeleton.after(found.end())[0] != passage.skeleton.after(colon)[0]:
            continue
        places = passage.skeleton.after(colon)[0]
        parts = _without_inner(places, passage) if len(places) >= _FEWEST else []
        if len(parts) < _FEWEST or not _is_list(parts):
            continue
        heading = low[start:colon]
        _take_noted_unit(parts, heading, page, number)
        wholes = list(_wholes(page, number, (start, end), parts, heading))
        if len(wholes) == 1 and not _is_sum_told_before(page, number, parts, wholes[0]):
            share_unit([wholes[0], *parts])
            yield LinkDraft(parts[0].start, parts[-1].end, "total", {"whole": list(wholes), "part": list(parts)})


def _without_inner(places: Sequence[int], passage: Passage) -> list[QuantityDraft]:
    """The parts of a list but those of its parts: "at home 50; abroad 40, of which Chile 25 and Peru 15"."""
    low, inner = passage.skeleton.low, False
    parts: list[QuantityDraft] = []
    for before, place in pairwise((places[0], *places)):
        between = low[before + 1:place]
        inner = (inner and ";" not in between) or any(
            opener.complete in _PARTLY and opener.words.search(between) is not None
            for opener in passage.lexicon.openers
        )
        if not inner:
            parts.append(passage.skeleton.figures[place])
    return parts


def _is_list(parts: Sequence[QuantityDraft]) -> bool:
    units = {part.unit for part in parts if not is_bare(part)}
    return len(units) <= 1 and all(
        sign_of(part) == AMOUNT and part.role in (None, "level") and not isinstance(part.value, tuple) for part in parts
    )


def _take_noted_unit(parts: Sequence[QuantityDraft], heading: str, page: Page, number: int) -> None:
    """Gives bare parts scale and unit of the note in their heading ("million USD"), as a whole near them is written."""
    notes = [" ".join(note.split()) for note in _UNIT_NOTE.findall(heading)]
    if not notes or not all(is_bare(part) for part in parts):
        return
    for near in around(page, number, 1, 1):
        for figure in near.skeleton.figures.values():
            numeral = _NUMERAL.match(near.block.text, figure.start)
            if numeral is None or " ".join(near.block.text[numeral.end():figure.end].lower().split()) not in notes:
                continue
            scale = _scale(figure, near.block.text[figure.start:figure.number_end])
            for part in parts:
                part.scale_up(scale)
                part.unit = figure.unit
            return


def _scale(figure: QuantityDraft, written: str) -> Decimal:
    """By how much the words after its numeral multiply a figure."""
    digits = len(re.sub(r"\D", "", written))
    adjusted = size(figure).adjusted()
    whole_digits = len(re.sub(r"\D", "", re.split(r"[.](?=\d{1,2}(?!\d))", written)[0])) if digits else 1
    return Decimal(1).scaleb(adjusted + 1 - whole_digits)


def _wholes(
    page: Page, number: int, own: tuple[int, int], parts: Sequence[QuantityDraft], heading: str
) -> Iterator[QuantityDraft]:
    """The figures near a list that come close to its sum and share a word with its heading, or are called a total."""
    together = sum((size(part) for part in parts), Decimal(0))
    unit = next((part.unit for part in parts if not is_bare(part)), "count")
    words = set(_WORD.findall(heading))
    seen: set[Decimal] = set()
    for near in around(page, number, 1, 1):
        for at, figure in near.skeleton.figures.items():
            inside = near is page[number] and own[0] <= at < own[1]
            if inside or figure.unit != unit or isinstance(figure.value, tuple) or figure.role not in (None, "level"):
                continue
            if size(figure) in seen or not _is_close(figure, together, _NEAR):
                continue
            next_to = near is page[number] and near.sentence(at)[0] == own[1] + 1
            if _is_about(near, at, words) or (next_to and _is_close(figure, together, _NEARER)):
                seen.add(size(figure))
                yield figure


def _is_sum_told_before(page: Page, number: int, parts: Sequence[QuantityDraft], whole: QuantityDraft) -> bool:
    """True where another amount before a list is the very sum of its parts, and so is their whole."""
    together = sum((size(part) for part in parts), Decimal(0))
    return size(whole) != together and any(
        size(figure) == together and figure.unit == whole.unit
        for near in around(page, number, _BEFORE, 0) for figure in near.skeleton.figures.values()
        if not isinstance(figure.value, tuple)
    )


def _is_close(figure: QuantityDraft, together: Decimal, bounds: tuple[Decimal, Decimal]) -> bool:
    return bounds[0] * together <= size(figure) <= bounds[1] * together


def _is_about(passage: Passage, at: int, words: set[str]) -> bool:
    """Whether the words around a figure name what the heading names, or call it a total."""
    start, end = passage.sentence(at)
    figure = passage.skeleton.figures[at]
    named = passage.skeleton.low[start:at] + " " + (figure.noun or "").lower()
    known = {word.rstrip("s") for word in _WORD.findall(named.replace(STOP, " "))}
    return bool(known & {word.rstrip("s") for word in words}) or passage.says("whole", start, end)

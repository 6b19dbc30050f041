"""Figures that point back at one told before: "the 440-metre bridge", "all 14 passengers", "of its 24 turbines".

A definite article, a possessive or "all" in front of a number says that the reader knows the number already. What
limits it behind ("the 14 pupils of class 4") may make it a number of others; its words are told with the link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.page import Page, Passage

_LEVELS = (None, "level", "ratio")
_OWNER = re.compile(r"[^\W\d_]['’]s?$")
_BEFORE, _BEHIND, _BESIDE = 24, 90, 4  # characters
_WORD = re.compile(r"[^\W\d_]{3,}")
_NEXT = re.compile(r" ([^\W\d_]+)")
_END = re.compile(r"[.,;:()–—!?]| - ")


def find_recalls(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each plain figure that points back.

    `scope` holds, a line each, the word that stands behind a unit as its noun ("bridge") and the words of what limits
    the figure behind it.
    """
    passage = page[number]
    if passage.block.kind == "row":
        return
    for figure in passage.skeleton.figures.values():
        if _is_plain(figure) and _points_back(passage, figure):
            noun, limits = _behind(passage, figure)
            yield LinkDraft(figure.start, figure.end, "recall", {"value": [figure]}, scope=f"{noun}\n{limits}")


def _is_plain(figure: QuantityDraft) -> bool:
    if isinstance(figure.value, tuple) or figure.hedge or figure.trend or figure.moved:
        return False
    return figure.role in _LEVELS and (figure.unit != "count" or figure.noun is not None)


def _points_back(passage: Passage, figure: QuantityDraft) -> bool:
    """True for a figure right behind a word that makes it known, or behind its owner, unless that is a time."""
    if any(figure.start - _BESIDE <= date.end <= figure.start for date in passage.block.dates):
        return False  # "April's 6.8 per cent"
    before = " ".join(passage.block.text[max(0, figure.start - _BEFORE) : figure.start].lower().split())
    return bool(_OWNER.search(before)) or passage.lexicon.phrases["pointing-back"].ends(before)


def _behind(passage: Passage, figure: QuantityDraft) -> tuple[str, str]:
    """The noun that a unit belongs to, and the words up to the next stop where the first of them limits the figure."""
    text = passage.block.text
    rest = text[max(figure.end, figure.full_end) :][:_BEHIND].lower()
    stop = _END.search(rest)
    rest = rest[: stop.start()] if stop else rest
    first = _NEXT.match(rest)
    if first is None:
        return "", ""
    if passage.lexicon.phrases["limiting"].regex.fullmatch(first[1]):
        return "", " ".join(_WORD.findall(rest))
    counted = figure.unit == "count" or text[figure.start : figure.end].endswith("s")  # "the 12 euros come"
    return ("" if counted or first[1] in passage.lexicon.function_words else first[1]), ""

"""Figures that point back at one told before: "the 440-metre bridge", "all 14 passengers", "of its 24 turbines".

A definite article, a possessive or "all" in front of a number says that the reader knows the number already. What
limits it behind ("the 14 pupils of class 4") may make it a number of others; its words are told with the link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import DateDraft, LinkDraft, QuantityDraft
from claimcheck.extract.links.phrasing.page import Page, Passage

_LEVELS = (None, "level", "share", "ratio")
_NO_ATTRIBUTES = ("count", "percent")  # units that stand before no noun that they describe
_OWNER = re.compile(r"([^\W\d_]+)['’]s?$")
_BEFORE, _BEHIND, _BESIDE = 40, 90, 4  # characters
_WORD = re.compile(r"[^\W\d_]{3,}")
_NEXT = re.compile(r" ([^\W\d_]+)")
_END = re.compile(r"[.,;:()–—!?]| - ")


def find_recalls(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each plain figure that points back.

    `scope` holds, a line each, the word that stands behind a unit as its noun ("bridge"), the words that limit the
    figure from before, and those that do so from behind.
    """
    passage = page[number]
    if passage.block.kind == "row":
        return
    for figure in passage.block.quantities:
        before = _before(passage, figure) if _is_plain(figure) else None
        if before is not None:
            noun, limits = _behind(passage, figure)
            owner = _OWNER.search(_lead(passage, figure))
            scope = f"{noun}\n{before}\n{owner[1] if owner else ''} {limits}".rstrip(" ")
            yield LinkDraft(figure.start, figure.end, "recall", {"value": [figure]}, scope=scope)


def _is_plain(figure: QuantityDraft) -> bool:
    if isinstance(figure.value, tuple) or figure.hedge or figure.trend or figure.moved:
        return False
    return figure.role in _LEVELS and (figure.unit != "count" or figure.noun is not None)


def _before(passage: Passage, figure: QuantityDraft) -> str | None:
    """What stands between a figure and the word or owner that makes it known; None where there is no such.

    That is nothing, a word that limits it ("the expected 25 cm"), or what it is the amount of ("the crowd of 41,200").
    """
    if any(_is_of(date, figure, passage) for date in passage.block.dates):
        return None
    before = _lead(passage, figure)
    if _makes_known(passage, before):
        return ""
    words = before.split(" ")
    words = words[:-1] if passage.lexicon.phrases["amount-of"].fullmatch(words[-1]) else words
    limits = (count for count in (1, 2) if _makes_known(passage, " ".join(words[:-count])))
    return next((" ".join(words[-count:]) for count in limits), None)


def _lead(passage: Passage, figure: QuantityDraft) -> str:
    """The words right before a figure."""
    return " ".join(passage.block.text[max(0, figure.start - _BEFORE) : figure.start].lower().split())


def _is_of(date: DateDraft, figure: QuantityDraft, passage: Passage) -> bool:
    """True for "April's 6.8 per cent" and "the 310 tonnes of last year"."""
    if figure.start - _BESIDE <= date.end <= figure.start:
        return True
    between = passage.block.text[max(figure.end, figure.full_end) : date.start].strip().lower()
    return date.start > figure.end and passage.lexicon.phrases["limiting"].fullmatch(between) is not None


def _makes_known(passage: Passage, before: str) -> bool:
    """True where a text ends with a word that makes the next known, or an owner, and not behind "more than"."""
    phrases = passage.lexicon.phrases
    if phrases["set-against"].search(before):
        return False
    return bool(_OWNER.search(before)) or phrases["pointing-back"].ends(before)


def _behind(passage: Passage, figure: QuantityDraft) -> tuple[str, str]:
    """The noun that a unit belongs to, and the words up to the next stop where the first of them limits the figure."""
    text = passage.block.text
    rest = text[max(figure.end, figure.full_end) :][:_BEHIND].lower()
    stop = _END.search(rest)
    rest = rest[: stop.start()] if stop else rest
    first = _NEXT.match(rest)
    if first is None:
        return "", ""
    if passage.lexicon.phrases["limiting"].fullmatch(first[1]):
        return "", " ".join(_WORD.findall(rest))
    counted = figure.unit in _NO_ATTRIBUTES or text[figure.start : figure.end].endswith("s")  # "the 12 euros come"
    return ("" if counted or first[1] in passage.lexicon.function_words else first[1]), ""

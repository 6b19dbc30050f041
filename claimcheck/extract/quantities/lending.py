"""What the last figure of a list, or the money of its sentence, lends to numbers that are told without it.

"Apples 1.27, pears 0.66 and quinces 0.08 million tonnes": a list tells scale and unit once, at its end.
"A gift of 45 million pounds to a fund of 2.3 billion": millions of nothing, beside money, are money.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.extract.drafts import QuantityDraft
from claimcheck.extract.quantities.lexicon import QuantityLexicon
from claimcheck.extract.quantities.readings import COUNT

_LARGEST = 1_000  # a number that takes the scale of another is smaller
_BIG = 1_000_000
_LONGEST_LABEL = 60  # characters of the words before an item of a list
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|\n")
_CONVERTED = re.compile(r"\s*[(\[/]")  # what follows there is the same in the money
_LABEL = re.compile(r"(?P<comma>[,;]?)(?P<words>(?:\s+[^\W\d_][\w'’&-]*)*)\s*")


def lend(text: str, found: Sequence[QuantityDraft], lexicon: QuantityLexicon) -> None:
    """Gives scales and units to the bare numbers among the figures of a block, which stand in order."""
    _lend_scale(text, found, lexicon)
    _lend_money(text, found, lexicon)


def _lend_scale(text: str, found: Sequence[QuantityDraft], lexicon: QuantityLexicon) -> None:
    """The items of a list take the scale and the unit of the last one, which a conjunction joins."""
    last: QuantityDraft | None = None
    for item, after in reversed(list(pairwise(found))):
        joined = _label_between(text, item, after)
        if last is None or after is not last:
            last = None
            if after.scale > 1 and not lexicon.words["and"].isdisjoint(joined[:1]):
                last = after
        if last is None or not any(joined) or not _takes_scale(item):
            last = None
            continue
        item.scale_up(last.scale)
        item.unit, item.noun = last.unit, last.noun
        last = item


def _label_between(text: str, item: QuantityDraft, after: QuantityDraft) -> list[str]:
    """The words between two items of a list, with the conjunction first if there is one; none where more stands."""
    if after.full_start - item.end > _LONGEST_LABEL:
        return []
    label = _LABEL.fullmatch(text, item.end, after.full_start)
    return (label["words"].lower().split() or [label["comma"]]) if label else []


def _takes_scale(item: QuantityDraft) -> bool:
    bare = item.unit == COUNT and item.noun is None and item.role is None and item.form == "digits"
    return bare and item.scale == 1 and not isinstance(item.value, tuple) and 0 < item.value < _LARGEST


def _lend_money(text: str, found: Sequence[QuantityDraft], lexicon: QuantityLexicon) -> None:
    """Millions of nothing take the one currency of their sentence."""
    for figures in _sentences(text, found):
        money = {figure.unit for figure in figures if figure.unit in lexicon.currencies}
        if len(money) != 1:
            continue
        (unit,) = money
        for figure in figures:
            bare = figure.unit == COUNT and figure.noun is None and figure.role is None
            if bare and figure.scale >= _BIG and not _CONVERTED.match(text, figure.end):
                figure.unit = unit


def _sentences(text: str, found: Sequence[QuantityDraft]) -> list[list[QuantityDraft]]:
    """The figures by their sentences."""
    told: list[list[QuantityDraft]] = []
    for at, figure in enumerate(found):
        if at == 0 or _SENTENCE_END.search(text, found[at - 1].end, figure.start):
            told.append([])
        told[-1].append(figure)
    return told

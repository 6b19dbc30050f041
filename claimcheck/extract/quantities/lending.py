"""What the last figure of a list, or the money of its sentence, lends to numbers that are told without it.

"Apples 1.27, pears 0.66 and quinces 0.08 million tonnes": a list tells scale and unit once, at its end.
"A gift of 45 million pounds to a fund of 2.3 billion": millions of nothing, beside money, are money.
"Revenue of £34.5m (2022: 31.2m)": brackets that tell a figure of another time tell it in the unit before them, and
where one m of a list or of such brackets is a million, the others are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.drafts import QuantityDraft
from claimcheck.extract.quantities.lexicon import QuantityLexicon
from claimcheck.extract.quantities.readings import COUNT, RATIO
from claimcheck.model.measure import measure_of

_LARGEST = 1_000  # a number that takes the scale of another is smaller
_BIG = 1_000_000
_PERCENT, _PER = "percent", "_per_"
_CENT, _HUNDREDTH = "cent", Decimal("0.01")
_WHOLE = 100
_FEW = 16  # characters behind a figure that tell what it is for
_LONGEST_LABEL = 60  # characters of the words before an item of a list
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|\n")
_CONVERTED = re.compile(r"\s*[(\[/]")  # what follows there is the same in the money
_OTHER_TIME = re.compile(r"\s*\((?:[^():]*\b(?:19|20)\d\d\b[^():]*:\s*)?")
_BRACKET_END = re.compile(r"\s*(?:\)|(?P<before>[^\W\d_]+)\s(?:19|20)\d\d\))")
_LISTED = re.compile(r"[,;]?\s*(?:[^\W\d_]+\s+)?")
_LABEL = re.compile(r"(?P<comma>[,;]?)(?P<words>(?:\s+[^\W\d_][\w'’&-]*)*)\s*")


def lend(text: str, found: Sequence[QuantityDraft], lexicon: QuantityLexicon) -> None:
    """Gives scales and units to the bare numbers among the figures of a block, which stand in order."""
    _read_millions(text, found, lexicon)
    _lend_last(text, found, lexicon)
    _lend_in_brackets(text, found, lexicon)
    _lend_rates(text, found, lexicon)
    _lend_sides(text, found, lexicon)
    _lend_money(text, found, lexicon)
    _read_cents(found, lexicon)


def _read_cents(found: Sequence[QuantityDraft], lexicon: QuantityLexicon) -> None:
    """Cents are those of the only money of their block ("1.84 euros, 11 cents more"), and else of a dollar."""
    cents = [figure for figure in found if figure.unit.partition(_PER)[0] == _CENT]
    money = {figure.unit.partition(_PER)[0] for figure in found} & lexicon.currencies if cents else frozenset[str]()
    for unit in money - {measure_of(_CENT).base} if len(money) == 1 else ():
        for figure in (each for each in cents if not isinstance(each.value, tuple)):
            figure.scale_up(_HUNDREDTH)
            figure.unit = figure.unit.replace(_CENT, unit, 1)


def _read_millions(text: str, found: Sequence[QuantityDraft], lexicon: QuantityLexicon) -> None:
    """Reads "3.2m, 2.9m and 2.5m units" and "£34.5m (2022: 31.2m)" as millions, whichever of them tells it."""
    pairs = list(pairwise(found))
    for one, other in (*((after, item) for item, after in reversed(pairs)), *pairs):
        if not (_is_metre(text, other) and one.scale == _BIG and text[one.number_end - 1] == "m"):
            continue
        between = text[min(one.full_end, other.full_end) : max(one.full_start, other.full_start)]
        listed = _LISTED.fullmatch(between) and lexicon.words["and"].issuperset(between.strip(",; \n").lower().split())
        if listed or (one.start < other.start and _is_bracketed(text, one, other, lexicon)):
            other.read_million()


def _is_metre(text: str, figure: QuantityDraft) -> bool:
    sign = text[figure.number_end : figure.end]
    return figure.unit == "meter" and sign == "m" and not isinstance(figure.value, tuple)


def _is_bracketed(text: str, figure: QuantityDraft, inner: QuantityDraft, lexicon: QuantityLexicon) -> bool:
    """True for a figure alone with a year in the brackets behind another: "(2022: 31)", "(31 in 2022)"."""
    opening = _OTHER_TIME.fullmatch(text, figure.end, inner.full_start)
    closing = _BRACKET_END.match(text, inner.end)
    if opening is None or closing is None or (closing["before"] or "") not in {"", *lexicon.words["year-before"]}:
        return False
    return (":" in opening[0]) != bool(closing["before"])


def _lend_in_brackets(text: str, found: Sequence[QuantityDraft], lexicon: QuantityLexicon) -> None:
    """A bare number of another year in brackets takes the unit of the figure before them, and its scale."""
    for figure, inner in pairwise(found):
        if isinstance(inner.value, tuple) or isinstance(figure.value, tuple):
            continue
        if not _is_bracketed(text, figure, inner, lexicon):
            continue
        if inner.unit != COUNT or inner.noun is not None or inner.role is not None:
            continue
        if figure.unit == _PERCENT and inner.value >= _LARGEST:
            continue  # "up 6.8% (2023: 2.01 million)"
        if figure.scale > 1 and inner.scale == 1 and inner.value < _LARGEST:
            inner.scale_up(figure.scale)
        inner.unit, inner.noun = figure.unit, figure.noun


def _lend_rates(text: str, found: Sequence[QuantityDraft], lexicon: QuantityLexicon) -> None:
    """What a rate is compared with is a rate: "$40 a night, up from $35", "£1,200 a night; last year £1,050"."""
    for rate, other in pairwise(found):
        if not rate.unit.startswith(f"{other.unit}_per_") or other.unit == COUNT:
            continue
        behind = text[other.end : other.end + _FEW].lower().split()
        if any(" ".join(behind[:length]) in lexicon.words["not-lent"] for length in (1, 2)):
            continue
        between = text[max(rate.end, rate.full_end) : other.full_start].lower()
        words = between.replace(";", " ").split()
        led = any(" ".join(words[-length:]) in lexicon.words["set-against"] for length in (1, 2, 3))
        if (led and not _SENTENCE_END.search(between.replace(";", ","))) or _is_bracketed(text, rate, other, lexicon):
            other.unit = rate.unit


def _lend_sides(text: str, found: Sequence[QuantityDraft], lexicon: QuantityLexicon) -> None:
    """The share of the other side is told without its unit: "53 per cent to 47"."""
    for share, other in pairwise(found):
        if share.unit != "percent" or share.trend or isinstance(share.value, tuple) or not other.is_number_alone:
            continue
        opposed = text[share.end : other.start].strip().lower() in lexicon.words["opposed"]
        assert not isinstance(other.value, tuple)
        if opposed and share.value + other.value <= _WHOLE:
            other.unit = share.unit


def _lend_last(text: str, found: Sequence[QuantityDraft], lexicon: QuantityLexicon) -> None:
    """The items of a list take the scale and the unit of the last one, which a conjunction or a comparison joins."""
    last: QuantityDraft | None = None
    for item, after in reversed(list(pairwise(found))):
        joined = _label_between(text, item, after)
        if last is None or after is not last:
            last = after if _closes(after, joined, lexicon) else None
        if last is None or not any(joined) or not _takes(item, last):
            last = None
            continue
        if last.scale > 1:
            item.scale_up(last.scale)
        item.unit, item.noun = last.unit, last.noun
        last = item


def _closes(figure: QuantityDraft, joined: Sequence[str], lexicon: QuantityLexicon) -> bool:
    """True for the last item of a list that lends: its scale, or its unit where only names stand between."""
    listed = not lexicon.words["and"].isdisjoint(joined[:1])
    if figure.scale > 1:
        return listed
    counted = figure.unit == COUNT and figure.noun is not None and len(joined) == 1
    if not (counted or figure.unit not in (COUNT, RATIO)) or figure.role is not None or isinstance(figure.value, tuple):
        return False
    if listed:
        return lexicon.words["noun-stop"].isdisjoint(joined[1:])
    return not counted and len(joined) == 1 and joined[0] in lexicon.words["lent"]


def _label_between(text: str, item: QuantityDraft, after: QuantityDraft) -> list[str]:
    """The words between two items of a list, with the conjunction first if there is one; none where more stands."""
    if after.full_start - item.end > _LONGEST_LABEL:
        return []
    label = _LABEL.fullmatch(text, item.end, after.full_start)
    return (label["words"].lower().split() or [label["comma"]]) if label else []


def _takes(item: QuantityDraft, last: QuantityDraft) -> bool:
    if not item.is_number_alone or isinstance(item.value, tuple):
        return False
    return item.value > 0 and (last.scale == 1 or item.value < _LARGEST)


def _lend_money(text: str, found: Sequence[QuantityDraft], lexicon: QuantityLexicon) -> None:
    """Millions of nothing take the one currency of their sentence."""
    for figures in _sentences(text, found):
        money = {figure.unit for figure in figures if figure.unit in lexicon.currencies}
        if len(money) != 1:
            continue
        (unit,) = money
        for figure, after in zip(figures, [*figures[1:], None], strict=True):
            bare = figure.unit == COUNT and figure.noun is None and figure.role is None
            if not bare or figure.scale < _BIG or _CONVERTED.match(text, figure.end):
                continue
            if not _is_sized(text, figure, after):
                figure.unit = unit


def _is_sized(text: str, figure: QuantityDraft, after: QuantityDraft | None) -> bool:
    """True for a number of things whose size stands behind it: "6.1 million 60-kilogram bags"."""
    if after is None or text[figure.end : after.start].strip():
        return False
    return "-" in text[after.start : after.end]


def _sentences(text: str, found: Sequence[QuantityDraft]) -> list[list[QuantityDraft]]:
    """The figures by their sentences."""
    told: list[list[QuantityDraft]] = []
    for at, figure in enumerate(found):
        if at == 0 or _SENTENCE_END.search(text, found[at - 1].end, figure.start):
            told.append([])
        told[-1].append(figure)
    return told

"""Totals: a whole, words that open a list, and the parts that follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fits import is_bare, share_unit, size
from claimcheck.extract.links.lexicon import LinkLexicon, Opener
from claimcheck.extract.links.skeleton import AMOUNT, FIGURES, PERCENT, Skeleton, sign_of

# How close a list must come to its whole to be read as complete where the words leave it open.
_NEAR = (Decimal("0.93"), Decimal("1.07"))
_PLAUSIBLE = (Decimal("0.5"), Decimal("1.6"))
_SUMMED = (Decimal("0.75"), Decimal("1.3"))
_FEWEST_LIKELY_PARTS = 3


def find_totals(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """The lists of parts that a whole opens, each whole with its first list."""
    wholes: set[int] = set()
    for opener in lexicon.openers:
        for found in opener.words.regex.finditer(skeleton.low):
            whole = _whole_before(skeleton, found.end())
            if whole is None or whole.start in wholes:
                continue
            link = _list_after(skeleton, found.end(), whole, opener, lexicon)
            if link is not None:
                wholes.add(whole.start)
                yield link


def _whole_before(skeleton: Skeleton, at: int) -> QuantityDraft | None:
    """The figure that the list divides: the only one of its unit in the sentence before the opener."""
    before = [skeleton.figures[place] for place in skeleton.before(at)]
    amounts = [figure for figure in before if sign_of(figure) == AMOUNT and figure.role not in ("change", "rank")]
    if not amounts:
        return None
    whole = amounts[-1]
    rivals = [figure for figure in amounts[:-1] if figure.unit == whole.unit or is_bare(whole)]
    if rivals and (whole.unit == "count" or any(size(rival) > size(whole) for rival in rivals)):
        return None
    return whole


def _list_after(
    skeleton: Skeleton, at: int, whole: QuantityDraft, opener: Opener, lexicon: LinkLexicon
) -> LinkDraft | None:
    places, end = skeleton.after(at)
    cut = lexicon.signs["break"].regex.search(skeleton.low, at, end)
    stop = cut.start() if cut else end
    parts = [
        skeleton.figures[place] for place in places
        if place < stop and _is_part(skeleton.figures[place], whole) and not _is_aside(skeleton.text, place)
    ]
    if len(parts) < 2:
        return None
    span = skeleton.low[at:stop]
    rest = lexicon.signs["rest"].regex.search(span) is not None
    complete = _is_complete(opener, parts, whole, closed=_closes(span), rest=rest)
    doubtful = whole.unit == "count" or opener.complete != "partial" or any(is_bare(part) for part in parts)
    if not complete and doubtful and any(size(part) > size(whole) for part in parts):
        return None  # a part beyond its whole may as well mean that the list is about something else
    share_unit([whole, *parts])
    return LinkDraft(
        whole.start, parts[-1].end, "total", {"whole": [whole], "part": list(parts)}, complete=complete
    )


def _is_part(figure: QuantityDraft, whole: QuantityDraft) -> bool:
    same_unit = figure.unit == whole.unit or is_bare(figure) or (is_bare(whole) and sign_of(figure) == AMOUNT)
    return same_unit and figure.role not in ("change", "rank") and not figure.trend


def _is_aside(text: str, place: int) -> bool:
    """True for a figure in parentheses: it says something of the part before it."""
    return text.rfind("(", 0, place) > text.rfind(")", 0, place)


def _closes(span: str) -> bool:
    """True when the last part is joined by a conjunction, as a full list is."""
    last = max(span.rfind(sign) for sign in FIGURES)
    before = max(span.rfind(sign, 0, last) for sign in FIGURES)
    return before >= 0 and " and " in span[before:last]


def _is_complete(
    opener: Opener, parts: Sequence[QuantityDraft], whole: QuantityDraft, *, closed: bool, rest: bool
) -> bool:
    """Whether the parts make up the whole: by the words, and by coming near enough to it to be meant so."""
    together, goal = sum((size(part) for part in parts), Decimal(0)), size(whole)
    if rest or opener.complete == "stated":
        low, high = _PLAUSIBLE
    elif opener.complete == "likely" and closed and len(parts) >= _FEWEST_LIKELY_PARTS:
        low, high = _NEAR
    else:
        return False
    return low * goal <= together <= high * goal


def find_share_lists(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """Shares of one whole listed in one sentence: "Of the output, coal supplied 47%, gas 29% and wind 16%"."""
    for found in lexicon.signs["of-all"].regex.finditer(skeleton.low):
        places, stop = skeleton.after(found.end())
        shares = [skeleton.figures[place] for place in places]
        if len(shares) < _FEWEST_LIKELY_PARTS or any(sign_of(share) != PERCENT for share in shares):
            continue
        span = skeleton.low[found.end():stop]
        if "(" in span or not lexicon.signs["composition"].regex.search(span):
            continue
        yield LinkDraft(shares[0].start, shares[-1].end, "total", {"part": list(shares)}, complete=False)


def find_sums(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """Parts summed up behind them: "310 boys and 290 girls, 600 pupils in all"."""
    for place, whole in skeleton.figures.items():
        places = skeleton.before(place)
        if len(places) < 2 or not _is_summed_up(skeleton, places[-1], place, lexicon):
            continue
        parts = [skeleton.figures[at] for at in places]
        if _are_summed(parts, whole) and _is_closed(skeleton.low, places):
            share_unit([whole, *parts])
            yield LinkDraft(parts[0].start, whole.end, "total", {"whole": [whole], "part": list(parts)})


def _is_summed_up(skeleton: Skeleton, last: int, place: int, lexicon: LinkLexicon) -> bool:
    """True for words such as "in all" behind a figure, or "a total of" right before it."""
    if lexicon.phrases["sum-behind"].regex.match(skeleton.low, place + 1):
        return True
    lead = lexicon.phrases["sum-before"].regex.search(skeleton.low, last + 1, place)
    return lead is not None and not skeleton.low[lead.end():place].strip()


def _are_summed(parts: Sequence[QuantityDraft], whole: QuantityDraft) -> bool:
    """True for two or more parts in the unit of the whole, each smaller and together near it."""
    if len(parts) < 2 or sign_of(whole) != AMOUNT or any(sign_of(part) != AMOUNT for part in parts):
        return False
    if any(isinstance(each.value, tuple) or each.unit != whole.unit or each.trend for each in (whole, *parts)):
        return False
    together = sum((size(part) for part in parts), Decimal(0))
    near = _SUMMED[0] * size(whole) <= together <= _SUMMED[1] * size(whole)
    return near and all(size(part) < size(whole) for part in parts)


def _is_closed(low: str, places: Sequence[int]) -> bool:
    """True when the last two parts are joined by a conjunction and none stands in parentheses."""
    between = low[places[-2] + 1:places[-1]]
    return " and " in between and not any(_is_aside(low, place) for place in places)

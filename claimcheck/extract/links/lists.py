"""Totals: a whole, words that open a list, and the parts that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fits import is_bare, is_stretch_of_time, share_place, share_scale, share_unit, size
from claimcheck.extract.links.lexicon import LinkLexicon, Opener
from claimcheck.extract.links.skeleton import AMOUNT, FIGURES, FRACTION, PERCENT, STOP, Skeleton, is_aside, sign_of

# How close a list must come to its whole to be read as complete where the words leave it open.
_NEAR = (Decimal("0.93"), Decimal("1.07"))
_NEAR_OF_MANY = (Decimal("0.88"), Decimal("1.1"))
_PLAUSIBLE = (Decimal("0.5"), Decimal("1.6"))
_SUMMED = (Decimal("0.75"), Decimal("1.3"))
_FEWEST_LIKELY_PARTS = 3
_VERB, _BREAKS = 2, frozenset(f",;:()–—{STOP}")  # words with a verb, and signs that keep two parts apart
_PAIR = 2
TWO_SORTS = ("either-or", "two-sorts")  # words of which two parts make up a whole
_FEWEST_FIGURES = 3  # a whole and two parts
_LONGEST_CONCLUSION = 70  # letters between the last part and the sum that is drawn from all
_LONGEST_OPENER = 16  # letters of words such as "of these"


def find_totals(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """The lists of parts that a whole opens, each whole with its first list."""
    if len(skeleton.figures) < _FEWEST_FIGURES:
        return
    wholes: set[int] = set()
    for opener in lexicon.openers:
        for found in opener.words.found_in(skeleton.low):
            link = _list_of(skeleton, found.span(), opener, lexicon)
            if link is not None and link.start not in wholes:
                wholes.add(link.start)
                yield link


def _list_of(
    skeleton: Skeleton, span: tuple[int, int], opener: Opener, lexicon: LinkLexicon
) -> LinkDraft | None:
    """The list after an opener, of the amount before it, or of the one before a number that only counts the parts."""
    at = span[1]
    if is_aside(skeleton.text, span[0]):
        return None  # "brings 90 (2024: 85), taxes 40, fees 31": what brackets open ends with them
    before = _amounts_before(skeleton, span)
    if opener.complete == "stated" and _tells_more(skeleton, at, before):
        return None
    whole = _whole_of(before)
    link = None if whole is None else _list_after(skeleton, at, whole, opener, lexicon)
    whole = _whole_of(before[:-1])
    if link is None and whole is not None and before[-1].unit == "count" and not is_bare(before[-1]):
        link = _list_after(skeleton, at, whole, opener, lexicon)
        if link is not None and len(link.roles["part"]) != size(before[-1]):
            return None
    return link


def _tells_more(skeleton: Skeleton, at: int, amounts: Sequence[QuantityDraft]) -> bool:
    """True where a rate or a share stands between the last amount and the opener, which may be divided instead."""
    before = skeleton.before(at)
    return bool(amounts and before) and skeleton.figures[before[-1]] is not amounts[-1]


def _amounts_before(skeleton: Skeleton, span: tuple[int, int]) -> list[QuantityDraft]:
    """The amounts in the sentence before an opener; in the one that it follows, for an opener that begins its own."""
    first, at = span
    start = skeleton.low.rfind(STOP, 0, at)
    begins = not skeleton.low[start + 1:first].strip()
    if start >= 0 and begins and at - start <= _LONGEST_OPENER and not skeleton.before(at):
        at = start
    before = [skeleton.figures[place] for place in skeleton.before(at)]
    return [figure for figure in before if sign_of(figure) == AMOUNT and figure.role not in ("change", "rank")]


def _whole_of(amounts: Sequence[QuantityDraft]) -> QuantityDraft | None:
    """The figure that the list divides: the only one of its unit in the sentence before the opener."""
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
    stop = next(_breaks(skeleton, at, end, lexicon), end)
    fitting = [
        place for place in places
        if place < stop and _is_part(skeleton.figures[place], whole) and not _is_of_part(skeleton, place, lexicon)
        and not _is_in_word(skeleton, place) and not _is_known(skeleton, place, lexicon)
    ]
    fitting = [place for place in fitting if not _is_object(place, fitting, skeleton, lexicon)]
    beside = [place for place in fitting if is_aside(skeleton.text, place)]
    # "roads (40), schools (30)": where every part stands in parentheses, none of them is an aside
    parts = [skeleton.figures[place] for place in fitting if place not in beside or len(beside) == len(fitting)]
    if len(parts) < 2 or _opens_with_share(skeleton, places, fitting):
        return None
    span = skeleton.low[at:stop]
    told = max(span.rfind(sign) for sign in FIGURES)
    found = lexicon.signs["rest"].search(span)
    rest = found is not None
    nothing = found is not None and lexicon.phrases["nothing-else"].match(span, found.start()) is not None
    untold = lexicon.phrases["rest-untold"].search(span, told + 1) is not None
    if found is not None and not nothing and (untold or ";" in span[told:found.start()]):
        return None  # "; the rest were in hostels", "with the balance going to roads": nobody says how many
    share_scale(whole, parts)
    words = skeleton.told(at, stop) if len(parts) == _PAIR else ""
    apart, sorts = (lexicon.phrases[name].search(words) is not None for name in ("either-or", "two-sorts"))
    closed = lexicon.joins(skeleton.low[fitting[-2] + 1:fitting[-1]])
    complete = _is_complete(opener, parts, whole, closed=closed, rest=rest or apart, sorts=sorts)
    complete = complete and lexicon.phrases["lone-part"].search(span) is None
    doubtful = whole.unit == "count" or opener.complete != "partial" or any(is_bare(part) for part in parts)
    if not complete and doubtful and any(size(part) > size(whole) for part in parts):
        return None  # a part beyond its whole may as well mean that the list is about something else
    share_unit([whole, *parts])
    share_place([whole, *parts])
    return LinkDraft(
        whole.start, parts[-1].end, "total", {"whole": [whole], "part": list(parts)}, complete=complete
    )


def _breaks(skeleton: Skeleton, at: int, end: int, lexicon: LinkLexicon) -> Iterator[int]:
    """Where words stand that end a list; "131 against, 22 absent" tells a part by such a word."""
    for found in lexicon.signs["break"].regex.finditer(skeleton.low, at, end):
        before, behind = skeleton.low[at:found.start()].rstrip(), skeleton.low[found.end():end].lstrip()
        goes_on = behind.startswith((",", ";")) or lexicon.phrases["joint"].match(behind) is not None
        if not before.endswith(tuple(FIGURES)) or not goes_on:
            yield found.start()


def _is_object(place: int, fitting: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a figure that a part before it has: the last of "three had one coat, and two had had two"."""
    before = max((other for other in fitting if other < place), default=place)
    between = skeleton.low[before + 1:place]
    apart = not _BREAKS.isdisjoint(between) or lexicon.phrases["parts-apart"].search(between) is not None
    return len(between.split()) >= _VERB and not apart


def _is_part(figure: QuantityDraft, whole: QuantityDraft) -> bool:
    lends = is_bare(whole) and sign_of(figure) == AMOUNT and not is_stretch_of_time(figure.unit)
    same_unit = figure.unit == whole.unit or is_bare(figure) or lends
    rated = figure.role == "ratio" and whole.role != "ratio"  # "from 118,400 donors, 1.8 a head"
    return same_unit and not rated and figure.role not in ("change", "rank") and not figure.trend


def _opens_with_share(skeleton: Skeleton, places: Sequence[int], parts: Sequence[int]) -> bool:
    """True for a first part that is told as a share alone: "of whom a third in April; the others brought 200"."""
    before = [skeleton.figures[place] for place in places if place < parts[0] and not is_aside(skeleton.text, place)]
    return any(sign_of(figure) in (PERCENT, FRACTION) and figure.role not in ("change", "rank") for figure in before)


def _is_in_word(skeleton: Skeleton, place: int) -> bool:
    """True for a number that is one word with its noun: "two-family houses"."""
    figure = skeleton.figures[place]
    return figure.noun is not None and skeleton.source.startswith(f"-{figure.noun}", figure.end)


def _is_of_part(skeleton: Skeleton, place: int, lexicon: LinkLexicon) -> bool:
    """True for a figure that is part of a part ("five men, three of them teachers")."""
    joined = skeleton.low[place + 1:place + 1 + _LONGEST_OPENER].lstrip()
    before = skeleton.low[:place].rstrip()[-1:]
    return before == "," and lexicon.phrases["part-of-part"].match(joined) is not None


def _is_known(skeleton: Skeleton, place: int, lexicon: LinkLexicon) -> bool:
    """True for a number of things that the text has spoken of: "of the 26 who baked at night, nine left"."""
    before = skeleton.low[max(0, place - _LONGEST_OPENER):place].rstrip().rpartition(" ")[2]
    return lexicon.phrases["known-before"].fullmatch(before) is not None


def _is_complete(
    opener: Opener, parts: Sequence[QuantityDraft], whole: QuantityDraft, *, closed: bool, rest: bool, sorts: bool
) -> bool:
    """Whether the parts make up the whole: by the words, and by coming near enough to it to be meant so.

    rest: whether words say that there is nothing else; sorts: whether they are of two sorts as most things are.
    """
    together, goal = sum((size(part) for part in parts), Decimal(0)), size(whole)
    if rest or opener.complete == "stated":
        low, high = _PLAUSIBLE
    elif sorts or (opener.complete == "likely" and closed and len(parts) >= _FEWEST_LIKELY_PARTS):
        low, high = _NEAR_OF_MANY if len(parts) > _FEWEST_LIKELY_PARTS else _NEAR
    else:
        return False
    return low * goal <= together <= high * goal


def find_sums(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """Parts summed up behind them: "310 boys and 290 girls, 600 pupils in all"."""
    for place, whole in skeleton.figures.items():
        before, stop = skeleton.before(place), skeleton.low.rfind(STOP, 0, place)
        told_before = _without_count(skeleton, skeleton.before(stop) if stop >= 0 else [])
        if _counts_parts(skeleton, before, told_before):
            before = []
        places = _without_count(skeleton, before) or told_before
        parts = [skeleton.figures[at] for at in places]
        if not _are_summed(parts, whole):
            continue
        closed = _is_closed(skeleton.low, places, lexicon)
        if not closed and not (before and _are_all_sorts(skeleton, places, place, lexicon)):
            continue
        if before:
            told = _is_summed_up(skeleton, before[-1], place, lexicon) and not _stands_beside(skeleton, stop, lexicon)
        else:
            told = _opens_sum(skeleton, stop, place, lexicon)
        if told:
            share_unit([whole, *parts])
            share_place([whole, *parts])
            yield LinkDraft(parts[0].start, whole.end, "total", {"whole": [whole], "part": list(parts)})


def _opens_sum(skeleton: Skeleton, stop: int, place: int, lexicon: LinkLexicon) -> bool:
    """True for a figure led by words that sum up the sentence before its own: "Together they have 600 pupils"."""
    lead = " ".join(re.sub(f"[{FIGURES}]", " ", skeleton.low[stop + 1:place]).split())
    told = skeleton.low[skeleton.low.rfind(STOP, 0, max(0, stop)) + 1:stop]
    if lexicon.phrases["wished-for"].search(lead) or _are_two_sides(told, lead, lexicon):
        return False
    return lexicon.phrases["sum-opening"].fullmatch(lead) is not None


def _are_two_sides(told: str, lead: str, lexicon: LinkLexicon) -> bool:
    """True where parts and total are of two sides of one account: "Income: fees 31, gifts 48. Total spending: 96"."""
    return any(
        one.search(told) is not None and other.search(lead) is not None and one.search(lead) is None
        for each in lexicon.balances for one, other in ((each.plus, each.minus), (each.minus, each.plus))
    )


def _counts_parts(skeleton: Skeleton, before: Sequence[int], parts: Sequence[int]) -> bool:
    """True for the one figure before a sum that tells how many parts it has: "together the three towns have"."""
    return len(before) == 1 and len(parts) > 1 and size(skeleton.figures[before[0]]) == len(parts)


def _stands_beside(skeleton: Skeleton, stop: int, lexicon: LinkLexicon) -> bool:
    """True for figures that are but some of what is told: "With gifts of 4 and 6 tonnes it has 14 tonnes in all"."""
    start = len(skeleton.low) - len(skeleton.low[stop + 1 :].lstrip())
    return lexicon.phrases["sum-beside"].match(skeleton.low, start) is not None


def _without_count(skeleton: Skeleton, places: list[int]) -> list[int]:
    """The figures without the first, where that only tells how many they are ("the three towns have 22, 17 and 14")."""
    counted = bool(places) and size(skeleton.figures[places[0]]) == len(places) - 1
    return places[1:] if counted and skeleton.figures[places[0]].noun is not None else places


def _are_all_sorts(skeleton: Skeleton, places: Sequence[int], place: int, lexicon: LinkLexicon) -> bool:
    """True for two sorts that leave nothing out, and their sum: "1,846 men, 1,127 women, together 2,793"."""
    if len(places) != _PAIR or any(is_aside(skeleton.text, at) for at in (*places, place)):
        return False
    words = skeleton.told(places[0], place)
    return any(lexicon.phrases[name].search(words) is not None for name in TWO_SORTS)


def _is_summed_up(skeleton: Skeleton, last: int, place: int, lexicon: LinkLexicon) -> bool:
    """True for words such as "in all" behind a figure, or "a total of" right before it."""
    behind = place + 2 if skeleton.low[place + 1:place + 2] == " " else place + 1
    if lexicon.phrases["sum-behind"].match(skeleton.low, behind):
        return True
    lead = lexicon.phrases["sum-before"].search(skeleton.low, last + 1, place)
    if lead is not None and not skeleton.low[lead.end():place].strip():
        return True
    between = skeleton.low[last + 1:place]
    return len(between) <= _LONGEST_CONCLUSION and lexicon.phrases["sum-drawn"].search(between) is not None


def _are_summed(parts: Sequence[QuantityDraft], whole: QuantityDraft) -> bool:
    """True for two or more parts in the unit of the whole, each smaller and together near it."""
    if len(parts) < 2 or sign_of(whole) != AMOUNT or any(sign_of(part) != AMOUNT for part in parts):
        return False
    if any(isinstance(each.value, tuple) or each.unit != whole.unit for each in (whole, *parts)):
        return False
    if any(part.trend for part in parts[1:]) or parts[0].trend not in ("", whole.trend or parts[0].trend):
        return False
    together = sum((size(part) for part in parts), Decimal(0))
    near = _SUMMED[0] * size(whole) <= together <= _SUMMED[1] * size(whole)
    return near and all(size(part) < size(whole) for part in parts)


def _is_closed(low: str, places: Sequence[int], lexicon: LinkLexicon) -> bool:
    """True when the last two parts are joined by a conjunction, or semicolons part all of several, and none stands in
    parentheses."""
    gaps = [low[one + 1:other] for one, other in pairwise(places)]
    itemised = len(gaps) > 1 and all(";" in gap for gap in gaps)
    whole = not lexicon.phrases["partial-set"].search(low[low.rfind(STOP, 0, places[0]) + 1:places[-1]])
    joined = lexicon.joins(gaps[-1]) or (itemised and whole)
    return joined and not any(is_aside(low, place) for place in places)

"""What falls to each of several things, with the total and the number of the things, whatever the words.

"In 30 days they carried 9,600 guests, an average of 320 a day": the words behind a figure name a thing, one figure
near it counts or measures that thing, and one is in its own unit. Where no figure is of the thing that is named, an
average is of the only two other figures of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.anchors import source_between
from claimcheck.extract.links.changes import ends_in, words_before
from claimcheck.extract.links.cohesion import clause, points_back
from claimcheck.extract.links.fits import is_bare, may_be_average, size
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.extract.links.skeleton import AMOUNT, STOP, Skeleton, sign_of
from claimcheck.extract.links.stated import link_of
from claimcheck.model.measure import measure_of
from claimcheck.model.slips import is_misprint, significant_digits

_PER = "_per_"
_STEM = 5
_REACH = 30  # letters behind a figure in which the thing is named
_BEFORE = 250  # letters before a figure in which words may call it an average
_TOLD = ("ratio", "share", "total", "tally", "sample", "change", "conversion")
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS_OF_PRICE = 2


@dataclass(frozen=True, slots=True)
class _Each:
    """A figure for each of several things: where it stands, its own unit, the thing, and whether words call it so.

    spelled: whether words that mean nothing else name the thing: "120 people to the square mile".
    """

    at: int
    over: str
    thing: str
    called: bool
    spelled: bool = False


def find_quotients(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """A link for each such figure that stands with one total and one number of things."""
    told = {id(draft) for link in known if link.kind in _TOLD and len(link.roles) > 1
            for drafts in link.roles.values() for draft in drafts}
    for at, figure in skeleton.figures.items():
        each = None if id(figure) in told else _each(at, skeleton, lexicon)
        if each is None:
            continue
        for window in _windows(at, skeleton):
            figures = [
                place for place in window
                if place != at and id(skeleton.figures[place]) not in told and _is_plain(skeleton.figures[place])
            ]
            pair = _pair(each, figures, skeleton, lexicon)
            if pair is not None:
                if _is_meant(each, *pair, skeleton, lexicon):
                    total, base = (skeleton.figures[place] for place in pair)
                    yield link_of("ratio", {"ratio": _in_unit(figure, total, base), "total": total, "base": base})
                break


def _each(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> _Each | None:
    figure = skeleton.figures[at]
    if isinstance(figure.value, tuple) or sign_of(figure) != AMOUNT or figure.trend or not size(figure):
        return None
    start, end = skeleton.sentence(at)
    words = source_between(max(start, at - _BEFORE), min(end, at + _REACH), skeleton)
    called = lexicon.phrases["on-average"].regex.search(words) is not None
    over, _, under = figure.unit.partition(_PER)
    if under:
        return _Each(at, over, under, called)
    behind = skeleton.low[at + 1:min(end, at + 1 + _REACH)]
    lead = lexicon.phrases["each-thing"].regex.search(behind)
    things = _WORD.findall(behind[lead.end():]) if lead is not None and _is_open(behind[:lead.start()]) else []
    if lead is not None and things and (figure.role == "ratio" or called or " " in lead[0] or lead[0] == "per"):
        return _Each(at, over, things[0], called, spelled=" " in lead[0])
    return _Each(at, over, "", called) if called else None


def _is_open(words: str) -> bool:
    """True where nothing parts a figure from the words that name the thing."""
    return not set(words) & set(f",;:.({STOP}")


def _windows(at: int, skeleton: Skeleton) -> Iterator[list[int]]:
    start, end = skeleton.sentence(at)
    own = [place for place in (*skeleton.before(at), *skeleton.after(at)[0]) if place in skeleton.figures]
    yield own
    if start > 0:
        yield [place for place in skeleton.before(start - 1) if place in skeleton.figures] + own
    if end + 1 < len(skeleton.low):
        yield own + [place for place in skeleton.after(end + 1)[0] if place in skeleton.figures]


def _is_plain(figure: QuantityDraft) -> bool:
    plain = figure.role in (None, "level") and not figure.trend and not isinstance(figure.value, tuple)
    return plain and sign_of(figure) == AMOUNT and size(figure) > 0 and _PER not in figure.unit


def _pair(
    each: _Each, figures: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon
) -> tuple[int, int] | None:
    """The only total and the only number of things among some figures."""
    bases = [place for place in figures if each.thing and _is_of(each.thing, skeleton.figures[place], lexicon)]
    totals = [place for place in figures if place not in bases and _is_in(each, skeleton.figures[place], skeleton)]
    if len(bases) == 1 and len(totals) == 1:
        return totals[0], bases[0]
    start, end = skeleton.sentence(each.at)
    if bases or len(figures) != len(("total", "base")) or not all(start <= place < end for place in figures):
        return None
    if not each.called or _is_known_unit(each.thing):
        return None
    numbers = [place for place in figures if place not in totals] or _spread_over(figures, skeleton, lexicon)
    if len(numbers) != 1 or not _may_be_number(skeleton.figures[numbers[0]]):
        return None
    return next(place for place in figures if place != numbers[0]), numbers[0]


def _spread_over(figures: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> list[int]:
    """Those of some figures that words right before them call what a total is spread over: "24 goals in 16 games"."""
    return [place for place in figures if ends_in("spread-over", words_before(place, skeleton), lexicon)]


def _may_be_number(figure: QuantityDraft) -> bool:
    return figure.unit == "count" and figure.noun is not None


def _is_known_unit(thing: str) -> bool:
    return measure_of(thing).base != thing


def _is_of(thing: str, figure: QuantityDraft, lexicon: LinkLexicon) -> bool:
    """True for a figure that counts or measures the thing."""
    if figure.unit != "count":
        return measure_of(figure.unit).base == measure_of(thing).base or figure.unit.startswith(f"{thing}_")
    noun = (figure.noun or "").rpartition(" ")[2].lower()
    head = lexicon.phrases["head"].regex
    both_heads = head.fullmatch(noun) is not None and head.fullmatch(thing) is not None
    return bool(noun) and (noun[:_STEM] == thing[:_STEM] or both_heads)


def _is_in(each: _Each, figure: QuantityDraft, skeleton: Skeleton) -> bool:
    """True for a figure in the unit of an average; of counted things, of those that it counts."""
    if measure_of(figure.unit).base != measure_of(each.over).base:
        return False
    noun = skeleton.figures[each.at].noun
    return figure.unit != "count" or not is_bare(figure) or noun is None


def _is_meant(each: _Each, total: int, base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    figures = skeleton.figures
    one, other = figures[total], figures[base]
    periods = {figure.period for figure in (one, other) if figure.period is not None}
    if len(periods) > 1 or size(other) <= 1 or not may_be_average(_in_unit(figures[each.at], one, other), one, other):
        return False
    start, end = skeleton.sentence(each.at)
    low, high = clause(total, skeleton)
    of_all = low <= each.at < high or _says_of_all(source_between(low, high, skeleton), lexicon)
    if _is_slip(each, total, base, skeleton) and (each.called or start <= total < end or start <= base < end):
        return of_all or not start <= total < end
    stretch = source_between(start, end, skeleton)
    if lexicon.phrases["told-apart"].regex.search(re.sub(r"\b(?:a|per|each|every) \w+", " ", stretch)):
        return False
    if all(start <= place < end for place in (total, base)):
        if not of_all:
            return False
        return each.called or bool(lexicon.phrases["worth"].regex.search(stretch))
    near = skeleton.sentence(total)
    if each.spelled and near == skeleton.sentence(base) and not each.over.isupper() and _is_alone(each.at, skeleton):
        return True
    told = lexicon.phrases["worth"].regex.search(source_between(*near, skeleton)) is not None
    made = told and lexicon.phrases["follows"].regex.search(source_between(start, each.at, skeleton)) is not None
    return made or (each.called and points_back(each.at, skeleton, lexicon)) or (
        told and points_back(total, skeleton, lexicon))


def _says_of_all(words: str, lexicon: LinkLexicon) -> bool:
    """True for a clause that tells the worth of all things, or what follows from the clause before."""
    return any(lexicon.phrases[each].regex.search(words) is not None for each in ("worth", "follows"))


def _is_alone(at: int, skeleton: Skeleton) -> bool:
    """True for the only figure of its sentence."""
    return not [place for place in (*skeleton.before(at), *skeleton.after(at + 1)[0]) if place in skeleton.figures]


def _is_slip(each: _Each, total: int, base: int, skeleton: Skeleton) -> bool:
    """True for an average, or a total, that is what the two others make but for one digit."""
    ratio, whole, number = (skeleton.figures[place] for place in (each.at, total, base))
    quotient = Fraction(size(whole)) * measure_of(whole.unit).factor / Fraction(size(number))
    if number.unit != "count" or _is_known_unit(each.thing):
        quotient *= measure_of(each.thing or "count").factor / measure_of(number.unit).factor
    quotient /= measure_of(each.over).factor
    made = (_rounded(quotient, ratio), _rounded(Fraction(size(whole)) * Fraction(size(ratio)) / quotient, whole))
    return any(
        len(significant_digits(size(figure))) >= _DIGITS_OF_PRICE and is_misprint(size(figure), told)
        for figure, told in zip((ratio, whole), made, strict=True)
    )


def _rounded(value: Fraction, like: QuantityDraft) -> Decimal:
    """A value as exact as a figure is written."""
    step = Fraction(like.last_place or 1)
    return Decimal(round(value / step)) * Decimal(like.last_place or 1)


def _in_unit(figure: QuantityDraft, total: QuantityDraft, base: QuantityDraft) -> QuantityDraft:
    """The figure for each thing in its full unit; a bare one is in that of the total."""
    if is_bare(figure):
        figure.unit, figure.noun = total.unit, total.noun
    if base.unit != "count" and _PER not in figure.unit:
        figure.unit = f"{figure.unit}{_PER}{base.unit}"
    return figure

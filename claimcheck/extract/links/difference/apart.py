"""Gaps that a clause draws from the only two levels told before: "It now takes 15 minutes, which saves them 30".

The clause gives no other figure than the gap. It says that it draws a conclusion, or goes on about what was told; and
where it names what it is measured from ("less than Lesnoy"), the words before name that as well. A gap may also stand
between its two levels: "That is 1.9 million fewer than the old dam, which held 5.5 million".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.apposed import figures_of_sentence_before
from claimcheck.extract.links.fitting.fits import in_base, is_bare, is_stretch_of_time, size
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.phrasing.leads import unhedged
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, DATE, STOP, Skeleton, is_aside, sign_of, small_letters
from claimcheck.extract.links.stated import link_if_fitting
from claimcheck.model.measure import measure_of
from claimcheck.model.slips import is_misprint

_TWO = 2
_FARTHEST = Fraction(2)  # times that a gap may miss what two levels make, but for a slip
_OF_CLOCK, _HUNDRED = Decimal(60), Decimal(100)  # seconds of a minute, or minutes of an hour, and how they are written
_STEM = 4  # letters by which a word is known again
_ENDS = f" ,;:().!?{STOP}"
_FULL = {"difference": "difference", "change": "change", "remainder": "rest"}  # the gaps of links that tell all
_ALL_ROLES = 3
_BESIDE = 60  # letters before a figure that may call it a gap
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Told:
    """Where two levels stand; loosely: nothing but their place says that a gap is drawn from them."""

    places: tuple[int, int]
    loosely: bool = False


def find_apart(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """A difference link for each gap that no known link is about, and that words draw from two levels."""
    if len(skeleton.figures) <= _TWO:
        return
    told = {id(link.roles[role][0]) for link in known if len(link.roles) >= _ALL_ROLES
            for role in (_FULL.get(link.kind, ""),) if role in link.roles}
    for at, gap in skeleton.figures.items():
        if id(gap) in told or not _may_be_gap(gap):
            continue
        levels = _around_gap(at, skeleton, lexicon) or _before_gap(at, skeleton, lexicon)
        link = None if levels is None else _link(at, levels, skeleton)
        if link is not None:
            yield link


def _may_be_gap(figure: QuantityDraft) -> bool:
    plain = sign_of(figure) == AMOUNT and not isinstance(figure.value, tuple) and not figure.hedge
    return plain and size(figure) > 0 and "_per_" not in figure.unit


def _link(at: int, told: _Told, skeleton: Skeleton) -> LinkDraft | None:
    """The link of a gap and its two levels, where it may have been meant to lie between them."""
    gap = skeleton.figures[at]
    figures = [gap, *(skeleton.figures[place] for place in told.places)]
    lent = next((figure.unit for figure in figures if not is_bare(figure)), "count")
    sizes = {id(each): _in_unit(each, lent) for each in figures}
    less, more = sorted(figures[1:], key=lambda each: sizes[id(each)])
    said, made = sizes[id(gap)], sizes[id(more)] - sizes[id(less)]
    factor = measure_of(lent if is_bare(gap) else gap.unit).factor
    slip = made > 0 and _is_slip(gap, _to_place_of(gap, made / factor))
    near = made > 0 and 1 / _FARTHEST <= said / made <= _FARTHEST
    if not (slip or said == made or (near and not told.loosely)):
        return None
    share_unit(figures)
    return link_if_fitting("difference", {"minuend": more, "subtrahend": less, "difference": gap})


def _is_slip(gap: QuantityDraft, made: Decimal) -> bool:
    """True for a gap that a slip makes of another amount, be it of its hours or minutes: "3 h 55" for "2 h 55"."""
    if is_misprint(size(gap), made):
        return True
    timed = is_stretch_of_time(gap.unit) and min(size(gap), made) >= _OF_CLOCK
    return timed and is_misprint(_on_clock(size(gap)), _on_clock(made))


def _on_clock(minutes: Decimal) -> Decimal:
    """The digits of a time in its smaller unit as a clock shows them: 235 minutes are 3:55."""
    return minutes // _OF_CLOCK * _HUNDRED + minutes % _OF_CLOCK


def _in_unit(figure: QuantityDraft, lent: str) -> Fraction:
    """The size of a figure in base units; of a bare one, in a unit that is lent to it."""
    return Fraction(size(figure)) * measure_of(lent).factor if is_bare(figure) else in_base(figure)


def _to_place_of(gap: QuantityDraft, made: Fraction) -> Decimal:
    """An amount to the last place of a gap."""
    exponent = size(gap).normalize().as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    return Decimal(f"{float(made):.{places}f}")


def _before_gap(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> _Told | None:
    """The two levels before a gap whose clause draws a conclusion from them."""
    start, end = skeleton.sentence(at)
    gap = skeleton.figures[at]
    if any(_is_level(skeleton.figures[place], gap, lexicon) for place in skeleton.after(at + 1)[0]):
        return None
    if not _is_called(at, skeleton, lexicon):
        return None
    before = [place for place in skeleton.before(at) if not _is_time_beside(skeleton.figures[place], gap)]
    clause = _clause(before[-1] + 1 if before else start, at, skeleton, lexicon, opens=not before)
    places = None if clause is None else _levels_before(at, before, skeleton, lexicon)
    if clause is None or places is None:
        return None
    behind = small_letters(skeleton.written(at + 1, end))
    if lexicon.phrases["drawn-apart"].search(skeleton.low[places[1] + 1:at]):
        return None
    told = skeleton.told(skeleton.sentence(places[0])[0], places[1] + 1)
    named = _names_other(behind, told, lexicon)
    if named is False:
        return None
    if named or _draws(clause, lexicon) or (before and lexicon.phrases["goes-on-about"].match(clause)):
        return _Told(places)
    apposed = bool(before) and (not clause or lexicon.phrases["drawn-lead"].fullmatch(clause) is not None)
    definite = lexicon.phrases["apart-definite"].fullmatch(clause) is not None  # set off, or at the head of a sentence
    opened = definite or (not before and _are_told(clause, told, lexicon))
    return _Told(places, loosely=True) if apposed or opened else None


def _is_called(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where the words beside a figure call it a gap."""
    _, end = skeleton.sentence(at)
    before = unhedged(skeleton.low[max(0, at - _BESIDE):at].rstrip(), lexicon)
    behind = skeleton.low[at + 1:end].lstrip()
    if skeleton.figures[at].trend and lexicon.phrases["apart-than"].match(behind):
        return True  # "15,500 more people than"
    return lexicon.phrases["apart-before"].ends(before) or lexicon.phrases["apart-behind"].match(behind) is not None


def _clause(first: int, at: int, skeleton: Skeleton, lexicon: LinkLexicon, *, opens: bool) -> str | None:
    """The words of a gap's clause before it; None where no mark sets it off from the figure before."""
    words = unhedged(skeleton.low[first:at].rstrip(), lexicon)
    marks = [words.rfind(mark) + 1 for mark in (";", ":", ",")]
    joint = max((found.end() for found in lexicon.phrases["joint"].found_in(words)), default=0)
    set_off = next((mark for mark in marks if mark), joint)
    if set_off:
        return words[set_off:].strip()
    return words.strip() if opens or lexicon.phrases["concludes"].search(words) else None


def _draws(clause: str, lexicon: LinkLexicon) -> bool:
    """True for a clause that draws a conclusion from what was told before it."""
    return lexicon.phrases["draws"].match(clause) is not None or lexicon.phrases["concludes"].search(clause) is not None


def _levels_before(at: int, before: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> tuple[int, int] | None:
    """The only two levels in the unit of a gap that its sentence and the one or two before it give."""
    gap, places = skeleton.figures[at], list(before)
    first = skeleton.sentence(at)[0]
    for _ in range(_TWO + 1):
        levels = [place for place in places if _is_level(skeleton.figures[place], gap, lexicon)]
        if len(levels) > _TWO:
            levels = [place for place in levels if not _is_beneath(skeleton.figures[place], gap)]
        if len(levels) == _TWO:
            aside = any(is_aside(skeleton.text, place) for place in levels)
            return None if aside else (levels[0], levels[1])
        own = figures_of_sentence_before(first, skeleton)
        if len(levels) > _TWO or not own:
            return None
        places, first = [*own, *places], skeleton.sentence(own[0])[0]
    return None


def _is_level(figure: QuantityDraft, gap: QuantityDraft, lexicon: LinkLexicon) -> bool:
    plain = sign_of(figure) == AMOUNT and not isinstance(figure.value, tuple) and figure.role in (None, "level")
    if not plain or size(figure) <= 0 or _is_time_beside(figure, gap):
        return False
    one_measure = measure_of(figure.unit).base == measure_of(gap.unit).base
    if is_bare(figure) or is_bare(gap):
        return True
    anyone = gap.noun is not None and lexicon.phrases["drawn-people"].fullmatch(gap.noun) is not None
    return one_measure and (anyone or None in (gap.noun, figure.noun) or gap.noun == figure.noun)


def _is_beneath(figure: QuantityDraft, gap: QuantityDraft) -> bool:
    """True for fewer things than a gap tells: the three of "the three jails held 1,164 people"."""
    return figure.unit == "count" and figure.noun not in (None, gap.noun) and size(figure) <= size(gap)


def _is_time_beside(figure: QuantityDraft, gap: QuantityDraft) -> bool:
    """True for a stretch of time in which a gap that is none came about."""
    return is_stretch_of_time(figure.unit) and not is_stretch_of_time(gap.unit)


def _names_other(behind: str, told: str, lexicon: LinkLexicon) -> bool | None:
    """Whether what a gap is measured from is told before; None where the words behind it name nothing of the kind."""
    than = lexicon.phrases["apart-than"].search(behind)
    if than is None:
        called = lexicon.phrases["called-such"].search(behind)
        said = behind[:called.start()] if called else behind  # "the gap of 12 seconds was the widest since 1994"
        other = any(lexicon.phrases[each].search(said) for each in ("lag", "own-base", "goal"))
        return False if other and not lexicon.phrases["over-budget"].search(behind) else None
    rest = behind[than.end():].strip(_ENDS)
    if lexicon.phrases["apart-now"].fullmatch(rest):
        return None
    return _are_told(rest, told, lexicon)


def _are_told(words: str, told: str, lexicon: LinkLexicon) -> bool:
    """True for words that name something, and nothing that was not told before."""
    known = set(_WORD.findall(told))
    naming = [word for word in _WORD.findall(words) if word not in lexicon.function_words]
    naming = [word for word in naming if not lexicon.phrases["apart-verb"].fullmatch(word)]
    return bool(naming) and all(any(each.startswith(word[:_STEM]) for each in known) for word in naming)


def _around_gap(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> _Told | None:
    """The level behind a gap that it is measured from, and the one before it."""
    behind, end = skeleton.after(at + 1)
    if len(behind) != 1 or not _is_called(at, skeleton, lexicon):
        return None
    between = skeleton.low[at + 1:behind[0]]
    than = lexicon.phrases["apart-than"].search(between)
    if than is None or DATE in skeleton.low[at:end] or not _leads_to(between[than.end():], lexicon):
        return None
    start, before = skeleton.sentence(at)[0], skeleton.before(at)
    if not before and not _draws(skeleton.low[start:at].strip(), lexicon):
        return None
    places = before or figures_of_sentence_before(start, skeleton)
    gap = skeleton.figures[at]
    levels = [place for place in places if _is_level(skeleton.figures[place], gap, lexicon)]
    if len(levels) != 1 or not _is_level(skeleton.figures[behind[0]], gap, lexicon):
        return None
    return _Told((levels[0], behind[0]))


def _leads_to(words: str, lexicon: LinkLexicon) -> bool:
    """True for words that lead from what a gap is measured from to its level: "the old one, which held"."""
    head, comma, rest = unhedged(words.strip(), lexicon).partition(",")
    if lexicon.joins(head) or ";" in words or "," in rest:
        return False
    if comma:
        return not rest.strip() or lexicon.phrases["drawn-relative"].match(rest.strip()) is not None
    return lexicon.phrases["apart-level"].ends(head.strip())

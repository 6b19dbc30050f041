"""Shares whose part and whole stand near them, whatever the words.

The whole is named behind the share ("of the irrigated land"), or pointed back to ("of these"), or the only larger
figure in the unit of the part; the part stands beside the share, or is told of the same things, or follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.anchors import source_between
from claimcheck.extract.links.changes import is_base
from claimcheck.extract.links.cohesion import stems, stems_of_clause, stems_of_sentence
from claimcheck.extract.links.fits import is_bare, share_unit, size
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.extract.links.skeleton import AMOUNT, DATE, FIGURES, FRACTION, PERCENT, STOP, Skeleton, sign_of
from claimcheck.extract.links.stated import link_of
from claimcheck.model.slips import is_misprint

_TOLD = ("share", "change", "total", "difference", "ratio", "conversion", "stock", "goal")
_TIMES = ("year", "month", "week", "day", "hour", "minute")
_REACH = 60
_NO_FIGURE = rf"[^{FIGURES}{DATE}{STOP},;:()]"
_OF = re.compile(rf" of (?:the|its|their|all|total|his|her|our)?(?P<name>{_NO_FIGURE}*)")
_ASIDE = re.compile(rf"{_NO_FIGURE}{{0,40}}[,(] ?{_NO_FIGURE}{{0,45}}")
_OF_THINGS = re.compile(rf" of {_NO_FIGURE}{{3,40}}, (?:or |that is |some |about )*")
_OF_WHOLE = re.compile(r" (?:out )?of (?:the |its |their |all |some |about |a total of )*(?:[\w'’-]+['’]s? )?$")
_WHOLES = 2
_LINK = " of "
_PLANNED = ("forecast", "plan", "target")
_HUNDRED = 100
_FARTHEST = Decimal("2.5")  # times that a share may be what it should be


def find_wholes_told(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """A link for each share that has one part and one whole near it."""
    told = {id(draft) for link in known if link.kind in _TOLD and len(link.roles) > 1
            for drafts in link.roles.values() for draft in drafts}
    _lend_nouns(skeleton)
    for at, share in skeleton.figures.items():
        if id(share) in told or not _may_be_share(at, skeleton, lexicon):
            continue
        pair = _named(at, skeleton, lexicon) or _near(at, skeleton, lexicon)
        if pair is not None and id(skeleton.figures[pair[0]]) not in told:
            part, whole = (skeleton.figures[place] for place in pair)
            if not _is_plausible(share, part, whole):
                continue
            share_unit([part, whole])
            yield link_of("share", {"share": share, "part": part, "whole": whole})


def _lend_nouns(skeleton: Skeleton) -> None:
    """Gives the bare number of "410 of the 620 pupils" what the whole counts."""
    places = list(skeleton.figures)
    for one, other in pairwise(places):
        part, whole = skeleton.figures[one], skeleton.figures[other]
        tied = _OF_WHOLE.fullmatch(skeleton.low[one + 1:other]) is not None
        if tied and is_bare(part) and whole.noun and size(part) < size(whole):
            part.noun, part.metric = whole.noun, part.metric or whole.metric


def _may_be_share(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    figure = skeleton.figures[at]
    if sign_of(figure) not in (PERCENT, FRACTION) or isinstance(figure.value, tuple) or figure.trend:
        return False
    if figure.moved or not 0 < size(figure) <= _HUNDRED:
        return False
    return lexicon.phrases["wished-for"].regex.search(source_between(*skeleton.sentence(at), skeleton)) is None


def _is_amount(figure: QuantityDraft) -> bool:
    plain = figure.role in (None, "level") and not figure.trend and not isinstance(figure.value, tuple)
    return plain and sign_of(figure) == AMOUNT and figure.unit not in _TIMES and size(figure) > 0


def _may_be_pair(part: QuantityDraft, whole: QuantityDraft, *, of_two: bool = False) -> bool:
    """True for an amount that may be part of another; of_two: whether things of two sorts may be set in relation."""
    if part.unit != whole.unit and not (is_bare(part) or is_bare(whole)):
        return False
    periods = {figure.period for figure in (part, whole) if figure.period is not None}
    planned = {figure.status in _PLANNED for figure in (part, whole)}
    one_setting = len(periods) <= 1 and len(planned) == 1
    return size(part) < size(whole) and one_setting and (of_two or _are_of_one_noun(part, whole))


def _are_of_one_noun(part: QuantityDraft, whole: QuantityDraft) -> bool:
    one, other = ((figure.noun or "").rpartition(" ")[2].lower() for figure in (part, whole))
    return not (one and other) or one == other or part.unit != "count"


def _is_plausible(share: QuantityDraft, part: QuantityDraft, whole: QuantityDraft) -> bool:
    """False for a share so far from what part and whole make that it is of other things."""
    told = size(share) * (1 if share.unit == "percent" else _HUNDRED)
    made = Decimal(_HUNDRED) * size(part) / size(whole)
    return told <= _FARTHEST * made and made <= _FARTHEST * told


def _named(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> tuple[int, int] | None:
    """The part that a share stands beside, and the nearest figure before it that the words behind the share name."""
    part = _beside(at, skeleton)
    if part is None:
        return None
    start, end = skeleton.sentence(at)
    behind = _OF.match(skeleton.low, at + 1, min(end, at + 1 + _REACH))
    back = lexicon.phrases["of-them"].regex.search(skeleton.low, start, min(part, end)) is not None
    name = stems(behind["name"], lexicon) if behind else frozenset()
    if not (name or back) or (behind and re.match(r" ?(?:them|these|those)\b", behind["name"])):
        return None
    wholes = [
        place for place, figure in skeleton.figures.items()
        if place < part and _is_amount(figure) and _may_be_pair(skeleton.figures[part], figure)
        and not is_base(place, skeleton, lexicon) and not _is_of_next(place, skeleton)
        and (place >= start or is_bare(figure) == is_bare(skeleton.figures[part]))
        and (name <= _name_of(place, skeleton, lexicon) if name else _is_in_last(place, start, skeleton))
    ]
    wholes = [place for place in wholes if place >= start] or wholes
    if name and len(wholes) > 1:
        wholes = [place for place in wholes if skeleton.figures[place].base is None][:1]
    return (part, wholes[0]) if len(wholes) == 1 else None


def _is_of_next(place: int, skeleton: Skeleton) -> bool:
    """True for a figure of "340 of 710": the words beside the two may name the one or the other."""
    ahead, back = place + 1 + len(_LINK), place - 1 - len(_LINK)
    return any(
        skeleton.low.startswith(_LINK, min(place, other) + 1) and other in skeleton.figures for other in (ahead, back)
    )


def _is_in_last(place: int, start: int, skeleton: Skeleton) -> bool:
    """True for a figure in the sentence before one."""
    return start > 0 and skeleton.sentence(place) == skeleton.sentence(start - 1)


def _name_of(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> frozenset[str]:
    """The stems of what a figure measures and of the words beside it, up to the next figures."""
    figure = skeleton.figures[at]
    start, end = skeleton.sentence(at)
    before = [place for place in skeleton.before(at) if place >= start]
    after = skeleton.after(at + 1)[0]
    low, high = (before[-1] + 1 if before else start), (min(after[0], end) if after else end)
    around = re.split("[,;:(]", source_between(at, high, skeleton), maxsplit=1)[0]
    named = source_between(max(low, at - _REACH), at, skeleton)
    return stems(f"{figure.metric or ''} {figure.noun or ''} {named} {around}".lower(), lexicon)


def _beside(at: int, skeleton: Skeleton) -> int | None:
    """The amount right before a share that the share is said of: "10,500 hectares, or 25%"."""
    after = [place for place in skeleton.after(at + 1)[0] if place in skeleton.figures]
    if after and _is_amount(skeleton.figures[after[0]]) and _OF_THINGS.fullmatch(skeleton.low[at + 1:after[0]]):
        return after[0]
    before = [place for place in skeleton.before(at) if place in skeleton.figures]
    if not before or not _is_amount(skeleton.figures[before[-1]]):
        return None
    between = skeleton.low[before[-1] + 1:at]
    return before[-1] if between.strip() in ("(", "or", ", or", "–", "—") or _ASIDE.fullmatch(between) else None


def _near(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> tuple[int, int] | None:
    """The only two amounts of one unit near a share, where they make it but for a digit, or words tie them to it."""
    for first, last in _stretches(at, skeleton):
        places = [place for place in skeleton.figures if first <= place < last and place != at]
        shares = [place for place in places if sign_of(skeleton.figures[place]) in (PERCENT, FRACTION)]
        amounts = [place for place in places if _is_amount(skeleton.figures[place])]
        if shares or len(amounts) > _WHOLES:
            return None
        if len(amounts) == _WHOLES:
            part, whole = sorted(amounts, key=lambda place: size(skeleton.figures[place]))
            words = source_between(*skeleton.sentence(at), skeleton)
            of_two = lexicon.phrases["rate-of-two"].regex.search(words) is not None
            fits = _may_be_pair(skeleton.figures[part], skeleton.figures[whole], of_two=of_two)
            return (part, whole) if fits and _is_tied(at, part, whole, skeleton, lexicon) else None
    return None


def _stretches(at: int, skeleton: Skeleton) -> Iterator[tuple[int, int]]:
    """The sentence of a share, alone, with the one before it, and with the one behind it."""
    start, end = skeleton.sentence(at)
    yield start, end
    if start > 0:
        yield skeleton.sentence(start - 1)[0], end
    if end + 1 < len(skeleton.low):
        yield start, skeleton.sentence(end + 1)[1]


def _is_tied(at: int, part: int, whole: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    share, one, other = (skeleton.figures[place] for place in (at, part, whole))
    if sign_of(share) == PERCENT and _is_slip(share, one, other):
        return True
    turnout = lexicon.phrases["turnout"].regex.search(source_between(*skeleton.sentence(at), skeleton)) is not None
    if turnout:
        return _says("voters", whole, skeleton, lexicon) and _says("ballots", part, skeleton, lexicon)
    behind = _OF.match(skeleton.low, at + 1, min(skeleton.sentence(at)[1], at + 1 + _REACH))
    named = stems(behind["name"], lexicon) if behind else frozenset()
    if _OF_WHOLE.search(skeleton.low[part + 1:whole]) and part < whole:
        if _is_set_beside(whole, at, skeleton):
            return True
        if named and not named & _name_of(whole, skeleton, lexicon):
            return False  # "five of the nine seats with 44% of the vote"
        return bool(stems_of_clause(at, skeleton, lexicon) & stems_of_sentence(part, skeleton, lexicon))
    if not named <= _name_of(whole, skeleton, lexicon):
        return False
    if _is_of_whole(at, whole, skeleton) or _follows(at, part, skeleton, lexicon):
        return _follows(at, part, skeleton, lexicon) or _shares_predicate(at, part, whole, skeleton, lexicon)
    return False


def _is_set_beside(whole: int, at: int, skeleton: Skeleton) -> bool:
    """True for a share that only a comma parts from the statement of part and whole."""
    between = skeleton.low[whole + 1:at]
    return bool(re.fullmatch(rf"{_NO_FIGURE}{{0,60}}, (?:or |that is |some |about |i\.e\. )*", between))


def _says(phrase: str, at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    figure = skeleton.figures[at]
    words = f"{figure.metric or ''} {figure.noun or ''} {' '.join(sorted(_name_words(at, skeleton)))}".lower()
    return lexicon.phrases[phrase].regex.search(words) is not None


def _name_words(at: int, skeleton: Skeleton) -> list[str]:
    start, end = skeleton.sentence(at)
    return source_between(max(start, at - _REACH), min(end, at + _REACH), skeleton).split()


def _is_slip(share: QuantityDraft, part: QuantityDraft, whole: QuantityDraft) -> bool:
    made = Decimal(_HUNDRED) * size(part) / size(whole)
    return is_misprint(size(share), made.quantize(share.last_place or Decimal(1)))


def _is_of_whole(at: int, whole: int, skeleton: Skeleton) -> bool:
    """True where the words say that a share is of a figure: "a third of the 480 cattle"."""
    return at < whole and _OF_WHOLE.fullmatch(skeleton.low[at + 1:whole]) is not None


def _follows(at: int, part: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where what stands later of a share and its part is said to follow from what stands before it."""
    first, last = sorted((at, part))
    between = skeleton.low[first + 1:last]
    begin = between.rfind(STOP)
    stretch = between[begin + 1:] if begin >= 0 else between[between.rfind(",") + 1:]
    return lexicon.phrases["follows"].regex.match(stretch.strip()) is not None


def _shares_predicate(at: int, part: int, whole: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where share and part are told with a word besides those of the whole."""
    if skeleton.sentence(at) == skeleton.sentence(part):
        return False
    noun = stems(f"{skeleton.figures[whole].noun or ''} {skeleton.figures[part].noun or ''}", lexicon)
    names = frozenset(word.lower()[:5] for word in re.findall(r"\b[A-Z]\w{3,}", skeleton.source))
    shared = stems_of_sentence(at, skeleton, lexicon) & stems_of_sentence(part, skeleton, lexicon)
    return bool(shared - noun - names)

"""The only two levels near a change, where their times, or the words that set one of them earlier, are its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.drafts import QuantityDraft
from claimcheck.extract.links.anchors import anchor_behind, anchor_of, are_one_time, source_between
from claimcheck.extract.links.changes import is_goal, words_before
from claimcheck.extract.links.cohesion import points_back, stems
from claimcheck.extract.links.fits import alike, size
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.extract.links.moves import is_earlier
from claimcheck.extract.links.skeleton import AMOUNT, FRACTION, MULTIPLE, PERCENT, POINT, Skeleton, sign_of

_RATES = (PERCENT, FRACTION, MULTIPLE)
_TIMES = ("year", "month", "week", "day", "hour", "minute", "second")
_FARTHEST = 6  # times that one level may be the other
_NAMED = re.compile(r"(?:\b(?:[Ii]n|[Aa]t|[Ff]or|[Aa]mong) )(?:the )?([A-Z][a-z]+)")

Pair = tuple[int, int]  # places of the later level and the earlier one


def dated_levels_of(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> Pair | None:
    """The only two levels of a unit near a change, one of the time that the change is measured from, or called so."""
    start, end = skeleton.sentence(at)
    stretches = [(start, end)]
    if start > 0:
        stretches.append((skeleton.sentence(start - 1)[0], end))
    if end + 1 < len(skeleton.low):
        stretches.append((start, skeleton.sentence(end + 1)[1]))
    for first, last in stretches:
        levels = [
            place for place, figure in skeleton.figures.items() if first <= place < last and place != at
            and is_in_unit(figure, skeleton.figures[at], lexicon)
        ]
        if len(levels) > len(("to", "from")):
            levels = [place for place in levels if _may_be_of(place, at, skeleton, lexicon)]
        if len(levels) > len(("to", "from")):
            return None
        if len(levels) == len(("to", "from")):
            pair = _ordered(at, levels, skeleton, lexicon)
            if pair is None or not _are_levels(pair, skeleton, lexicon):
                return None
            return None if _is_of_other_time(at, pair, skeleton, lexicon) else pair
    return None


def _is_of_other_time(at: int, pair: Pair, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where the words behind a change and those beside the earlier level tell two times."""
    change, base = skeleton.figures[at], skeleton.figures[pair[1]]
    if change.base is not None and change.base == base.period:
        return False
    measured, based = anchor_behind(at, skeleton, lexicon), anchor_of(pair[1], skeleton, lexicon)
    return measured is not None and based is not None and not are_one_time(measured, based)


def _may_be_of(place: int, at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a figure that counts what changed, or does not say what it counts."""
    noun = skeleton.figures[place].noun
    return noun is None or bool(stems(noun.lower(), lexicon) & name_of(at, skeleton, lexicon))


def _are_levels(pair: Pair, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    one, other = (skeleton.figures[place] for place in pair)
    small, large = sorted((abs(size(one)), abs(size(other))))
    hoped = is_goal(pair[1], skeleton, lexicon) or one.status in ("forecast", "plan", "target")
    return alike(one, other) and not hoped and 0 < small < large <= _FARTHEST * small


def _ordered(at: int, levels: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> Pair | None:
    """The later level and the earlier one, where the time of the change or the words of both leave no other reading."""
    one, other = levels
    base = skeleton.figures[at].base
    if base is not None:
        based = [place for place in levels if skeleton.figures[place].period == base]
    else:
        based = [place for place in levels if _is_of_date(at, place, skeleton, lexicon)]
    own = skeleton.sentence(at)
    if len(based) == 1:
        pair = (other, one) if based[0] == one else (one, other)
        tied = own in (skeleton.sentence(one), skeleton.sentence(other)) or _coheres(at, one, skeleton, lexicon)
        return pair if tied and _is_of_the_end(at, pair[0], skeleton, lexicon) else None
    told = [place for place in levels if is_earlier(place, skeleton, lexicon)]
    apart = own != skeleton.sentence(one) == skeleton.sentence(other)
    if len(told) == 1 and apart and not _has_date(at, skeleton, lexicon):
        pair = (other, one) if told[0] == one else (one, other)
        of_one = _coheres(at, one, skeleton, lexicon) and not is_of_other_place(at, one, skeleton)
        return pair if of_one else None
    if sign_of(skeleton.figures[at]) == MULTIPLE and {skeleton.sentence(one), skeleton.sentence(other)} == {own}:
        words = [skeleton.low[max(own[0], place - len("from ")):place] for place in levels]
        return (other, one) if words[0].endswith("from ") and words[1].endswith("to ") else None
    if sign_of(skeleton.figures[at]) == POINT and one < other < at and is_earlier(other, skeleton, lexicon):
        return one, other
    return None


def _coheres(at: int, place: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where the sentence of a level uses a word of what changed, or points back to it."""
    if points_back(place, skeleton, lexicon) and place > at:
        return True
    sentences = (source_between(*skeleton.sentence(each), skeleton) for each in (at, place))
    one, other = (frozenset(lexicon.phrases["part-of-all"].regex.findall(words)) for words in sentences)
    if one != other:
        return False
    return bool(name_of(at, skeleton, lexicon) & stems(source_between(*skeleton.sentence(place), skeleton), lexicon))


def _has_date(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    measured = anchor_behind(at, skeleton, lexicon)
    return measured is not None and (bool(measured.date) or bool(measured.many))


def _is_of_the_end(at: int, place: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a level of the time up to which a change is told, or of no time in the past."""
    period = skeleton.figures[place].period
    if skeleton.figures[at].period is not None and period is not None:
        return period == skeleton.figures[at].period
    anchor = anchor_of(place, skeleton, lexicon)
    return anchor is None or not any(map(str.isdigit, anchor.date))


def _is_of_date(at: int, place: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a level of the very date that a change is measured from."""
    measured, based = anchor_behind(at, skeleton, lexicon), anchor_of(place, skeleton, lexicon)
    if measured is None or based is None or measured.date != based.date:
        return False
    return any(map(str.isdigit, measured.date))


def is_in_unit(level: QuantityDraft, change: QuantityDraft, lexicon: LinkLexicon) -> bool:
    """True for a figure that a change may lead to."""
    if isinstance(level.value, tuple) or level.unit in _TIMES or level.role not in (None, "level", "share", "ratio"):
        return False
    points = change.noun is not None and lexicon.phrases["points"].regex.fullmatch(change.noun.lower()) is not None
    if sign_of(change) == POINT or points:
        return sign_of(level) == PERCENT
    if sign_of(level) != AMOUNT or level.trend:
        return False
    return sign_of(change) in _RATES or alike(level, change)


def name_of(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> frozenset[str]:
    """The stems of what a figure measures: its metric and noun, and the words before it."""
    figure = skeleton.figures[at]
    own = f"{figure.metric or ''} {figure.noun or ''}".lower()
    return stems(f"{own} {words_before(at, skeleton)}", lexicon)


def is_of_other_place(at: int, level: int, skeleton: Skeleton) -> bool:
    """True where the sentence of a change says where or of whom, by a name that the sentence of the level lacks."""
    own, other = (_source_of(skeleton.sentence(place), skeleton) for place in (at, level))
    return any(name not in other for name in _NAMED.findall(own))


def _source_of(span: tuple[int, int], skeleton: Skeleton) -> str:
    start, end = (skeleton.origins[place] if place < len(skeleton.origins) else len(skeleton.source) for place in span)
    return skeleton.source[start:end]

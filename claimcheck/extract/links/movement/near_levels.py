"""The figures near a change that may be the levels before and after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from claimcheck.extract.drafts import QuantityDraft
from claimcheck.extract.links.fitting.fits import alike_levels, is_bare, is_stretch_of_time, size
from claimcheck.extract.links.movement.changes import tells_change
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, FRACTION, MULTIPLE, PERCENT, POINT, Skeleton, sign_of

BEHIND = 60  # letters behind a change that may tell what it is measured from
RATES = (PERCENT, FRACTION, MULTIPLE)
_LEVELS = (None, "level", "share", "ratio")


def windows(at: int, skeleton: Skeleton) -> Iterator[list[int]]:
    """The figures of the sentence round a place, alone and with those of the sentences next to it."""
    start, end = skeleton.sentence(at)
    own = [*skeleton.before(at), *skeleton.after(at)[0]]
    yield own
    earlier = skeleton.before(start - 1) if start > 0 else []
    if earlier:
        yield earlier + own
        first, _ = skeleton.sentence(earlier[0])
        if len(earlier) == 1 and first > 0:
            yield skeleton.before(first - 1) + earlier + own
    if end < len(skeleton.low):
        later = skeleton.after(end + 1)[0]
        yield own + later


def levels_of(at: int, window: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> list[int]:
    """The figures that a change may lie between; of many, those beyond it, for a rate those of the only unit shared."""
    levels = [place for place in window if place != at and _may_be_level(place, at, skeleton, lexicon)]
    if len(levels) <= len(("to", "from")):
        return levels
    if sign_of(skeleton.figures[at]) == AMOUNT:
        change = skeleton.figures[at]  # the 41 of "its 41 huts had 61,480 guests, 3,240 more than" is no level
        return [place for place in levels if not (is_bare(change) and size(skeleton.figures[place]) <= size(change))]
    if sign_of(skeleton.figures[at]) not in RATES:
        return levels
    units = Counter(skeleton.figures[place].unit for place in levels)
    shared = [unit for unit, count in units.items() if count > 1]
    return [place for place in levels if skeleton.figures[place].unit in shared] if len(shared) == 1 else levels


def may_have_levels(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """False where no two figures near a change are of a sort to be its levels; costs little."""
    change = skeleton.figures[at]
    near = (each for each in skeleton.around(at) if each is not change and _is_of_sort(each, change, lexicon))
    return len(list(islice(near, len(("to", "from"))))) == len(("to", "from"))


def _may_be_level(place: int, at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    level, change = skeleton.figures[place], skeleton.figures[at]
    if not _is_of_sort(level, change, lexicon):
        return False
    of_them = lexicon.phrases["part-of-part"].match(skeleton.low[place + 1:].lstrip()[:BEHIND]) is not None
    if of_them and sign_of(change) != MULTIPLE:
        return False  # "142 of them"; but what doubled is itself "counted 142 of them"
    return sign_of(level) == PERCENT or not tells_change(place, skeleton, lexicon)


def _is_of_sort(level: QuantityDraft, change: QuantityDraft, lexicon: LinkLexicon) -> bool:
    """True for a figure that may be a level of a change by what it counts."""
    points = change.noun is not None and lexicon.phrases["points"].fullmatch(change.noun.lower()) is not None
    points = points or sign_of(change) == POINT
    rate = points and level.role == "change" and not level.trend  # "inflation was 3%"
    if not (rate or level.role in _LEVELS) or isinstance(level.value, tuple) or not size(level):
        return False
    if points:
        return sign_of(level) == PERCENT
    if sign_of(level) != AMOUNT or is_stretch_of_time(level.unit):
        return False
    return True if sign_of(change) in RATES else _is_of_unit(level, change)


def _is_of_unit(level: QuantityDraft, change: QuantityDraft) -> bool:
    return level.unit == change.unit or (not is_stretch_of_time(change.unit) and alike_levels(level, change))

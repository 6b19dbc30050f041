"""Gaps between two figures, whatever the words: a lead, a deficit, so many fewer, with the only two figures near it.

The words beside a figure call it a gap; the two figures are the only others in its unit. In one sentence that is
enough. Over two sentences the gap must also be what is left but for one digit, or be told of one of the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.anchors import source_between
from claimcheck.extract.links.changes import ends_in, is_goal, unhedged, words_before
from claimcheck.extract.links.cohesion import clause, stems, stems_of_sentence
from claimcheck.extract.links.fits import is_bare, may_be_gap, share_unit, size
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.extract.links.skeleton import AMOUNT, PERCENT, POINT, Skeleton, sign_of
from claimcheck.extract.links.stated import link_of, read_points
from claimcheck.extract.links.wholes import is_whole
from claimcheck.model.slips import is_misprint

_TIMES = ("year", "month", "week", "day", "hour")
_SIDES = 2
_TOLD = ("change", "difference", "total", "share", "ratio", "conversion", "stock", "goal", "movement")
_FARTHEST = 20  # times that one side may be the other
_AFTER = 40
_ASIDES = (",", ", or", "–", "—", "(")
_TWO_DIGITS, _MANY = 10, 100
_SPACES = 3


def find_gaps(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """A link for each gap that stands with the only two figures in its unit."""
    told = {id(draft) for link in known if link.kind in _TOLD and len(link.roles) > 1
            for drafts in link.roles.values() for draft in drafts}
    for at, gap in skeleton.figures.items():
        if id(gap) in told or not _may_be_gap(gap) or not _is_called_gap(at, skeleton, lexicon):
            continue
        if any(_is_rival(place, at, skeleton, lexicon) for place in (*skeleton.before(at), *skeleton.after(at + 1)[0])):
            continue
        if _is_margin(at, skeleton, lexicon):
            yield link_of("difference", {"difference": gap})
        for window in _windows(at, skeleton):
            sides = [place for place in window if place != at and _may_be_side(skeleton.figures[place], gap)]
            if len(sides) > _SIDES:
                break
            if len(sides) == _SIDES and not any(id(skeleton.figures[side]) in told for side in sides):
                link = _gap(at, sides, skeleton, lexicon)
                if link is not None:
                    yield link
                break


def _may_be_gap(gap: QuantityDraft) -> bool:
    return sign_of(gap) in (AMOUNT, POINT) and not isinstance(gap.value, tuple) and size(gap) > 0


def _is_called_gap(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    words = unhedged(words_before(at, skeleton), lexicon)
    if words and " " not in words and skeleton.before(at) and skeleton.before(at)[-1] >= at - len(words) - _SPACES:
        return False  # "54 by 41 by 38 km" are measures of one thing
    if ends_in("gap-before", words, lexicon):
        return lexicon.phrases["no-gap"].regex.search(words) is None
    behind = skeleton.low[at + 1:at + 1 + _AFTER].lstrip()
    return lexicon.phrases["gap-after"].regex.match(behind) is not None


def _is_rival(place: int, at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for another gap in the same sentence: "by 30 in spring and by 15 in summer"."""
    other = skeleton.figures.get(place)
    return other is not None and other.unit == skeleton.figures[at].unit and _is_called_gap(place, skeleton, lexicon)


def _is_margin(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a number of many digits by which one side beat the other, whose own numbers may stand anywhere."""
    words = unhedged(words_before(at, skeleton), lexicon)
    return size(skeleton.figures[at]) >= _MANY and ends_in("margin", words, lexicon)


def _windows(at: int, skeleton: Skeleton) -> Iterator[list[int]]:
    """The figures of the sentence of a gap, alone and with those of the sentences next to it."""
    start, end = skeleton.sentence(at)
    own = [place for place in (*skeleton.before(at), *skeleton.after(at)[0]) if place in skeleton.figures]
    yield own
    if start > 0:
        yield [place for place in skeleton.before(start - 1) if place in skeleton.figures] + own
    if end + 1 < len(skeleton.low):
        yield own + [place for place in skeleton.after(end + 1)[0] if place in skeleton.figures]


def _may_be_side(side: QuantityDraft, gap: QuantityDraft) -> bool:
    """True for a level in the unit of a gap, be it that only one of them writes it."""
    if isinstance(side.value, tuple) or side.trend or side.role not in (None, "level", "share", "ratio"):
        return False
    if side.unit in _TIMES or size(side) <= 0:
        return False
    points = gap.unit == "count" and gap.noun == "point"
    if sign_of(gap) == POINT or (points and sign_of(side) == PERCENT):
        return sign_of(side) == PERCENT
    if sign_of(side) != AMOUNT:
        return False
    if side.unit != gap.unit:
        return is_bare(side) or (is_bare(gap) and side.unit != "count")
    return side.noun is None or gap.noun is None or _head(side) == _head(gap)


def _head(figure: QuantityDraft) -> str:
    return (figure.noun or "").rpartition(" ")[2].lower()


def _gap(at: int, sides: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> LinkDraft | None:
    figures = skeleton.figures
    gap, large, small = figures[at], *sorted((figures[side] for side in sides), key=size, reverse=True)
    if large.unit != small.unit and not (is_bare(large) or is_bare(small)):
        return None
    if size(large) > _FARTHEST * size(small) or size(large) == size(small) or size(gap) >= size(large):
        return None
    if any(is_goal(side, skeleton, lexicon) or is_whole(side, skeleton, lexicon) for side in sides):
        return None
    if gap.unit == large.unit == small.unit and not may_be_gap(gap, large, small):
        return None
    left = size(large) - size(small)
    if not (_is_slip(gap, left) or _is_of_both(at, sides, skeleton, lexicon)):
        return None
    told = {"difference": gap, "minuend": large, "subtrahend": small}
    read_points(told, lexicon)
    share_unit([gap, large, small])
    return link_of("difference", told)


def _is_slip(gap: QuantityDraft, left: object) -> bool:
    return size(gap) >= _TWO_DIGITS and is_misprint(size(gap), left)  # type: ignore[arg-type]


def _is_of_both(at: int, sides: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a gap in the sentence of both figures, or told of the one beside it against the one before that."""
    own = skeleton.sentence(at)
    if lexicon.phrases["apart"].regex.search(source_between(*own, skeleton)):
        return False
    near = [side for side in sides if skeleton.sentence(side) == own]
    between = skeleton.low[min(sides) + 1:max(sides)]
    low, high = clause(at, skeleton)
    if not any(low <= side < high for side in near):
        return False
    of_one = not between.strip(" ,").removeprefix("of the").strip("of ")  # "20 of the 49": part and whole
    if of_one or ";" in skeleton.low[min(at, *sides):max(at, *sides)]:
        return False
    if len(near) == _SIDES:
        return _points_at_sides(at, sides, skeleton, lexicon)
    if len(near) != 1 or min(sides) == near[0] or skeleton.low[near[0] + 1:at].strip() not in _ASIDES:
        return False
    return _points_at_sides(at, sides, skeleton, lexicon)


def _points_at_sides(at: int, sides: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """False where the words behind a gap measure it from something that is none of the two figures."""
    _, end = skeleton.sentence(at)
    found = lexicon.phrases["gap-after"].regex.match(skeleton.low, at + 2, end)
    following = [place for place in skeleton.after(at + 1)[0] if place in skeleton.figures]
    if found is None:
        return ends_in("gap-before", unhedged(words_before(at, skeleton), lexicon), lexicon)
    limit = min(following[0] if following else end, end)
    behind = re.split("[,;:.]", skeleton.low[found.end():limit], maxsplit=1)[0]
    if following[:1] and following[0] in sides:
        between = skeleton.low[found.end():limit]
        if len(between) == len(behind) or lexicon.phrases["told-of"].regex.match(between[len(behind):]):
            return True
    if not behind.strip():
        return True
    named = stems(behind, lexicon)
    told = frozenset().union(*(stems_of_sentence(side, skeleton, lexicon) for side in sides
                               if skeleton.sentence(side) != skeleton.sentence(at)))
    return any(mine.startswith(yours) or yours.startswith(mine) for mine in named for yours in told)

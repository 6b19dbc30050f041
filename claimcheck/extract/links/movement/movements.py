"""Movements to a level, and the earlier level that the words tell beside it: "fell to 64, against 58 the year before".

What fell in May may still be above that of a year before, so that only levels of years are set against each other, and
those of a month or quarter and the one right before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import Draft, LinkDraft
from claimcheck.extract.links.movement.anchors import beside
from claimcheck.extract.links.movement.changes import are_levels, is_goal
from claimcheck.extract.links.movement.earlier import is_earlier
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import DATE, Skeleton
from claimcheck.model.period import Period

_OF_YEARS = ("year", "fiscal-year", "school-year")
_YEAR = re.compile(r"(?:[^\W\d_]+ )?(?:1[89]|20)\d\d")
_SHORTER = ("quarter", "month", "week", "day")
_APART = 160  # letters from a level to the earlier one in the next sentence


def set_bases(links: Sequence[LinkDraft], skeleton: Skeleton, lexicon: LinkLexicon) -> None:
    """Gives the movements among some links that tell one level the earlier level of years told beside it."""
    moves = [link for link in links if link.kind == "movement" and "from" not in link.roles]
    if not moves:
        return
    places = {id(figure): at for at, figure in skeleton.figures.items()}
    bases = {id(link.roles["to"][0]): link.roles["from"][0] for link in links if link.kind == "levels"}
    for link in moves:
        to = link.roles["to"][0]
        told = bases.get(id(to))
        base = next(_alone_behind(places[id(to)], skeleton), None) if told is None else places[id(told)]
        if base is not None and _is_of_time_before(places[id(to)], base, skeleton, lexicon):
            earlier: Draft = skeleton.figures[base]
            link.roles["from"] = [earlier]


def _alone_behind(to: int, skeleton: Skeleton) -> Iterator[int]:
    """The only figure of the sentence behind a level, where that is the only one of its own."""
    _, end = skeleton.sentence(to)
    if skeleton.before(to) or skeleton.after(to)[0] != [to] or end + 1 >= len(skeleton.low):
        return
    found = skeleton.after(end + 1)[0]
    if len(found) == 1 and found[0] in skeleton.figures and found[0] - to < _APART:
        yield found[0]


def _is_of_time_before(at: int, base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for levels of one month and the next, or of two years, with nothing told of a shorter time."""
    to, earlier = skeleton.figures[at], skeleton.figures[base]
    if not are_levels(to, earlier) or is_goal(base, skeleton, lexicon):
        return False
    if _follow(earlier.period, to.period):
        return not _is_measured_otherwise(at, base, skeleton, lexicon)
    if any(figure.period is not None and figure.period.sort not in _OF_YEARS for figure in (to, earlier)):
        return False
    if to.period is not None and earlier.period is not None:
        return to.period.sort == earlier.period.sort and to.period.start.year == earlier.period.start.year + 1
    start, end = skeleton.sentence(at)
    first, last = skeleton.sentence(base)
    words = skeleton.told(min(start, first), max(end, last))
    if any(lexicon.phrases[f"lag-{sort}"].search(words) for sort in _SHORTER):
        return False
    if _is_of_shorter_time(min(start, first), max(end, last), skeleton, lexicon):
        return False
    apart = start != first
    if apart and to.period is None and not lexicon.phrases["lag-year"].search(skeleton.told(start, end)):
        return False  # "the queue shrank to 340. A year ago it was 290": it may have shrunk since May
    told = next((words for words in beside(base, skeleton) if lexicon.phrases["earlier-time"].search(words)), "")
    year = earlier.period is None and lexicon.phrases["year-before"].search(told) is not None
    return year and is_earlier(base, skeleton, lexicon)


def _follow(first: Period | None, last: Period | None) -> bool:
    """True for a month or quarter and the next one."""
    return first is not None and last is not None and first.sort == last.sort in _SHORTER and first.end == last.start


def _is_measured_otherwise(at: int, base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where a sentence of either says that they are not alike, or that one moved from what was a year before."""
    told = [skeleton.told(*skeleton.sentence(place)) for place in (at, base)]
    return any(lexicon.phrases[each].search(words) for each in ("apart", "lag-year") for words in told)


def _is_of_shorter_time(start: int, end: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where a stretch gives a day or month, or a time that may be one."""
    at = skeleton.low.find(DATE, start, end)
    while at >= 0:
        told = skeleton.told(at, at + 1).strip()
        if not (_YEAR.fullmatch(told) or lexicon.phrases["lag-year"].search(told)):
            return True
        at = skeleton.low.find(DATE, at + 1, end)
    return False

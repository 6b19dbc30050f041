"""Times from which words measure, as far as these tell them: a date, or so long ago."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import DATE, FIGURES, STOP, Skeleton

_SORTS = ("year", "season", "quarter", "month", "week", "day")
_FAR = 70  # letters on either side of a figure
_MARKS = (",", ";", ".", ":", "(", STOP)
_SEVERAL = re.compile(r"(?P<many>[\w-]+) (?P<times>[^\W\d_]+) \w+$")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time: the text of a date, or a sort of time and how many of it lie between."""

    date: str = ""
    sort: str = ""
    many: str = ""


def anchor_behind(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> Anchor | None:
    """The time from which the words behind a change measure it: so long ago, or a date after "than" or "from"."""
    following, end = skeleton.after(at + 1)
    figures = [place for place in following if not _is_time(place, skeleton)]
    limit = min(figures[0] if figures else end, at + 1 + _FAR)
    parted = skeleton.low.find(";", at + 1, limit)
    limit = parted if parted >= 0 else limit
    found = _anchor(at + 1, limit, skeleton, lexicon)
    if found is None or not found.date:
        return found
    day = skeleton.low.find(DATE, at + 1, limit)
    before = skeleton.low[at + 1:day].strip()
    return found if any(lexicon.phrases[each].search(before) for each in ("own-base", "than-what")) else None


def anchor_of(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> Anchor | None:
    """The time that the words round a level tell: those right behind it, else those before it in its clause."""
    behind, before = _spans(at, skeleton)
    anchors = (_anchor(*span, skeleton, lexicon) for span in (behind, _of_own_words(before, skeleton, lexicon)))
    return next((anchor for anchor in anchors if anchor is not None), None)


def _of_own_words(span: tuple[int, int], skeleton: Skeleton, lexicon: LinkLexicon) -> tuple[int, int]:
    """What is left of a stretch behind the date that the figure before is compared with and a conjunction.

    "31%, two less than in 2021, and the Greens 12%": the 12% are not of 2021.
    """
    start, end = span
    day = skeleton.low.find(DATE, start, end)
    if day < 0 or lexicon.phrases["than-what"].search(skeleton.low, start, day) is None:
        return span
    behind = skeleton.low[day + 1:end].lstrip(" ,")
    if not behind and "," in skeleton.low[day + 1:end]:
        return day + 1, end
    found = lexicon.phrases["list-joint"].match(behind) or lexicon.phrases["other-statement"].match(behind)
    return (day + 1, end) if found is not None else span


def beside(at: int, skeleton: Skeleton) -> Iterator[str]:
    """The words of the clause behind a figure and before it, up to the next figures that are no times."""
    for start, end in _spans(at, skeleton):
        yield skeleton.told(start, end)


def _spans(at: int, skeleton: Skeleton) -> Iterator[tuple[int, int]]:
    following, end = skeleton.after(at + 1)
    figures = [place for place in following if not _is_time(place, skeleton)]
    limit = min(figures[0] if figures else end, at + 1 + _FAR)
    yield at + 1, min((place for place in (skeleton.low.find(mark, at + 1, limit) for mark in _MARKS) if place >= 0),
                      default=limit)
    preceding = [place for place in skeleton.before(at) if not _is_time(place, skeleton)]
    start = max(skeleton.sentence(at)[0], preceding[-1] + 1 if preceding else 0, at - _FAR)
    marks = ";:" if preceding else ";"
    yield max(start, *(skeleton.low.rfind(mark, start, at) + 1 for mark in marks)), at


def is_of_next(at: int, base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a level that a further change is measured from: "9 fewer than in May, a tenth fewer than June's 33"."""
    than = lexicon.phrases["than-what"]
    return any(
        than.search(skeleton.low[at + 1:place]) is not None and than.search(skeleton.low[place + 1:base]) is not None
        for place in range(at + 1, base) if place in skeleton.figures
    )


def compared_with(behind: str, lexicon: LinkLexicon) -> str | None:
    """What the words behind a change compare it with ("than its rival"); None for nothing, or for its reason."""
    found = lexicon.phrases["than-what"].match(behind)
    if found is None:
        return None
    compared = behind[found.end():]
    if lexicon.phrases["on-what"].fullmatch(found[0]) is None:
        return compared
    base = compared.lstrip()
    is_base = base[:1] in (*FIGURES, DATE) or lexicon.phrases["on-base"].match(base) is not None
    return compared if is_base and not lexicon.phrases["on-ground-of"].match(base) else None


def _is_time(place: int, skeleton: Skeleton) -> bool:
    return place in skeleton.figures and skeleton.figures[place].unit in _SORTS


def are_one_time(one: Anchor, other: Anchor) -> bool:
    """True for one date, be it told more closely in one place, or for the same time ago."""
    if one.date and other.date:
        return one.date in other.date or other.date in one.date
    return one == other


def _anchor(start: int, end: int, skeleton: Skeleton, lexicon: LinkLexicon) -> Anchor | None:
    at = skeleton.low.find(DATE, start, end)
    if at >= 0:
        return Anchor(date=skeleton.told(at, at + 1).strip())
    words = skeleton.told(start, end)
    lag = lexicon.phrases["lag"].search(words)
    if lag is None:
        return None
    sort = next((each for each in _SORTS if lexicon.phrases[f"lag-{each}"].search(lag[0])), "")
    several = _SEVERAL.search(words[:lag.end()])
    if several is None or lexicon.phrases["lag-units"].fullmatch(several["times"]) is None:
        return Anchor(sort=sort)
    many = several["many"]
    return Anchor(sort=sort, many="" if lexicon.phrases["lag-months-of-year"].fullmatch(many) else many)

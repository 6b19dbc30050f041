"""Split: two amounts of a sentence that share out what the sentence before it tells, as its build shows.

"Of the newcomers 8,210 came from the valleys and 11,660 from abroad", "Wages take 9.8 billion and roads 4.8 billion":
what the first is said to do, the second does as well, and nothing is said of it again.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.links.fitting.fits import is_bare
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.phrasing.page import Passage
from claimcheck.extract.links.phrasing.skeleton import STOP

_MOST_BETWEEN, _MOST_BEHIND = 45, 40  # letters between the two amounts, and behind the second
_MOST_BEFORE = 60  # and before the first


def is_split(first: int, second: int, passage: Passage) -> bool:
    """True for two amounts, given by their places, the second of which leaves out what the first is said to do."""
    low, phrases = passage.skeleton.low, passage.lexicon.phrases
    start, end = passage.sentence(first)
    before, between = low[start:first].strip(), low[first + 1:second].strip()
    behind = low[second + 1:end].partition(",")[0].strip(f" .{STOP}")
    if len(before) > _MOST_BEFORE or len(between) > _MOST_BETWEEN or len(behind) > _MOST_BEHIND:
        return False
    if any(mark in f"{between} {behind}" for mark in ";:()") or passage.says("partial-set", first + 1, end):
        return False
    joint = phrases["list-joint"].search(between)
    if joint is None:
        return False
    told, elided = f"{before} {between[:joint.start()]}", f"{between[joint.end():]} {behind}"
    verbs = phrases["split-verb"]
    return verbs.search(told) is not None and not (
        verbs.search(elided) or phrases["plain-verb"].search(elided) or phrases["relative"].search(elided)
    )


def leave_a_rest(first: int, passage: Passage) -> bool:
    """True for amounts behind which, in their sentence or the next, words tell that there is a rest."""
    end = passage.sentence(first)[1]
    following = passage.sentence(end + 1)[1] if end + 1 < len(passage.skeleton.low) else end
    return passage.lexicon.signs["rest"].search(passage.words(first, following)) is not None


def lend_unit_before(start: int, places: Sequence[int], passage: Passage) -> None:
    """Gives bare numbers in a scale ("9.8 billion") the unit of a figure of that scale right before their sentence."""
    before = passage.skeleton.before(start - 1)[-1:] if start else []
    parts = [passage.skeleton.figures[at] for at in places]
    for at in before:
        whole = passage.skeleton.figures[at]
        if all(is_bare(part) and part.scale == whole.scale > 1 for part in parts) and not is_bare(whole):
            share_unit([whole, *parts])

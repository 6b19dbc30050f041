"""Wholes: what tells that one figure is the whole of which another is a part, whatever their words.

The text may say so ("of the 840 boats 310 leak"), or the figures do: amounts told one after the other that
make up another to the last digit are its parts, and shares told of several parts are of the one whole that they fit.
All that is told counts as logarithms of odds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from claimcheck.check.comparing.comparable import role_of
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.parts.quotients import are_close, is_amount, percentage_of, size_of
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.interval import Interval

TIED = 2.0  # what it tells that the words, or a sum, make one figure the whole of another
_FITS, _FIT_MANY = 1.5, 2.5  # what it tells that the shares of one other part, or of several, are of a whole
_LONGEST = 12  # parts in a list
_APART = 160  # characters from one part of a list to the next
_TELLING = 3  # digits of a sum that chance does not make
_NARROW = 4  # percent; a smaller share is of a whole that it tells too roughly
_HUNDRED = 100

_Place = tuple[str, int]
_Sum = tuple[str | None, Decimal]


class Wholes:
    """The parts and wholes of all stories, as words and sums tell them."""

    def __init__(self, stories: Stories, relations: Iterable[Relation], portions: Iterable[Relation]) -> None:
        self._stories = stories
        self._relations = relations
        self._sums: dict[str, dict[_Sum, list[frozenset[_Place]]]] = {}
        self._shares: dict[str, list[tuple[Claim, Claim]]] = defaultdict(list)
        for portion in portions:
            for part in portion.roles.get("part", ()):
                if is_amount(part):
                    self._shares[portion.path].append((part, portion.roles["share"][0]))

    def of(self, part: Claim, whole: Claim) -> float:
        """What tells that a figure is the whole of another, as words or a sum tie the two; 0 where nothing does."""
        told = (_place(part), _place(whole)) in self._told
        return TIED if told or any(_place(part) in parts for parts in self._parts_of(part.path, whole)) else 0.0

    def are_parts(self, one: Claim, other: Claim) -> bool:
        """True for two parts of one whole that is told beside them."""
        if one.path != other.path:
            return False
        both = {_place(one), _place(other)}
        return any(both <= parts for whole in self._near(one) for parts in self._parts_of(one.path, whole))

    def of_shares(self, part: Claim, whole: Claim) -> float:
        """What tells that a figure is the whole of a part: the shares of other parts told beside this one fit it."""
        fits = {size_of(other) for other, share in self._shares_beside(part) if _fits(other, share, whole)}
        return (0.0, _FITS, _FIT_MANY)[min(len(fits), 2)]

    def speaks_against(self, part: Claim, whole: Claim) -> bool:
        """True for a part whose own share, told beside it, is one of something else."""
        told = [share for other, share in self._shares.get(part.path, ()) if other is part]
        return bool(told) and not any(_fits(part, share, whole) for share in told)

    def is_of_others(self, part: Claim, share: Claim) -> bool:
        """True for a share that is of the same whole, told or not, as that of another part beside it."""
        whole = _whole_of(part, share)
        return whole is not None and any(
            (other := _whole_of(*each)) is not None and not whole.is_disjoint(other)
            for each in self._shares_beside(part) if each[1].value != share.value
        )

    def _shares_beside(self, part: Claim) -> Iterator[tuple[Claim, Claim]]:
        """The other parts of the text around one, in its measure, with their shares."""
        for other, share in self._shares.get(part.path, ()):
            if other is not part and other.measure == part.measure and are_close(other, part):
                yield other, share

    def _near(self, claim: Claim) -> Iterator[Claim]:
        for path in self._stories.near(claim.path):
            yield from self._stories.figures_that(is_amount, path)

    @cached_property
    def _told(self) -> frozenset[tuple[_Place, _Place]]:
        """The places of each part and whole that the words tie."""
        return frozenset(
            (_place(part), _place(whole)) for relation in self._relations
            for part in relation.roles.get("part", ()) for whole in relation.roles.get("whole", ())
        )

    def _parts_of(self, path: str, whole: Claim) -> Sequence[frozenset[_Place]]:
        """The places of the figures of a report, told one after the other, that make up a whole to the last digit."""
        if len(digits_of(whole)) + 1 < _TELLING:
            return ()
        if path not in self._sums:
            self._sums[path] = _sums_of(self._stories.figures_that(is_amount, path))
        return self._sums[path].get((whole.unit, size_of(whole)), ())


def _sums_of(levels: Sequence[Claim]) -> dict[_Sum, list[frozenset[_Place]]]:
    """What stretches of figures add up to, with the places of the figures."""
    found: dict[_Sum, list[frozenset[_Place]]] = defaultdict(list)
    for run in _runs(levels):
        for first in range(len(run)):
            total = size_of(run[first])
            for last in range(first + 1, min(first + _LONGEST, len(run))):
                total += size_of(run[last])
                units = {each.unit for each in run[first : last + 1]} - {"count"}
                if len(units) <= 1:
                    places = frozenset(map(_place, run[first : last + 1]))
                    for unit in (*units, "count"):
                        found[unit, total].append(places)
    return found


def _runs(levels: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Stretches of amounts in one unit that stand one after the other."""
    run = list(levels[:1])
    for before, level in pairwise(levels):
        if level.start - before.start > _APART:
            yield run
            run = []
        run.append(level)
    yield run


def _fits(part: Claim, share: Claim, whole: Claim) -> bool:
    if share.reading is None or part.measure != whole.measure or size_of(part) >= size_of(whole):
        return False
    return not share.reading.strict.is_disjoint(percentage_of(part, whole))


def _whole_of(part: Claim, share: Claim) -> Interval | None:
    """The whole that a part and its share are of; None where they tell it too roughly."""
    if part.reading is None or share.reading is None or size_of(share) < _NARROW or role_of(part) != "level":
        return None
    return (part.reading.strict / share.reading.strict).scale(_HUNDRED)


def _place(claim: Claim) -> _Place:
    return claim.path, claim.start

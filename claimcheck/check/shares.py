"""Shares: a share told in one place, and the part and the whole told in others that it does not fit.

The words of the share's clause name the part, or the whole behind "of". A figure whose own words are among them may be
meant; how rare these words are in the story tells how likely it is (see `check.evidence`). A part or a whole that the
clause itself gives is meant for certain. Whatever figures near the share make it right clear it: the words may have
tied the wrong ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from claimcheck.check.comparable import are_alike, are_of_two_times
from claimcheck.check.evidence import Evidence, in_one_sentence, stem_of_word
from claimcheck.check.quotients import (
    GIVEN,
    Quotient,
    Weighed,
    are_close,
    best_missed,
    divided,
    is_amount,
    of_place,
    of_words,
    size_of,
    stems_in,
)
from claimcheck.check.stories import Stories
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.interval import Interval

_LEAST = 1.2  # that the words tell of a part, and of a whole, where the clause gives neither
_JUST_BEFORE = 0.7  # what it tells of a whole that it stands in the sentences before
_NEAR = 400  # characters around a share; figures there may be meant, whatever their names
_FARTHEST = 2  # times that a share may miss what it should be
_NEARLY_ALL = Decimal("0.97")  # of a whole, beyond which nobody gives a share
_COVERED = 0.5  # of the words that name a part, more of which a figure must share
_SHORT = 3  # letters of a word that tells nothing
_FEWEST = 10  # smaller numbers stand for anything
_BARE = 100  # from which on a number without a unit may be in the unit of another
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class _Words:
    """How the words of a share's clause begin: those that name the part, and those that name the whole."""

    part: frozenset[str]
    whole: frozenset[str]

    @classmethod
    def of(cls, portion: Relation) -> _Words:
        """The words of a share, as its clause tells them of the part and of the whole."""
        (share,) = portion.roles["share"]
        said = {word for word in portion.scope.split() if len(word) > _SHORT or word in share.context}
        known = stems_in(" ".join(said)) - frozenset(map(stem_of_word, share.story))  # but no names
        part, _, whole = portion.scope.partition("\n")
        return cls(stems_in(part) & known, stems_in(whole) & known)


class Shares:
    """The levels of all stories, to be taken for the parts and wholes of shares."""

    def __init__(self, stories: Stories, evidence: Evidence, portions: Sequence[Relation]) -> None:
        self._stories = stories
        self._evidence = evidence
        self._parts = {id(part) for portion in portions for part in portion.roles.get("part", ())}

    def missed_by(self, portion: Relation) -> Quotient | None:
        """The part and the whole that a share was meant to be of and does not fit; None where others may be."""
        (share,) = portion.roles["share"]
        levels = [each for path in self._stories.near(share.path) for each in self._stories.figures(path)
                  if is_amount(each)]
        parts, wholes = self._candidates(portion, levels)
        if not parts or not wholes or self._comes_out(share, levels, parts, wholes):
            return None
        given = bool(portion.roles.get("part")) or len(portion.roles.get("whole", ())) == 1
        best = best_missed(share, self._pairs(share, parts, wholes, given=given))
        return best if best is not None and _is_in_reach(share, best) and not self._is_of_other(share, best) else None

    def _is_of_other(self, share: Claim, pair: Quotient) -> bool:
        """True for a part and a whole of which the report of the share gives the share itself, as another figure."""
        made = _percentage(pair.over, pair.under)
        others = (each for each in self._stories.figures(share.path) if each is not share and each.measure == "percent")
        return any(each.reading is not None and not each.reading.strict.is_disjoint(made) for each in others
                   if each.role != "change" and each.value != share.value)

    def _candidates(self, portion: Relation, levels: Sequence[Claim]) -> tuple[list[Weighed], list[Weighed]]:
        """The figures that may be the part, and those that may be the whole, each with what tells for it."""
        (share,) = portion.roles["share"]
        words = _Words.of(portion)
        elsewhere = [level for level in levels if not in_one_sentence(share, level)]
        part, whole = portion.roles.get("part", ()), portion.roles.get("whole", ())
        parts = [(GIVEN, each) for each in part if is_amount(each)]
        wholes = [(GIVEN, each) for each in whole if is_amount(each) and len(whole) == 1]
        named = self._named(elsewhere, words.part, share, least=_COVERED)
        return (
            parts or [(told, each) for told, each in named if size_of(each) >= _FEWEST],
            wholes or [each for each in self._named(elsewhere, words.whole, share) if id(each[1]) not in self._parts],
        )

    def _named(
        self, levels: Sequence[Claim], words: frozenset[str], share: Claim, least: float = 0.0
    ) -> Iterator[Weighed]:
        """The levels whose own words are among some, more than the least share of them, with how much these tell."""
        for level in levels:
            near = self._evidence.own(level) & words
            if len(near) > least * len(words):
                yield of_words(level, words, self._evidence, share.path), level

    def _comes_out(
        self, share: Claim, levels: Sequence[Claim], parts: Sequence[Weighed], wholes: Sequence[Weighed]
    ) -> bool:
        """True when figures that are named, or stand near the share, make it right."""
        assert share.reading is not None
        near = [
            level for level in levels
            if level.path == share.path and abs(level.start - share.start) < _NEAR and size_of(level) >= _FEWEST
        ]
        told = share.reading.strict
        return any(
            _may_be_pair(part, whole) and not told.is_disjoint(_percentage(part, whole))
            for part, whole in product([*(each for _, each in parts), *near], [*(each for _, each in wholes), *near])
        )

    def _pairs(
        self, share: Claim, parts: Sequence[Weighed], wholes: Sequence[Weighed], *, given: bool
    ) -> Iterator[Quotient]:
        for (one, part), (other, whole) in product(parts, wholes):
            if not _may_be_pair(part, whole) or (not given and min(one, other) < _LEAST):
                continue
            if are_of_two_times(part, whole) or not are_alike(part.status, whole.status):
                continue
            before = _JUST_BEFORE * (are_close(whole, share) and whole.start < share.start)
            told = one + other + of_place(part, whole) + before
            yield Quotient(part, whole, told, float(_percentage(part, whole).middle or 0))


def _may_be_pair(part: Claim, whole: Claim) -> bool:
    """True for amounts of one sort, or in one unit that one of them leaves out, the first of them smaller."""
    if part is whole or size_of(part) >= _NEARLY_ALL * size_of(whole):
        return False
    return part.measure == whole.measure or any(
        each.unit == "count" and each.noun is None and size_of(each) >= _BARE and other.measure != "hour"
        for each, other in ((part, whole), (whole, part))
    )


def _is_in_reach(share: Claim, pair: Quotient) -> bool:
    assert share.reading is not None
    told = float(share.reading.strict.middle or 0)
    return told <= _FARTHEST * pair.made and pair.made <= _FARTHEST * told


def _percentage(part: Claim, whole: Claim) -> Interval:
    return divided(part, whole).scale(_HUNDRED)

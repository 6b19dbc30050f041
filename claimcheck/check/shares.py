"""Shares: a share told in one place, and the part and the whole told in others that it does not fit.

The words of the share's clause name the part, or the whole behind "of". A figure whose
own words are among them may be meant; how rare these words are in the story tells how likely it is (see
`check.evidence`). A part or a whole that the clause itself gives is meant for certain. Whatever figures near the share
make it right clear it: the words may have tied the wrong ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import log

from claimcheck.check.comparable import are_alike, are_of_two_times, role_of
from claimcheck.check.evidence import Evidence, in_one_sentence, stem_of_word
from claimcheck.check.stories import Stories
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.interval import Interval
from claimcheck.model.slips import chance_of_misprint, is_misprint

_ENOUGH = 4.0  # log odds; on the reports of a dozen fields that were tried, no share of other things reached it
_GIVEN = 3.0  # log odds for a figure that the clause of the share gives
_LEAST = 1.2  # that the words tell of a part, and of a whole, where the clause gives neither
_BESIDE_NAME = 0.6  # of what a word counts that stands near a figure, and is no part of its name
_ONE_SENTENCE, _ONE_PARAGRAPH, _JUST_BEFORE = 1.0, 0.5, 0.7  # what it tells that part, whole and share stand together
_NEXT = 300  # characters between figures of neighbouring sentences
_NEAR = 400  # characters around a share; figures there may be meant, whatever their names
_FARTHEST = 2  # times that a share may miss what it should be
_NEARLY_ALL = Decimal("0.97")  # of a whole, beyond which nobody gives a share
_RIVAL = 1.0  # log odds by which the best pair may lead, and others still be meant
_ONE_RESULT = 0.02  # of a share, within which two pairs make the same
_COVERED = 0.5  # of the words that name a part, more of which a figure must share
_SHORT = 3  # letters of a word that tells nothing
_FEWEST = 10  # smaller numbers stand for anything
_BARE = 100  # from which on a number without a unit may be in the unit of another
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Pair:
    """A part and a whole, what the words tell for them, and about what share the part is in per cent."""

    part: Claim
    whole: Claim
    score: float
    made: float


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
        known = _stems(" ".join(said)) - frozenset(map(stem_of_word, share.story))  # but no names
        part, _, whole = portion.scope.partition("\n")
        return cls(_stems(part) & known, _stems(whole) & known)


class Shares:
    """The levels of all stories, to be taken for the parts and wholes of shares."""

    def __init__(self, stories: Stories, evidence: Evidence, portions: Sequence[Relation]) -> None:
        self._stories = stories
        self._evidence = evidence
        self._parts = {id(part) for portion in portions for part in portion.roles.get("part", ())}

    def missed_by(self, portion: Relation) -> Pair | None:
        """The part and the whole that a share was meant to be of and does not fit; None where others may be."""
        (share,) = portion.roles["share"]
        levels = [each for path in self._stories.near(share.path) for each in self._stories.figures(path)
                  if _is_level(each)]
        parts, wholes = self._candidates(portion, levels)
        if not parts or not wholes or self._comes_out(share, levels, parts, wholes):
            return None
        given = bool(portion.roles.get("part")) or len(portion.roles.get("whole", ())) == 1
        pairs = sorted(self._pairs(share, parts, wholes, given=given), key=lambda pair: -pair.score)
        if not pairs:
            return None
        best = pairs[0]
        rivals = [
            pair for pair in pairs
            if pair.score > best.score - _RIVAL and abs(pair.made - best.made) > _ONE_RESULT * best.made
        ]
        enough = best.score + _of_slip(share, best.made) - log(1 + len(rivals)) >= _ENOUGH
        return best if enough and _is_in_reach(share, best) else None

    def _candidates(
        self, portion: Relation, levels: Sequence[Claim]
    ) -> tuple[list[tuple[float, Claim]], list[tuple[float, Claim]]]:
        """The figures that may be the part, and those that may be the whole, each with what tells for it."""
        (share,) = portion.roles["share"]
        words = _Words.of(portion)
        elsewhere = [level for level in levels if not in_one_sentence(share, level)]
        part, whole = portion.roles.get("part", ()), portion.roles.get("whole", ())
        parts = [(_GIVEN, each) for each in part if _is_level(each)]
        wholes = [(_GIVEN, each) for each in whole if _is_level(each) and len(whole) == 1]
        return (
            parts or [
                each for each in self._named(elsewhere, words.part, share, least=_COVERED) if _size(each[1]) >= _FEWEST
            ],
            wholes or [each for each in self._named(elsewhere, words.whole, share) if id(each[1]) not in self._parts],
        )

    def _named(
        self, levels: Sequence[Claim], words: frozenset[str], share: Claim, least: float = 0.0
    ) -> Iterator[tuple[float, Claim]]:
        """The levels whose own words are among some, more than the least share of them, with how much these tell."""
        for level in levels:
            near = self._evidence.own(level) & words
            if len(near) > least * len(words):
                name = near & _stems(f"{level.phrase or ''} {level.noun or ''} {level.metric or ''}".casefold())
                told = self._evidence.weight(name, share.path)
                yield told + _BESIDE_NAME * self._evidence.weight(near - name, share.path), level

    def _comes_out(
        self, share: Claim, levels: Sequence[Claim], parts: Sequence[tuple[float, Claim]],
        wholes: Sequence[tuple[float, Claim]],
    ) -> bool:
        """True when figures that are named, or stand near the share, make it right."""
        assert share.reading is not None
        near = [
            level for level in levels
            if level.path == share.path and abs(level.start - share.start) < _NEAR and _size(level) >= _FEWEST
        ]
        told = share.reading.strict
        return any(
            _may_be_pair(part, whole) and not told.is_disjoint(_percentage(part, whole))
            for part, whole in product([*(each for _, each in parts), *near], [*(each for _, each in wholes), *near])
        )

    def _pairs(
        self, share: Claim, parts: Sequence[tuple[float, Claim]], wholes: Sequence[tuple[float, Claim]], *, given: bool
    ) -> Iterator[Pair]:
        for (one, part), (other, whole) in product(parts, wholes):
            if not _may_be_pair(part, whole) or (not given and min(one, other) < _LEAST):
                continue
            if are_of_two_times(part, whole) or not are_alike(part.status, whole.status):
                continue
            together = _ONE_SENTENCE if in_one_sentence(part, whole) else _ONE_PARAGRAPH * _are_close(part, whole)
            before = _JUST_BEFORE * (_are_close(whole, share) and whole.start < share.start)
            yield Pair(part, whole, one + other + together + before, float(_percentage(part, whole).middle or 0))


def _may_be_pair(part: Claim, whole: Claim) -> bool:
    """True for amounts of one sort, or in one unit that one of them leaves out, the first of them smaller."""
    if part is whole or _size(part) >= _NEARLY_ALL * _size(whole):
        return False
    return part.measure == whole.measure or any(
        each.unit == "count" and each.noun is None and _size(each) >= _BARE and other.measure != "hour"
        for each, other in ((part, whole), (whole, part))
    )


def _is_level(claim: Claim) -> bool:
    plain = role_of(claim) == "level" and isinstance(claim.value, Decimal) and claim.value > 0
    return plain and claim.measure != "percent" and "_per_" not in (claim.measure or "")


def _is_in_reach(share: Claim, pair: Pair) -> bool:
    assert share.reading is not None
    told = float(share.reading.strict.middle or 0)
    return told <= _FARTHEST * pair.made and pair.made <= _FARTHEST * told


def _of_slip(share: Claim, made: float) -> float:
    """What it tells that a share is a misprint of what it should be."""
    if not isinstance(share.value, Decimal) or share.form != "digits":
        return 0.0
    exponent = share.value.as_tuple().exponent
    true = Decimal(f"{made:.{max(-exponent, 0) if isinstance(exponent, int) else 0}f}")
    return -log(chance_of_misprint(share.value, true)) if is_misprint(share.value, true) else 0.0


def _are_close(one: Claim, other: Claim) -> bool:
    return one.path == other.path and abs(one.start - other.start) < _NEXT


def _percentage(part: Claim, whole: Claim) -> Interval:
    assert part.reading is not None
    assert whole.reading is not None
    return (part.reading.strict / whole.reading.strict).scale(_HUNDRED)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem_of_word(word) for word in text.replace("-", " ").split() if len(word) > 2)


def _size(claim: Claim) -> Decimal:
    return claim.value if isinstance(claim.value, Decimal) else Decimal(0)

"""Gaps: a lead, a margin or what is left, and the two figures told elsewhere whose difference it misses by a slip.

The two figures stand together, near the gap or in a sentence that shares its words or the amounts beside it; or each
stands in a report of its own, and all three share words. Chance seldom makes the difference of such a pair the gap but
for one digit, or two that changed places; any pair that fits the gap clears it, and so does another report that tells
the gap as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from math import log

from claimcheck.check.comparing.comparable import are_alike, role_of
from claimcheck.check.comparing.evidence import Evidence, in_one_sentence, stem_of_word
from claimcheck.check.comparing.slips import amount_of, as_rounded, is_bare
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.comparing.times import are_of_two_times
from claimcheck.model.claim import Claim
from claimcheck.model.measure import measure_of
from claimcheck.model.slips import chance_of_misprint, is_misprint

_RAREST = 0.05  # how often chance may make a misprint
_TOGETHER, _NEAR = 250, 400  # characters between the two figures, and between these and the gap
_NEXT_TO = 1.5  # what it tells of a figure that it stands near the gap, in log odds
_ENOUGH = 5.0  # log odds; on the reports of a dozen fields that were tried, no gap of other things reached it
_HUNDRED = 100
_FEWEST_WORDS = 3  # that a gap shares with two figures elsewhere
_MUCH = 3.0  # what the amounts beside a gap and beside each of two figures elsewhere must tell in place of words
_EACH, _APART = 2.0, 2.0  # what words must tell of any two where the figures stand in two reports, and against these
_FEW = 15  # pairs that are tried as a rule; the more there are, the more often chance makes a misprint
_MOST = 40  # figures that are tried on a gap, those near it first


@dataclass(frozen=True, slots=True)
class MissedGap:
    """A gap, the two figures that it lies between, the larger first, and their difference in its unit."""

    gap: Claim
    more: Claim
    less: Claim
    made: Decimal
    score: float

    @property
    def told(self) -> Decimal:
        """The gap as it is told."""
        assert isinstance(self.gap.value, Decimal)
        return self.gap.value

    def share_of(self, gap: Decimal) -> Fraction:
        """How many per cent of the larger figure a gap is."""
        return _HUNDRED * Fraction(gap) * _factor(self.gap, self.less) / amount_of(self.more)


class Gaps:
    """The levels of all stories, to be set against the gaps between them."""

    def __init__(self, stories: Stories, evidence: Evidence) -> None:
        self._stories = stories
        self._evidence = evidence

    def missed_by(self, gap: Claim) -> MissedGap | None:
        """The two figures whose difference a gap was meant to be and misses; None where nothing tells enough."""
        if not isinstance(gap.value, Decimal) or gap.reading is None or not gap.value or self.is_borne_out(gap):
            return None
        levels = self._levels(gap)
        pairs = [_in_order(one, other) for one, other in combinations([level for _, level in levels], 2)
                 if one.measure == other.measure]
        if any(_fits(gap, more, less) for more, less in pairs):
            return None
        scores = {id(level): score for score, level in levels}
        meant = [pair for pair in pairs if self._may_be_meant(gap, *pair)]
        found = [missed for more, less in meant if (missed := _missed(gap, more, less, scores)) is not None]
        best = max(found, key=lambda each: each.score, default=None)
        return best if best is not None and best.score - log(max(len(meant), _FEW) / _FEW) >= _ENOUGH else None

    def is_borne_out(self, gap: Claim, *, of_named: bool = False) -> bool:
        """True for a gap that another report tells as well, or that two amounts of one report make, unless both are
        named whom it lies between.
        """
        return self._is_retold(gap) or (not of_named and self._is_made_by_any(gap))

    def _is_retold(self, gap: Claim) -> bool:
        """True where another report tells the gap as well: two slips of the pen are rarely the same."""
        others = self._stories.near(gap.path)[1:]
        return any(each.value == gap.value and each.unit == gap.unit and each.noun == gap.noun
                   for path in others for each in self._stories.figures(path))

    def _is_made_by_any(self, gap: Claim) -> bool:
        """True where two amounts of one report, whatever their words, lie just so far apart."""
        size = amount_of(gap)
        told = [
            {amount_of(level) for level in self._stories.figures(path) if level.measure == gap.measure}
            for path in self._stories.near(gap.path)
        ]
        return any(each + size in amounts for amounts in told for each in amounts if each)

    def _may_be_meant(self, gap: Claim, more: Claim, less: Claim) -> bool:
        """True for two figures near a gap, or that share words or amounts with it."""
        if more.path != less.path:
            pairs = ((gap, more), (gap, less), (more, less))
            return all(self._evidence.of_words(*pair)[0] >= _EACH for pair in pairs)
        if abs(more.start - less.start) > _TOGETHER:
            return False
        if _are_near(gap, more, less) or self._are_both_named(gap, more, less):
            return True
        return all(self._evidence.of_company(gap, each) >= _MUCH for each in (more, less))

    def _are_both_named(self, gap: Claim, more: Claim, less: Claim) -> bool:
        """True when the sentence of a gap, or whom it is told of, shares several words with two figures, apart from
        what these count."""
        whose = {stem_of_word(word) for word in (gap.subject or "").split()}
        shared = {word for each in (more, less)
                  for word in (*self._evidence.of_words(gap, each)[1], *(self._evidence.own(each) & whose))}
        counted = {stem_of_word(word) for each in (gap, more, less) for word in (each.noun or "").casefold().split()}
        return len(shared - counted) >= _FEWEST_WORDS

    def _levels(self, gap: Claim) -> list[tuple[float, Claim]]:
        """The levels that may be a side of a gap, and what tells for each: that it stands near, or shares words."""
        found = []
        for path in self._stories.near(gap.path):
            for level in self._stories.figures(path):
                if level is gap or not _is_side(level, gap):
                    continue
                score, shared = self._evidence.of_words(gap, level)
                score += self._evidence.of_company(gap, level) if path != gap.path else 0.0
                near = _are_near(gap, level)
                if near or shared or score:
                    found.append((max(score, _NEXT_TO * near), _in_unit_of(level, gap)))
        return sorted(found, key=lambda each: (-each[0], each[1].path, each[1].start))[:_MOST]


def _are_near(gap: Claim, *levels: Claim) -> bool:
    return all(level.path == gap.path and abs(level.start - gap.start) < _NEAR for level in levels)


def _is_side(level: Claim, gap: Claim) -> bool:
    """True for a level in the measure of a gap, or of a bare gap in its sentence."""
    plain = role_of(level) == "level" and isinstance(level.value, Decimal) and level.value > 0 and not level.hedge
    if not plain or level.form != "digits":
        return False
    if level.measure == gap.measure:
        return True
    return in_one_sentence(level, gap) if is_bare(gap) else _is_scaled_number(level)


def _is_scaled_number(level: Claim) -> bool:
    """True for "48.2 million", whose unit stands in a sentence before."""
    return is_bare(level) and any(letter.isalpha() for letter in level.text)


def _in_unit_of(level: Claim, gap: Claim) -> Claim:
    """A level with the unit of a gap, where it has none of its own."""
    if is_bare(gap) or not is_bare(level):
        return level
    return level.model_copy(update={"unit": gap.unit, "measure": gap.measure})


def _in_order(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    return (one, other) if amount_of(one) >= amount_of(other) else (other, one)


def _missed(gap: Claim, more: Claim, less: Claim, scores: dict[int, float]) -> MissedGap | None:
    assert isinstance(gap.value, Decimal)
    if are_of_two_times(more, less) or not (are_alike(gap.status, more.status) or are_alike(gap.status, less.status)):
        return None  # "without this the year would have closed with a deficit of 15.3 million"
    made = made_by(gap, more, less)
    if amount_of(less) <= Fraction(gap.value) * _factor(gap, less) or not is_misprint(gap.value, made):
        return None
    chance = chance_of_misprint(gap.value, made)
    score = scores[id(more)] + scores[id(less)] - log(chance) - _APART * (more.path != less.path)
    return MissedGap(gap, more, less, made, score) if chance <= _RAREST and score >= _ENOUGH else None


def made_by(gap: Claim, more: Claim, less: Claim) -> Decimal:
    """The difference of two figures, in the unit and to the place of a gap."""
    assert isinstance(gap.value, Decimal)
    exponent = gap.value.as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    return Decimal(f"{float((amount_of(more) - amount_of(less)) / _factor(gap, less)):.{places}f}")


def _fits(gap: Claim, more: Claim, less: Claim) -> bool:
    """True for two figures whose difference is a gap, be it rounded: "a surplus of 41 million"."""
    made = made_by(gap, more, less)
    return gap.value in (made, as_rounded(gap, float(made) * float(measure_of(gap.unit or "count").factor)))


def _factor(gap: Claim, level: Claim) -> Fraction:
    """What one of a gap's own unit is in base units; of a bare gap, one of the level's."""
    unit = level.unit if is_bare(gap) and gap.measure != level.measure else gap.unit
    return measure_of(unit or "count").factor

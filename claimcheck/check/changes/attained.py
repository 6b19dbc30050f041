"""Attained levels: a level told with a change that two levels of another report make, the later of which it misses.

"Profits jumped by almost 12 million to 92.6 million" and "profit was 96.2 million (2022: 84.5 million)": the change is
that of the pair, so that its level was meant to be that of the pair, and a digit slipped. What tells it: how exactly
the change is told that the pair makes; the slip; the words that the two levels share. All are logarithms of odds, and
so is what each further change and pair take away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import log

from claimcheck.check.changes.level_pairs import OTHER, lies_between
from claimcheck.check.comparing.comparable import are_alike
from claimcheck.check.comparing.evidence import Evidence
from claimcheck.check.comparing.objections import are_named_apart, are_set_apart
from claimcheck.check.comparing.slips import amount_of, digits_of
from claimcheck.check.comparing.stories import Stories, few_of_each
from claimcheck.check.comparing.times import are_of_two_times
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.measure import measure_of
from claimcheck.model.slips import chance_of_misprint, is_misprint

_ENOUGH = 4.5  # log odds; on the reports of a dozen fields that were tried, no levels of two things reached it
_LEAST_WORDS = 0.5  # of that from words, where the reports are of one language
_FROM_HEDGED = 2.3  # what it tells that a pair makes a hedged change, or one in words
_MANY_DIGITS = 3  # of two levels of which one report tells more; of fewer chance makes two sorts alike
_MOST_EXACT = 3  # digits of a change that tell

_Pair = tuple[Claim, Claim]  # a later level and the one before it


class Attained:
    """The changes of all stories that are told with the level they lead to, and the levels told in pairs."""

    def __init__(self, stories: Stories, evidence: Evidence, relations: Sequence[Relation]) -> None:
        self._stories = stories
        self._evidence = evidence
        self._open: dict[str, list[Relation]] = defaultdict(list)
        self._pairs: dict[str, dict[tuple[int, int], _Pair]] = defaultdict(dict)
        for relation in few_of_each(relations):
            to, base = relation.roles.get("to", ()), relation.roles.get("from", ())
            if to and base:
                self._pairs[relation.path][to[0].start, base[0].start] = to[0], base[0]
            elif to and relation.roles.get("change") and relation.scope != OTHER and relation.direction:
                self._open[relation.path].append(relation)

    def pairs(self) -> Iterator[_Pair]:
        """The levels of two reports of one story that were meant to be one."""
        for path, changes in self._open.items():
            for other in self._stories.near(path)[1:]:
                pairs = self._pairs[other].values() if other in self._pairs else ()
                for change, (to, base) in product(changes, pairs):
                    if self._is_meant(change, to, base, len(changes) * len(pairs)):
                        yield change.roles["to"][0], to

    def _is_meant(self, relation: Relation, to: Claim, base: Claim, tried: int) -> bool:
        """True for a change that a pair makes and whose level misses the later one of it by a slip."""
        (change, *_), (level, *_) = relation.roles["change"], relation.roles["to"]
        slip = _of_slip(level, to)
        if slip is None or change.reading is None or not _are_levels(level, to, base):
            return False
        makes = [lies_between(change, relation.direction, each, base) for each in (to, level)]
        if makes != [True, False] or not self._may_be_one(level, to):
            return False
        words, _ = self._evidence.of_words(level, to)
        if level.language == to.language and words < _LEAST_WORDS:
            return False
        told = words + slip + _of_change(change) - self._stories.doubt(level.path, to.path)
        return told - log(tried) >= _ENOUGH

    def _may_be_one(self, level: Claim, to: Claim) -> bool:
        """False where anything known speaks against two levels' being one, or a report gives both."""
        if self._stories.revises(level.path) or self._stories.revises(to.path):
            return False
        if self._stories.bears_out(level.path, to) or self._stories.bears_out(to.path, level):
            return False
        if are_of_two_times(level, to) or not are_alike(level.status, to.status):
            return False
        if set(level.facets) != set(to.facets) and min(len(digits_of(each)) for each in (level, to)) < _MANY_DIGITS:
            return False
        return not are_set_apart(level, to) and not are_named_apart(level, to)


def _are_levels(level: Claim, to: Claim, base: Claim) -> bool:
    """True for levels of one measure, the first two of which are not one however they are read."""
    if None in (level.reading, to.reading, base.reading) or not level.measure == to.measure == base.measure:
        return False
    assert level.reading is not None
    assert to.reading is not None
    return level.reading.lenient.is_disjoint(to.reading.lenient)


def _of_slip(level: Claim, to: Claim) -> float | None:
    """What it tells that one level is the other but for a slip, be it told in fewer digits; None where it is not."""
    if not isinstance(level.value, Decimal) or not isinstance(to.value, Decimal) or level.measure != to.measure:
        return None
    coarse, fine = (level, to) if len(digits_of(level)) <= len(digits_of(to)) else (to, level)
    assert isinstance(coarse.value, Decimal)
    meant = _rounded(amount_of(fine) / measure_of(coarse.unit or "count").factor, coarse.value)
    return -log(chance_of_misprint(coarse.value, meant)) if is_misprint(coarse.value, meant) else None


def _rounded(size: Fraction, like: Decimal) -> Decimal:
    """An amount to the last digit but zero of a number."""
    place = like.normalize().as_tuple().exponent
    assert isinstance(place, int)
    return Decimal(round(size / Fraction(10) ** place)).scaleb(place)


def _of_change(change: Claim) -> float:
    """What it tells that a pair makes a change, by how exactly that is told."""
    if change.hedge or change.form != "digits":
        return _FROM_HEDGED
    digits = min(len(digits_of(change)), _MOST_EXACT)
    return log(9 * 10 ** max(digits - 1, 0)) if digits else 0.0

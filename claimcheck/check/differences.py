"""Differences: changes told without both levels that miss the difference of two levels told elsewhere by a digit.

"118,000 more visitors than in 2023" in one report and "912,000 (2023: 784,000)" in another of the same story: the
difference is 128,000, which is the very number but for one digit, so that no other levels can be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from claimcheck.check.comparable import are_alike
from claimcheck.check.slips import digits_of
from claimcheck.check.stories import Stories, stems_of
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.misprint import is_misprint

_MANY_DIGITS = 3  # that chance seldom brings so near to another number
_SHARED_WORDS = 2  # of the names of a change and a level, where the digits are fewer
_MOST_PAIRS = 40
_OTHER = "other"
_RATES = {"percentage_point": "percent"}

Levels = tuple[Claim, Claim]


@dataclass(frozen=True)
class Differences:
    """The pairs of levels of all reports, by report and unit, ready to be set against changes told elsewhere."""

    relations: Sequence[Relation]
    stories: Stories

    def missed_by(self, relation: Relation) -> list[Levels]:
        """The only pair of levels whose difference a change misses by a digit; none where another pair fits it."""
        if not self._pairs:
            return []
        (change, *_) = relation.roles["change"]
        if relation.scope == _OTHER or not isinstance(change.value, Decimal) or change.unit is None or change.hedge:
            return []
        near = [pair for pair in self._near(change) if _goes_with(relation, pair)]
        if any(_difference(pair) == abs(change.value) for pair in near):
            return []
        missed = {
            tuple(claim.value for claim in pair): pair for pair in near
            if is_misprint(abs(change.value), _difference(pair)) and self._is_meant(relation, pair)
        }
        return list(missed.values()) if len(missed) == 1 else []

    def _near(self, change: Claim) -> Iterator[Levels]:
        unit = _RATES.get(change.unit or "", change.unit)
        for path in (change.path, *self.stories.sisters(change.path)):
            yield from self._pairs[path, unit][:_MOST_PAIRS]

    def _is_meant(self, relation: Relation, pair: Levels) -> bool:
        """True where nothing but the pair can be meant: it has a level of the change, or its name and many digits."""
        (change, *_) = relation.roles["change"]
        levels = [(level, pair[0] if role == "to" else pair[1])
                  for role in ("to", "from") for level in relation.roles.get(role, ())]
        if levels:
            return all(level.value == other.value and level.unit == other.unit for level, other in levels)
        shared = stems_of(change) & (stems_of(pair[0]) | stems_of(pair[1]))
        return len(shared) >= (1 if len(digits_of(change)) >= _MANY_DIGITS else _SHARED_WORDS)

    @cached_property
    def _pairs(self) -> defaultdict[tuple[str, str | None], list[Levels]]:
        found: defaultdict[tuple[str, str | None], list[Levels]] = defaultdict(list)
        for relation in self.relations:
            to, base = relation.roles.get("to", ()), relation.roles.get("from", ())
            if relation.kind not in ("levels", "change") or not (to and base) or to[0].unit != base[0].unit:
                continue
            if isinstance(to[0].value, Decimal) and isinstance(base[0].value, Decimal):
                found[relation.path, to[0].unit].append((to[0], base[0]))
        return found


def _difference(pair: Levels) -> Decimal:
    to, base = (claim.value for claim in pair)
    assert isinstance(to, Decimal)
    assert isinstance(base, Decimal)
    return abs(to - base)


def _goes_with(relation: Relation, pair: Levels) -> bool:
    """True for a pair that moved the way of the change, of no other time as far as both are known."""
    (change, *_) = relation.roles["change"]
    to, base = pair
    assert isinstance(to.value, Decimal)
    assert isinstance(base.value, Decimal)
    if relation.direction != ("up" if to.value > base.value else "down") or not are_alike(change.status, to.status):
        return False
    if change.base is not None and base.period is not None:
        return change.base.start < (base.period.end or change.base.start) and base.period.start < (
            change.base.end or base.period.start)
    return True

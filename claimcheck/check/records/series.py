"""Tables and lists in which a record stands: their other figures show whether it is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cached_property

from claimcheck.check.comparing.slips import digits_of
from claimcheck.model.claim import Claim, Relation

_TELLING_DIGITS = 2
_MANY_DIGITS = 3
_SCALES = tuple(Decimal(scale) for scale in (1, 1_000, 1_000_000, 1_000_000_000))


@dataclass(frozen=True)
class Series:
    """All lists of figures, to be found by the figures in them."""

    relations: Sequence[Relation]

    def with_claim(self, claim: Claim) -> Iterator[tuple[str, tuple[Claim, ...]]]:
        """Each list in which a figure itself stands, with what it is headed by."""
        for relation in self._by_claim.get(id(claim), ()):
            yield relation.scope, relation.roles["value"]

    def between(self, claim: Claim) -> Iterator[tuple[Decimal, tuple[Claim, ...]]]:
        """Each list of another report that gives both ends of a range, and what its figures are told in.

        A list of bare numbers may leave out the scale that its head tells ("in million euros").
        """
        ends = claim.value if isinstance(claim.value, tuple) else ()
        first = claim.model_copy(update={"value": ends[0]}) if ends else claim
        for values in self._by_digits.get(digits_of(first)[:_TELLING_DIGITS], ()) if ends else ():
            bare = all(value.unit == "count" and value.noun is None for value in values)
            told = {value.value for value in values if bare or value.unit == claim.unit}
            for scale in _SCALES if bare else _SCALES[:1]:
                if told.issuperset(end / scale for end in ends) and len(told) > len(ends):
                    if claim.path != values[0].path:
                        yield scale, values
                    break

    def dated(self, path: str) -> Sequence[tuple[str, tuple[Claim, ...]]]:
        """The lists of a report each of whose figures has its own time, with what they are headed by."""
        return self._by_path.get(path, ())

    @cached_property
    def _by_claim(self) -> dict[int, list[Relation]]:
        found: dict[int, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            for value in relation.roles["value"]:
                found[id(value)].append(relation)
        return found

    @cached_property
    def _by_path(self) -> dict[str, list[tuple[str, tuple[Claim, ...]]]]:
        found: dict[str, list[tuple[str, tuple[Claim, ...]]]] = defaultdict(list)
        for relation in self.relations:
            if _is_dated(values := relation.roles["value"]):
                found[relation.path].append((relation.scope, values))
        return found

    @cached_property
    def _by_digits(self) -> dict[str, list[tuple[Claim, ...]]]:
        found: dict[str, list[tuple[Claim, ...]]] = defaultdict(list)
        for relation in self.relations:
            values = relation.roles["value"]
            for digits in {digits_of(value)[:_TELLING_DIGITS] for value in values}:
                found[digits].append(values)
        return found


def _is_dated(values: Sequence[Claim]) -> bool:
    """True for figures each of which has its own time, all of one sort."""
    periods = [value.period for value in values if value.period is not None]
    return len({period.start for period in periods}) == len(values) and len({period.sort for period in periods}) == 1


def is_same_amount(value: Claim, record: Claim) -> bool:
    """True for the figure of the record as a list gives it, in its unit or without one, with more digits or fewer."""
    if not isinstance(value.value, Decimal) or not isinstance(record.value, Decimal):
        return False
    if min(len(digits_of(value)), len(digits_of(record))) < _TELLING_DIGITS:
        return False
    bare = value.unit == "count" and value.noun is None
    if value.unit != record.unit and not bare:
        return False
    scales = _SCALES if bare and len(digits_of(value)) >= _MANY_DIGITS else _SCALES[:1]
    same = any(_rounded(value.value * scale, record.value) for scale in scales)
    if value.period is not None and record.period is not None:
        return value.period.overlaps(record.period) and same
    return same and len(digits_of(value)) >= _MANY_DIGITS


def _rounded(one: Decimal, other: Decimal) -> bool:
    """True when the one is the other, rounded to fewer places."""
    fine, coarse = sorted((one, other), key=lambda value: value.as_tuple().exponent)
    return fine.quantize(coarse, ROUND_HALF_EVEN) == coarse

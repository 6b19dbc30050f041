"""Tables and lists in which a record stands: their other figures show whether it is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cached_property, reduce

from claimcheck.check.slips import digits_of
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.period import Period

_TELLING_DIGITS = 2
_MANY_DIGITS = 3
_SCALES = tuple(Decimal(scale) for scale in (1, 1_000, 1_000_000, 1_000_000_000))


@dataclass(frozen=True)
class Series:
    """All lists of figures, to be found by the figures in them."""

    relations: Sequence[Relation]

    def with_figure(self, record: Claim) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
        """Each list that gives the figure of a record, with its figure there: of the same time, or of like things."""
        for values in self._by_digits.get(digits_of(record)[:_TELLING_DIGITS], ()):
            own = [value for value in values if _is_same(value, record)]
            listed = any(value is record for value in values)
            if len(own) == 1 and not listed and (_is_dated(values) or _are_of_one_kind(record, values)):
                yield own[0], values

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


def earlier_in(own: Claim, values: Sequence[Claim], since: int) -> list[Claim]:
    """The figures of a list of times that are older than one of them, from a year on."""
    if own.period is None or not _is_dated(values):
        return []
    return [
        value for value in values
        if value.period and value.period.start < own.period.start and value.period.start.year >= since
    ]


def others_in(record: Claim, own: Claim, values: Sequence[Claim]) -> list[Claim]:
    """The other figures of a list of things, none of which is told by its time."""
    if _is_dated(values) or not _are_of_one_kind(record, values):
        return []
    return [value for value in values if value is not own]


def is_above(a: Claim, b: Claim) -> bool:
    """True when one figure of a list is above another: they have one unit."""
    return isinstance(a.value, Decimal) and isinstance(b.value, Decimal) and a.value > b.value


def _is_dated(values: Sequence[Claim]) -> bool:
    """True for figures each of which has its own time, all of one sort."""
    periods = [value.period for value in values if value.period is not None]
    return len({period.start for period in periods}) == len(values) and len({period.sort for period in periods}) == 1


def _are_of_one_kind(record: Claim, values: Sequence[Claim]) -> bool:
    """True when every line and the sentence of the record name the same thing ("stage")."""
    common = reduce(frozenset[str].intersection, (value.context for value in values))
    return bool(common & record.context)


def _is_same(value: Claim, record: Claim) -> bool:
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
        return _meet(value.period, record.period) and same
    return same and len(digits_of(value)) >= _MANY_DIGITS


def _meet(a: Period, b: Period) -> bool:
    return (a.end is None or b.start < a.end) and (b.end is None or a.start < b.end)


def _rounded(one: Decimal, other: Decimal) -> bool:
    """True when the one is the other, rounded to fewer places."""
    fine, coarse = sorted((one, other), key=lambda value: value.as_tuple().exponent)
    return fine.quantize(coarse, ROUND_HALF_EVEN) == coarse

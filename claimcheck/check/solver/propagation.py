"""The quick look: bounds carried through the relations, each with the figures that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from claimcheck.check.solver.rows import Row
from claimcheck.model.interval import Interval

_MOST_ROUNDS = 8
_NOTHING: frozenset[int] = frozenset()
_ANY = Interval(None, None)


@dataclass(slots=True)
class _Known:
    """What is known of a variable, and the figures that the lower and the upper bound rest on."""

    values: Interval = _ANY
    below: frozenset[int] = _NOTHING
    above: frozenset[int] = _NOTHING


def suspects(relations: Sequence[Row], figures: Sequence[tuple[str, Interval]]) -> frozenset[int] | None:
    """Positions of figures that together leave no value for some variable; None when propagation finds none.

    What it finds is always a conflict, though perhaps not a smallest one; what it does not find may still be one, once
    two relations share more than one variable.
    """
    known: dict[str, _Known] = {}
    for at, (name, interval) in enumerate(figures):
        support = frozenset([at])
        empty = _narrow(known.setdefault(name, _Known()), interval, support, support)
        if empty is not None:
            return empty
    for _ in range(_MOST_ROUNDS):
        before = {name: state.values for name, state in known.items()}
        for row in relations:
            empty = _propagate(row, known)
            if empty is not None:
                return empty
        if {name: state.values for name, state in known.items()} == before:
            return None
    return None


def _propagate(row: Row, known: dict[str, _Known]) -> frozenset[int] | None:
    for name, factor in row.terms.items():
        rest = Interval.point(row.constant)
        low_support, high_support = _NOTHING, _NOTHING
        for other, other_factor in row.terms.items():
            if other != name:
                state = known.setdefault(other, _Known())
                rest = rest + state.values.scale(other_factor)
                below, above = (state.below, state.above) if other_factor > 0 else (state.above, state.below)
                low_support, high_support = low_support | below, high_support | above
        implied = _solved(row, rest, factor)
        supports = (high_support, low_support) if factor > 0 else (low_support, high_support)
        empty = _narrow(known.setdefault(name, _Known()), implied, *supports)
        if empty is not None:
            return empty
    return None


def _solved(row: Row, rest: Interval, factor: Fraction) -> Interval:
    """The values of x in factor * x + rest (==, <= or <) 0."""
    values = (-rest).scale(1 / factor)
    if row.comparison == "==":
        return values
    is_open = row.comparison == "<"
    if factor > 0:
        return Interval(None, values.high, False, values.high is not None and (values.high_open or is_open))
    return Interval(values.low, None, values.low is not None and (values.low_open or is_open), False)


def _narrow(
    state: _Known, values: Interval, below: frozenset[int], above: frozenset[int]
) -> frozenset[int] | None:
    """Takes new bounds in; gives the figures that clash when no value is left."""
    both = state.values.meet(values)
    low_is_new = _is_tighter(values.low, values.low_open, state.values.low, state.values.low_open, upward=True)
    high_is_new = _is_tighter(values.high, values.high_open, state.values.high, state.values.high_open, upward=False)
    if low_is_new:
        state.below = below
    if high_is_new:
        state.above = above
    if both is None:
        return state.below | state.above
    state.values = both
    return None


def _is_tighter(
    new: Fraction | None, new_open: bool, old: Fraction | None, old_open: bool, *, upward: bool
) -> bool:
    if new is None or old is None:
        return new is not None
    if new == old:
        return new_open and not old_open
    return new > old if upward else new < old

"""The cost of solving grows with the number of relations, and not with its square."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

import pytest

from claimcheck.check.solver.conflict import Bound, components, minimal_conflict
from claimcheck.check.solver.rows import Row
from claimcheck.model.interval import Interval
from tests.cost import assert_at_most

MOST = 25  # times as long for ten times as much; a square would be a hundred times


def chain(length: int) -> tuple[list[Row], list[Bound]]:
    """Levels that each follow from the one before and a step, the relations in no order; every tenth level is told."""
    rows = [
        Row({f"level{at + 1}": Fraction(1), f"level{at}": Fraction(-1), f"step{at}": Fraction(-1)}, Fraction(0), "==")
        for at in range(length)
    ]
    Random(1).shuffle(rows)
    steps = [Bound(f"step{at}", Interval.of(at % 3, at % 3 + 1, high_open=True)) for at in range(length)]
    truth = [sum(step % 3 for step in range(at)) for at in range(0, length, 10)]
    return rows, [*steps, *(Bound(f"level{10 * at}", Interval.of(low, low + 2)) for at, low in enumerate(truth))]


def broken_chain(length: int) -> tuple[list[Row], list[Bound]]:
    """A chain with one level in the middle that does not fit its neighbours."""
    rows, bounds = chain(length)
    middle = length + length // 20
    told = bounds[middle].interval
    bounds[middle] = Bound(bounds[middle].name, told.shift(100))
    return rows, bounds


def pairs(length: int) -> tuple[list[Row], list[Bound]]:
    """Many small groups in which two sums share two variables."""
    rows, bounds = [], []
    for at in range(length):
        both, less = {f"a{at}": Fraction(1), f"b{at}": Fraction(1)}, {f"a{at}": Fraction(1), f"b{at}": Fraction(-1)}
        rows.append(Row({**both, f"sum{at}": Fraction(-1)}, Fraction(0), "=="))
        rows.append(Row({**less, f"gap{at}": Fraction(-1)}, Fraction(0), "=="))
        bounds += [Bound(f"sum{at}", Interval.of(9, 10)), Bound(f"gap{at}", Interval.of(1, 2))]
        bounds += [Bound(f"a{at}", Interval.of(5, 6)), Bound(f"b{at}", Interval.of(4, 5))]
    return rows, bounds


@pytest.mark.slow
@pytest.mark.parametrize(("make", "most"), [(chain, 10_000), (broken_chain, 10_000), (pairs, 5_000)])
def test_ten_times_the_relations_take_about_ten_times_as_long(
    make: Callable[[int], tuple[list[Row], list[Bound]]], most: int
) -> None:
    few, many = make(most // 10), make(most)
    assert_at_most(MOST, lambda: minimal_conflict(*many), lambda: minimal_conflict(*few))


def test_a_long_chain_can_hold_and_a_break_is_found_between_its_neighbours() -> None:
    assert minimal_conflict(*chain(400)) == ()
    rows, bounds = broken_chain(400)
    conflict = minimal_conflict(rows, bounds)
    told = [bounds[at].name for at in conflict if bounds[at].name.startswith("level")]
    assert "level200" in told
    assert len(told) == 2
    assert len(conflict) == 12


@pytest.mark.slow
def test_splitting_into_groups_takes_ten_times_as_long_for_ten_times_as_much() -> None:
    def relations(length: int) -> dict[str, list[Row]]:
        return {f"relation {at}": [row] for at, row in enumerate(pairs(length)[0])}

    few, many = relations(1_000), relations(10_000)
    assert len(components(many)) == 10_000
    assert_at_most(MOST, lambda: components(many), lambda: components(few))

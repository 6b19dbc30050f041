"""Random systems of sums, each verdict and each conflict held against an independent judge."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random

import pytest

from claimcheck.check.solver.conflict import Bound, minimal_conflict
from claimcheck.check.solver.rows import Row
from claimcheck.model.interval import Interval
from tests.check.solver.oracle import Judge
from tests.check.solver.random_systems import bounds_of, constraints_of, linear_system


def judged(seed: int, count: int) -> int:
    """Holds so many systems against the judge; gives how many of them cannot hold."""
    random, judge, impossible = Random(seed), Judge(), 0
    for _ in range(count):
        system = linear_system(random)
        conflict = minimal_conflict(constraints_of(system), bounds_of(system))
        assert bool(conflict) == (not judge.can_hold(system)), system
        if conflict:
            impossible += 1
            assert not judge.can_hold(system, conflict), (conflict, system)
            for left_out in conflict:
                assert judge.can_hold(system, [at for at in conflict if at != left_out]), (left_out, conflict, system)
    return impossible


def test_sums_are_judged_as_by_a_linear_programme() -> None:
    assert 90 <= judged(1, 300) <= 210


@pytest.mark.slow
def test_ten_thousand_sums_are_judged_as_by_a_linear_programme() -> None:
    assert 3_000 <= judged(2, 10_000) <= 7_000


def contacts(random: Random) -> tuple[list[Row], list[Bound], bool]:
    """A sum of figures with weights of both signs that meets the whole in one point, and whether it attains it."""
    weights = {f"part{at}": random.choice((-2, -1, 1, 3)) for at in range(random.randint(2, 4))}
    bounds, top, is_attained = [], Fraction(0), True
    for name, weight in weights.items():
        low = Fraction(random.randint(-9, 9), random.choice((1, 10)))
        high = low + Fraction(random.randint(1, 5), random.choice((1, 10)))
        low_open, high_open = random.random() < 0.3, random.random() < 0.3
        bounds.append(Bound(name, Interval(low, high, low_open, high_open)))
        top += weight * (high if weight > 0 else low)
        is_attained &= not (high_open if weight > 0 else low_open)
    is_open = random.random() < 0.3
    bounds.append(Bound("whole", Interval(top, top + random.randint(1, 3), is_open, random.random() < 0.5)))
    terms = {name: Fraction(weight) for name, weight in weights.items()}
    row = Row({**terms, "whole": Fraction(-1)}, Fraction(0), "==")
    return [row], bounds, is_attained and not is_open


def test_a_single_point_of_contact_counts_when_every_end_that_makes_it_is_closed() -> None:
    random, verdicts = Random(3), set()
    for _ in range(1_000):
        rows, bounds, can_hold = contacts(random)
        assert (minimal_conflict(rows, bounds) == ()) == can_hold, bounds
        # the same sum tied to itself by a second row is settled by the simplex method
        twice = [*rows, Row({**rows[0].terms, "rest": Fraction(1)}, Fraction(0), "==")]
        assert (minimal_conflict(twice, [*bounds, Bound("rest", Interval.point(0))]) == ()) == can_hold, bounds
        verdicts.add(can_hold)
    assert verdicts == {True, False}


@pytest.mark.parametrize(("low_open", "high_open", "whole_open"), list(product((False, True), repeat=3)))
def test_a_negative_weight_swaps_ends_and_their_openness(low_open: bool, high_open: bool, whole_open: bool) -> None:
    row = Row({"net": Fraction(1), "gross": Fraction(-1), "cost": Fraction(1)}, Fraction(0), "==")
    figures = [
        Bound("gross", Interval.of(10, 11, high_open=high_open)),
        Bound("cost", Interval.of(3, 4, low_open=low_open)),
        Bound("net", Interval.of(8, 9, low_open=whole_open)),
    ]
    touches = not (low_open or high_open or whole_open)
    assert minimal_conflict([row], figures) == (() if touches else (0, 1, 2))

"""Ratios between figures: true ones never conflict, false ones are found, and what is found is smallest."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from random import Random

import pytest

from claimcheck.check.formulas.formula import parse_formula
from claimcheck.check.solver.conflict import Bound, left_for, minimal_conflict
from claimcheck.check.solver.propagation import quotient
from claimcheck.check.solver.rows import Constraint, constraints_of_formula
from claimcheck.model.interval import Interval
from tests.check.solver.oracle import Judge
from tests.check.solver.random_systems import bounds_of, constraints_of, ratio_system

FOUND = 0.97  # the least share of impossible systems that is to be found
CLEAR = 0.9  # the least share of systems that the judge must be able to decide


def constraints(*texts: str) -> list[Constraint]:
    return [each for text in texts for each in constraints_of_formula(parse_formula(text))]


def point(name: str, value: int | Fraction) -> Bound:
    return Bound(name, Interval.point(value))


def judged(seed: int, count: int) -> None:
    """Holds so many random systems against the judge."""
    random, judge, seen = Random(seed), Judge(), Counter[tuple[str, bool]]()
    for _ in range(count):
        system = ratio_system(random)
        conflict = minimal_conflict(constraints_of(system), bounds_of(system))
        verdict = judge.verdict(system)
        seen[verdict, bool(conflict)] += 1
        assert not (conflict and verdict == "can hold"), (conflict, system)
        for left_out in conflict:
            rest = [at for at in conflict if at != left_out]
            assert judge.verdict(system, rest) != "cannot hold", (left_out, conflict, system)
    impossible = seen["cannot hold", True] + seen["cannot hold", False]
    assert impossible > count / 5
    assert seen["can hold", False] > count / 5
    assert seen["cannot hold", True] >= FOUND * impossible, seen
    assert seen["unknown", True] + seen["unknown", False] <= (1 - CLEAR) * count, seen


def honest(seed: int, count: int) -> None:
    random = Random(seed)
    for _ in range(count):
        system = ratio_system(random, honest=True)
        assert minimal_conflict(constraints_of(system), bounds_of(system)) == (), system


def test_ratios_are_judged_as_by_cutting_boxes() -> None:
    judged(11, 150)


@pytest.mark.slow
def test_many_systems_of_ratios_are_judged_as_by_cutting_boxes() -> None:
    judged(12, 1_500)


def test_true_figures_never_conflict_whatever_their_ratios() -> None:
    honest(13, 500)


@pytest.mark.slow
def test_many_systems_of_true_figures_never_conflict() -> None:
    honest(14, 5_000)


def test_a_ratio_ties_figures_that_sums_tie_too() -> None:
    relations = constraints("share == 100 * part / whole", "whole == part + rest")
    figures = [point("share", 40), point("part", 10), point("rest", 16), point("other", 3)]
    assert minimal_conflict(relations, figures) == (0, 1, 2)
    assert minimal_conflict(relations, [*figures[:2], point("rest", 15)]) == ()


def test_a_known_factor_makes_a_ratio_exact() -> None:
    relations = constraints("growth == 100 * (level / before - 1)", "level == a + b", "before == a - b")
    figures = [point("growth", 50), point("a", 10), Bound("b", Interval.of(2, 3, low_open=True))]
    assert minimal_conflict(relations, figures) == (0, 1, 2)
    assert minimal_conflict(relations, [*figures[:2], Bound("b", Interval.of(2, 3))]) == ()
    assert left_for(relations, figures, (0, 1), 2) == Interval.point(2)


def test_two_changes_in_a_row_make_the_change_over_both() -> None:
    relations = constraints("first == b / a", "second == c / b", "both == c / a")
    changes = [Bound("first", Interval.of(2, 3)), Bound("second", Interval.of(4, 5))]
    levels = [Bound(name, Interval.of(1, 1_000)) for name in "abc"]
    assert minimal_conflict(relations, [*changes, Bound("both", Interval.of(16, 20)), *levels]) == (0, 1, 2, 5)
    assert minimal_conflict(relations, [*changes, Bound("both", Interval.of(8, 15)), *levels]) == ()


@pytest.mark.parametrize(
    ("product", "factor", "own", "left"),
    [
        ((6, 8), (-2, 2), (-1, 9), "[3, 9]"),
        ((6, 8), (-2, 2), (-9, 9), "[-9, 9]"),
        ((6, 8), (-2, 2), (-2, 2), "None"),
        ((6, 8), (0, 2), (-9, 9), "[3, 9]"),
        ((0, 8), (0, 2), (-9, 9), "(-inf, inf)"),
        ((0, 8), (1, 2), (-9, 9), "[0, 8]"),
        ((6, 8), (0, 0), (-9, 9), "None"),
    ],
)
def test_a_factor_is_what_gives_the_product(
    product: tuple[int, int], factor: tuple[int, int], own: tuple[int, int], left: str
) -> None:
    values, _ = quotient(Interval.of(*product), Interval.of(*factor), Interval.of(*own))
    assert str(values) == left


def test_a_share_of_nothing_says_nothing_and_a_part_of_nothing_is_none() -> None:
    relations = constraints("share == part / whole")
    assert minimal_conflict(relations, [point("share", 2), point("part", 0), point("whole", 0)]) == ()
    assert minimal_conflict(relations, [point("share", 2), point("part", 1), point("whole", 0)]) == (1, 2)

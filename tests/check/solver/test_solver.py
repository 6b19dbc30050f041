"""The solver: exact against points drawn from the system, and every conflict smallest."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.check.formulas.formula import parse_formula
from claimcheck.check.solver.conflict import Bound, components, left_for, minimal_conflict
from claimcheck.check.solver.decision import contradiction
from claimcheck.check.solver.rows import Row, constraints_of_formula, rows_of_interval
from claimcheck.check.solver.simplex import clash, possible_values
from claimcheck.model.interval import Interval

NAMES = ("a", "b", "c", "d", "e")
numbers = st.integers(-6, 6).map(Fraction)
factors = st.sampled_from([Fraction(n) for n in (-2, -1, 1, 2)])


@st.composite
def systems(draw: st.DrawFn) -> tuple[list[Row], list[Bound]]:
    rows = []
    for _ in range(draw(st.integers(1, 3))):
        names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True))
        terms = {name: draw(factors) for name in names}
        rows.append(Row(terms, draw(numbers), draw(st.sampled_from(["==", "<=", "<"]))))
    bounds = []
    for _ in range(draw(st.integers(1, 6))):
        low = draw(numbers)
        width = draw(st.integers(0, 4))
        ends = (False, False) if width == 0 else (draw(st.booleans()), draw(st.booleans()))
        bounds.append(Bound(draw(st.sampled_from(NAMES)), Interval(low, low + width, *ends)))
    return rows, bounds


def all_rows(rows: list[Row], bounds: list[Bound]) -> list[Row]:
    return rows + [row for bound in bounds for row in rows_of_interval(bound.name, bound.interval)]


def is_feasible(rows: list[Row]) -> bool:
    return clash(rows) is None


@given(st.data())
def test_a_system_with_a_known_solution_is_feasible_and_the_solution_is_possible(data: st.DataObject) -> None:
    rows, _ = data.draw(systems())
    values = {name: data.draw(numbers) for name in NAMES}
    fitted = []
    for row in rows:
        total = sum((factor * values[name] for name, factor in row.terms.items()), Fraction(0))
        slack = 0 if row.comparison == "==" else data.draw(st.integers(1, 3))
        fitted.append(Row(row.terms, -total - slack, row.comparison))
    assert is_feasible(fitted)
    for name in NAMES:
        possible = possible_values(fitted, name)
        assert possible is not None
        assert possible.contains(values[name])


@pytest.mark.law
@given(systems())
def test_folding_and_splitting_into_groups_loses_nothing(system: tuple[list[Row], list[Bound]]) -> None:
    rows, bounds = system
    found = contradiction(rows, [(at, bound.name, bound.interval) for at, bound in enumerate(bounds)])
    assert (found is not None) == (not is_feasible(all_rows(rows, bounds)))
    if found is not None:
        assert not is_feasible(all_rows(rows, [bounds[at] for at in sorted(found)]))


@pytest.mark.law
@given(systems())
def test_a_conflict_is_one_and_no_figure_of_it_can_be_left_out(system: tuple[list[Row], list[Bound]]) -> None:
    rows, bounds = system
    if not is_feasible(rows):
        return
    conflict = minimal_conflict(rows, bounds)
    assert (conflict != ()) == (not is_feasible(all_rows(rows, bounds)))
    if conflict:
        assert not is_feasible(all_rows(rows, [bounds[at] for at in conflict]))
        for left_out in conflict:
            rest = [bounds[at] for at in conflict if at != left_out]
            assert is_feasible(all_rows(rows, rest))


@pytest.mark.law
@given(systems(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(system: tuple[list[Row], list[Bound]], random: Random) -> None:
    rows = all_rows(*system)
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert is_feasible(rows) == is_feasible(shuffled)


@pytest.mark.law
@given(systems(), st.data())
def test_widening_a_figure_never_creates_a_conflict(system: tuple[list[Row], list[Bound]], data: st.DataObject) -> None:
    rows, bounds = system
    at = data.draw(st.integers(0, len(bounds) - 1))
    wider = bounds[at].interval + Interval.of(-data.draw(st.integers(0, 5)), data.draw(st.integers(0, 5)))
    if not minimal_conflict(rows, bounds):
        assert not minimal_conflict(rows, [*bounds[:at], Bound(bounds[at].name, wider), *bounds[at + 1 :]])


@pytest.mark.law
@given(systems(), st.sampled_from([Fraction(1, 1000), Fraction(7, 3), Fraction(25_000)]))
def test_changing_the_unit_changes_no_conflict(system: tuple[list[Row], list[Bound]], factor: Fraction) -> None:
    rows, bounds = system
    converted = [Row(row.terms, row.constant * factor, row.comparison) for row in rows]
    scaled = [Bound(bound.name, bound.interval.scale(factor)) for bound in bounds]
    assert minimal_conflict(rows, bounds) == minimal_conflict(converted, scaled)


@pytest.mark.law
@given(systems(), st.data())
def test_repeating_a_figure_changes_no_verdict(system: tuple[list[Row], list[Bound]], data: st.DataObject) -> None:
    rows, bounds = system
    again = data.draw(st.sampled_from(bounds))
    assert bool(minimal_conflict(rows, bounds)) == bool(minimal_conflict(rows, [*bounds, again]))


def test_three_figures_conflict_though_no_two_do() -> None:
    texts = ("trade == exports + imports", "surplus == exports - imports")
    rows = [row for text in texts for row in constraints_of_formula(parse_formula(text))]
    figures = [
        Bound("trade", Interval.of(682, 684)),
        Bound("surplus", Interval.of(26, 30)),
        Bound("exports", Interval.of(340, 341)),
    ]
    assert minimal_conflict(rows, figures) == (0, 1, 2)
    assert minimal_conflict(rows, figures[:2]) == ()
    assert str(left_for(rows, figures, (0, 1, 2), 2)) == "[354, 357]"


def test_touching_ends_conflict_only_when_one_is_open() -> None:
    (row,) = constraints_of_formula(parse_formula("whole == part + rest"))
    part, rest = Bound("part", Interval.of(1, 2)), Bound("rest", Interval.of(0, 3, high_open=True))
    assert minimal_conflict([row], [part, rest, Bound("whole", Interval.point(5))]) == (0, 1, 2)
    closed = Bound("rest", Interval.of(0, 3))
    assert minimal_conflict([row], [part, closed, Bound("whole", Interval.point(5))]) == ()


def test_a_negative_weight_carries_open_ends_along() -> None:
    (row,) = constraints_of_formula(parse_formula("net == gross - cost"))
    figures = [
        Bound("gross", Interval.of(10, 11, high_open=True)),
        Bound("cost", Interval.of(3, 4, low_open=True)),
        Bound("net", Interval.point(8)),
    ]
    assert minimal_conflict([row], figures) == (0, 1, 2)
    assert minimal_conflict([row], [*figures[:2], Bound("net", Interval.of(Fraction(799, 100), 8))]) == ()


@pytest.mark.parametrize("text", ["a == b / 0", "a == b / (2 - 2)", "a == sum(b)"])
def test_what_ties_no_single_figures_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="identity"):
        constraints_of_formula(parse_formula(text))


def test_relations_without_a_common_variable_are_apart() -> None:
    texts = {"one": "a == b + c", "two": "c == d", "three": "x <= y"}
    rows = {name: constraints_of_formula(parse_formula(text)) for name, text in texts.items()}
    assert sorted(components(rows)) == [("one", "two"), ("three",)]

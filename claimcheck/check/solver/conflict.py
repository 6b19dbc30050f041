"""Smallest sets of figures that cannot all hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.check.solver.elimination import is_feasible, possible_values
from claimcheck.check.solver.propagation import suspects
from claimcheck.check.solver.rows import Row, rows_of_interval
from claimcheck.model.interval import Interval


@dataclass(frozen=True, slots=True)
class Bound:
    """One figure: the possible values of a variable."""

    name: str
    interval: Interval


def minimal_conflict(relations: Sequence[Row], bounds: Sequence[Bound]) -> tuple[int, ...]:
    """Positions of a smallest set of bounds that cannot hold together under the relations; empty when there is none.

    Smallest in the sense that the rest can hold once any one of them is left out. Propagation is quick and names
    suspects; where it finds nothing, or misjudges, the exact decision has the last word.

    >>> from claimcheck.check.formula import parse_formula
    >>> from claimcheck.check.solver.rows import rows_of_formula
    >>> whole = rows_of_formula(parse_formula("whole == men + women"))
    >>> figures = [("whole", 31), ("men", 12), ("women", 18), ("children", 5)]
    >>> minimal_conflict([whole], [Bound(name, Interval.point(value)) for name, value in figures])
    (0, 1, 2)
    """
    everything = range(len(bounds))
    suspected = suspects(relations, [(bound.name, bound.interval) for bound in bounds])
    if suspected is None:
        kept = list(everything)
        if _can_hold(relations, bounds, kept):
            return ()
    else:
        kept = sorted(suspected)
    for candidate in list(kept):
        rest = [at for at in kept if at != candidate]
        if not _can_hold(relations, bounds, rest):
            kept = rest
    return tuple(kept)


def left_for(relations: Sequence[Row], bounds: Sequence[Bound], conflict: Iterable[int], at: int) -> Interval | None:
    """What the other figures of a conflict leave for the variable of one of them."""
    rows = list(relations)
    for other in conflict:
        if other != at:
            rows.extend(rows_of_interval(bounds[other].name, bounds[other].interval))
    return possible_values(rows, bounds[at].name)


def _can_hold(relations: Sequence[Row], bounds: Sequence[Bound], kept: Iterable[int]) -> bool:
    rows = list(relations)
    for at in kept:
        rows.extend(rows_of_interval(bounds[at].name, bounds[at].interval))
    return is_feasible(rows)


def components(relations: Mapping[str, Row]) -> list[tuple[str, ...]]:
    """The relations in groups that share no variable, each group by the names of its relations, in a stable order."""
    groups: list[tuple[set[str], list[str]]] = []
    for name in sorted(relations):
        variables, members = set(relations[name].terms), [name]
        apart = []
        for known, others in groups:
            if known.isdisjoint(variables):
                apart.append((known, others))
            else:
                variables |= known
                members = [*others, *members]
        groups = [*apart, (variables, members)]
    return [tuple(sorted(members)) for _, members in groups]

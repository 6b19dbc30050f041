"""Smallest sets of figures that cannot all hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.check.solver.decision import contradiction, groups, room_for
from claimcheck.check.solver.rows import Constraint
from claimcheck.model.interval import Interval


@dataclass(frozen=True, slots=True)
class Bound:
    """One figure: the possible values of a variable."""

    name: str
    interval: Interval


def minimal_conflict(constraints: Sequence[Constraint], bounds: Sequence[Bound]) -> tuple[int, ...]:
    """Positions of a smallest set of bounds that cannot hold together under the relations; empty when there is none.

    Smallest in the sense that the rest can hold once any one of them is left out.

    >>> from claimcheck.check.formulas.formula import parse_formula
    >>> from claimcheck.check.solver.rows import constraints_of_formula
    >>> whole = constraints_of_formula(parse_formula("whole == men + women"))
    >>> figures = [("whole", 31), ("men", 12), ("women", 18), ("children", 5)]
    >>> minimal_conflict(whole, [Bound(name, Interval.point(value)) for name, value in figures])
    (0, 1, 2)
    """
    kept = _blamed(constraints, bounds, range(len(bounds)))
    if not kept:
        return ()
    for candidate in sorted(kept):
        if candidate in kept:
            fewer = _blamed(constraints, bounds, sorted(kept - {candidate}))
            kept = kept if fewer is None else fewer
    return tuple(sorted(kept))


def left_for(
    constraints: Sequence[Constraint], bounds: Sequence[Bound], conflict: Iterable[int], at: int
) -> Interval | None:
    """What the other figures of a conflict leave for the variable of one of them."""
    figures = ((other, bounds[other].name, bounds[other].interval) for other in conflict if other != at)
    return room_for(constraints, figures, bounds[at].name)


def _blamed(constraints: Sequence[Constraint], bounds: Sequence[Bound], kept: Iterable[int]) -> frozenset[int] | None:
    return contradiction(constraints, ((at, bounds[at].name, bounds[at].interval) for at in kept))


def components(relations: Mapping[str, Sequence[Constraint]]) -> list[tuple[str, ...]]:
    """The relations in groups that share no variable, each group by the names of its relations, in a stable order."""
    names = {id(constraint): name for name in relations for constraint in relations[name]}
    found = groups([constraint for name in sorted(relations) for constraint in relations[name]])
    return [tuple(sorted({names[id(constraint)] for constraint in group})) for group in found]

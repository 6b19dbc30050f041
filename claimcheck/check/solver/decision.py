"""Decides whether figures can hold together under relations, and names some that cannot.

What hangs on by one variable is folded away, the rest falls into groups without a common variable, and each group is
decided exactly: rows by the simplex method, products by splitting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.check.solver.domains import Domains, Reason, domains_of, figures_behind
from claimcheck.check.solver.products import cannot_hold, relaxed
from claimcheck.check.solver.propagation import contract, fold
from claimcheck.check.solver.rows import Constraint, Product, Row, names_of, rows_of_interval
from claimcheck.check.solver.simplex import clash, possible_values
from claimcheck.model.interval import Interval

Figure = tuple[int, str, Interval]  # position, variable, possible values


def contradiction(constraints: Sequence[Constraint], figures: Iterable[Figure]) -> frozenset[int] | None:
    """Positions of some figures that cannot hold together; None when all can, or nobody can tell.

    The figures found need not be a smallest set.
    """
    domains, reason = domains_of(figures)
    if reason is None:
        core, reason = fold(constraints, domains)
        if reason is None:
            found = (_of_group(group, domains) for group in groups(core))
            return next((each for each in found if each is not None), None)
    return figures_behind([reason])


def room_for(constraints: Sequence[Constraint], figures: Iterable[Figure], name: str) -> Interval | None:
    """The values that the figures leave for a variable; None when there are none. With products it may be too wide."""
    domains, reason = domains_of(figures)
    if reason is not None:
        return None
    core, reason = fold(constraints, domains, keep=name)
    if reason is not None:
        return None
    group = next((group for group in groups(core) if name in names_of(group)), [])
    if not group:
        return domains.values(name)
    if any(isinstance(constraint, Product) for constraint in group) and contract(group, domains) is not None:
        return None
    box = {each: domains.values(each) for each in sorted(names_of(group))}
    return possible_values(relaxed(group, box), name)


def groups(constraints: Sequence[Constraint]) -> list[list[Constraint]]:
    """The relations in groups that share no variable, in the order of their first members."""
    leader: dict[str, str] = {}

    def lead(name: str) -> str:
        while leader.setdefault(name, name) != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for constraint in constraints:
        first, *others = sorted(constraint.names) or [""]
        for other in others:
            leader[lead(other)] = lead(first)
    found: dict[str, list[Constraint]] = {}
    for constraint in constraints:
        found.setdefault(lead(min(constraint.names, default="")), []).append(constraint)
    return list(found.values())


def _of_group(group: Sequence[Constraint], domains: Domains) -> frozenset[int] | None:
    names = sorted(names_of(group))
    rows = [constraint for constraint in group if isinstance(constraint, Row)]
    if len(rows) == len(group):
        return _of_rows(rows, names, domains)
    reason = contract(group, domains)
    if reason is not None:
        return figures_behind([reason])
    found = _of_rows(rows, names, domains)
    if found is None and cannot_hold(group, {name: domains.values(name) for name in names}):
        found = figures_behind([reason for name in names for reason in domains.of(name).reasons])
    return found


def _of_rows(rows: Sequence[Row], names: Sequence[str], domains: Domains) -> frozenset[int] | None:
    """The figures behind the bounds that the rows cannot keep to."""
    system = list(rows)
    reasons: dict[int, tuple[Reason, ...]] = {}
    for name in names:
        known = domains.of(name)
        for row in rows_of_interval(name, known.values):
            reasons[len(system)] = known.above if row.terms[name] > 0 else known.below
            system.append(row)
    blamed = clash(system)
    if blamed is None:
        return None
    return figures_behind([reason for at in sorted(blamed) for reason in reasons.get(at, ())])

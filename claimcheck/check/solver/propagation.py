"""Bounds carried through relations, each with the figures that it rests on.

A relation that hangs on the others by one variable alone can be folded into that variable without loss, and so on from
the leaves inward: of a system without circles nothing is left. What is left of others is their core.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from fractions import Fraction

from claimcheck.check.solver.domains import Domains, Known, Reason
from claimcheck.check.solver.rows import Constraint, Product, Row
from claimcheck.model.interval import WHOLE_LINE, Interval

_MOST_ROUNDS = 12
_ABOVE_ZERO = Interval(Fraction(0), None, True, False)
_BELOW_ZERO = Interval(None, Fraction(0), False, True)


def fold(
    constraints: Sequence[Constraint], domains: Domains, keep: str | None = None
) -> tuple[list[Constraint], Reason | None]:
    """Folds relations into the variables by which they hang on the rest; gives the core, and the reason of a clash.

    keep: a variable whose values are wanted afterwards, so that it is never folded away.
    """
    users: dict[str, set[int]] = {}
    for at, constraint in enumerate(constraints):
        for name in constraint.names:
            users.setdefault(name, set()).add(at)
    alive = dict(enumerate(constraints))
    waiting = deque(alive)
    while waiting:
        at = waiting.popleft()
        if at not in alive:
            continue
        tied = sorted(name for name in alive[at].names if len(users[name]) > 1 or name == keep)
        is_folded, clash = _fold_one(alive[at], tied, domains)
        if clash is not None:
            return [], clash
        if is_folded:
            for name in alive.pop(at).names:
                users[name].discard(at)
                if len(users[name]) == 1:
                    waiting.extend(users[name])
    return list(alive.values()), None


def contract(constraints: Sequence[Constraint], domains: Domains) -> Reason | None:
    """Narrows the variables by all relations in turn until nothing changes much; gives the reason of a clash."""
    changed = {name for constraint in constraints for name in constraint.names}
    for _ in range(_MOST_ROUNDS):
        touched, changed = changed, set()
        for constraint in constraints:
            if constraint.names.isdisjoint(touched | changed):
                continue
            for name in sorted(constraint.names):
                before = domains.of(name)
                values, _ = _implied(constraint, name, domains)
                clash = _take(constraint, name, values, domains)
                if clash is not None:
                    return clash
                if domains.of(name) is not before:
                    changed.add(name)
        if not changed:
            break
    return None


def _fold_one(constraint: Constraint, tied: Sequence[str], domains: Domains) -> tuple[bool, Reason | None]:
    """Whether a relation could be folded into what it is tied by, and the reason of a clash."""
    if not constraint.names:
        return True, None if _holds(constraint) else Reason()
    if _says_nothing(constraint, tied, domains):
        return True, None
    if len(tied) > 1:
        return False, None
    target = min(tied or constraint.names)
    values, is_exact = _implied(constraint, target, domains)
    clash = _take(constraint, target, values, domains)
    return is_exact, clash


def _holds(constraint: Constraint) -> bool:
    """Whether a row of no variable holds."""
    assert isinstance(constraint, Row)
    return {"==": constraint.constant == 0, "<=": constraint.constant <= 0, "<": constraint.constant < 0}[
        constraint.comparison
    ]


def _says_nothing(constraint: Constraint, tied: Sequence[str], domains: Domains) -> bool:
    """True when a variable that no other relation speaks of can make up for any values of the rest."""
    free = constraint.names.difference(tied)
    if isinstance(constraint, Product):
        is_factor = constraint.result in (constraint.left, constraint.right)
        return constraint.result in free and not is_factor and domains.values(constraint.result) == WHOLE_LINE
    for name in free:
        values, factor = domains.values(name), constraint.terms[name]
        can_fall = values.low is None if factor > 0 else values.high is None
        can_rise = values.high is None if factor > 0 else values.low is None
        if can_fall and (can_rise or constraint.comparison != "=="):
            return True
    return False


def _take(constraint: Constraint, name: str, values: Interval | None, domains: Domains) -> Reason | None:
    """Narrows a variable by what a relation leaves for it; gives the reason when that is nothing."""
    if values is not None and values.meet(domains.values(name)) == domains.values(name):
        return None
    if isinstance(constraint, Row) and values is not None:
        return domains.narrow(name, Known(values, *_supports(constraint, name, domains)))
    reasons = tuple(reason for each in sorted(constraint.names) for reason in domains.of(each).reasons)
    why = (Reason(because=reasons),)
    return why[0] if values is None else domains.narrow(name, Known(values, why, why))


def _implied(constraint: Constraint, name: str, domains: Domains) -> tuple[Interval | None, bool]:
    """The values that a relation leaves for one variable, None for none; and whether each of them is possible."""
    if isinstance(constraint, Row):
        return _implied_by_row(constraint, name, domains), True
    result, left, right = (domains.values(each) for each in (constraint.result, constraint.left, constraint.right))
    is_plain = len(constraint.names) == 3
    if name == constraint.result:
        return left * right, is_plain
    other, own = (right, left) if name == constraint.left else (left, right)
    values, is_exact = quotient(result, other, own)
    return values, is_exact and is_plain


def quotient(product: Interval, factor: Interval, own: Interval) -> tuple[Interval | None, bool]:
    """The values among its own that a factor can have, given the product and the other factor; and whether each can.

    >>> str(quotient(Interval.of(6, 8), Interval.of(-2, 2), Interval.of(-1, 9))[0])
    '[3, 9]'
    """
    if not factor.contains(0):
        return product / factor, True
    if product.contains(0):
        return WHOLE_LINE, True
    sides = [side for side in (factor.meet(_BELOW_ZERO), factor.meet(_ABOVE_ZERO)) if side is not None]
    met = [both for both in (own.meet(product / side) for side in sides) if both is not None]
    if not met:
        return None, True
    return (met[0], True) if len(met) == 1 else (met[0].hull(met[1]), False)


def _implied_by_row(row: Row, name: str, domains: Domains) -> Interval:
    rest = Interval.point(row.constant)
    for other, factor in row.terms.items():
        if other != name:
            rest = rest + domains.values(other).scale(factor)
    factor = row.terms[name]
    values = (-rest).scale(1 / factor)
    if row.comparison == "==":
        return values
    is_open = row.comparison == "<"
    if factor > 0:
        return Interval(None, values.high, False, values.high is not None and (values.high_open or is_open))
    return Interval(values.low, None, values.low is not None and (values.low_open or is_open), False)


def _supports(row: Row, name: str, domains: Domains) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Why a variable of a row cannot be lower, and why it cannot be higher."""
    lows: list[Reason] = []
    highs: list[Reason] = []
    for other, factor in row.terms.items():
        if other != name:
            known = domains.of(other)
            lows.extend(known.below if factor > 0 else known.above)
            highs.extend(known.above if factor > 0 else known.below)
    low, high = (Reason(because=tuple(lows)),), (Reason(because=tuple(highs)),)
    return (high, low) if row.terms[name] > 0 else (low, high)

"""The exact decision: elimination of variables over the rationals, first by equations, then by pairs of bounds.

Equations are solved for one variable each (Gauss); what is left are inequalities, from which variables are removed by
adding every upper bound to every lower one (Fourier and Motzkin). Strict inequalities stay strict. Both steps keep
exactly the solutions that the remaining variables can have, so the answer is neither too wide nor too narrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from claimcheck.check.solver.rows import Comparison, Row, Terms, names_of
from claimcheck.model.interval import Interval

# Far beyond what reports tie together; past it no contradiction is claimed.
_MOST_ROWS = 5_000


class TooLargeError(Exception):
    """The rows have grown beyond what is worth deciding."""


def is_feasible(rows: Iterable[Row]) -> bool:
    """True when some values of the variables satisfy every row; also when there are too many rows to decide."""
    try:
        return _eliminate_all(list(rows), keep=None) is not None
    except TooLargeError:
        return True


def possible_values(rows: Iterable[Row], name: str) -> Interval | None:
    """All values that one variable takes in some solution; None when there is no solution.

    >>> row = Row({"whole": Fraction(1), "part": Fraction(-1)}, Fraction(-2), "==")
    >>> at_most = Row({"part": Fraction(1)}, Fraction(-5), "<")
    >>> str(possible_values([row, at_most], "whole"))
    '(-inf, 7)'
    """
    try:
        left = _eliminate_all(list(rows), keep=name)
    except TooLargeError:
        return Interval(None, None)
    if left is None:
        return None
    values = Interval(None, None)
    for row in left:
        met = values.meet(_half_line(row, name))
        if met is None:
            return None
        values = met
    return values


def _half_line(row: Row, name: str) -> Interval:
    bound = -row.constant / row.terms[name]
    if row.comparison == "==":
        return Interval.point(bound)
    is_open = row.comparison == "<"
    if row.terms[name] > 0:
        return Interval(None, bound, False, is_open)
    return Interval(bound, None, is_open, False)


def _eliminate_all(rows: list[Row], keep: str | None) -> list[Row] | None:
    """Rows over nothing but the variable to keep, with the same solutions for it; None when there are none."""
    left = _solve_equations(rows, keep)
    while left is not None:
        names = names_of(left) - {keep}
        if not names:
            break
        left = _remove(left, min(names, key=lambda name: (_cost(left or (), name), name)))
    return left


def _solve_equations(rows: list[Row], keep: str | None) -> list[Row] | None:
    """The rows without those equations that could be solved for a variable other than the one to keep."""
    left = _simplified(rows)
    while left is not None:
        pivot = next((row for row in left if row.comparison == "==" and set(row.terms) - {keep}), None)
        if pivot is None:
            break
        name = min(set(pivot.terms) - {keep or ""})
        left = _simplified([_substitute(row, pivot, name) for row in left if row is not pivot])
    return left


def _substitute(row: Row, equation: Row, name: str) -> Row:
    if name not in row.terms:
        return row
    factor = -row.terms[name] / equation.terms[name]
    return _sum(row, equation, Fraction(1), factor, row.comparison)


def _remove(rows: Sequence[Row], name: str) -> list[Row] | None:
    upper = [row for row in rows if row.terms.get(name, 0) > 0]
    lower = [row for row in rows if row.terms.get(name, 0) < 0]
    if len(upper) * len(lower) > _MOST_ROWS:
        raise TooLargeError
    rest = [row for row in rows if name not in row.terms]
    for above in upper:
        for below in lower:
            strict: Comparison = "<" if "<" in (above.comparison, below.comparison) else "<="
            rest.append(_sum(above, below, 1 / above.terms[name], -1 / below.terms[name], strict))
    return _simplified(rest)


def _cost(rows: Sequence[Row], name: str) -> int:
    upper = sum(1 for row in rows if row.terms.get(name, 0) > 0)
    lower = sum(1 for row in rows if row.terms.get(name, 0) < 0)
    return upper * lower - upper - lower


def _sum(a: Row, b: Row, a_factor: Fraction, b_factor: Fraction, comparison: Comparison) -> Row:
    terms = {name: value * a_factor for name, value in a.terms.items()}
    for name, value in b.terms.items():
        terms[name] = terms.get(name, Fraction(0)) + value * b_factor
    kept = {name: value for name, value in terms.items() if value}
    return Row(kept, a.constant * a_factor + b.constant * b_factor, comparison)


def _simplified(rows: Iterable[Row]) -> list[Row] | None:
    """The rows without those that say nothing or less than another; None when one of them cannot hold."""
    tightest: dict[tuple[tuple[tuple[str, Fraction], ...], bool], Row] = {}
    for row in rows:
        if not row.terms:
            if not _holds(row):
                return None
            continue
        scaled = _normal(row)
        key = (tuple(sorted(scaled.terms.items())), scaled.comparison == "==")
        known = tightest.get(key)
        if known is not None and key[1] and known.constant != scaled.constant:
            return None
        if known is None or (scaled.constant, scaled.comparison == "<") > (known.constant, known.comparison == "<"):
            tightest[key] = scaled
    return list(tightest.values())


def _holds(row: Row) -> bool:
    if row.comparison == "==":
        return row.constant == 0
    return row.constant < 0 if row.comparison == "<" else row.constant <= 0


def _normal(row: Row) -> Row:
    """The same row with a first factor of one in size, so that equal rows look equal."""
    first = row.terms[min(row.terms)]
    factor = 1 / first if row.comparison == "==" else 1 / abs(first)
    terms: Terms = {name: value * factor for name, value in row.terms.items()}
    return Row(terms, row.constant * factor, row.comparison)

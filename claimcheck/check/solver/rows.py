"""Linear relations over named variables, exact, and their way from formulas and intervals."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from claimcheck.check.formula import Formula
from claimcheck.model.interval import Interval

Comparison = Literal["==", "<=", "<"]
Terms = Mapping[str, Fraction]

_CONSTANT = ""  # the name under which `_lower` keeps what has no variable


@dataclass(frozen=True, slots=True)
class Row:
    """The sum of the terms and the constant compares with zero: 2x - y + 3 <= 0."""

    terms: Terms
    constant: Fraction
    comparison: Comparison


def rows_of_formula(formula: Formula) -> Row:
    """The row of a formula that is linear in its names; raises ValueError for a product or quotient of names.

    >>> from claimcheck.check.formula import parse_formula
    >>> row = rows_of_formula(parse_formula("surplus == exports - imports"))
    >>> {name: int(factor) for name, factor in row.terms.items()}, row.comparison
    ({'surplus': 1, 'exports': -1, 'imports': 1}, '==')
    """
    left, right = _lower(formula.left), _lower(formula.right)
    if formula.comparison == ">=":
        left, right = right, left
    terms = _add(left, right, Fraction(-1))
    constant = terms.pop(_CONSTANT, Fraction(0))
    return Row(terms, constant, "==" if formula.comparison == "==" else "<=")


def rows_of_interval(name: str, interval: Interval) -> Iterator[Row]:
    """One row for each bound of a variable."""
    if interval.low is not None:
        yield Row({name: Fraction(-1)}, interval.low, "<" if interval.low_open else "<=")
    if interval.high is not None:
        yield Row({name: Fraction(1)}, -interval.high, "<" if interval.high_open else "<=")


def names_of(rows: Iterable[Row]) -> set[str]:
    """All variables that some row speaks of."""
    return {name for row in rows for name in row.terms}


def _lower(node: ast.expr) -> dict[str, Fraction]:
    match node:
        case ast.Name(id=name):
            return {name: Fraction(1)}
        case ast.Constant(value=int() as value):
            return {_CONSTANT: Fraction(value)}
        case ast.UnaryOp(operand=operand):
            return _scale(_lower(operand), Fraction(-1))
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _add(_lower(left), _lower(right), Fraction(1))
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return _add(_lower(left), _lower(right), Fraction(-1))
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return _multiply(_lower(left), _lower(right))
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            divisor = _lower(right)
            if set(divisor) <= {_CONSTANT} and divisor.get(_CONSTANT):
                return _scale(_lower(left), 1 / divisor[_CONSTANT])
            raise ValueError("an identity divides by whole numbers only")
    raise ValueError(f"{ast.unparse(node)!r} has no place in an identity")


def _multiply(left: dict[str, Fraction], right: dict[str, Fraction]) -> dict[str, Fraction]:
    for factor, other in ((left, right), (right, left)):
        if set(factor) <= {_CONSTANT}:
            return _scale(other, factor.get(_CONSTANT, Fraction(0)))
    raise ValueError("an identity multiplies by whole numbers only")


def _scale(terms: Terms, factor: Fraction) -> dict[str, Fraction]:
    return {name: value * factor for name, value in terms.items()}


def _add(left: Terms, right: Terms, factor: Fraction) -> dict[str, Fraction]:
    total = dict(left)
    for name, value in right.items():
        total[name] = total.get(name, Fraction(0)) + factor * value
    return {name: value for name, value in total.items() if value or name == _CONSTANT}

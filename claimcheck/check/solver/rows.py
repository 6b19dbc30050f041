"""Relations over named variables, linear sums and products, exact, and their way from formulas and intervals."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from claimcheck.check.formulas.formula import Formula
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

    @property
    def names(self) -> frozenset[str]:
        """The variables that it speaks of."""
        return frozenset(self.terms)


@dataclass(frozen=True, slots=True)
class Product:
    """The result is the product of two variables.

    A quotient is the number that gives the dividend when multiplied by the divisor.
    """

    result: str
    left: str
    right: str

    @property
    def names(self) -> frozenset[str]:
        """The variables that it speaks of."""
        return frozenset((self.result, self.left, self.right))


Constraint = Row | Product


@lru_cache(maxsize=256)
def constraints_of_formula(formula: Formula) -> tuple[Constraint, ...]:
    """A formula as one row, and a product for each product and quotient in it, whose result gets a name of its own.

    Raises ValueError for sums over many figures and for a division by nothing.

    >>> from claimcheck.check.formulas.formula import parse_formula
    >>> (row,) = constraints_of_formula(parse_formula("surplus == exports - imports"))
    >>> {name: int(factor) for name, factor in row.terms.items()}, row.comparison
    ({'surplus': 1, 'exports': -1, 'imports': 1}, '==')
    >>> constraints_of_formula(parse_formula("density == people / area"))[1]
    Product(result='people', left='(people / area)', right='area')
    """
    products: list[Constraint] = []
    left, right = _lower(formula.left, products), _lower(formula.right, products)
    if formula.comparison == ">=":
        left, right = right, left
    terms = _add(left, right, Fraction(-1))
    constant = terms.pop(_CONSTANT, Fraction(0))
    return Row(terms, constant, "==" if formula.comparison == "==" else "<="), *products


def rows_of_interval(name: str, interval: Interval) -> Iterator[Row]:
    """One row for each bound of a variable."""
    if interval.low is not None:
        yield Row({name: Fraction(-1)}, interval.low, "<" if interval.low_open else "<=")
    if interval.high is not None:
        yield Row({name: Fraction(1)}, -interval.high, "<" if interval.high_open else "<=")


def names_of(constraints: Iterable[Constraint]) -> set[str]:
    """All variables that some relation speaks of."""
    return {name for constraint in constraints for name in constraint.names}


def _lower(node: ast.expr, products: list[Constraint]) -> dict[str, Fraction]:
    """The terms of an expression; the products that it needs are added to the list."""
    match node:
        case ast.Name(id=name):
            return {name.removesuffix("_"): Fraction(1)}
        case ast.Constant(value=int() as value):
            return {_CONSTANT: Fraction(value)}
        case ast.UnaryOp(operand=operand):
            return _scale(_lower(operand, products), Fraction(-1))
        case ast.BinOp(left=left, op=op, right=right):
            return _combine(node, op, _lower(left, products), _lower(right, products), products)
    raise ValueError(f"{ast.unparse(node)!r} has no place in an identity")


def _combine(
    node: ast.expr, op: ast.operator, left: dict[str, Fraction], right: dict[str, Fraction], products: list[Constraint]
) -> dict[str, Fraction]:
    match op:
        case ast.Add():
            return _add(left, right, Fraction(1))
        case ast.Sub():
            return _add(left, right, Fraction(-1))
        case ast.Mult():
            return _multiply(node, left, right, products)
        case _:
            return _divide(node, left, right, products)


def _multiply(
    node: ast.expr, left: dict[str, Fraction], right: dict[str, Fraction], products: list[Constraint]
) -> dict[str, Fraction]:
    for factor, other in ((left, right), (right, left)):
        if set(factor) <= {_CONSTANT}:
            return _scale(other, factor.get(_CONSTANT, Fraction(0)))
    result = _result_of(node)
    products.append(Product(result, _named(left, products), _named(right, products)))
    return {result: Fraction(1)}


def _divide(
    node: ast.expr, left: dict[str, Fraction], right: dict[str, Fraction], products: list[Constraint]
) -> dict[str, Fraction]:
    if set(right) <= {_CONSTANT}:
        if not right.get(_CONSTANT):
            raise ValueError("an identity divides by nothing")
        return _scale(left, 1 / right[_CONSTANT])
    result = _result_of(node)
    products.append(Product(_named(left, products), result, _named(right, products)))
    return {result: Fraction(1)}


def _result_of(node: ast.expr) -> str:
    return f"({ast.unparse(node)})"


def _named(terms: dict[str, Fraction], products: list[Constraint]) -> str:
    """The name of a sum: its own where it is one variable, else a new one that is tied to it."""
    if len(terms) == 1:
        ((name, factor),) = terms.items()
        if name != _CONSTANT and factor == 1:
            return name
    name = "(" + " + ".join(f"{factor} {each}".strip() for each, factor in sorted(terms.items())) + ")"
    tied = _add(terms, {name: Fraction(1)}, Fraction(-1))
    products.append(Row({each: factor for each, factor in tied.items() if each != _CONSTANT},
                        tied.get(_CONSTANT, Fraction(0)), "=="))
    return name


def _scale(terms: Terms, factor: Fraction) -> dict[str, Fraction]:
    return {name: value * factor for name, value in terms.items()}


def _add(left: Terms, right: Terms, factor: Fraction) -> dict[str, Fraction]:
    total = dict(left)
    for name, value in right.items():
        total[name] = total.get(name, Fraction(0)) + factor * value
    return {name: value for name, value in total.items() if value or name == _CONSTANT}

"""The small language in which a rule states what must hold between figures: "change == (to / from - 1) * 100".

Names stand for the figures of a relation, `sum(part)` for all figures of one name together; + - * / and parentheses
mean what they always mean, over intervals; one comparison (==, <=, >=) ties the two sides. A name used once keeps the
result exact; a name used twice only makes it wider, so a true set of figures is never found to conflict.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from operator import add, mul, sub, truediv

from claimcheck.model.ends import order
from claimcheck.model.interval import Interval

Values = Mapping[str, Sequence[Interval]]

_Evaluation = Callable[[Values], Interval]

_COMPARISONS: dict[type[ast.cmpop], str] = {ast.Eq: "==", ast.LtE: "<=", ast.GtE: ">="}
_OPERATORS: dict[type[ast.operator], Callable[[Interval, Interval], Interval]] = {
    ast.Add: add, ast.Sub: sub, ast.Mult: mul, ast.Div: truediv,
}
_KEYWORD = re.compile(r"\b(from)\b")  # a role, but no name in Python
_SUFFIX = "_"
_NAME = re.compile(r"sum\((?P<summed>\w+)\)|(?P<single>[A-Za-z]\w*)")


@dataclass(frozen=True, slots=True)
class Formula:
    """A comparison of two expressions over named figures. `single` are the names that stand outside a sum."""

    text: str
    left: ast.expr
    right: ast.expr
    comparison: str
    single: tuple[str, ...]
    summed: tuple[str, ...]
    names: tuple[str, ...]  # all that need a figure
    _values: tuple[_Evaluation, _Evaluation] = field(repr=False, compare=False)  # of both sides
    _texts: tuple[str, str] = field(repr=False, compare=False)  # of both sides, with the names of the figures

    def sides(self, values: Values) -> tuple[Interval, Interval]:
        """The possible values of the left and of the right side; every name must have its figures."""
        left, right = self._values
        return left(values), right(values)

    def written(self, words: Mapping[str, Sequence[str]]) -> tuple[str, str]:
        """The two sides with words in the places of the names, for the eye.

        >>> parse_formula("whole == sum(part)").written({"whole": ["30"], "part": ["12", "17"]})
        ('30', '12 + 17')
        """
        left, right = self._texts
        return _written(left, words), _written(right, words)

    def may_hold(self, values: Values) -> bool:
        """True when some choice of possible values satisfies the comparison.

        >>> growth = parse_formula("change == (to / from - 1) * 100")
        >>> growth.may_hold({"change": [Interval.point(12)], "to": [Interval.of(295, 296)],
        ...                  "from": [Interval.of(250, 255)]})
        False
        """
        left, right = self.sides(values)
        if self.comparison == "==":
            return not left.is_disjoint(right)
        return _may_be_at_most(left, right) if self.comparison == "<=" else _may_be_at_most(right, left)


@lru_cache(maxsize=256)
def parse_formula(text: str) -> Formula:
    """A formula from its text; raises ValueError with the reason for anything outside the language.

    >>> parse_formula("whole == sum(part)").names
    ('whole', 'part')
    """
    try:
        tree = ast.parse(_KEYWORD.sub(rf"\1{_SUFFIX}", text.strip()), mode="eval").body
    except SyntaxError as error:
        raise ValueError(f"not a formula: {text!r} ({error.msg})") from None
    if not isinstance(tree, ast.Compare) or len(tree.ops) != 1 or type(tree.ops[0]) not in _COMPARISONS:
        raise ValueError(f"a formula compares two sides with ==, <= or >= exactly once: {text!r}")
    left, right = tree.left, tree.comparators[0]
    single: list[str] = []
    summed: list[str] = []
    for side in (left, right):
        _collect(side, single, summed)
    if not single and not summed:
        raise ValueError(f"a formula needs at least one name: {text!r}")
    return Formula(
        text, left, right, _COMPARISONS[type(tree.ops[0])], tuple(dict.fromkeys(single)), tuple(dict.fromkeys(summed)),
        tuple(dict.fromkeys(single + summed)), (_compiled(left), _compiled(right)),
        (ast.unparse(left), ast.unparse(right)),
    )


def _collect(node: ast.expr, single: list[str], summed: list[str]) -> None:
    """Walks over one side, gathers its names, and refuses whatever is not in the language."""
    match node:
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div(), right=right):
            _collect(left, single, summed)
            _collect(right, single, summed)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            _collect(operand, single, summed)
        case ast.Name(id=name):
            single.append(name.removesuffix(_SUFFIX))
        case ast.Constant(value=int() as value) if not isinstance(value, bool):
            pass
        case ast.Call(func=ast.Name(id="sum"), args=[ast.Name(id=name)], keywords=[]):
            summed.append(name.removesuffix(_SUFFIX))
        case ast.Constant():
            raise ValueError(f"a number in a formula is whole, not {ast.unparse(node)} (write 5 / 2 for 2.5)")
        case _:
            raise ValueError(
                f"{ast.unparse(node).replace(_SUFFIX, '')!r} has no place in a formula; "
                "known: names, whole numbers, + - * /, parentheses, sum(name)"
            )


def _compiled(node: ast.expr) -> _Evaluation:
    """The value of one side as a function of the figures, made once for all the figures it will be asked for."""
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            combine, one, other = _OPERATORS[type(op)], _compiled(left), _compiled(right)
            return lambda values: combine(one(values), other(values))
        case ast.UnaryOp(operand=operand):
            inner = _compiled(operand)
            return lambda values: -inner(values)
        case ast.Name(id=name):
            return _figure(name.removesuffix(_SUFFIX))
        case ast.Call(args=[ast.Name(id=name)]):
            summed = name.removesuffix(_SUFFIX)
            return lambda values: sum_of(values[summed])
        case ast.Constant(value=int() as value):
            constant = Interval.point(value)
            return lambda _: constant
        case _:
            raise AssertionError(f"parse_formula let {ast.dump(node)} through")


def _figure(name: str) -> _Evaluation:
    def value(values: Values) -> Interval:
        (only,) = values[name]
        return only

    return value


def _written(side: str, words: Mapping[str, Sequence[str]]) -> str:
    def word(name: re.Match[str]) -> str:
        figures = words[(name["summed"] or name["single"]).removesuffix(_SUFFIX)]
        return " + ".join(figures)

    return _NAME.sub(word, side)


def sum_of(intervals: Sequence[Interval]) -> Interval:
    """All the intervals together."""
    return reduce(add, intervals) if intervals else Interval.point(0)


def _may_be_at_most(lesser: Interval, greater: Interval) -> bool:
    if lesser.low is None or greater.high is None:
        return True
    closed = not lesser.low_open and not greater.high_open
    apart = order(lesser.low, greater.high)
    return apart < 0 or (closed and not apart)

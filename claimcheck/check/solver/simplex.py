"""The exact decision of linear rows: the simplex method over the rationals, open ends included.

A strict bound is kept as a number and a multiple of an amount that is smaller than any other (B. Dutertre and
L. de Moura, *A Fast Linear-Arithmetic Solver for DPLL(T)*, 2006), so that a sum that touches an open end is told from
one that stays below it. The variable of lowest number is always taken first (Bland), so that the search ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from claimcheck.check.solver.rows import Row, names_of
from claimcheck.model.interval import WHOLE_LINE, Interval

# Far beyond what reports tie together; past it no contradiction is claimed.
_MOST_EFFORT = 4_000_000

Value = tuple[Fraction, Fraction]  # a number, and how many of the smallest amount are added to it

_NOTHING = Fraction(0)
_ZERO: Value = (_NOTHING, _NOTHING)


class TooLargeError(Exception):
    """The rows are more than what is worth deciding."""


@dataclass(frozen=True, slots=True)
class _End:
    """A bound and the position of the row that it comes from."""

    value: Value
    source: int


def clash(rows: Sequence[Row]) -> frozenset[int] | None:
    """Positions of some rows that cannot hold together; None when all can, or when there are too many to decide."""
    try:
        return Tableau(rows).clash()
    except TooLargeError:
        return None


def possible_values(rows: Iterable[Row], name: str) -> Interval | None:
    """All values that one variable takes in some solution; None when there is no solution.

    >>> row = Row({"whole": Fraction(1), "part": Fraction(-1)}, Fraction(-2), "==")
    >>> at_most = Row({"part": Fraction(1)}, Fraction(-5), "<")
    >>> str(possible_values([row, at_most], "whole"))
    '(-inf, 7)'
    """
    try:
        up = Tableau(list(rows), {name: Fraction(1)})
        if up.clash() is not None:
            return None
        high, low = up.highest(), Tableau(list(rows), {name: Fraction(-1)}).highest()
    except TooLargeError:
        return WHOLE_LINE
    return Interval(
        None if low is None else -low[0], None if high is None else high[0],
        low is not None and low[1] != 0, high is not None and high[1] != 0,
    )


class Tableau:
    """The rows as sums of free variables, each sum and each variable with its bounds.

    objective: the sum that `highest` asks for; it has no bounds and therefore never leaves its place.
    """

    def __init__(self, rows: Sequence[Row], objective: Mapping[str, Fraction] | None = None) -> None:
        self._names = sorted(names_of(rows) | set(objective or ()))
        self._number = {name: at for at, name in enumerate(self._names)}
        self._low: list[_End | None] = [None] * len(self._names)
        self._high: list[_End | None] = [None] * len(self._names)
        self._sums: dict[int, dict[int, Fraction]] = {}
        self._known_sums: dict[tuple[tuple[str, Fraction], ...], int] = {}
        self._effort = 0
        self._at_once: frozenset[int] | None = None
        for source, row in enumerate(rows):
            self._take(source, row)
        self._objective = self._new_sum(objective) if objective else -1
        self._values = [self._first_value(number) for number in range(len(self._names))]
        for factors in self._sums.values():
            self._values.append(_total(factors, self._values))

    def clash(self) -> frozenset[int] | None:
        """Positions of some rows that cannot hold together; None when the values now satisfy all of them."""
        if self._at_once is not None:
            return self._at_once
        while (number := self._outside()) is not None:
            low, high = self._low[number], self._high[number]
            rises = low is not None and self._values[number] < low.value
            end = low if rises else high
            assert end is not None
            entering = self._way(self._sums[number], rises=rises)
            if entering is None:
                return self._blame(number, end, rises=rises)
            self._move(number, entering, end.value)
        return None

    def highest(self) -> Value | None:
        """The highest value of the objective, with the multiple of the smallest amount; None when it has no end."""
        if self.clash() is not None:
            raise AssertionError("rows that cannot hold have no highest value")
        while (entering := self._way(self._sums[self._objective], rises=True)) is not None:
            rises = self._sums[self._objective][entering] > 0
            step, leaving = self._room(entering, rises=rises)
            if step is None:
                return None
            if leaving is None:
                self._shift(entering, step)
            else:
                factor = self._sums[leaving][entering]
                self._move(leaving, entering, _plus(self._values[leaving], step, factor))
        return self._values[self._objective]

    def solution(self) -> dict[str, Fraction]:
        """Values that satisfy every row, after `clash` has found nothing."""
        small = Fraction(1)
        for low, value, high in zip(self._low, self._values, self._high, strict=True):
            for less, more in ((low and low.value, value), (value, high and high.value)):
                if less and more and less[1] > more[1] and less[0] < more[0]:
                    small = min(small, (more[0] - less[0]) / (less[1] - more[1]))
        return {name: self._values[at][0] + self._values[at][1] * small for name, at in self._number.items()}

    def _take(self, source: int, row: Row) -> None:
        if not row.terms:
            holds = {"==": row.constant == 0, "<=": row.constant <= 0, "<": row.constant < 0}[row.comparison]
            if not holds:
                self._at_once = frozenset([source])
            return
        lead = row.terms[min(row.terms)]
        bound = -row.constant / lead
        number = self._sum_of(row.terms, lead)
        inward = Fraction(-1) if row.comparison == "<" else _NOTHING
        if row.comparison == "==" or lead > 0:
            self._bound_above(number, _End((bound, inward), source))
        if row.comparison == "==" or lead < 0:
            self._bound_below(number, _End((bound, -inward), source))

    def _sum_of(self, terms: Mapping[str, Fraction], lead: Fraction) -> int:
        """The number of the sum of the terms, divided by the first factor; of the variable itself where it is alone."""
        if len(terms) == 1:
            return self._number[next(iter(terms))]
        scaled = {name: factor / lead for name, factor in terms.items()}
        key = tuple(sorted(scaled.items()))
        if key not in self._known_sums:
            self._known_sums[key] = self._new_sum(scaled)
        return self._known_sums[key]

    def _new_sum(self, terms: Mapping[str, Fraction]) -> int:
        self._low.append(None)
        self._high.append(None)
        number = len(self._low) - 1
        self._sums[number] = {self._number[name]: factor for name, factor in terms.items() if factor}
        return number

    def _bound_above(self, number: int, end: _End) -> None:
        known = self._high[number]
        if known is None or end.value < known.value:
            self._high[number] = end
            self._meet(number)

    def _bound_below(self, number: int, end: _End) -> None:
        known = self._low[number]
        if known is None or end.value > known.value:
            self._low[number] = end
            self._meet(number)

    def _meet(self, number: int) -> None:
        low, high = self._low[number], self._high[number]
        if low is not None and high is not None and low.value > high.value and self._at_once is None:
            self._at_once = frozenset([low.source, high.source])

    def _first_value(self, number: int) -> Value:
        low, high = self._low[number], self._high[number]
        end = low or high
        return end.value if end else _ZERO

    def _outside(self) -> int | None:
        """The sum of lowest number whose value is out of its bounds."""
        found: int | None = None
        for number in self._sums:
            if found is None or number < found:
                low, high, value = self._low[number], self._high[number], self._values[number]
                if (low is not None and value < low.value) or (high is not None and value > high.value):
                    found = number
        return found

    def _way(self, factors: Mapping[int, Fraction], *, rises: bool) -> int | None:
        """The variable of lowest number that can still move the sum up (or down)."""
        able = (number for number, factor in factors.items() if self._can_move(number, up=(factor > 0) == rises))
        return min(able, default=None)

    def _can_move(self, number: int, *, up: bool) -> bool:
        end = self._high[number] if up else self._low[number]
        return end is None or (self._values[number] < end.value if up else self._values[number] > end.value)

    def _blame(self, number: int, end: _End, *, rises: bool) -> frozenset[int]:
        """The rows of the bounds that hold a sum outside its own."""
        sources = {end.source}
        for other, factor in self._sums[number].items():
            stop = self._high[other] if (factor > 0) == rises else self._low[other]
            assert stop is not None
            sources.add(stop.source)
        return frozenset(sources)

    def _room(self, entering: int, *, rises: bool) -> tuple[Value | None, int | None]:
        """How far a variable can move, and the sum that stops it there; no sum when its own bound does."""
        own = self._high[entering] if rises else self._low[entering]
        step = None if own is None else _plus(own.value, self._values[entering], Fraction(-1))
        leaving: int | None = None
        for number in sorted(self._sums):
            factor = self._sums[number].get(entering)
            if factor is None:
                continue
            end = self._high[number] if (factor > 0) == rises else self._low[number]
            if end is None:
                continue
            room = _times(_plus(end.value, self._values[number], Fraction(-1)), 1 / factor)
            if step is None or (room < step if rises else room > step):
                step, leaving = room, number
        return step, leaving

    def _shift(self, entering: int, step: Value) -> None:
        self._values[entering] = _plus(self._values[entering], step, Fraction(1))
        for number, factors in self._sums.items():
            factor = factors.get(entering)
            if factor is not None:
                self._values[number] = _plus(self._values[number], step, factor)

    def _move(self, leaving: int, entering: int, value: Value) -> None:
        """Gives a sum a value by moving one variable, and lets the two change places."""
        factor = self._sums[leaving][entering]
        self._shift(entering, _times(_plus(value, self._values[leaving], Fraction(-1)), 1 / factor))
        self._values[leaving] = value
        solved = {number: -each / factor for number, each in self._sums.pop(leaving).items() if number != entering}
        solved[leaving] = 1 / factor
        for factors in self._sums.values():
            weight = factors.pop(entering, None)
            if weight is not None:
                self._effort += len(solved)
                _add_to(factors, solved, weight)
        self._sums[entering] = solved
        self._effort += len(self._sums)
        if self._effort > _MOST_EFFORT:
            raise TooLargeError


def _add_to(factors: dict[int, Fraction], more: Mapping[int, Fraction], weight: Fraction) -> None:
    for number, factor in more.items():
        total = factors.get(number, _NOTHING) + weight * factor
        if total:
            factors[number] = total
        else:
            del factors[number]


def _total(factors: Mapping[int, Fraction], values: Sequence[Value]) -> Value:
    total = _ZERO
    for number, factor in factors.items():
        total = _plus(total, values[number], factor)
    return total


def _plus(value: Value, more: Value, factor: Fraction) -> Value:
    return value[0] + more[0] * factor, value[1] + more[1] * factor if more[1] else value[1]


def _times(value: Value, factor: Fraction) -> Value:
    return value[0] * factor, value[1] * factor if value[1] else value[1]

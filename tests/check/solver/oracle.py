"""An independent judge of systems of relations: a linear programme, and boxes of it where variables are multiplied.

Nothing of the solver under test is used. The judge reckons in floating point, so the systems put to it have small whole
numbers, whose verdicts do not hang on the last digits. Open ends are kept by a distance that the programme maximises.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

import highspy
import numpy as np

Ends = tuple[float, float, bool, bool]  # lowest, highest, whether each is open
Sum = tuple[dict[str, int], int]  # the factors and the constant of a sum that is zero
Triple = tuple[str, str, str]  # the first is the product of the others
Plane = tuple[float, float, dict[str, float]]  # lowest, highest, factors of a sum
Box = dict[str, tuple[float, float]]
Verdict = Literal["can hold", "cannot hold", "unknown"]

_INFINITY = highspy.kHighsInf
_CLEAR = 1e-6  # a distance from open ends that no error of rounding makes
_CLOSE = 1e-8


@dataclass(frozen=True, slots=True)
class System:
    """Variables, sums that are zero, products, and figures: what is told of a variable."""

    names: tuple[str, ...]
    sums: tuple[Sum, ...]
    products: tuple[Triple, ...]
    figures: tuple[tuple[str, Fraction | None, Fraction | None, bool, bool], ...]


class UnclearError(Exception):
    """The programme is numerically beyond the judge."""


class Judge:
    """Decides systems; one instance serves many."""

    def __init__(self) -> None:
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call]
        self._highs.setOptionValue("output_flag", False)
        self._highs.setOptionValue("presolve", "off")
        self._highs.setOptionValue("primal_feasibility_tolerance", 1e-10)
        self._highs.setOptionValue("dual_feasibility_tolerance", 1e-10)

    def can_hold(self, system: System, kept: Sequence[int] | None = None) -> bool:
        """Whether some values satisfy all sums and the figures at the given positions (all, unless told)."""
        assert not system.products
        return self._solution(system, self._ends(system, kept), ()) is not None

    def verdict(self, system: System, kept: Sequence[int] | None = None, *, most_boxes: int = 300) -> Verdict:
        """The verdict on a system with products: boxes are cut finer until each is refuted or one holds a solution."""
        ends = self._ends(system, kept)
        boxes: list[Box] = [{name: _both(ends[name]) for name in system.names}]
        for _ in range(most_boxes):
            if not boxes:
                return "cannot hold"
            box = _narrowed(system, boxes.pop())
            if box is None:
                continue
            try:
                point = self._in_box(system, ends, box)
                if point is None:
                    continue
                fixed = {**box, **{right: (point[right], point[right]) for _, _, right in system.products}}
                if self._in_box(system, ends, fixed) is not None:
                    return "can hold"
            except UnclearError:
                return "unknown"
            boxes.extend(_halves(system, box, point))
        return "cannot hold" if not boxes else "unknown"

    def _in_box(self, system: System, ends: dict[str, list[Ends]], box: Box) -> dict[str, float] | None:
        """A solution of the sums and of the planes around the products within the box."""
        planes = [plane for triple in system.products for plane in _planes(triple, box)]
        planes += [(low, high, {name: 1.0}) for name, (low, high) in box.items()]
        values = self._solution(system, ends, planes)
        return None if values is None else dict(zip(system.names, values, strict=False))

    def _ends(self, system: System, kept: Sequence[int] | None) -> dict[str, list[Ends]]:
        ends: dict[str, list[Ends]] = {name: [] for name in system.names}
        for at in range(len(system.figures)) if kept is None else kept:
            name, low, high, low_open, high_open = system.figures[at]
            ends[name].append(
                (-_INFINITY if low is None else float(low), _INFINITY if high is None else float(high),
                 low_open, high_open)
            )
        return ends

    def _solution(self, system: System, ends: dict[str, list[Ends]], planes: Sequence[Plane]) -> list[float] | None:
        highs, number = self._highs, {name: at for at, name in enumerate(system.names)}
        distance = len(number)
        highs.clearModel()
        for name in system.names:
            low = max((each[0] for each in ends[name]), default=-_INFINITY)
            high = min((each[1] for each in ends[name]), default=_INFINITY)
            if low > high:
                return None
            highs.addVar(low, high)
        highs.addVar(0.0, 1.0)
        highs.changeColCost(distance, -1.0)
        for factors, constant in system.sums:
            self._add_row(-float(constant), -float(constant), {number[name]: float(f) for name, f in factors.items()})
        for low, high, weights in planes:
            self._add_row(low, high, {number[name]: weight for name, weight in weights.items()})
        has_open = False
        for name in system.names:
            for low, high, low_open, high_open in ends[name]:
                if low_open and low > -_INFINITY:
                    has_open = True
                    self._add_row(low, _INFINITY, {number[name]: 1.0, distance: -1.0})
                if high_open and high < _INFINITY:
                    has_open = True
                    self._add_row(-_INFINITY, high, {number[name]: 1.0, distance: 1.0})
        highs.run()
        if highs.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
            return None
        if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise UnclearError
        values = [float(value) for value in highs.getSolution().col_value]
        return values if values[distance] > _CLEAR or not has_open else None

    def _add_row(self, low: float, high: float, weights: dict[int, float]) -> None:
        columns = np.array(list(weights), dtype=np.int32)
        self._highs.addRow(low, high, len(weights), columns, np.array(list(weights.values())))



def _both(ends: Sequence[Ends]) -> tuple[float, float]:
    return max((each[0] for each in ends), default=-_INFINITY), min((each[1] for each in ends), default=_INFINITY)


def _planes(triple: Triple, box: Box) -> Iterator[Plane]:
    """The planes between which a product lies; the product itself where a factor is known."""
    result, left, right = triple
    (low, high), (other_low, other_high) = box[left], box[right]
    if other_low == other_high:
        yield 0.0, 0.0, {result: 1.0, left: -other_low}
        return
    for x, y, is_below in ((low, other_low, True), (high, other_high, True), (low, other_high, False),
                           (high, other_low, False)):
        if abs(x) < _INFINITY and abs(y) < _INFINITY:
            ends = (-x * y, _INFINITY) if is_below else (-_INFINITY, -x * y)
            yield *ends, {result: 1.0, left: -y, right: -x}


def _narrowed(system: System, box: Box) -> Box | None:
    """The box without values that a quotient of positive variables rules out; None when nothing is left."""
    box = dict(box)
    for _ in range(6):
        for result, left, right in system.products:
            for dividend, divisor, quotient in ((result, left, right), (result, right, left)):
                if box[divisor][0] > 0 and box[dividend][0] >= 0:
                    low, high = box[dividend][0] / box[divisor][1], box[dividend][1] / box[divisor][0]
                    low, high = max(box[quotient][0], low * (1 - _CLOSE)), min(box[quotient][1], high * (1 + _CLOSE))
                    if low > high * (1 + _CLOSE) + _CLOSE:
                        return None
                    box[quotient] = min(low, high), high
    return box


def _halves(system: System, box: Box, point: dict[str, float]) -> list[Box]:
    """The box cut in two where a product is furthest from what its factors give."""
    worst = max(system.products, key=lambda each: abs(point[each[0]] - point[each[1]] * point[each[2]]))
    name = max(worst[1:], key=lambda each: min(box[each][1] - box[each][0], 1e9) / (1 + abs(point[each])))
    low, high = box[name]
    middle = (max(low, -1e6) + min(high, 1e6)) / 2 if high - low < 1e4 else point[name]
    if not low < middle < high:
        middle = (max(low, -1e6) + min(high, 1e6)) / 2
    return [{**box, name: half} for half in ((middle, high), (low, middle)) if half[0] < half[1]]

"""Whether relations with products of variables can hold: relaxed to rows, and split where the rows are too wide.

Between its bounds a product lies between planes (G. P. McCormick, 1976); the planes come close as the bounds do. So a
box of values is given up when its rows cannot hold, kept when some solution of the rows can be mended to fit the
products exactly, and else split in two. What is not decided within a few boxes is taken to hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from claimcheck.check.solver.domains import Domains, Known
from claimcheck.check.solver.propagation import contract
from claimcheck.check.solver.rows import Comparison, Constraint, Product, Row, names_of, rows_of_interval
from claimcheck.check.solver.simplex import Tableau, TooLargeError
from claimcheck.model.interval import Interval

Box = Mapping[str, Interval]

_MOST_BOXES = 40
_MOST_BITS = 64


def cannot_hold(constraints: Sequence[Constraint], box: Box) -> bool:
    """True when it is certain that no values in the box satisfy all relations."""
    boxes = [box]
    for _ in range(_MOST_BOXES):
        if not boxes:
            return True
        narrowed = _contracted(constraints, boxes.pop())
        if narrowed is None:
            continue
        try:
            found = _solution(relaxed(constraints, narrowed))
            if found is None:
                continue
            point = {**dict.fromkeys(narrowed, Fraction(0)), **found}  # what no row speaks of is free
            if _can_be_mended(constraints, narrowed, point):
                return False
        except TooLargeError:
            return False
        boxes.extend(_halves(constraints, narrowed, point))
    return not boxes


def _contracted(constraints: Sequence[Constraint], box: Box) -> Box | None:
    domains = Domains({name: Known(values) for name, values in box.items()})
    if contract(constraints, domains) is not None:
        return None
    return {name: _eased(domains.values(name)) for name in sorted(names_of(constraints))}


def _eased(values: Interval) -> Interval:
    """The interval, made a little wider where its bounds have grown too long to reckon with."""
    low, high = values.low, values.high
    is_low_long = low is not None and low.denominator.bit_length() > _MOST_BITS
    is_high_long = high is not None and high.denominator.bit_length() > _MOST_BITS
    if is_low_long and low is not None:
        low = Fraction((low.numerator << _MOST_BITS) // low.denominator, 1 << _MOST_BITS)
    if is_high_long and high is not None:
        high = -Fraction((-high.numerator << _MOST_BITS) // high.denominator, 1 << _MOST_BITS)
    return Interval(low, high, values.low_open and not is_low_long, values.high_open and not is_high_long)


def _solution(rows: Sequence[Row]) -> dict[str, Fraction] | None:
    tableau = Tableau(rows)
    return None if tableau.clash() is not None else tableau.solution()


def relaxed(constraints: Sequence[Constraint], box: Box) -> list[Row]:
    """Rows that every solution in the box satisfies; a product with a known factor loses nothing."""
    rows = [row for name, values in box.items() for row in rows_of_interval(name, values)]
    for constraint in constraints:
        if isinstance(constraint, Row):
            rows.append(constraint)
        else:
            rows.extend(_rows_of_product(constraint, box[constraint.left], box[constraint.right]))
    return rows


def _rows_of_product(product: Product, left: Interval, right: Interval) -> Iterator[Row]:
    for name, values, other in ((product.left, left, product.right), (product.right, right, product.left)):
        if values.is_point and values.low is not None and name != product.result:
            yield _row({}, Fraction(0), "==", (product.result, Fraction(1)), (other, -values.low))
            return
    for end, end_open, other_end, other_open, sign in (
        (left.low, left.low_open, right.low, right.low_open, 1),
        (left.high, left.high_open, right.high, right.high_open, 1),
        (left.low, left.low_open, right.high, right.high_open, -1),
        (left.high, left.high_open, right.low, right.low_open, -1),
    ):
        if end is not None and other_end is not None:
            # (left - end) * (right - other_end) is never negative, or for opposite ends never positive
            yield _row(
                {}, -sign * end * other_end, "<" if end_open and other_open else "<=",
                (product.result, Fraction(-sign)), (product.left, sign * other_end), (product.right, sign * end),
            )


def _row(terms: dict[str, Fraction], constant: Fraction, comparison: Comparison, *more: tuple[str, Fraction]) -> Row:
    for name, factor in more:
        terms[name] = terms.get(name, Fraction(0)) + factor
    return Row({name: factor for name, factor in terms.items() if factor}, constant, comparison)


def _can_be_mended(constraints: Sequence[Constraint], box: Box, point: Mapping[str, Fraction]) -> bool:
    """True when the relations hold for some values, with one factor of each product as in the point."""
    products = [constraint for constraint in constraints if isinstance(constraint, Product)]
    if all(point[each.result] == point[each.left] * point[each.right] for each in products):
        return True
    chosen = {name: values for name, values in box.items() if values.is_point}
    uses = Counter(name for each in products for name in (each.left, each.right))
    for each in products:
        if each.left not in chosen and each.right not in chosen:
            name = max(each.left, each.right, key=lambda factor: (uses[factor], factor))
            chosen[name] = Interval.point(point[name])
    return _solution(relaxed(constraints, {**box, **chosen})) is not None


def _halves(constraints: Sequence[Constraint], box: Box, point: Mapping[str, Fraction]) -> list[Box]:
    """The box cut in two at a factor of the product that the point fits worst."""
    products = [constraint for constraint in constraints if isinstance(constraint, Product)]
    worst = max(products, key=lambda each: (_misfit(each, point), each.result))
    name = max(worst.left, worst.right, key=lambda factor: (_breadth(box[factor]), factor))
    values, middle = box[name], _middle(box[name])
    lower = Interval(values.low, middle, values.low_open, False)
    upper = Interval(middle, values.high, True, values.high_open)
    return [{**box, name: half} for half in (upper, lower) if not half.is_empty]


def _misfit(product: Product, point: Mapping[str, Fraction]) -> Fraction:
    meant = point[product.left] * point[product.right]
    return abs(point[product.result] - meant) / (1 + abs(meant))


def _breadth(values: Interval) -> float:
    """How wide an interval is for its distance from zero."""
    if values.low is None or values.high is None:
        return float("inf")
    return float((values.high - values.low) / max(abs(values.low), abs(values.high), Fraction(1, 10**9)))


def _middle(values: Interval) -> Fraction:
    low, high = values.low, values.high
    if low is not None and high is not None:
        return Fraction(0) if low < 0 < high else (low + high) / 2
    if low is not None:
        return Fraction(0) if low < 0 else 2 * low + 1
    return Fraction(0) if high is None or high > 0 else 2 * high - 1

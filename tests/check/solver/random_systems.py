"""Random systems of relations and figures, drawn so that about half of them can hold."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from claimcheck.check.solver.conflict import Bound
from claimcheck.check.solver.rows import Constraint, Product, Row
from claimcheck.model.interval import Interval
from tests.check.solver.oracle import Sum, System, Triple

_FACTORS = (-3, -2, -1, -1, -1, 1, 1, 1, 2, 3)
_UNITS = (Fraction(1), Fraction(1), Fraction(5), Fraction(1, 2))

Told = tuple[Fraction | None, Fraction | None, bool, bool]


def linear_system(random: Random) -> System:
    """Up to 8 variables and 6 sums that hold for some values, and figures of which one or two may be off."""
    names = tuple(f"v{at}" for at in range(random.choice((2, 3, 4, 5, 6, 7, 8, 8))))
    world = {name: random.randint(-20, 40) for name in names}
    sums = tuple(_sum(random, world) for _ in range(random.randint(1, min(6, max(1, len(names) - 2)))))
    figures = [
        (name, *reading(random, Fraction(world[name])))
        for name in names for _ in range(random.choice((0, 1, 1, 1, 1, 1, 1, 2)))
    ]
    for _ in range(random.choice((0, 1, 2, 3, 4, 5))):
        if figures:
            at = random.randrange(len(figures))
            name = figures[at][0]
            figures[at] = (name, *reading(random, Fraction(world[name] + random.choice((-5, -2, -1, 1, 2, 6)))))
    return System(names, sums, (), tuple(figures))


def _sum(random: Random, world: dict[str, int]) -> Sum:
    names = random.sample(sorted(world), min(random.choice((2, 3, 3, 4, 4, 5)), len(world)))
    factors = {name: random.choice(_FACTORS) for name in names}
    return factors, -sum(factor * world[name] for name, factor in factors.items())


def ratio_system(random: Random, *, honest: bool = False) -> System:
    """Levels with changes, shares and amounts per head between them, tied by sums; figures as in reports.

    honest: whether every figure is true, so that all of them can hold.
    """
    levels = [f"v{at}" for at in range(random.choice((2, 3, 3, 4, 4)))]
    world = {name: Fraction(random.randint(4, 60)) for name in levels}
    if random.random() < 0.2:
        world[levels[0]] = -world[levels[0]]
    sums: list[Sum] = []
    if len(levels) > 2 and random.random() < 0.7:
        whole, *parts = random.sample(levels, 3)
        world[whole] = world[parts[0]] + world[parts[1]]
        sums.append(({whole: 1, parts[0]: -1, parts[1]: -1}, 0))
    products: list[Triple] = []
    for at in range(random.choice((1, 2, 2, 3))):
        above, below = random.sample(levels, 2)
        if world[below] == 0:
            continue
        ratio = f"r{at}"
        world[ratio] = world[above] / world[below]
        products.append((above, ratio, below))
        if random.random() < 0.5:
            world[f"g{at}"] = 100 * world[ratio] - 100
            sums.append(({f"g{at}": 1, ratio: -100}, 100))
    figures = [(name, *reading(random, value if honest else _off(random, value))) for name, value in world.items()
               if random.random() < (0.85 if name[0] == "v" else 0.7)]
    return System(tuple(world), tuple(sums), tuple(products), tuple(figures))


def _off(random: Random, value: Fraction) -> Fraction:
    """The value, or now and then another."""
    return value if random.random() < 0.75 else value * Fraction(random.choice((50, 80, 95, 105, 120, 200)), 100)


def reading(random: Random, value: Fraction) -> Told:
    """What a figure may tell of a value: exact, rounded, cut off, a range, a bound to one side, or nothing."""
    unit = random.choice(_UNITS)
    match random.choice(("exact", "rounded", "rounded", "cut", "cut", "range", "range", "range", "bound", "nothing")):
        case "exact":
            return value, value, False, False
        case "rounded":
            unit = unit if abs(value) >= 4 * unit else Fraction(1, 10)
            shown = round(value / unit) * unit
            return shown - unit / 2, shown + unit / 2, False, False
        case "cut":
            unit = unit if abs(value) >= 4 * unit else Fraction(1, 10)
            shown = abs(value) // unit * unit
            if value >= 0:
                return shown, shown + unit, False, True
            return -shown - unit, -shown, True, False
        case "range":
            step = Fraction(max(1, abs(value) // 20))
            low, high = value - random.randint(0, 3) * step, value + random.randint(0, 3) * step
            return low, high, low < value and random.random() < 0.5, high > value and random.random() < 0.5
        case "bound":
            end = value + random.randint(0, 4)
            is_open = end > value and random.random() < 0.5
            return (None, end, False, is_open) if random.random() < 0.5 else (2 * value - end, None, is_open, False)
        case _:
            return None, None, False, False


def constraints_of(system: System) -> list[Constraint]:
    """The relations as the solver takes them."""
    rows = [Row({name: Fraction(f) for name, f in factors.items()}, Fraction(constant), "==")
            for factors, constant in system.sums]
    return [*rows, *(Product(*names) for names in system.products)]


def bounds_of(system: System) -> list[Bound]:
    """The figures as the solver takes them."""
    return [Bound(name, Interval(low, high, low_open, high_open))
            for name, low, high, low_open, high_open in system.figures]

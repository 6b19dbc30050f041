"""Generates `claimcheck/model/factors.py` from pint and the units of the shipped rules.

Run `python -m claimcheck.workshop.factors` and put what it prints in place of that module, which is never edited.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from fractions import Fraction

import pint

from claimcheck.packs.load import load_packs
from claimcheck.packs.schema.units import UnitSpec

# The unit in which figures of one kind meet. Torque shares the dimension of energy and is kept apart.
_BASES = (
    "meter", "square_meter", "liter", "kilogram", "hour", "watt", "kilowatt_hour", "byte", "pascal", "meter_per_hour",
    "hertz", "volt", "ampere", "degree_Celsius", "ampere_hour", "ohm", "newton", "mole", "farad", "sievert",
    "meter_per_liter",
)
# Kinds that pint has no words for, or that it would mix up: unit -> base, factor.
PLAIN = {
    "percent": ("percent", "1"),
    "permille": ("percent", "1/10"),
    "parts_per_million": ("percent", "1/10000"),
    "parts_per_billion": ("percent", "1/10000000"),
    "dimensionless": ("percent", "100"),
    "percentage_point": ("percentage_point", "1"),
    "basis_point": ("percentage_point", "1/100"),
    "year_of_age": ("year_of_age", "1"),
    "month_of_age": ("year_of_age", "1/12"),
    "week_of_age": ("year_of_age", "4/209"),
    "quintal": ("kilogram", "100"),
    "barrel": ("liter", "9936705933/62500000"),
    "newton_meter": ("newton_meter", "1"),
    "foot_pound": ("newton_meter", "3389544870828501/2500000000000000"),
    "decade": ("hour", "87660"),  # to pint, a logarithm
    "decibel": ("decibel", "1"),
    "megapixel": ("megapixel", "1"),
    "revolutions_per_minute": ("revolutions_per_minute", "1"),
    "hertz": ("hertz", "1"),
    "becquerel": ("becquerel", "1"),  # to pint, one with a hertz, as are bits a second
    "megabit_per_second": ("bit_per_second", "1000000"),
    "gigabit_per_second": ("bit_per_second", "1000000000"),
    "kilowatt_peak": ("kilowatt_peak", "1"),  # of solar panels, apart from the power of stations
    "megawatt_peak": ("kilowatt_peak", "1000"),
    "gigawatt_peak": ("kilowatt_peak", "1000000"),
    "radian": ("radian", "1"),
    "degree": ("degree", "1"),
    "cent": ("USD", "1/100"),
    "penny": ("GBP", "1/100"),
    "sen": ("MYR", "1/100"),
    "paisa": ("INR", "1/100"),
    "kopek": ("RUB", "1/100"),
}
# Rates that pint knows by one name only.
_WHOLE_NAMES = {"pound_force_per_square_inch", "kip_per_square_inch"}
_HEAD = '''"""Factors to the base unit of each kind: unit -> base, factor, offset. Generated from pint; do not edit.

See `claimcheck.workshop.factors`, which writes this module, and the test that derives it again.
"""

from __future__ import annotations

FACTORS: dict[str, tuple[str, str, str]] = {'''


def factor_table(units: Iterable[str]) -> dict[str, tuple[str, str, str]]:
    """For each unit its base unit, factor and offset, as exact rationals in text."""
    registry: pint.UnitRegistry[Fraction] = pint.UnitRegistry(non_int_type=Fraction)
    table: dict[str, tuple[str, str, str]] = {}
    for unit in units:
        if unit in PLAIN:
            table[unit] = (*PLAIN[unit], "0")
        else:
            table[unit] = _derive(registry, unit)
    return table


def _derive(registry: pint.UnitRegistry[Fraction], unit: str) -> tuple[str, str, str]:
    parsed = registry.parse_units(pint_expression(unit))
    for base in _BASES:
        target = registry.parse_units(pint_expression(base))
        if target.dimensionality == parsed.dimensionality:
            zero = Fraction(registry.Quantity(Fraction(0), parsed).to(target).magnitude)
            one = Fraction(registry.Quantity(Fraction(1), parsed).to(target).magnitude)
            return base, str(_tidy(one - zero)), str(_tidy(zero))
    return unit, "1", "0"


def _tidy(value: Fraction) -> Fraction:
    """Pint's own definitions hold a few irrational numbers; those are cut to fifteen digits."""
    return value if value.denominator < 10**12 else value.limit_denominator(10**12)


def pint_expression(unit: str) -> str:
    """The unit as pint parses it.

    >>> pint_expression("square_mile"), pint_expression("meter_per_hour")
    ('mile ** 2', 'meter / hour')
    """
    for prefix, power in (("square_", 2), ("cubic_", 3)):
        if unit.startswith(prefix):
            return f"{unit.removeprefix(prefix)} ** {power}"
    return unit if unit in _WHOLE_NAMES else unit.replace("_per_", " / ")


def main() -> None:
    """Prints the module for all units of the shipped rules."""
    units = [*PLAIN, *(spec.id for spec in load_packs().select(UnitSpec) if spec.id not in PLAIN)]
    rows = (f"    {unit!r}: {row!r},".replace("'", '"') for unit, row in factor_table(units).items())
    sys.stdout.write("\n".join([_HEAD, *rows, "}", ""]))


if __name__ == "__main__":
    main()

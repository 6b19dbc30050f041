"""Units of measure: the factor of each to the base unit of its kind, and the way to pint for those who want it.

The factors are generated from pint (see `claimcheck.workshop.factors`) and a test derives them again, so that pint
itself is needed only for a unit that the table lacks.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from claimcheck.model.factors import FACTORS

if TYPE_CHECKING:
    from pint import Quantity

    from claimcheck.model.claim import Claim

Dimension = Literal[
    "money", "percent", "count", "length", "area", "volume", "mass", "energy", "power", "temperature", "time", "speed",
    "any",
]

_PER = "_per_"
_CODE = 3  # letters of a currency code

# The sort of quantity that figures in each base unit are.
DIMENSIONS: dict[str, Dimension] = {
    "percent": "percent", "percentage_point": "percent", "count": "count", "meter": "length", "square_meter": "area",
    "liter": "volume", "kilogram": "mass", "kilowatt_hour": "energy", "watt": "power", "degree_Celsius": "temperature",
    "hour": "time", "meter_per_hour": "speed",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """How to reach the base unit of a kind: multiply by the factor, then add the offset."""

    base: str
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)


@lru_cache(maxsize=4096)
def measure_of(unit: str) -> Measure:
    """The base unit that stands for all units of one kind, and the way there.

    A rate ("USD_per_tonne") is taken apart. Whatever neither the table nor pint knows, such as a currency or "count",
    is its own base.

    >>> measure_of("kilometer"), measure_of("USD_per_tonne").base
    (Measure(base='meter', factor=Fraction(1000, 1), offset=Fraction(0, 1)), 'USD_per_kilogram')
    """
    known = FACTORS.get(unit)
    if known is not None:
        base, factor, offset = known
        return Measure(base, Fraction(factor), Fraction(offset))
    if _PER in unit:
        over, under = (measure_of(part) for part in unit.split(_PER, 1))
        return Measure(f"{over.base}{_PER}{under.base}", over.factor / under.factor)
    return Measure(unit)


def dimension_of(base: str) -> Dimension:
    """The sort of quantity that figures in a base unit are; "any" for a rate and whatever has no sort of its own.

    >>> dimension_of("USD"), dimension_of("meter"), dimension_of("USD_per_kilogram")
    ('money', 'length', 'any')
    """
    if len(base) == _CODE and base.isupper():
        return "money"
    return DIMENSIONS.get(base, "any")


def to_pint(claim: Claim) -> Quantity[Decimal]:
    """The value of a claim as a `pint.Quantity` of the application registry; the middle of a range.

    Raises ValueError for a claim without a value, or whose unit is no unit of measure: a currency, a counted noun.
    """
    if claim.value is None or claim.unit is None:
        raise ValueError("the claim has no value")
    import pint  # a quarter of a second to import, and few callers want it

    registry = pint.application_registry
    value = sum(claim.value, Decimal(0)) / 2 if isinstance(claim.value, tuple) else claim.value
    name = _PINT_NAMES.get(claim.unit, claim.unit)
    if name == "count":
        raise ValueError("a number of counted things has no unit of measure")
    try:
        parsed = registry.parse_units(name.replace(_PER, " / "))
    except (pint.UndefinedUnitError, pint.DefinitionSyntaxError) as error:
        raise ValueError(f"{claim.unit!r} is no unit of measure") from error
    quantity: Quantity[Decimal] = registry.Quantity(value, parsed)
    return quantity


_PINT_NAMES = {
    "barrel": "oil_barrel",
    "year_of_age": "year",
    "month_of_age": "month",
    "percentage_point": "percent",
    "basis_point": "0.01 * percent",
    "parts_per_million": "ppm",
    "newton_meter": "newton * meter",
}

"""The generated table of units, and the way to pint."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from claimcheck.model.claim import Claim
from claimcheck.model.factors import FACTORS
from claimcheck.model.measure import measure_of
from claimcheck.workshop.factors import factor_table


def test_the_table_is_what_pint_says() -> None:
    assert factor_table(FACTORS) == FACTORS


def test_a_rate_is_taken_apart() -> None:
    assert measure_of("tonne_per_hectare").factor == Fraction(1, 10)
    assert measure_of("kilometer_per_hour").base == measure_of("meter_per_second").base


def test_currencies_and_counts_are_their_own_base() -> None:
    assert measure_of("VND").base == "VND"
    assert measure_of("count").factor == 1


def test_to_pint() -> None:
    distance = Claim(value=Decimal(120), unit="kilometer").to_pint()
    assert round(float(distance.to("mile").magnitude), 1) == 74.6
    assert float(Claim(value=Decimal("6.2"), unit="tonne_per_hectare").to_pint().to("kg/m**2").magnitude) == 0.62


@pytest.mark.parametrize("unit", ["USD", "count", "USD_per_tonne", None])
def test_no_unit_of_measure_no_pint(unit: str | None) -> None:
    with pytest.raises(ValueError, match=r"unit of measure|no value"):
        Claim(value=Decimal(5) if unit else None, unit=unit).to_pint()

"""Units that stand in the label of a line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck import extract
from claimcheck.model.mention import QuantityMention


@pytest.mark.parametrize(
    ("line", "value", "unit"),
    [
        ("Revenue (€ million): 340.2", Decimal(340_200_000), "EUR"),
        ("Revenue in EUR m: 340.2", Decimal(340_200_000), "EUR"),
        ("Turnover, US$ million: 12.5", Decimal(12_500_000), "USD"),
        ("Rainfall (mm): 45", Decimal(45), "millimeter"),
        ("Passengers (thousands): 340", Decimal(340_000), "count"),
        ("Votes in favour: 340", Decimal(340), "count"),
        ("Staff (Leeds): 340", Decimal(340), "count"),
        ("Rainfall (mm): 4.5 cm", Decimal("4.5"), "centimeter"),
    ],
)
def test_a_label_tells_the_unit_of_a_bare_figure(line: str, value: Decimal, unit: str) -> None:
    (figure,) = (mention for mention in extract(f"Mill report\n{line}\n") if isinstance(mention, QuantityMention))
    assert (figure.value, figure.unit) == (value, unit)


def test_a_label_tells_the_unit_of_its_own_line_alone() -> None:
    found = [each for each in extract("Snow (cm): 12 (2022: 15)\nHuts: 40") if isinstance(each, QuantityMention)]
    assert [each.unit for each in found] == ["centimeter", "centimeter", "count"]

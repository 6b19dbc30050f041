"""Heads of tables: which speak of a column, and which of the whole table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck import check, extract

PORTS = "Port,Million TEU,Change (%)\nOrla,2.4,3.1\nLusk,1.7,4.0\nTotal,4.1,3.5\n"


def _cells(text: str, name: str) -> set[tuple[Decimal, str]]:
    report = check(texts={name: text})
    return {(claim.value, claim.unit) for claim in report.claims if isinstance(claim.value, Decimal) and claim.unit}


def test_a_unit_over_one_column_is_not_that_of_the_others() -> None:
    assert {(Decimal(2_400_000), "count"), (Decimal("3.1"), "percent")} <= _cells(PORTS, "ports.csv")


def test_a_unit_in_the_corner_or_alone_in_its_row_is_that_of_the_table() -> None:
    wanted = {(Decimal(2_400_000), "tonne"), (Decimal(1_700_000), "tonne")}
    assert wanted <= _cells("Million tonnes,2022,2023\nOrla,2.4,2.5\nLusk,1.7,1.9\n", "ports.csv")
    assert wanted <= _cells(",in million tonnes,\nPort,2022,2023\nOrla,2.4,2.5\nLusk,1.7,1.9\n", "ports.csv")


@pytest.mark.parametrize("name", ["ports.txt", "ports.md"])
def test_rows_that_are_text_too_take_the_scale_and_unit_over_their_columns(name: str) -> None:
    drawn = "".join(f"| {line.replace(',', ' | ')} |\n" for line in PORTS.splitlines())
    found = [(claim.value, claim.unit) for claim in check(texts={name: drawn}).claims if claim.text in ("2.4", "3.1")]
    assert set(found) == {(Decimal(2_400_000), "count"), (Decimal("3.1"), "percent")}


def test_what_a_row_tells_itself_stays() -> None:
    told = extract("| Port | Million TEU |\n|---|---|\n| Orla | 2.4 tonnes |\n| Lusk | 1.7 |\n| Tarn | 0.9 |\n")
    values = [(mention.value, mention.unit) for mention in told if mention.kind == "quantity"]
    assert values[0] == (Decimal("2.4"), "tonne")
    assert values[-1][0] == 900_000

"""What the words above columns and around tables say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.extract.tables import HeadReader, compile_tables
from claimcheck.pipeline import extract_document, lexicons_of, packs_of
from claimcheck.read import read_document
from claimcheck.read.furniture import Furniture

READER = HeadReader(compile_tables(packs_of(), ["en", "vi"]), lexicons_of(packs_of()).of("en").dates)


@pytest.mark.parametrize(
    ("text", "unit", "scale"),
    [
        ("(in thousands)", None, 1000), ("US$ million", "USD", 1_000_000), ("$ in thousands", "USD", 1000),
        ("EUR bn", "EUR", 10**9), ("(000s)", None, 1000), ("($000's)", "USD", 1000), ("million tonnes", "tonne", 10**6),
        ("Area, hectares", "hectare", None), ("%", "percent", None), ("Yield, t/ha", None, None),
        ("billion VND", "VND", 10**9), ("Farms", None, None), ("mm", "millimeter", None), ("$mm", "USD", 10**6),
    ],
)
def test_unit_and_scale(text: str, unit: str | None, scale: int | None) -> None:
    head = READER.read(text)
    assert (head.unit, head.scale) == (unit, None if scale is None else Decimal(scale))


@pytest.mark.parametrize(
    ("text", "period", "words"),
    [
        ("2023", "2023", ""), ("Year ended December 31, 2023", "2023", ""), ("Q1 2024", "2024-Q1", ""),
        ("As of March 31, 2024 (Unaudited)", "2024-03-31", ""), ("Exports 2023, USD million", "2023", "Exports"),
        ("Segment A", None, "Segment A"),
    ],
)
def test_period_and_what_is_left(text: str, period: str | None, words: str) -> None:
    head = READER.read(text)
    assert (head.period, head.words) == (period, words)


def test_a_cell_is_named_by_its_row_and_told_in_full_size() -> None:
    rows = "Trade (USD million),2022,2023\nExports,5010,5710\nImports,4210,-\n"
    cells = extract_document(read_document(rows, "a.csv", Furniture([]))).cells
    assert [(cell.metric, cell.period, cell.value, cell.unit) for cell in cells][:3] == [
        ("Exports", "2022", Decimal(5_010_000_000), "USD"), ("Exports", "2023", Decimal(5_710_000_000), "USD"),
        ("Imports", "2022", Decimal(4_210_000_000), "USD"),
    ]


def test_a_label_that_stands_twice_names_nothing() -> None:
    rows = "Crop,2023\nWheat,12\nWheat,14\nRye,9\n"
    cells = extract_document(read_document(rows, "a.csv", Furniture([]))).cells
    assert [cell.metric for cell in cells] == [None, None, "Rye"]


LEADS = [
    ("(thousand persons)", Decimal(318_000), "count"),
    ("SALES IN US$ MM", Decimal(318_000_000), "USD"),
    ("All figures in thousands.", Decimal(318_000), "count"),
    ("In 2022 about 2 million people had work.", Decimal(318), "count"),
]


@pytest.mark.parametrize(("lead", "value", "unit"), LEADS)
def test_the_line_before_a_table_tells_its_scale_unless_it_has_figures(lead: str, value: Decimal, unit: str) -> None:
    text = f"{lead}\n\n| Branch | 2023 | 2022 |\n|---|---|---|\n| Farming | 318 | 325 |\n| Building | 140 | 122 |\n"
    cells = extract_document(read_document(text, "a.md", Furniture([]))).cells
    assert (cells[0].value, cells[0].unit) == (value, unit)

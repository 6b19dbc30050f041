"""What the rows of small tables, read as text, take over from their cells."""

from __future__ import annotations

import pytest

from claimcheck.model.mention import QuantityMention
from claimcheck.pipeline import extract_document, packs_of, read_texts

RESULTS = """\
The group sells pumps and filters.

| NOK million | 2024 | 2023 | Margin 2024, % |
|---|---|---|---|
| Pumps | 1,412 | 1,270 | 9.5 |
| Filters | 655 | (12) | 4.1 |
"""


def figures(text: str) -> dict[str, QuantityMention]:
    [document] = read_texts({"results.md": text}, packs_of())
    found = extract_document(document, packs_of()).mentions
    return {each.text: each for each in found if isinstance(each, QuantityMention)}


@pytest.mark.parametrize(
    ("text", "value", "unit", "period"),
    [("1,412", 1_412_000_000, "NOK", "2024"), ("1,270", 1_270_000_000, "NOK", "2023"), ("4.1", 4.1, "percent", "2024")],
)
def test_unit_scale_and_time_come_from_the_head(text: str, value: float, unit: str, period: str) -> None:
    found = figures(RESULTS)[text]
    assert (float(str(found.value)), found.unit, found.period) == (value, unit, period)


def test_a_unit_beside_the_figure_stays() -> None:
    found = figures("| Loan, million euros | 2024 |\n|---|---|\n| Bridge | 4.5 |\n| Boat (by lease) | 90 dollars |\n")
    assert (found["90 dollars"].unit, str(found["90 dollars"].value)) == ("USD", "90")


def test_years_over_columns_are_no_figures() -> None:
    table = "| Party | 2018 % | 2014 % |\n|---|---|---|\n| Reds | 33.6 | 28.4 |\n| Blues | 8.1 | 9.0 |\n"
    assert "2014 %" not in figures(table)


def test_a_length_over_a_column_is_no_scale() -> None:
    found = figures("| Year | mm |\n|---|---|\n| 2008 | 347.8 |\n| 2024 | 338.1 |\n")
    assert (found["347.8"].unit, float(str(found["347.8"].value))) == ("millimeter", 347.8)

"""Figures in brackets behind others of their unit."""

from __future__ import annotations

import pytest

from claimcheck.model.mention import QuantityMention
from claimcheck.pipeline import extract_text


def _periods(text: str) -> list[str | None]:
    return [mention.period for mention in extract_text(text) if isinstance(mention, QuantityMention)]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Rents: €61 million (2021: €55 million)\nFees: €58 million (€52 million)", [None, "2021", None, "2021"]),
        ("Fares: 61 crowns (58 crowns)", [None, None]),
        ("Fares in 2023: 61 crowns (4 euros)", ["2023", "2023"]),
    ],
    ids=["the year that the first brackets tell", "no year told", "another unit"],
)
def test_brackets_behind_a_figure_of_their_unit_are_of_another_time(text: str, periods: list[str | None]) -> None:
    assert _periods(text) == periods

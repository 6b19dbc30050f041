"""Numbers in cells of tables."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.extract.tables.figures import read_figure
from claimcheck.model.table import Cell


def _cell(text: str) -> Cell:
    return Cell(0, len(text), 0, 0)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,204", "1204"), ("$ 1,204.5", "1204.5"), ("(1,204)", "-1204"), ("( 77 )", "-77"), ("$(3.2)", "-3.2"),
        ("-12", "-12"), ("−4.1 %", "-4.1"), ("12.5%", "12.5"), ("1 204 551", "1204551"), ("17 (a)", "17"),
        ("2,310*", "2310"), ("€ 41", "41"), ("0.25", "0.25"), (".5", "0.5"), ("(10.2)%", "-10.2"),
        ("( 445,555", "-445555"),
    ],
)
def test_a_figure_is_read(text: str, value: str) -> None:
    found = read_figure(text, _cell(text))
    assert found is not None
    assert found.value == Decimal(value)


@pytest.mark.parametrize("text", ["—", "-", "–", "$ —", "- %"])
def test_a_dash_is_nothing_but_no_blank(text: str) -> None:
    found = read_figure(text, _cell(text))
    assert found is not None
    assert found.dash
    assert found.value == 0


@pytest.mark.parametrize(
    "text", ["n/a", "Total 12 boats", "12 boats and 3 ferries", "March 31, 2024", "1.2.3", "Note 4", "12-14"]
)
def test_words_are_no_figure(text: str) -> None:
    assert read_figure(text, _cell(text)) is None


def test_the_place_leaves_out_the_sign_of_money() -> None:
    found = read_figure("$ (1,204) (b)", Cell(100, 113, 0, 0))
    assert found is not None
    assert (found.start, found.end) == (102, 109)

"""Where rows stand in the outline of their table."""

from __future__ import annotations

from claimcheck.extract.tables.outline import outline_of
from tests.extract.tables.tabled import LEXICON, table


def _wholes(rows: str) -> dict[str, str]:
    """The label of each row that is part of another, with that of the other."""
    grid = table(rows)
    outline = outline_of(grid, LEXICON)
    return {
        row.label: grid.rows[standing.whole].label
        for row, standing in zip(grid.rows, outline, strict=True) if standing.whole >= 0
    }


def _paths(rows: str) -> dict[str, tuple[str, ...]]:
    grid = table(rows)
    return {row.label: standing.path for row, standing in zip(grid.rows, outline_of(grid, LEXICON), strict=True)}


def test_rows_that_are_set_in_are_part_of_the_one_above() -> None:
    rows = "Spending | 2023\nCurrent | 50\n  Staff | 30\n    Teachers | 12\n  Goods | 20\nCapital | 11\nTotal | 61"
    assert _wholes(rows) == {"Staff": "Current", "Teachers": "Staff", "Goods": "Current"}


def test_words_make_a_row_part_of_the_one_above() -> None:
    rows = "Crop | 2023\nWheat | 50\nof which winter wheat | 30\nof which durum | 12\nBarley | 20\nTotal | 70"
    assert _wholes(rows) == {"of which winter wheat": "Wheat", "of which durum": "Wheat"}


def test_a_line_of_words_makes_what_is_set_in_below_it_a_part() -> None:
    rows = "Staff | 2023\nTeachers | 50\nof which: |\n  women | 30\n  part-time | 12\nOthers | 20"
    assert _wholes(rows) == {"of which:": "Teachers", "women": "Teachers", "part-time": "Teachers"}


def test_a_mark_before_a_label_sets_it_in() -> None:
    assert _wholes("Trade | 2023\nExports | 50\n- goods | 30\n- services | 20\nImports | 20") == {
        "- goods": "Exports", "- services": "Exports",
    }


def test_a_total_is_part_of_nothing_however_far_it_is_set_in() -> None:
    rows = "Assets | 2023\nCash | 50\nDebtors | 30\n    Total current assets | 80\nLand | 20"
    assert _wholes(rows) == {}


def test_headings_stand_over_their_rows() -> None:
    rows = (
        "Item | 2023\nIncome |\nGrants | 50\nFees | 30\nTotal income | 80\nCosts |\nWages | 20\n"
        "Total costs | 20\nSurplus | 60"
    )
    paths = _paths(rows)
    assert paths["Grants"] == paths["Total income"] == ("Income",)
    assert paths["Wages"] == ("Costs",)
    assert paths["Surplus"] == ()


def test_what_follows_further_out_stands_under_no_heading() -> None:
    paths = _paths("Item | 2023\nIncome |\n  Grants | 50\n  Fees | 30\nSurplus | 60")
    assert (paths["Fees"], paths["Surplus"]) == (("Income",), ())


def test_groups_may_stand_in_a_column_of_their_own() -> None:
    rows = "Region | Town | 2023 | 2022\nNorth | Aldar | 50 | 40\n | Brenik | 30 | 20\nSouth | Castola | 20 | 10"
    assert _wholes(rows) == {}

"""What is part of a figure of a table and may not exceed it."""

from __future__ import annotations

import pytest

from claimcheck.extract.tables.footing import footings_of
from claimcheck.extract.tables.heads import heads_of
from claimcheck.extract.tables.lines import lines_of
from claimcheck.extract.tables.outline import outline_of
from tests.extract.tables.tabled import LEXICON, table


def _portions(rows: str) -> set[tuple[str, str]]:
    """The figures that are part of others, with those."""
    grid = table(rows)
    found = footings_of(grid, *lines_of(grid, heads_of(grid), outline_of(grid, LEXICON), LEXICON))
    return {(each.parts[0].text, each.whole.text) for each in found if each.way == "part"}


WORDS = (
    "Crop | Area | Yield\nWheat | 1,420 | 7.2\nof which durum | {area} | 7.7\nBarley | 388 | 5.4\n"
    "Total | 1,808 | 6.8"
)


@pytest.mark.parametrize("area", ["1,105", "1,505"])
def test_words_tell_a_part_where_figures_add_up(area: str) -> None:
    assert _portions(WORDS.format(area=area)) == {(area, "1,420")}


def test_what_is_ten_times_as_much_is_of_another_sort() -> None:
    assert _portions(WORDS.format(area="15,050")) == set()


SET_IN = (
    "Buyers | 2022 | 2023\nUnion | 1,840 | 1,962\n  Germany | 720 | {sales}\n  France | 415 | 402\n"
    "China | 890 | 905\nTotal | 2,730 | 2,867"
)


@pytest.mark.parametrize("sales", ["770", "2,770"])
def test_rows_set_in_below_a_row_that_a_total_rests_on_are_parts(sales: str) -> None:
    assert (sales, "1,962") in _portions(SET_IN.format(sales=sales))


def test_rows_of_which_several_exceed_the_one_above_are_none() -> None:
    assert _portions(SET_IN.format(sales="2,770").replace("415", "1,995")) == set()


def test_a_column_may_be_part_of_the_one_before() -> None:
    rows = (
        "Ward | Beds | of which intensive\nSurgery | 84 | 12\nMedicine | 120 | {beds}\nEyes | 46 | 6\n"
        "Total | 250 | 148"
    )
    assert ("130", "120") in _portions(rows.format(beds="130"))

"""Which figures of a table are worked out from which others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from claimcheck.extract.tables.footing import Footing, footings_of
from claimcheck.extract.tables.grid import Grid, grid_of
from claimcheck.extract.tables.heads import heads_of
from claimcheck.extract.tables.lines import lines_of
from claimcheck.extract.tables.outline import outline_of
from claimcheck.read.furniture import Furniture
from claimcheck.read.html import read_html
from tests.extract.tables.tabled import LEXICON, table


def _found(grid: Grid) -> list[Footing]:
    return footings_of(grid, *lines_of(grid, heads_of(grid), outline_of(grid, LEXICON), LEXICON))


def _meant(footing: Footing) -> int:
    total = sum(part.size * sign for part, sign in zip(footing.parts, footing.signs, strict=True))
    return -total if footing.turned else total


def _sums(rows: str) -> tuple[set[str], set[str]]:
    """The totals that come out, and those that should and do not."""
    sums = [each for each in _found(table(rows)) if each.way == "sum"]
    right = {each.whole.text for each in sums if _meant(each) == each.whole.size}
    return right, {each.whole.text for each in sums if _meant(each) != each.whole.size and each.shown}


PLAIN = """
Landings | 2022 | 2023
Herring | 4,210 | 3,977
Mackerel | 1,188 | 1,402
Cod | 655 | 618
Total | 6,053 | {total}
"""


def test_a_total_is_the_sum_of_the_rows_above() -> None:
    assert _sums(PLAIN.format(total="5,997")) == ({"6,053", "5,997"}, set())


@pytest.mark.parametrize("wrong", ["5,979", "5,991", "4,997", "9,597"])
def test_a_slip_in_a_total_shows_by_the_other_column(wrong: str) -> None:
    assert _sums(PLAIN.format(total=wrong)) == ({"6,053"}, {wrong})


def test_a_total_of_something_else_is_left_alone() -> None:
    assert _sums(PLAIN.format(total="18,344"))[1] == set()


NESTED = """
Assets | 2022 | 2023
Cash | 310 | 402
Debtors | 1,250 | 1,077
Total current assets | 1,560 | 1,479
Buildings | 7,400 | 7,150
Less: depreciation | 2,100 | 2,310
Total assets | 6,860 | 6,319
"""


def test_totals_hold_totals_and_lines_that_are_taken_off() -> None:
    assert _sums(NESTED) == ({"1,560", "1,479", "6,860", "6,319"}, set())


def test_a_wrong_subtotal_shows_though_the_total_rests_on_it() -> None:
    right, wrong = _sums(NESTED.replace("1,479", "1,749"))
    assert "1,749" in wrong
    assert {"1,560", "6,860"} <= right


def test_costs_shown_as_positive_have_a_negative_total() -> None:
    rows = "Costs | 2022 | 2023\nWages | 812 | 844\nFuel | 390 | 371\nTotal costs | (1,202) | (1,215)"
    assert _sums(rows) == ({"1,202", "1,215"}, set())


def test_row_totals_are_found_by_what_most_rows_do() -> None:
    rows = ("Depot | Buses | Trams | Total\nNorth | 112 | 48 | 160\nSouth | 97 | 63 | 160\nEast | 134 | 22 | 165\n"
            "West | 140 | 31 | 171\nHarbour | 51 | 75 | 126")
    right, wrong = _sums(rows)
    assert wrong == {"165"}
    assert {"160", "171", "126"} <= right


def test_opening_and_changes_give_the_closing() -> None:
    rows = ("Herd | 2022 | 2023\nAt the beginning of the year | 1,410 | 1,466\nBorn | 388 | 402\nSold | (332) | (371)\n"
            "At the end of the year | 1,466 | 1,497")
    assert _sums(rows) == ({"1,466", "1,497"}, set())


def test_a_growth_column_comes_out_row_by_row() -> None:
    rows = ("Line | 2022 | 2023 | Change %\nFerries | 5,120 | 5,837 | 14.0\nBuses | 9,310 | 9,031 | (3.0)\n"
            "Trams | 7,455 | 8,126 | 9.0\nTotal | 21,885 | 22,994 | 5.1")
    grown = {each.whole.text for each in _found(table(rows)) if each.way == "growth"}
    assert grown == {"14.0", "3.0", "9.0", "5.1"}


def test_an_average_that_is_called_a_total() -> None:
    rows = "Area | Farms | Yield\nUpper | 1,250 | 4.1\nLower | 2,750 | 5.3\nTotal | 4,000 | 4.9"
    found = _found(table(rows))
    assert [(each.way, each.whole.text) for each in found if each.way == "average"] == [("average", "4.9")]
    assert _sums(rows)[1] == set()


def test_rates_and_counts_without_sums_are_left_alone() -> None:
    rows = "Region | Cancelled %\nNorth | 7.2\nSouth | 9.2\nTotal | 8.3"
    assert _found(table(rows)) == []


def test_the_order_of_columns_changes_nothing() -> None:
    turned = "\n".join(" | ".join([cells[0], *reversed(cells[1:])]) for cells in (
        line.split(" | ") for line in NESTED.strip().split("\n")))
    assert _sums(turned) == _sums(NESTED)


def _page(rows: Sequence[Sequence[str]]) -> Grid:
    cells = "".join("<tr>" + "".join(row) + "</tr>" for row in rows)
    page = read_html(f"<table>{cells}</table>", Furniture([]))
    return grid_of(page.tables[0], page.reading)


def test_signs_of_money_in_cells_of_their_own_shift_no_column() -> None:
    grid = _page([
        ["<td></td>", '<td colspan="2">2022</td>', "<td></td>", '<td colspan="2">2023</td>'],
        ["<td>Rent</td>", "<td>$</td>", "<td>410</td>", "<td></td>", "<td>$</td>", "<td>432</td>"],
        ["<td>Wages</td>", '<td colspan="2">1,210</td>', "<td></td>", '<td colspan="2">1,188</td>'],
        ["<td>Total</td>", "<td>$</td>", "<td>1,620</td>", "<td></td>", "<td>$</td>", "<td>1,620</td>"],
    ])
    assert len(grid.columns) == 2
    assert heads_of(grid) == ["2022", "2023"]
    assert {each.whole.text for each in _found(grid)} == {"1,620"}


def test_a_million_cells_cost_no_more_than_their_number() -> None:
    rows = "A | B | C\n" + "\n".join(f"Row {n} | {n % 97 + 3} | {n % 89 + 7}" for n in range(3000)) + "\nTotal | 1 | 2"
    assert len(_found(table(rows))) < 6000


SPENDING = """
Spending | 2022 | 2023
Current | 4,810 | {current}
  Staff | 2,614 | 2,790
    of which teachers | 1,102 | 1,179
  Goods | 2,196 | 2,372
Capital | 1,245 | 1,098
Total | 6,055 | 6,260
"""


def test_a_row_is_the_sum_of_those_set_in_below_it_and_the_total_counts_it_once() -> None:
    assert _sums(SPENDING.format(current="5,162")) == ({"4,810", "5,162", "6,055", "6,260"}, set())


def test_an_error_in_such_a_row_shows() -> None:
    right, wrong = _sums(SPENDING.format(current="5,612"))
    assert "5,612" in wrong
    assert {"4,810", "6,055"} <= right


def test_a_row_of_which_one_part_is_listed_counts_once() -> None:
    rows = (
        "Area | 2022 | 2023\nWheat | 1,240 | 1,198\nof which durum | 415 | 402\nOats | 310 | 330\n"
        "Total | 1,550 | {total}"
    )
    assert _sums(rows.format(total="1,528")) == ({"1,550", "1,528"}, set())
    assert _sums(rows.format(total="1,582")) == ({"1,550"}, {"1,582"})


def test_the_mean_of_its_parts_is_no_sum_that_fails() -> None:
    months = (
        "Station | Jan | Feb | Mar | Apr | Year\nMean | 3.1 | 4.4 | 4.9 | 7.3 | 4.9\n"
        "Rain | 112 | 84 | 78 | 60 | {year}\n"
    )
    rows = months + "Sun | 42 | 68 | 104 | 148 | 362\nDays | 18 | 14 | 14 | 12 | 58\nHail | 3 | 4 | 2 | 0 | 9"
    assert _sums(rows.format(year="334"))[1] == set()
    assert _sums(rows.format(year="343"))[1] == {"343"}


def test_a_column_may_be_the_sum_of_those_behind_it() -> None:
    rows = (
        "School | All | Boys | Girls\nAlder | {all} | 212 | 198\nBeck | 306 | 145 | 161\n"
        "Crane | 589 | 301 | 288\nDale | 202 | 98 | 104"
    )
    assert _sums(rows.format(all="410")) == ({"410", "306", "589", "202"}, set())
    assert _sums(rows.format(all="401"))[1] == {"401"}


def test_a_sign_that_was_lost_shows() -> None:
    rows = (
        "Equity | 2022 | 2023\nCapital | 5,000 | 5,000\nEarned | 7,120 | 8,214\n"
        "Own shares | (245) | 310\nTotal | 11,875 | 12,904"
    )
    assert _sums(rows)[1] == {"12,904"}


def test_shares_of_a_total_and_those_that_were_rounded_to_a_hundred() -> None:
    rows = (
        "Buyer | Sales | Share %\nUnion | 1,962 | 39.4\nStates | 1,344 | 27.0\nChina | 905 | {share}\n"
        "Other | 763 | 15.3\nTotal | 4,974 | 100.0"
    )
    shares = [each for each in _found(table(rows.format(share="18.2"))) if each.way == "ratio"]
    assert {each.whole.text for each in shares} >= {"39.4", "27.0", "18.2", "15.3"}
    shares = [each for each in _found(table(rows.format(share="18.3"))) if each.way == "ratio"]
    assert "18.3" not in {each.whole.text for each in shares}


def test_a_last_row_that_misses_the_sum_of_all_by_a_slip() -> None:
    rows = "Crop | kt\nBarley | 18.6\nOats | 41.3\nRye | 13.8\nHops | 5.9\nAll that is grown here | {last}"
    assert _sums(rows.format(last="81.6"))[1] == {"81.6"}
    assert _sums(rows.format(last="9.4"))[1] == set()


@pytest.mark.parametrize("last", [" | 521 | 3.2", "All that was landed | 521 | 3.2"])
def test_a_last_row_may_have_a_rate_beside_its_sum(last: str) -> None:
    rows = f"Port | Tonnes | Change (%)\nOrla | 240 | 3.1\nLusk | 170 | 4.0\nTarn | 101 | 2.2\n{last}"
    assert _sums(rows)[1] == {"521"}
    assert _sums(rows.replace("521", "511")) == (_sums(rows)[0] | {"511"}, set())
    assert _sums(rows.replace("521", "170"))[1] == set()


def test_shares_are_told_by_the_words_over_a_column() -> None:
    grid = table("Patients | Placebo, n (%) | Age (SD)\nWomen | 61 (51) | 54 (11)\nMen | 59 (49) | 53 (12)")
    shares = [figure.text for row in grid.rows for figure in row.figures.values() if figure.percent]
    assert shares == ["51", "49"]
    assert [figure.text for figure in grid.rows[1].figures.values()] == ["61", "51", "54"]


def test_a_number_before_the_names_is_no_figure_of_the_table() -> None:
    grid = table("Pos | Club | Won | Lost\n1 | Harlow | 12 | 4\n2 | Tern | 11 | 5\n3 | Elsin | 10 | 6")
    assert [row.label for row in grid.rows[1:]] == ["Harlow", "Tern", "Elsin"]
    assert [row.place.text for row in grid.rows if row.place] == ["1", "2", "3"]
    assert len(grid.columns) == 2


PATIENTS = """
Patients | Placebo | Drug | All
Age, mean (SD) | 54 (11.3) | 53 (10.9) | 54 (11.1)
Sex, n (%) | | |
Female | 118 (55.7) | 109 (52.4) | {female} (54.0)
Male | 94 (44.3) | 99 (47.6) | 193 (46.0)
Any event, n (%) | 61 (28.8) | 74 (35.6) | 135 (32.1)
Weight | 81.2 (14.1) | 80.4 (13.7) | 80.8 (13.9)
"""


def test_a_cell_may_hold_a_number_and_its_share() -> None:
    grid = table(PATIENTS.format(female="227"))
    shares = [figure.text for row in grid.rows for figure in row.figures.values() if figure.percent]
    assert shares[:3] == ["55.7", "52.4", "54.0"]
    means = [row for row in grid.rows if row.label in ("Age, mean (SD)", "Weight")]
    told = [figure.text for row in means for figure in row.figures.values()]
    assert told == ["54", "53", "54", "81.2", "80.4", "80.8"]
    assert _sums(PATIENTS.format(female="227"))[1] == set()
    assert _sums(PATIENTS.format(female="272"))[1] == {"272"}

"""Cells of tables meet the words of texts."""

from __future__ import annotations

from claimcheck.model.report import Report
from claimcheck.pipeline import check_texts

TABLE = """<h1>Trade of Portugal</h1><table><caption>Portugal, USD million</caption>
<tr><th></th><th>2022</th><th>2023</th></tr><tr><td>Exports</td><td>5,010</td><td>{exports}</td></tr>
<tr><td>Imports</td><td>4,210</td><td>4,110</td></tr></table>"""
TEXT = "Exports of Portugal were worth 5.3 billion USD in 2023, and imports 4.1 billion USD."


def _alarms(texts: dict[str, str]) -> list[set[str]]:
    report: Report = check_texts(texts)
    return [{claim.text for claim in found.claims} for found in report.findings if found.severity != "note"]


def test_a_cell_contradicts_a_text() -> None:
    assert _alarms({"a.txt": TEXT, "b.html": TABLE.format(exports="5,710")}) == [{"5.3 billion USD", "5,710"}]


def test_a_cell_agrees_with_the_rounded_figure_of_a_text() -> None:
    assert _alarms({"a.txt": TEXT, "b.html": TABLE.format(exports="5,318")}) == []


def test_a_cell_of_another_year_is_another_fact() -> None:
    assert _alarms({"a.txt": TEXT.replace("2023", "2021"), "b.html": TABLE.format(exports="5,710")}) == []


def test_the_text_of_a_report_meets_its_own_table() -> None:
    page = TABLE.format(exports="5,710") + f"<p>{TEXT}</p>"
    assert {"5.3 billion USD", "5,710"} in _alarms({"a.html": page})


def test_a_name_that_a_table_gives_to_two_figures_is_left_alone() -> None:
    twice = TABLE.format(exports="5,710") + TABLE.format(exports="5,950")
    assert _alarms({"a.txt": TEXT, "b.html": twice}) == []


def test_every_cell_is_a_claim_with_its_place() -> None:
    page = TABLE.format(exports="5,710")
    report = check_texts({"b.html": page})
    cells = [claim for claim in report.claims if claim.text in ("5,010", "5,710", "4,210", "4,110")]
    assert len(cells) == 4
    assert all(page[claim.start : claim.end] == claim.text for claim in cells)
    assert {claim.unit for claim in cells} == {"USD"}


def test_rows_may_be_times_and_columns_metrics() -> None:
    rows = "Year,Exports (USD million),Imports (USD million)\n2022,5010,4210\n2023,{exports},4110\n"
    for exports, alarms in (("5318", []), ("5710", [{"5.3 billion USD", "5710"}])):
        page = "<h1>Trade of Portugal</h1><table>" + "".join(
            f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.split(','))}</tr>"
            for line in rows.format(exports=exports).splitlines()
        ) + "</table>"
        assert _alarms({"a.txt": TEXT, "b.html": page}) == alarms


SECTIONS = """<h1>Trade of Portugal</h1><table><caption>USD million</caption>
<tr><th></th><th>2022</th><th>2023</th></tr><tr><td>{first}</td></tr><tr><td>Exports</td><td>4,010</td><td>{exports}</td></tr>
<tr><td>Imports</td><td>3,210</td><td>4,110</td></tr><tr><td>Services</td></tr><tr><td>Exports</td><td>1,000</td>
<td>1,120</td></tr><tr><td>Imports</td><td>1,000</td><td>990</td></tr></table>"""


def test_a_row_under_a_heading_is_no_more_than_that() -> None:
    assert _alarms({"a.txt": TEXT, "b.html": SECTIONS.format(first="Timber", exports="4,210")}) == []


def test_a_heading_narrows_what_its_rows_say() -> None:
    text = TEXT.replace("Exports of Portugal", "Exports of goods of Portugal").replace("5.3", "4.8")
    assert _alarms({"a.txt": text, "b.html": SECTIONS.format(first="Goods", exports="4,210")}) == [
        {"4.8 billion USD", "4,210"}
    ]
    assert _alarms({"a.txt": text, "b.html": SECTIONS.format(first="Goods", exports="4,810")}) == []


def test_a_place_over_rows_is_whom_they_are_about() -> None:
    page = SECTIONS.format(first="Spain", exports="4,210").replace("<h1>Trade of Portugal</h1>", "<h1>Trade</h1>")
    assert _alarms({"a.txt": TEXT, "b.html": page}) == []
    assert _alarms({"a.txt": TEXT.replace("Portugal", "Spain"), "b.html": page}) == [{"5.3 billion USD", "4,210"}]


def test_parts_of_a_row_are_not_the_whole_of_it() -> None:
    page = TABLE.format(exports="5,318").replace(
        "<tr><td>Imports", "<tr><td>&nbsp;&nbsp;Exports by sea</td><td>3,900</td><td>4,120</td></tr><tr><td>Imports"
    )
    assert _alarms({"a.txt": TEXT, "b.html": page}) == []


NAMELESS = """<table><tr><td>Port</td><td>Ships</td></tr><tr><td>Oban</td><td>412</td></tr>
<tr><td>Oban</td><td>398</td></tr><tr><td></td><td>77</td></tr><tr><td>Mull</td><td>105</td></tr></table>"""


def test_a_figure_without_a_label_is_told_with_the_reason() -> None:
    report = check_texts({"b.html": NAMELESS})
    told = {each.text: each.reason for each in report.not_compared}
    assert set(told) == {"412", "398", "77"}
    assert all("no label of its own" in reason for reason in told.values())
    assert not set(told) & {claim.text for claim in report.claims}
    assert {"105"} <= {claim.text for claim in report.claims}

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

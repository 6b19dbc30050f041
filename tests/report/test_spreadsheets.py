from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from claimcheck.errors import InputError
from claimcheck.report import render_file, render_report
from claimcheck.report.look import Look
from claimcheck.report.rows import Rows
from claimcheck.report.table_markdown import markdown_table
from tests.report import built

ALL = Look(rows=Rows("all"))
FORMULA = built.LEFT.model_copy(update={"text": '=HYPERLINK("http://example.org")'})


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_csv_has_a_row_a_fact_and_a_column_a_report() -> None:
    head, *rows = _rows(render_report(built.report(), "csv", ALL))
    assert head == ["mark", "metric", "subject", "period", "a.txt", "b.txt"]
    assert rows[0] == ["conflicts", "exports", "Nghe An", "2023", "2.64 billion USD", "US$2.84 billion"]
    assert [row[0] for row in rows] == ["conflicts", "agrees", "said once"]


def test_a_report_cannot_put_a_formula_into_a_spreadsheet() -> None:
    report = built.report(facts=(built.fact("conflicts", metric="+1", a=(FORMULA,)),))
    _, row = _rows(render_report(report, "csv", ALL))
    assert row[1] == "'+1"
    assert row[-1].startswith("'=HYPERLINK")
    sheet = openpyxl.load_workbook(io.BytesIO(render_file(report, "xlsx", ALL)))["Table"]
    assert [sheet["E2"].data_type, sheet["E2"].value] == ["s", FORMULA.text]


def test_a_workbook_holds_the_table_with_places_and_readings_and_the_findings() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render_file(built.report(), "xlsx", ALL)))
    table = book["Table"]
    assert [cell.value for cell in table[1]] == ["mark", "metric", "subject", "period", "a.txt", "b.txt"]
    assert [cell.value for cell in table[2]][-2:] == ["2.64 billion USD", "US$2.84 billion"]
    assert table["E2"].comment.text.startswith("a.txt:3:60: between ")
    assert table.freeze_panes == "E2"
    assert [cell.value for cell in book["Findings"][2]][:2] == ["error", built.finding().message]


def test_a_missing_library_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(module: str) -> None:
        raise ModuleNotFoundError(module)

    monkeypatch.setattr("claimcheck.extras.importlib.import_module", missing)
    from claimcheck.report.workbook import render_xlsx

    with pytest.raises(InputError, match=r'pip install "claimcheck-reports\[xlsx\]"'):
        render_xlsx(built.report(), ALL)


def test_markdown_shows_what_reports_say_as_it_is() -> None:
    wild = built.LEFT.model_copy(update={"text": "3|<b>\n*4*"})
    table = markdown_table([built.fact("conflicts", a=(wild,), b=(built.RIGHT,))], ["a.txt", "b.txt"], Look())
    head, rule, row = table.splitlines()
    assert head == "|  | fact | a.txt | b.txt |"
    assert rule == "| --- | --- | --- | --- |"
    assert row == r"| **conflicts** | exports, Nghe An, 2023 | 3\|\<b\> \*4\* | US\$2.84 billion |"
    assert markdown_table([], [], Look()) == ""

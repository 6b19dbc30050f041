"""Workbooks: what their cells show, where tables begin and end, and what is left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import openpyxl
import pytest

from claimcheck.model.document import Document
from claimcheck.read import read_document
from claimcheck.read.furniture import Furniture
from claimcheck.read.number_formats import Value, show_value
from claimcheck.read.sheet import cell_name
from tests.read.report_files import ods, ods_cell, saved

FURNITURE = Furniture([])


def read(book: openpyxl.Workbook) -> Document:
    return read_document(saved(book), "a.xlsx", FURNITURE)


def sheet_of(rows: Sequence[Sequence[object]], title: str = "Sheet1") -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def tables(document: Document) -> list[list[list[str]]]:
    text = document.text
    return [[[text[cell.start : cell.end] for cell in row] for row in table.rows] for table in document.tables]


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.234, "0.0%", "23.4%"), (0.234, "0%", "23%"), (0.5, "0.0 %", "50.0 %"), (1234567.0, "#,##0", "1,234,567"),
        (1234567.0, "#,##0,", "1,235"), (1234567.0, '0.0,,"M"', "1.2M"),
        (12.5, "[$€-407]#,##0.00", "€12.50"),
        (12.5, '#,##0.00\\ "EUR"', "12.50 EUR"),
        (-5.5, "#,##0.0_);(#,##0.0)", "(5.5)"), (-5.5, "0.0;[Red]-0.0", "-5.5"),
        (0.0, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "-"), (-0.04, "0.0", "0.0"), (0.125, "0.00", "0.13"),
        (2.5, "0", "3"), (1500.0, '[>=1000]0.0,"k";0', "1.5k"), (999.0, '[>=1000]0.0,"k";0', "999"), (5.0, ";;;", ""),
        (3.0, '"FY"0', "FY3"), (1234567.0, "0.00E+00", "1.23E+6"), (0.25, "# ?/?", "0.25"),
        (0.1 + 0.2, "General", "0.3"), (12345.678, "General", "12345.678"), (1e15, "General", "1000000000000000"),
        (7, "@", "7"), (True, "0", "TRUE"), ("text", "0.0%", "text"),
        (dt.date(2023, 5, 1), "mmm-yy", "May 2023"), (dt.date(2023, 5, 1), "yyyy", "2023"),
        (dt.datetime(2023, 5, 1, 9, 30), "d/m/yy h:mm", "2023-05-01 09:30"),
        (dt.datetime(2023, 5, 1), "d mmm", "2023-05-01"),
    ],
)
def test_a_value_is_read_as_its_cell_shows_it(value: Value, code: str, shown: str) -> None:
    assert show_value(value, code) == shown


def test_formats_are_those_of_the_cells() -> None:
    book = sheet_of([["Item", "Value", "Share"], ["Schools", 1_234_567, 0.083], ["Roads", 800_000, 0.125]])
    for row in ("2", "3"):
        book.active[f"B{row}"].number_format = "#,##0,"
        book.active[f"C{row}"].number_format = "0.0%"
    assert tables(read(book)) == [[["Item", "Value", "Share"], ["Schools", "1,235", "8.3%"], ["Roads", "800", "12.5%"]]]


def test_a_sheet_is_a_heading_with_its_tables_and_words() -> None:
    rows: list[list[object]] = [
        ["Budget of the town, thousand euros"], [], ["Item", 2022, 2023], ["Schools", 1200, 1300], ["Roads", 800, 900],
        [], ["Total", 2000, 2200], ["Source: the treasury"], [], ["Staff", "Heads"], ["Town hall", 41], ["Schools", 96],
    ]
    document = read(sheet_of(rows, "Budget"))
    assert texts(document) == ["Budget", "Budget of the town, thousand euros", "Source: the treasury"]
    budget, staff = document.tables
    assert [len(table) for table in tables(document)] == [4, 3]
    assert budget.caption is not None
    assert staff.caption is None
    assert document.text[slice(*budget.caption)] == "Budget of the town, thousand euros"
    total = budget.rows[3][2]
    assert document.text[total.start : total.end] == "2200"
    assert document.place(total.start, total.end).part == "sheet Budget, cell C7"


def test_tables_beside_one_another_are_two() -> None:
    rows = [["A", 1, None, "B", 2], ["C", 3, None, "D", 4], ["E", 5, None, "F", 6]]
    assert tables(read(sheet_of(rows))) == [[["A", "1"], ["C", "3"], ["E", "5"]], [["B", "2"], ["D", "4"], ["F", "6"]]]


def test_an_empty_column_does_not_part_the_figures_of_one_table() -> None:
    rows = [["A", 1, None, 2], ["C", 3, None, 4]]
    (table,) = read(sheet_of(rows)).tables
    assert [[cell.column for cell in row] for row in table.rows] == [[0, 1, 3], [0, 1, 3]]


def test_merged_cells_span() -> None:
    book = sheet_of([["Town", "Sales", None], [None, 2022, 2023], ["North", 1, 2], ["South", 3, 4]])
    book.active.merge_cells("B1:C1")
    book.active.merge_cells("A1:A2")
    (table,) = read(book).tables
    assert [(cell.column, cell.width, cell.height) for cell in table.rows[0]] == [(0, 1, 2), (1, 2, 1)]
    assert [cell.column for cell in table.rows[1]] == [1, 2]


def test_hidden_sheets_are_named_and_left_out() -> None:
    book = sheet_of([["Seen", 1]])
    hidden = book.create_sheet("Backstage")
    hidden.append(["Secret", 99])
    hidden.sheet_state = "veryHidden"
    document = read(book)
    assert "99" not in document.text
    (named,) = [block for block in document.blocks if document.text[block.start : block.end] == "Backstage"]
    assert (named.kind, named.reason) == ("furniture", "a hidden sheet")


def test_formulas_are_not_worked_out() -> None:
    document = read(sheet_of([["a", "=1+1", "=2+2"], ["b", 7, 8]]))
    assert document.text.split() == ["a", "b", "7", "8"]


def test_an_opendocument_sheet_is_read_as_it_shows() -> None:
    shown = ods_cell("23.4%", "percentage")
    twice = shown.replace("<table:table-cell ", '<table:table-cell table:number-columns-repeated="2" ')
    rows = (
        f"<table:table-row>{ods_cell('Share')}{twice}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    first = f'<table:table table:name="Shares"><table:table-row-group>{rows}</table:table-row-group></table:table>'
    second = f'<table:table table:name="Off" table:style-name="h"><table:table-row>{shown}</table:table-row>'
    second += "</table:table>"
    style = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    document = read_document(ods(first + second, style), "a.ods", FURNITURE)
    assert tables(document) == [[["Share", "23.4%", "23.4%"]]]
    assert texts(document) == ["Shares", "Off"]
    cell = document.tables[0].rows[0][2]
    assert document.place(cell.start, cell.end).part == "sheet Shares, cell C1"


def test_numbers_of_an_opendocument_sheet_are_read_in_any_language() -> None:
    row = "".join(
        ods_cell(shown, "float").replace(' office:', f' office:value="{value}" office:', 1)
        for value, shown in (("1234.5", "1.234,50 €"), ("1.5", "1,5"))
    )
    book = ods(f"<table:table><table:table-row>{row}</table:table-row></table:table>")
    document = read_document(book, "a.ods", FURNITURE)
    assert tables(document) == [[["1,234.50 €", "1.5"]]]


def test_cells_are_named_as_people_name_them() -> None:
    assert [cell_name(0, column) for column in (0, 25, 26, 701, 702)] == ["A1", "Z1", "AA1", "ZZ1", "AAA1"]

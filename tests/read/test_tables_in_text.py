"""Tables drawn with bars, and files of values between delimiters, give the same table."""

from __future__ import annotations

import pytest

from claimcheck.model.document import Document
from claimcheck.read import read_document
from claimcheck.read.delimited import delimiter_of
from claimcheck.read.furniture import Furniture

ROWS = [["Port", "2022", "2023"], ["Oban, pier", "1,204", "1,310"], ["Mallaig", "", "417"], ["Total", "1,204", "1,727"]]
FURNITURE = Furniture([])


def _csv(mark: str) -> str:
    quoted = [[f'"{cell}"' if "," in cell or mark in cell else cell for cell in row] for row in ROWS]
    return "\n".join(map(mark.join, quoted)) + "\n"


def _grid(document: Document) -> list[list[tuple[str, int]]]:
    (table,) = document.tables
    return [[(document.text[cell.start : cell.end], cell.column) for cell in row] for row in table.rows]


MARKDOWN = "| Port | 2022 | 2023 |\n|---|---:|---:|\n" + "".join(f"| {' | '.join(row)} |\n" for row in ROWS[1:])
PAGE = "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS) + "</table>"
SOURCES = {
    "a.csv": _csv(","), "b.csv": _csv(";"), "c.tsv": _csv("\t"), "d.md": MARKDOWN, "e.txt": MARKDOWN, "f.html": PAGE,
}


@pytest.mark.parametrize("path", SOURCES)
def test_the_table_is_the_same_from_each_format(path: str) -> None:
    grid = _grid(read_document(SOURCES[path], path, FURNITURE))
    assert grid == [[(cell, at) for at, cell in enumerate(row) if cell] for row in ROWS]


@pytest.mark.parametrize(
    ("text", "mark"), [("a;b\n1,5;2,5\n", ";"), ("a\tb, c\n1\t2\n", "\t"), ("", ","), ("one", ",")]
)
def test_the_delimiter_is_the_mark_that_all_lines_share(text: str, mark: str) -> None:
    assert delimiter_of(text) == mark


def test_a_quotation_that_never_ends_takes_the_rest_and_no_more() -> None:
    document = read_document('a,b\n1,"2\n3,4\n', "a.csv", FURNITURE)
    assert _grid(document)[0] == [("a", 0), ("b", 1)]


def test_a_line_with_bars_alone_is_no_table() -> None:
    assert read_document("| Exports rose to 12 million |\n\nAnd so on.\n", "a.md", FURNITURE).tables == ()


def test_rows_of_a_large_table_are_no_text() -> None:
    rows = "| Year | Boats |\n|---|---|\n" + "".join(f"| {1000 + n} | {n} |\n" for n in range(400))
    document = read_document(f"Boats by year.\n\n{rows}", "a.md", FURNITURE)
    assert [block.kind for block in document.blocks] == ["paragraph"]
    assert len(document.tables[0].rows) == 401

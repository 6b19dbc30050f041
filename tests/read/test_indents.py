"""How far labels are set in, in every format that has tables."""

from __future__ import annotations

import pytest

from claimcheck.read import read_document
from claimcheck.read.furniture import Furniture
from claimcheck.read.html import read_html
from tests.read.table_files import FILES, level_of

ROWS = (
    ("Spending", "2022", "2023"),
    ("Current", "4,810", "5,162"),
    ("  Staff", "2,614", "2,790"),
    ("    of which teachers", "1,102", "1,179"),
    ("  Goods", "2,196", "2,372"),
    ("Capital", "1,245", "1,098"),
    ("Total", "6,055", "6,260"),
)


@pytest.mark.parametrize("name", FILES)
def test_labels_are_set_in_by_levels(name: str) -> None:
    document = read_document(FILES[name]("Outturn", ROWS), name, Furniture([]))
    (table,) = document.tables
    labels = [row[0] for row in table.rows]
    assert [" ".join(document.reading[cell.start : cell.end].split()) for cell in labels] == [
        row[0].strip() for row in ROWS
    ]
    depths = sorted({cell.indent for cell in labels})
    assert [depths.index(cell.indent) for cell in labels] == [level_of(row[0]) for row in ROWS]


@pytest.mark.parametrize(
    ("cell", "points"),
    [
        ("<td>Rail</td>", 0),
        ("<td>\n   Rail</td>", 0),
        ("<td>&emsp;Rail</td>", 12),
        ("<td>&#160;&#160;<b>Rail</b></td>", 8),
        ("<td><span>&nbsp;&nbsp;</span>Rail</td>", 8),
        ('<td style="padding: 2px 2px 2px 24px">Rail</td>', 18),
        ('<td style="padding-left:18pt;text-indent:-9pt">Rail</td>', 9),
        ('<td style="text-align:left;text-transform:none">Rail</td>', 0),
        ('<td class="label indent-2">Rail</td>', 24),
        ('<td class="table-level"><div style="margin-left:1em"><p>Rail</p></div></td>', 12),
    ],
)
def test_what_sets_in_a_label_of_a_page(cell: str, points: int) -> None:
    page = read_html(f"<table><tr>{cell}<td>1</td></tr><tr><td>Road</td><td>2</td></tr></table>", Furniture([]))
    assert [row[0].indent for row in page.tables[0].rows] == [points, 0]

"""HTML: every offset keeps its meaning, and no source is too broken or too big."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.pipeline import extract_document, packs_of, read_texts
from claimcheck.read.furniture import Furniture
from claimcheck.read.html import read_html
from tests.cost import assert_at_most

NOBODY = Furniture([])
PIECES = st.sampled_from(
    ["<p>", "</p>", "<td>", "</td>", "<tr>", "<table>", "</table>", "<li>", "<a href='x'>", "</a>", "&amp;", "&nbsp;",
     "&#8217;", "&", "<", ">", "<!--", "-->", "<script>", "</script>", "<th rowspan=3 colspan=2>", "12", "1,204",
     " boats ", "\n", "<br>", '<b a="', "</", "<nav>", "</nav>", "<caption>", "é"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
@example("<table><td>&amp;<td>&amp;")
def test_any_source_is_read_at_its_own_length(source: str) -> None:
    page = read_html(source, NOBODY)
    assert len(page.reading) == len(source)
    assert all(0 <= block.start < block.end <= len(source) for block in page.blocks)
    starts = [block.start for block in page.blocks]
    assert starts == sorted(starts)
    for table in page.tables:
        for row in table.rows:
            assert all(table.start <= cell.start < cell.end <= table.end for cell in row)


@pytest.mark.parametrize(
    ("source", "size"),
    [(lambda n: "<div>" * n + "</span>" * n, 60_000), (lambda n: "<" * n, 200_000), (lambda n: '<a b="' * n, 40_000),
     (lambda n: "<a " + "=" * n, 200_000), (lambda n: "<!--" * n, 50_000), (lambda n: "<script>" * n, 30_000),
     (lambda n: "&" * n, 200_000), (lambda n: "&amp" * n + " ", 60_000),
     (lambda n: "<table>" + "<tr><td rowspan=65000>1</td>" * n, 8_000), (lambda n: "<table><tr><td>" * n, 15_000),
     (lambda n: "<table><tr>" + "<td colspan=9999>1</td>" * n, 15_000), (lambda n: "a" * n + "&", 400_000),
     (lambda n: "<table><tr>" + "<td> </td>\n" * n, 40_000), (lambda n: '<table><td>1</td><td a="' * n, 15_000),
     (lambda n: "<td>1</td>" + " <td" * n, 60_000)],
    ids=["deep", "angles", "quotes", "equals", "comments", "scripts", "ampersands", "references", "row spans",
         "nested tables", "column spans", "one word", "empty cells", "cells with quotes", "cells left open"],
)
def test_hostile_sources_cost_no_more_than_their_length(source: Callable[[int], str], size: int) -> None:
    few, many = source(size // 4), source(size)
    assert_at_most(5, lambda: read_html(many, NOBODY), lambda: read_html(few, NOBODY))


def test_words_written_with_references_are_quoted_whole() -> None:
    source = "<p>The firm&#8217;s sales rose to &pound;3.5&nbsp;million, R&amp;D to &pound;0.4&nbsp;million.</p>"
    (document,) = read_texts({"a.html": source}, packs_of())
    figures = [each for each in extract_document(document).mentions if each.kind == "quantity"]
    assert [each.text for each in figures] == ["&pound;3.5&nbsp;million", "&pound;0.4&nbsp;million"]
    assert [source[each.start : each.end] for each in figures] == [each.text for each in figures]


def test_cells_span_rows_and_columns() -> None:
    source = ("<table><tr><th rowspan=2>Port<th colspan=2>Tonnes</tr><tr><th>2022<th>2023</tr>"
              "<tr><td>Oban<td>41<td>44</tr><tr><td>Mallaig<td>17<td>&nbsp;</table>")
    (table,) = read_html(source, NOBODY).tables
    grid = [[(source[cell.start : cell.end], cell.column) for cell in row] for row in table.rows]
    assert grid == [
        [("Port", 0), ("Tonnes", 1)], [("2022", 1), ("2023", 2)], [("Oban", 0), ("41", 1), ("44", 2)],
        [("Mallaig", 0), ("17", 1)],
    ]
    assert [cell.header for cell in table.rows[0]] == [True, True]


CELLS = st.sampled_from(
    [("<td>", "12"), ("<td>", "Oban"), ("<td colspan=2>", "9"), ("<th>", ""), ("<td>", ""), ('<td colspan="3">', ""),
     ("<TD rowspan=2 colspan='2'>", ""), ("<td>", " \u200b"), ("<td>", "&nbsp;"), ('<td class="a" rowspan="3">', "\n")]
)


@given(st.lists(st.lists(CELLS, max_size=8), min_size=1, max_size=5), st.sampled_from(["", "\n", " "]))
def test_empty_cells_take_up_their_columns_however_they_are_read(
    rows: list[list[tuple[str, str]]], between: str
) -> None:
    def cells_of(inside: str) -> list[list[tuple[str, int, int, int]]]:
        written = [between.join(f"{tag}{words}{inside}</td>" for tag, words in row) for row in rows]
        source = "<table><tr><td>7</td><td>8</td></tr>" + "".join(f"<tr>{row}</tr>" for row in written) + "</table>"
        tables = read_html(source, NOBODY).tables
        return [[(source[c.start : c.end], c.row, c.column, c.width) for c in row] for t in tables for row in t.rows]

    assert cells_of("") == cells_of("<!-- no plain cell -->")


def test_a_table_of_words_is_read_as_rows_and_a_frame_as_text() -> None:
    words = read_html("<table><tr><td>Minister</td><td>Ann Dale</td></tr></table>", NOBODY)
    assert [block.kind for block in words.blocks] == ["row"]
    frame = read_html("<table><tr><td><p>One story.</p></td></tr><tr><td><table></table></td></tr></table>", NOBODY)
    assert [block.kind for block in frame.blocks] == ["paragraph"]
    assert not words.tables + frame.tables

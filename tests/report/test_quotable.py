"""Texts for quoting: without markup, at the offsets of the source, other paragraphs set apart."""

from __future__ import annotations

import pytest

from claimcheck import check
from claimcheck.model.report import Report
from claimcheck.report import render_report
from claimcheck.report.look import Look
from claimcheck.report.quotable import Quotable

PAGE = """<html><body><nav><a href="/">Home</a> <a href="/s">Sport</a></nav>
<article><h1>A line for the valley</h1>
<p>It costs <b>3.1</b> million euros &amp; more.</p><p>The new tram line of Orla is 150 km (39 miles) long.</p>
<p>The mayor was content.</p></article></body></html>"""
TABLE = """# Spending

| Field | 2024 |
|---|---:|
| Schools | 171.2 |
| Roads | **92.5** |
| Total | 273.7 |
"""


def _quoted(report: Report) -> list[str]:
    told = render_report(report, "text", Look(width=140)).splitlines()
    return [line.split("   ", 1)[1].strip() for line in told if "«" in line]


def test_a_page_is_quoted_without_markup_and_without_its_neighbours() -> None:
    assert _quoted(check(texts={"a.html": PAGE})) == ["The new tram line of Orla is «150 km» («39 miles») long."]


def test_a_drawn_table_is_quoted_without_bars_and_rulers() -> None:
    (quoted,) = _quoted(check(texts={"a.md": TABLE}))
    assert quoted == "Schools · «171.2» Roads · «92.5» Total · «273.7»"


@pytest.mark.parametrize(("name", "text"), [("a.html", PAGE), ("a.md", TABLE), ("a.txt", PAGE), ("a.csv", "a,b\n1,2")])
def test_offsets_are_those_of_the_source(name: str, text: str) -> None:
    report = check(texts={name: text})
    quotable = Quotable(report)
    assert list(quotable) == [name]
    assert len(quotable[name]) == len(text)
    for claim in report.claims:
        shown = quotable[name][claim.start : claim.end].split()
        assert shown == claim.text.replace("*", " ").replace("</b>", " ").split()


def test_places_of_what_was_not_compared_are_those_of_the_source() -> None:
    told = render_report(check(texts={"a.html": PAGE}), "text", Look(width=140, everything=True))
    assert "  a.html:3:16  It costs «3.1 million euros» & more.\n" in told


def test_no_message_tells_the_marks_within_a_quotation() -> None:
    report = check(texts={"a.html": "<p>The path is <b>150</b> km (39 miles) long.</p>"})
    assert "150 km is about 93.2 miles" in report.findings[0].message
    for form in ("table", "concise", "markdown", "github"):
        assert "</b>" not in render_report(report, form, Look(everything=True))

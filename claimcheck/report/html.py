"""Findings, consistency table and reports as one HTML page that needs nothing but itself."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.model.report import Report
from claimcheck.report.look import Look
from claimcheck.report.page.pour import pour
from claimcheck.report.page.view import view_of


def render_html(report: Report, look: Look) -> str:
    """The page. It shows every fact unless `look.rows` names some: what one report alone says can be hidden in it."""
    choice = "all" if look.rows.choice == "shared" else look.rows.choice
    return pour(view_of(report, replace(look, rows=replace(look.rows, choice=choice))), title=title_of(report))


def title_of(report: Report) -> str:
    """What the page is called: by its report, or by how many there are."""
    return report.documents[0] if len(report.documents) == 1 else f"{len(report.documents)} reports set side by side"

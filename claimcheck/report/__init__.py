"""Report -> text. Public: `render_report`, and the table of formats."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.model.report import Report
from claimcheck.report.look import Look
from claimcheck.report.record import render_json
from claimcheck.report.text import render_table, render_text

Format = Callable[[Report, Look], str]

FORMATS: dict[str, Format] = {
    "table": render_table,
    "text": render_text,
    "json": render_json,
}


def render_report(report: Report, form: str, look: Look | None = None) -> str:
    """A report in one of the FORMATS, ending in a line break; raises KeyError for a format that is none of them."""
    return FORMATS[form](report, look or Look())

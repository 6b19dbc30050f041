"""Report -> text. Public: `render_report`, and the table of formats."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from claimcheck.model.report import Report
from claimcheck.report.look import Look

Format = Callable[[Report, Look], str]

# format -> the module of this package whose function render_<format> makes it; it is imported when it is asked for
FORMATS = {
    "table": "text",
    "text": "text",
    "concise": "concise",
    "markdown": "markdown",
    "json": "record",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
}


def render_report(report: Report, form: str, look: Look | None = None) -> str:
    """A report in one of the FORMATS, whole lines; raises KeyError for a format that is none of them."""
    return format_of(form)(report, look or Look())


def format_of(form: str) -> Format:
    """What makes a format; raises KeyError for a format that is none of them."""
    render: Format = getattr(importlib.import_module(f"claimcheck.report.{FORMATS[form]}"), f"render_{form}")
    return render

"""Report -> text, or the bytes of a file. Public: `render_report`, `render_file`, and the tables of formats."""

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
    "html": "html",
    "csv": "spreadsheet",
    "json": "record",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
}
# as above, for formats that are no text
FILE_FORMATS = {"xlsx": "workbook"}


def render_report(report: Report, form: str, look: Look | None = None) -> str:
    """A report in one of the FORMATS, whole lines; raises KeyError for a format that is none of them."""
    return format_of(form)(report, look or Look())


def render_file(report: Report, form: str, look: Look | None = None) -> bytes:
    """A report in one of the FILE_FORMATS; raises KeyError for a format that is none of them."""
    module = importlib.import_module(f"claimcheck.report.{FILE_FORMATS[form]}")
    file: bytes = getattr(module, f"render_{form}")(report, look or Look())
    return file


def format_of(form: str) -> Format:
    """What makes a format; raises KeyError for a format that is none of them."""
    render: Format = getattr(importlib.import_module(f"claimcheck.report.{FORMATS[form]}"), f"render_{form}")
    return render

"""Report -> text, or the bytes of a file. Public: `render_report`, `render_file`, and the tables of formats."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial

from claimcheck.collector import collector_at_rest
from claimcheck.model.report import Report
from claimcheck.plugins import Group, find_plugin, offered
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


_PLUGINS: Group = "claimcheck.formats"


@collector_at_rest()
def render_report(report: Report, form: str, look: Look | None = None) -> str:
    """A report in one of the FORMATS, whole lines, or in that of a plug-in; raises KeyError for any other format."""
    return format_of(form)(report, look or Look())


@collector_at_rest()
def encode_report(report: Report, form: str, look: Look | None = None) -> bytes:
    """As `render_report`, in UTF-8: JSON, which may be long, without being text in between."""
    if form == "json":
        data: bytes = importlib.import_module("claimcheck.report.record").encode_json(report, look or Look())
        return data
    return render_report(report, form, look).encode(errors="backslashreplace")


@collector_at_rest()
def render_file(report: Report, form: str, look: Look | None = None) -> bytes:
    """A report in one of the FILE_FORMATS; raises KeyError for a format that is none of them."""
    module = importlib.import_module(f"claimcheck.report.{FILE_FORMATS[form]}")
    file: bytes = getattr(module, f"render_{form}")(report, look or Look())
    return file


def format_of(form: str) -> Format:
    """What makes a format; a name that is not built in is that of a plug-in. Raises KeyError for any other name."""
    plugin = None if form in FORMATS else find_plugin(_PLUGINS, form)
    if plugin is not None:
        return partial(plugin.call, str)
    render: Format = getattr(importlib.import_module(f"claimcheck.report.{FORMATS[form]}"), f"render_{form}")
    return render


def is_format(form: str) -> bool:
    """Whether there is such a format, built in or a plug-in.

    >>> is_format("json"), is_format("xlsx"), is_format("smoke signals")
    (True, True, False)
    """
    return form in FORMATS or form in FILE_FORMATS or form in offered(_PLUGINS)

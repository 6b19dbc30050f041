"""Findings and consistency table as an XLSX workbook."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claimcheck.extras import load_extra
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Fact
from claimcheck.model.report import Report
from claimcheck.report.look import Look
from claimcheck.report.rows import columns_of, meaning, saying

_FACT_COLUMNS = (("mark", 12), ("metric", 28), ("subject", 18), ("period", 14))
_FINDING_COLUMNS = (("severity", 10), ("what does not fit", 60), ("quotations", 50), ("working", 70), ("hint", 40),
                    ("rule", 30))
_REPORT_WIDTH = 26
_COLOURS = {
    "conflicts": "#F8DAD5", "error": "#F8DAD5", "agrees": "#DDEEE2", "cannot tell": "#F7ECCB", "warning": "#F7ECCB",
}
_COMMENT = {"x_scale": 2.4, "y_scale": 1.2, "font_size": 9}
_MOST_CHARACTERS = 32_767  # that a cell of a workbook holds

# Every cell is written as a string: whatever a report says, nothing of it is ever run as a formula or made a link.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def render_xlsx(report: Report, look: Look) -> bytes:
    """A workbook of two sheets: the facts by reports, and what does not fit.

    Comments say where a figure stands and what it may mean.

    Raises InputError when the library that writes workbooks is missing.
    """
    xlsxwriter = load_extra("xlsx", "--format xlsx", module="xlsxwriter", task="to write workbooks")
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        styles = _styles(book)
        rows = look.table_rows.of(report.facts)
        _table(book.add_worksheet("Table"), rows, columns_of(rows, report.tellers), styles)
        _findings(book.add_worksheet("Findings"), report, look, styles)
    return file.getvalue()


def _styles(book: Any) -> dict[str, Any]:
    plain = {"text_wrap": True, "valign": "top", "font_name": "Calibri", "font_size": 11}
    coloured = {name: book.add_format({**plain, "bg_color": colour}) for name, colour in _COLOURS.items()}
    head = book.add_format({**plain, "bold": True, "bottom": 1, "bg_color": "#EFEFEA"})
    return {"": book.add_format(plain), "head": head, **coloured}


def _table(sheet: Any, rows: Sequence[Fact], reports: Sequence[str], styles: Mapping[str, Any]) -> None:
    _head(sheet, [*_FACT_COLUMNS, *((path, _REPORT_WIDTH) for path in reports)], len(rows), styles)
    sheet.freeze_panes(1, len(_FACT_COLUMNS))
    for at, fact in enumerate(rows, 1):
        style = styles.get(fact.mark, styles[""])
        _line(sheet, at, (fact.mark, fact.metric, fact.subject, fact.period), styles[""])
        sheet.write_string(at, 0, fact.mark, style)
        for column, path in enumerate(reports, len(_FACT_COLUMNS)):
            if claims := fact.cells.get(path):
                sheet.write_string(at, column, saying(claims)[:_MOST_CHARACTERS], style)
                sheet.write_comment(at, column, "\n".join(map(_told, claims))[:_MOST_CHARACTERS], _COMMENT)


def _findings(sheet: Any, report: Report, look: Look, styles: Mapping[str, Any]) -> None:
    shown = look.shown(report.findings)
    _head(sheet, _FINDING_COLUMNS, len(shown), styles)
    sheet.freeze_panes(1, 0)
    for at, each in enumerate(shown, 1):
        quotations = "\n".join(f"{claim.location}: {claim.words}" for claim in each.claims)
        _line(sheet, at, (each.severity, each.message, quotations, each.explanation, each.hint or "", each.rule),
              styles[""])
        sheet.write_string(at, 0, each.severity, styles.get(each.severity, styles[""]))


def _head(sheet: Any, columns: Sequence[tuple[str, int]], rows: int, styles: Mapping[str, Any]) -> None:
    """Names and widths of the columns, what may be filtered, and how the sheet is printed."""
    for at, (name, width) in enumerate(columns):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, name[:_MOST_CHARACTERS], styles["head"])
    sheet.autofilter(0, 0, max(rows, 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _line(sheet: Any, at: int, cells: Iterable[str], style: Any) -> None:
    for column, cell in enumerate(cells):
        sheet.write_string(at, column, cell[:_MOST_CHARACTERS], style)


def _told(claim: Claim) -> str:
    means = meaning(claim)
    return f"{claim.location}: {means}" if means else claim.location

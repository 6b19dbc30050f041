"""The consistency table as CSV, one row a fact and one column a report."""

from __future__ import annotations

import csv
import io

from claimcheck.model.report import Report
from claimcheck.report.look import Look
from claimcheck.report.rows import columns_of, saying

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets take a cell that begins so for; reports are not trusted


def render_csv(report: Report, look: Look) -> str:
    """The table as CSV (RFC 4180, but lines end as everywhere else), with the columns mark, metric, subject and period.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    rows = look.table_rows.of(report.facts)
    columns = columns_of(rows, report.tellers)
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["mark", "metric", "subject", "period", *map(_inert, columns)])
    for fact in rows:
        cells = (saying(fact.cells.get(path, ())) for path in columns)
        writer.writerow([fact.mark, *map(_inert, (fact.metric, fact.subject, fact.period, *cells))])
    return table.getvalue()


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell

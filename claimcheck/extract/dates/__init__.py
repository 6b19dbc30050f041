"""Dates, periods and the day of the report."""

from __future__ import annotations

from claimcheck.extract.dates.context import is_long_over
from claimcheck.extract.dates.lexicon import DateLexicon, compile_dates
from claimcheck.extract.dates.report import find_report_date, headed_period, report_year
from claimcheck.extract.dates.scan import Candidates, anchors, day_order, find_candidates, read_candidates, scan_dates
from claimcheck.extract.dates.written import parse_period

__all__ = [
    "Candidates", "DateLexicon", "anchors", "compile_dates", "day_order", "find_candidates", "find_report_date",
    "headed_period", "is_long_over", "parse_period", "read_candidates", "report_year", "scan_dates",
]

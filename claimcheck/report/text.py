"""The two forms for people: the findings alone, and the findings with the consistency table."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.report import Report
from claimcheck.report.findings import render_finding
from claimcheck.report.look import Look
from claimcheck.report.quotable import Quotable
from claimcheck.report.silences import render_not_compared, render_silenced, render_verdicts
from claimcheck.report.summary import summary
from claimcheck.report.table import consistency_table


def render_text(report: Report, look: Look) -> str:
    """The findings, one paragraph each, and a line that sums up."""
    return _paragraphs([*_findings(report, look), *_silences(report, look), summary(report, look)])


def render_table(report: Report, look: Look) -> str:
    """The findings, then what each report says of each fact, then a line that sums up."""
    table = consistency_table(report.facts, report.tellers, look)
    return _paragraphs([*_findings(report, look), table, *_silences(report, look), summary(report, look)])


def _paragraphs(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _findings(report: Report, look: Look) -> Iterator[str]:
    quotable = Quotable(report)
    for finding in look.shown(report.findings):
        yield render_finding(finding, quotable, look)


def _silences(report: Report, look: Look) -> Iterator[str]:
    if not look.everything:
        return
    if report.silenced:
        yield "Silenced\n\n" + render_silenced(report.silenced, look)
    if report.verdicts:
        yield "Comparisons made\n\n" + render_verdicts(report.verdicts, look)
    if report.not_compared:
        yield "Not compared\n\n" + render_not_compared(report.not_compared, report.sources, Quotable(report), look)

"""Findings and reports as small pieces of HTML, as notebooks show a value: escaped, without scripts or styles."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from claimcheck.model.claim import Claim
from claimcheck.model.in_words import several

if TYPE_CHECKING:
    from claimcheck.model.finding import Finding
    from claimcheck.model.report import Report

_MOST_FINDINGS = 20


def finding_html(finding: Finding) -> str:
    """A finding: what does not fit, the quotations with their places, the working, and the hint if there is one."""
    parts = [
        f"<p><b>{escape(finding.severity)}</b> <code>{escape(finding.rule)}</code> {escape(finding.message)}</p>",
        f"<ul>{''.join(map(_quotation, finding.claims))}</ul>",
        f"<p><small>{'<br/>'.join(map(escape, finding.explanation.splitlines()))}</small></p>",
    ]
    if finding.hint:
        parts.append(f"<p>{escape(finding.hint)}</p>")
    return f"<div>{''.join(parts)}</div>"


def report_html(report: Report) -> str:
    """How many findings there are, and the first of them in full; files that could not be read."""
    shown = report.findings[:_MOST_FINDINGS]
    left = len(report.findings) - len(shown)
    found, told = summary(report)
    parts = [f"<p><b>{found}</b>: {told}</p>", *map(finding_html, shown)]
    if left:
        parts.append(f"<p>… and {left} more in <code>findings</code>.</p>")
    parts += [f"<p>{escape(each.path)}: {escape(each.reason)}</p>" for each in report.diagnostics]
    return f"<div>{''.join(parts)}</div>"


def summary(report: Report) -> tuple[str, str]:
    """How many findings there are, and of what, in words."""
    by_severity = Counter(finding.severity for finding in report.findings)
    found = ", ".join(several(count, severity) for severity, count in by_severity.items())
    told = f"{several(len(report.documents), 'report')}, {several(len(report.claims), 'claim')}"
    return found or "no contradiction found", told


def _quotation(claim: Claim) -> str:
    return f"<li><code>{escape(claim.location)}</code> <q>{escape(claim.words)}</q></li>"

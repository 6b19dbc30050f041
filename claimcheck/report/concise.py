"""Findings on one line each, for editors, `grep` and logs."""

from __future__ import annotations

from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.report.look import Look


def render_concise(report: Report, look: Look) -> str:
    """A line for each finding: `path:line:column: severity rule message`; empty when there is none.

    In a file without lines, the part takes the place of line and column: `path, page 3: severity rule message`.
    """
    return "".join(_line(finding, look) + "\n" for finding in look.shown(report.findings))


def _line(finding: Finding, look: Look) -> str:
    first, *others = finding.claims
    at = first.model_copy(update={"path": look.file(first.path)}).location
    against = [claim.location for claim in others if claim.path != first.path]
    beside = f" [against {', '.join(against)}]" if against else ""
    severity = look.paint(finding.severity, finding.severity)
    told = _one_line(f"{finding.rule} {finding.message}{beside}")
    return f"{look.paint(_one_line(at), 'place')}: {severity} {told}"


def _one_line(text: str) -> str:
    return " ".join(text.split())

"""Findings as a Code Quality report of GitLab, which shows them in merge requests.

The form is that of https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

from __future__ import annotations

import json
from typing import Any

from claimcheck.model.finding import Finding, Severity
from claimcheck.model.fingerprint import fingerprints
from claimcheck.model.report import Report
from claimcheck.report.look import Look
from claimcheck.report.regions import region

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "note": "info"}


def render_gitlab(report: Report, look: Look) -> str:
    """A JSON array with an entry for each finding, at its first claim; in a file without lines, at line 1."""
    shown = look.shown(report.findings)
    entries = [_entry(finding, mark, look) for finding, mark in zip(shown, fingerprints(shown), strict=True)]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: Finding, mark: str, look: Look) -> dict[str, Any]:
    first = finding.claims[0]
    stretch = region(first)
    lines = {"begin": stretch.line, "end": stretch.end_line} if stretch else {"begin": 1}
    places = ", ".join(claim.location for claim in finding.claims)
    return {
        "description": f"{finding.message} ({places})",
        "check_name": finding.rule,
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": look.file(first.path), "lines": lines},
    }

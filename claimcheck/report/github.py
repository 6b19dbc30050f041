"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

The form is that of https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Report
from claimcheck.report.look import Look
from claimcheck.report.regions import region

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def render_github(report: Report, look: Look) -> str:
    """A command for each finding, at its first claim, then one for each notice and each file that could not be read."""
    return "".join(f"{line}\n" for line in _commands(report, look))


def _commands(report: Report, look: Look) -> Iterator[str]:
    for finding in look.shown(report.findings):
        yield _command(_COMMANDS[finding.severity], {**_place(finding, look), "title": finding.rule}, _message(finding))
    for notice in report.notices:
        place = {"file": look.file(notice.path), "line": notice.line, "col": notice.column}
        yield _command("notice", {**place, "title": notice.topic}, notice.message)
    for diagnostic in report.diagnostics:
        yield _command("error", {"file": look.file(diagnostic.path), "title": "not read"}, diagnostic.reason)


def _place(finding: Finding, look: Look) -> dict[str, object]:
    first = finding.claims[0]
    file = {"file": look.file(first.path)}
    stretch = region(first)
    if stretch is None:
        return {**file}
    lines = {"line": stretch.line, "endLine": stretch.end_line}
    columns = {"col": stretch.column, "endColumn": stretch.end_column} if stretch.line == stretch.end_line else {}
    return {**file, **lines, **columns}


def _message(finding: Finding) -> str:
    """What was found, with the places that the command itself has no room for."""
    quoted = [f"{claim.location}: {claim.words}" for claim in finding.claims]
    hint = [f"Hint: {finding.hint}"] if finding.hint else []
    return "\n".join([finding.message, *quoted, finding.explanation, *hint])


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    told = ",".join(f"{key}={str(value).translate(_IN_PROPERTIES)}" for key, value in properties.items() if value)
    return f"::{name} {told}::{message.translate(_IN_MESSAGES)}"

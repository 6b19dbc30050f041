"""Findings as SARIF 2.1.0, for code scanning and the tools that read it.

The form is that of https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
"""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.fingerprint import FINGERPRINT_VERSION, fingerprints
from claimcheck.model.manual import RulePage
from claimcheck.model.report import Diagnostic, Report
from claimcheck.model.silence import Notice, Silenced
from claimcheck.report.look import Look
from claimcheck.report.regions import region

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_OF_GITHUB = "primaryLocationLineHash"  # the only fingerprint by which code scanning knows a finding again
_STREAM = {"-": "stdin"}  # what SARIF names is an address


def render_sarif(report: Report, look: Look) -> str:
    """One SARIF log with one run.

    A finding lies at its first claim, the others are related locations; findings that a comment or a baseline hides are
    results with a suppression. Files that could not be read, and notices, are notifications.
    """
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, look)]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(report: Report, look: Look) -> dict[str, Any]:
    hidden = tuple(each for each in report.silenced if look.shows(each.finding.severity))
    shown = (*look.shown(report.findings), *(each.finding for each in hidden))
    suppressions = [*((),) * (len(shown) - len(hidden)), *((_suppression(each),) for each in hidden)]
    results = [
        _result(finding, mark, suppressed, bool(hidden), look)
        for finding, mark, suppressed in zip(shown, fingerprints(shown), suppressions, strict=True)
    ]
    driver = {
        "name": "claimcheck",
        "semanticVersion": report.version,
        "rules": [_rule(page) for page in report.rules],
    }
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, look)],
        "results": results,
    }


def _rule(page: RulePage) -> dict[str, Any]:
    told = {"Why": page.why, "How to settle it": page.settle, "Limits": page.limits}
    return {
        "id": page.id,
        "name": "".join(word.capitalize() for word in page.id.split("-")),
        "shortDescription": {"text": page.what.strip()},
        "fullDescription": {"text": f"{page.what.strip()} {page.why.strip()}"},
        "help": {
            "text": "\n\n".join(f"{name}: {text.strip()}" for name, text in told.items()),
            "markdown": "\n\n".join(f"**{name}.** {text.strip()}" for name, text in told.items()),
        },
        "defaultConfiguration": {"level": page.severity},
        "properties": {"tags": [page.kind]},
    }


def _result(
    finding: Finding, mark: str, suppressed: tuple[dict[str, Any], ...], any_hidden: bool, look: Look
) -> dict[str, Any]:
    first, *others = finding.claims
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": "\n".join(filter(None, (finding.message, finding.explanation, _hint(finding))))},
        "locations": [_location(first, look)],
        "partialFingerprints": {FINGERPRINT_VERSION: mark, _OF_GITHUB: mark},
        "properties": {"kind": finding.kind},
    }
    related = [*((claim, "against") for claim in others), *((claim, "also stated") for claim in finding.repeats)]
    if related:
        result["relatedLocations"] = [
            {"id": number, **_location(claim, look), "message": {"text": f"{how}: {_line(claim.text)}"}}
            for number, (claim, how) in enumerate(related, 1)
        ]
    if any_hidden:  # where one result says whether it is suppressed, all must
        result["suppressions"] = list(suppressed)
    return result


def _hint(finding: Finding) -> str:
    return f"Hint: {finding.hint}" if finding.hint else ""


def _suppression(silenced: Silenced) -> dict[str, Any]:
    kind = {"kind": "inSource" if silenced.by == "comment" else "external"}
    return {**kind, "justification": silenced.reason} if silenced.reason else kind


def _location(claim: Claim, look: Look) -> dict[str, Any]:
    """Where a claim stands: a region of a text file, or a named part of another."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": _address(look.file(claim.path))}}
    stretch = region(claim)
    if stretch is None:
        return {"physicalLocation": physical, "logicalLocations": [{"name": claim.part, "kind": "element"}]}
    physical["region"] = {
        "startLine": stretch.line,
        "startColumn": stretch.column,
        "endLine": stretch.end_line,
        "endColumn": stretch.end_column,
        "snippet": {"text": claim.text},
    }
    return {"physicalLocation": physical}


def _address(path: str) -> str:
    """A path as a relative address; an absolute one as that of a file. Names of files may be any bytes."""
    if PurePath(path).is_absolute():
        return "file://" + quote(path, errors="surrogateescape")
    return quote(_STREAM.get(path, path), errors="surrogateescape")


def _invocation(report: Report, look: Look) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": report.complete and not report.diagnostics}
    if report.diagnostics:
        invocation["toolExecutionNotifications"] = [_unread(each, look) for each in report.diagnostics]
    if report.notices:
        invocation["toolConfigurationNotifications"] = [_notice(each, look) for each in report.notices]
    return invocation


def _unread(diagnostic: Diagnostic, look: Look) -> dict[str, Any]:
    where = {"physicalLocation": {"artifactLocation": {"uri": _address(look.file(diagnostic.path))}}}
    return {"level": "error", "message": {"text": diagnostic.reason}, "locations": [where]}


def _notice(notice: Notice, look: Look) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _address(look.file(notice.path))}}
    if notice.line is not None:
        physical["region"] = {"startLine": notice.line, "startColumn": notice.column or 1}
    text = {"text": f"{notice.topic}: {notice.message}"}
    return {"level": "warning", "message": text, "locations": [{"physicalLocation": physical}]}


def _line(text: str) -> str:
    return " ".join(text.split())

"""Findings as JUnit XML, for build servers that show tests.

There is no standard; the form is the one that build servers agree on: https://github.com/testmoapp/junitxml.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.report.findings import render_finding
from claimcheck.report.look import Look
from claimcheck.report.quotable import Quotable

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WIDTH = 120


def render_junit(report: Report, look: Look) -> str:
    """A failed test for each finding, one in error for each unreadable file, one passed for each file nothing names.

    The name of a test is the rule, its class the file of the first claim.
    """
    shown = look.shown(report.findings)
    quoted = {claim.path for finding in shown for claim in (*finding.claims, *finding.repeats)}
    fine = [path for path in report.documents if path not in quoted]
    counts = {
        "tests": str(len(shown) + len(report.diagnostics) + len(fine)),
        "failures": str(len(shown)),
        "errors": str(len(report.diagnostics)),
    }
    root = Element("testsuites", counts, name="claimcheck")
    suite = SubElement(root, "testsuite", counts, name="claimcheck")
    for finding in shown:
        _add_finding(suite, finding, report, look)
    for diagnostic in report.diagnostics:
        case = SubElement(suite, "testcase", classname=_clean(look.file(diagnostic.path)), name="can-be-read")
        SubElement(case, "error", message=_clean(diagnostic.reason))
    for path in fine:
        SubElement(suite, "testcase", classname=_clean(look.file(path)), name="contradicts-nothing")
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add_finding(suite: Element, finding: Finding, report: Report, look: Look) -> None:
    first = finding.claims[0]
    case = SubElement(suite, "testcase", classname=_clean(look.file(first.path)), name=finding.rule)
    if not first.part:
        case.set("line", str(first.line))
    failure = SubElement(case, "failure", type=finding.severity, message=_clean(finding.message))
    failure.text = _clean(render_finding(finding, Quotable(report), Look(width=_WIDTH)))


def _clean(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", text)

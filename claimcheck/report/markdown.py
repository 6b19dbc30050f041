"""Findings and consistency table as Markdown, for comments on pull requests and summaries of jobs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.report.look import Look
from claimcheck.report.markup import escape
from claimcheck.report.summary import summary
from claimcheck.report.table_markdown import markdown_table


def render_markdown(report: Report, look: Look) -> str:
    """A heading that sums up, a section for each finding, and the consistency table."""
    parts = [f"## claimcheck: {escape(summary(report, look))}"]
    parts += [_finding(finding, look) for finding in look.shown(report.findings)]
    parts += filter(None, [markdown_table(report.facts, report.tellers, look)])
    asides = [f"- {_code(each.location)} {escape(each.message)}" for each in report.notices]
    asides += [f"- {_code(each.path)} was not read: {escape(each.reason)}" for each in report.diagnostics]
    if asides:
        parts.append("\n".join(asides))
    return "\n\n".join(parts) + "\n"


def _finding(finding: Finding, look: Look) -> str:
    return "\n\n".join(_paragraphs(finding, look))


def _paragraphs(finding: Finding, look: Look) -> Iterator[str]:
    yield f"### {finding.severity}: {escape(finding.message)}"
    claims = [*((claim, "") for claim in finding.claims), *((claim, "also ") for claim in finding.repeats)]
    yield "\n".join(f"- {how}{_code(_location(claim, look))} “{escape(claim.words)}”" for claim, how in claims)
    yield from (escape(paragraph) for paragraph in finding.explanation.splitlines() if paragraph.strip())
    if finding.hint:
        yield f"Hint: {escape(finding.hint)}"
    yield f"Rule {_code(finding.rule)}"


def _location(claim: Claim, look: Look) -> str:
    return claim.model_copy(update={"path": look.file(claim.path)}).location


def _code(text: str) -> str:
    """The text as code, whatever backticks it holds."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if longest else ""
    return f"{fence}{padding}{' '.join(text.split())}{padding}{fence}"

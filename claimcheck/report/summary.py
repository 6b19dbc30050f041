"""One line that sums up a run."""

from __future__ import annotations

from collections import Counter

from claimcheck.model.finding import SEVERITIES
from claimcheck.model.in_words import several
from claimcheck.model.report import Report
from claimcheck.report.look import Look


def summary(report: Report, look: Look) -> str:
    """What was found and, since silence is no approval, how much of the reports it rests on and what is kept silent."""
    counts = Counter(finding.severity for finding in report.findings)
    shown = [several(counts[level], level) for level in reversed(SEVERITIES) if counts[level] and look.shows(level)]
    hidden = [several(counts[level], level) for level in SEVERITIES if counts[level] and not look.shows(level)]
    found = ", ".join(shown) if shown else "no contradiction found"
    claims, left_out = len(report.claims), len(report.not_compared)
    text = f"{found} in {several(len(report.documents), 'report')}: {several(claims, 'claim')}, {left_out} not compared"
    if report.silenced:
        text += f", {several(len(report.silenced), 'finding')} silenced"
    aside = [*hidden, "what is silenced"] if report.silenced else hidden
    aside = [*aside, "what was not compared and why"] if left_out else aside
    return f"{text}." if look.everything or not aside else f"{text} (--all shows {', '.join(aside)})."

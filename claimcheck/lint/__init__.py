"""What a team settles about its findings: which are told, which are known or accepted, and what makes a run fail.

Public: `judged`, which takes a report of all findings and gives the one that is to be told.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claimcheck.lint.baseline import baseline_for, hide_known, outdated, read_baseline
from claimcheck.lint.config import Config
from claimcheck.lint.ignores import hide_ignored, read_ignores
from claimcheck.lint.selection import selected_rules
from claimcheck.lint.supersession import superseded
from claimcheck.lint.trust import with_trust
from claimcheck.model.finding import SEVERITIES, Finding, Severity
from claimcheck.model.report import Report
from claimcheck.model.silence import Notice, Silenced
from claimcheck.packs.schema.rules import RuleSpec

__all__ = ["Config", "fails", "judged"]


def judged(report: Report, config: Config, rules: Sequence[RuleSpec]) -> Report:
    """The report with the findings that the settings ask for, those that are known or accepted put aside.

    Raises InputError for settings that name no rule, and for a baseline that cannot be read.
    """
    wanted = selected_rules(rules, config.select, config.ignore)
    report = report.model_copy(update={"findings": tuple(each for each in report.findings if each.rule in wanted)})
    report = _without_ignored(with_trust(report, config.trust), rules, wanted)
    if config.baseline is not None:
        report = _without_known(report, config.baseline, wanted)
    report = _put_aside(report, *superseded(report, config.supersede), notices=())
    return _from_severity(report, config.min_severity or "note")


def _without_ignored(report: Report, rules: Sequence[RuleSpec], wanted: frozenset[str]) -> Report:
    if not report.ignores:
        return report
    ignores = read_ignores(report.ignores, rules)
    told, hidden, unused = hide_ignored(report.findings, ignores, wanted)
    return _put_aside(report, told, hidden, (*ignores.notices, *unused))


def _without_known(report: Report, path: Path, wanted: frozenset[str]) -> Report:
    """The report without the findings of a baseline; `wanted`: the rules whose findings it has."""
    baseline = baseline_for(read_baseline(path), wanted)
    told, hidden = hide_known(report.findings, baseline, str(path))
    all_found = (*report.findings, *(each.finding for each in report.silenced))
    return _put_aside(report, told, hidden, outdated(baseline, all_found, report.documents, str(path)))


def _put_aside(
    report: Report, told: tuple[Finding, ...], hidden: tuple[Silenced, ...], notices: tuple[Notice, ...]
) -> Report:
    changes = {"silenced": (*report.silenced, *hidden), "notices": (*report.notices, *notices)}
    return report.model_copy(update={"findings": told, **changes})


def _from_severity(report: Report, floor: Severity) -> Report:
    told = tuple(finding for finding in report.findings if _reaches(finding.severity, floor))
    silenced = tuple(each for each in report.silenced if _reaches(each.finding.severity, floor))
    return report.model_copy(update={"findings": told, "silenced": silenced})


def fails(report: Report, config: Config) -> bool:
    """Whether a finding that is told makes the run fail."""
    if config.exit_zero or config.fail_on == "never":
        return False
    return any(_reaches(finding.severity, config.fail_on) for finding in report.findings)


def _reaches(severity: Severity, floor: Severity) -> bool:
    return SEVERITIES.index(severity) >= SEVERITIES.index(floor)

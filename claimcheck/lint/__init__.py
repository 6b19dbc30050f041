"""What a team settles about its findings: which are told, which are known or accepted, and what makes a run fail.

Public: `judged`, which takes a report of all findings and gives the one that is to be told.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.lint.config import Config
from claimcheck.lint.selection import selected_rules
from claimcheck.model.finding import SEVERITIES, Severity
from claimcheck.model.report import Report
from claimcheck.packs.schema.rules import RuleSpec

__all__ = ["Config", "fails", "judged"]


def judged(report: Report, config: Config, rules: Sequence[RuleSpec]) -> Report:
    """The report with the findings that the settings ask for.

    Raises InputError for settings that name no rule.
    """
    wanted = selected_rules(rules, config.select, config.ignore)
    floor = config.min_severity or "note"
    told = tuple(each for each in report.findings if each.rule in wanted and _reaches(each.severity, floor))
    return report.model_copy(update={"findings": told})


def fails(report: Report, config: Config) -> bool:
    """Whether a finding that is told makes the run fail."""
    if config.exit_zero or config.fail_on == "never":
        return False
    return any(_reaches(finding.severity, config.fail_on) for finding in report.findings)


def _reaches(severity: Severity, floor: Severity) -> bool:
    return SEVERITIES.index(severity) >= SEVERITIES.index(floor)

"""Reports of a series, such as the bulletins of one office: what a later one says replaces what an earlier one said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.model.silence import Silenced
from claimcheck.read.files import is_excluded

_TWO = 2  # things said that exclude each other, of which one may replace the other


def superseded(report: Report, patterns: Sequence[str]) -> tuple[tuple[Finding, ...], tuple[Silenced, ...]]:
    """The findings of a report that stand, and those that rest on what a later report of the same series replaces.

    patterns: a series for each, of the reports that it fits, as patterns are in `exclude`. A later report replaces what
    an earlier one says of the same thing: where two things said exclude each other, and everybody who says the one is
    of the series and earlier than one who says the other. A report whose day nobody tells replaces nothing.
    """
    told: list[Finding] = []
    aside: list[Silenced] = []
    for finding in report.findings:
        reason = next(_reasons(finding, report, patterns), "")
        if reason:
            aside.append(Silenced(finding=finding, by="date", reason=reason))
        else:
            told.append(finding)
    return tuple(told), tuple(aside)


def _reasons(finding: Finding, report: Report, patterns: Sequence[str]) -> Iterator[str]:
    """What supersedes what, for each series in which something does."""
    claims = (*finding.claims, *finding.repeats)
    senses = list(dict.fromkeys(claim.sense for claim in finding.claims))
    if len(senses) != _TWO or len(finding.claims) != _TWO:
        return
    sides = [{claim.path for claim in claims if claim.sense == sense} for sense in senses]
    for pattern in patterns:
        for early, late in (sides, sides[::-1]):
            series = [path for path in sorted(late) if _is_of(path, pattern, report)]
            newest = max(series, key=report.days.__getitem__, default="")
            if newest and all(_is_of(path, pattern, report) and _is_before(path, newest, report) for path in early):
                yield f"{_dated(newest, report)} supersedes {', '.join(_dated(path, report) for path in sorted(early))}"


def _is_of(path: str, pattern: str, report: Report) -> bool:
    return path in report.days and is_excluded(PurePath(path), [pattern])


def _is_before(path: str, newest: str, report: Report) -> bool:
    return report.days[path] < report.days[newest]


def _dated(path: str, report: Report) -> str:
    return f"{path} of {report.days[path]}"

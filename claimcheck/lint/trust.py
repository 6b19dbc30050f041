"""Reports of different rank: where they contradict each other, the one that is trusted less is to be mended."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.read.files import is_excluded


def with_trust(report: Report, ranks: Mapping[str, int]) -> Report:
    """The report, its findings between reports of different rank told with which of them is to be mended.

    ranks: a number for a pattern of files, as patterns are in `exclude` (one with a slash is the path of a report as
    findings name it); the first that fits a report counts, and a report that none fits has rank 0. What the record
    has decided already stays as it is.
    """
    if not ranks:
        return report
    return report.model_copy(update={"findings": tuple(_told(each, ranks, report.record) for each in report.findings)})


def _told(finding: Finding, ranks: Mapping[str, int], record: tuple[str, ...]) -> Finding:
    standing = {claim.sense: _standing(finding, claim, ranks) for claim in finding.claims}
    least, most = min(standing.values()), max(standing.values())
    if least == most or any(claim.path in record for claim in finding.claims):
        return finding
    told = (*finding.claims, *finding.repeats)
    low = sorted({claim.path for claim in told if standing.get(claim.sense) == least})
    high = sorted({claim.path for claim in told if claim.sense in standing and _rank(claim.path, ranks) == most})
    verdict = f"{_names(low)} should be mended, as {_names(high)} {'is' if len(high) == 1 else 'are'} trusted more"
    return finding.model_copy(update={"message": f"{finding.message.removesuffix('.')}; {verdict}."})


def _standing(finding: Finding, claim: Claim, ranks: Mapping[str, int]) -> int:
    """The highest rank of those that say the same."""
    alike = (each for each in (*finding.claims, *finding.repeats) if each.sense == claim.sense)
    return max(_rank(each.path, ranks) for each in alike)


def _rank(path: str, ranks: Mapping[str, int]) -> int:
    """The rank of a report.

    >>> _rank("official/gdp.md", {"official": 2, "*.md": 1}), _rank("notes.txt", {"official": 2})
    (2, 0)
    """
    return next((rank for pattern, rank in ranks.items() if is_excluded(PurePath(path), [pattern])), 0)


def _names(paths: list[str]) -> str:
    return paths[0] if len(paths) == 1 else f"{', '.join(paths[:-1])} and {paths[-1]}"

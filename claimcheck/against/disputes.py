"""Trusted figures that contradict each other: nothing about the reports, but whoever keeps the record should know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.against.trusted import ByPlace, Spot, spot_of
from claimcheck.check.comparing.comparable import Meeting, meeting_of
from claimcheck.check.wording import fact_name, quote, sentence
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.model.silence import Notice


def is_about_record(finding: Finding, trusted: ByPlace) -> bool:
    """True for a finding that no report takes part in."""
    return all(spot_of(claim) in trusted for claim in finding.claims)


def notices_of(report: Report, trusted: ByPlace) -> tuple[Notice, ...]:
    """A notice for each two trusted figures of one fact that differ, and for whatever else the record says twice."""
    pairs = [pair for fact in report.facts if fact.subject and fact.period
             for pair in _disputed([each for cell in fact.cells.values() for each in cell if spot_of(each) in trusted])]
    told: set[Spot] = {spot_of(claim) for pair in pairs for claim in pair}
    others = [each for each in report.findings if is_about_record(each, trusted)]
    return (
        *(_notice(one, sentence(f"{fact_name(one, other)}: {quote(one)} and {quote(other)} cannot both hold"))
          for one, other in pairs),
        *(_notice(each.claims[0], each.message) for each in others if not told.issuperset(map(spot_of, each.claims))),
    )


def _disputed(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs that are of one fact and share no value, however widely they are read."""
    for one, other in combinations(claims, 2):
        apart = one.reading and other.reading and one.reading.lenient.is_disjoint(other.reading.lenient)
        if apart and isinstance(meeting_of(one, other), Meeting):
            yield one, other


def _notice(claim: Claim, message: str) -> Notice:
    line, column = (None, None) if claim.part else (claim.line, claim.column)
    return Notice(topic="record-contradicts-itself", path=claim.path, line=line, column=column, message=message)

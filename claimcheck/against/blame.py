"""Who is wrong where reports and record disagree: findings that name the report, and never blame the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimcheck.against.disputes import is_about_record, notices_of
from claimcheck.against.record import Record
from claimcheck.against.trusted import ByPlace, Spot, spot_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report


def held_against(report: Report, record: Record) -> Report:
    """The report of a check that the claims of the record took part in, its findings told as their judge would.

    A finding that the record takes part in says which report contradicts it, and what the record says; so does one
    between two reports of which the record refutes one. Where trusted figures contradict each other, that is no finding
    about the reports but a notice about the record.
    """
    trusted: ByPlace = {spot_of(figure.claim): figure for figure in record.figures}
    if not trusted:
        return report.model_copy(update={"record": tuple(record.texts)})
    about = [each for each in report.findings if not is_about_record(each, trusted)]
    findings = _with_refuted([_blaming(each, trusted) for each in about], trusted)
    return report.model_copy(update={
        "findings": findings,
        "notices": (*report.notices, *notices_of(report, trusted)),
        "claims": tuple(claim for claim in report.claims if spot_of(claim) not in trusted),
        "not_compared": tuple(
            each for each in report.not_compared if (each.path, each.start, each.end) not in trusted
        ),
        "record": tuple(record.texts),
        "sources": {**report.sources, **record.texts},
    })


def _blaming(finding: Finding, trusted: ByPlace) -> Finding:
    """The finding with the reports named that contradict the record; as it was, where the record is no part of it."""
    told = [claim for claim in (*finding.claims, *finding.repeats) if spot_of(claim) in trusted]
    right = {claim.sense for claim in told}
    wrong = [claim for claim in finding.claims if spot_of(claim) not in trusted and claim.sense not in right]
    if not told or not wrong:
        return finding
    alike = {claim.sense for claim in wrong}
    wrong += [claim for claim in finding.repeats if claim.sense in alike]
    return _judged(finding, wrong, told, trusted)


def _with_refuted(findings: Sequence[Finding], trusted: ByPlace) -> tuple[Finding, ...]:
    """The findings, those between two reports told with what the record says to one of them, or to both."""
    refuted: dict[tuple[str, Spot], Claim] = {}
    for finding in findings:
        told = [claim for claim in finding.claims if spot_of(claim) in trusted]
        others = [claim for claim in (*finding.claims, *finding.repeats) if spot_of(claim) not in trusted]
        right = {claim.sense for claim in told}
        if len({claim.sense for claim in finding.claims}) == 2 and len(right) == 1:
            refuted |= {(finding.rule, spot_of(each)): told[0] for each in others if each.sense not in right}
    return tuple(_told_by(refuted, finding, trusted) for finding in findings)


def _told_by(refuted: Mapping[tuple[str, Spot], Claim], finding: Finding, trusted: ByPlace) -> Finding:
    if len(finding.claims) != 2 or any(spot_of(claim) in trusted for claim in finding.claims):
        return finding
    wrong = [claim for claim in finding.claims if (finding.rule, spot_of(claim)) in refuted]
    told = {spot_of(each): each for each in (refuted[finding.rule, spot_of(claim)] for claim in wrong)}
    return _judged(finding, wrong, list(told.values()), trusted, each=True) if wrong else finding


def _judged(
    finding: Finding, wrong: Sequence[Claim], told: Sequence[Claim], trusted: ByPlace, *, each: bool = False
) -> Finding:
    """The finding with the verdict of the record: its claims among those quoted, no hint that would mend the record.

    each: whether every one of the wrong claims contradicts the record by itself.
    """
    quoted = (*finding.claims, *(claim for claim in told if claim not in finding.claims))
    verdict = f"{_reports(wrong, each=each)} the record, which says {_words(told, trusted)}"
    mends_record = finding.hint is not None and any(finding.hint.startswith(quote(claim)) for claim in told)
    return finding.model_copy(update={
        "message": f"{finding.message.removesuffix('.')}; {verdict}.",
        "claims": tuple(sorted(quoted, key=lambda claim: (spot_of(claim) in trusted, spot_of(claim)))),
        "repeats": tuple(claim for claim in finding.repeats if claim not in told),
        "hint": None if mends_record else finding.hint,
    })


def _reports(wrong: Sequence[Claim], *, each: bool) -> str:
    """Which reports contradict, with the verb: together, where it takes figures of several to do so."""
    paths = sorted({claim.path for claim in wrong})
    if len(paths) == 1:
        return f"{paths[0]} contradicts"
    together = "" if each or len({claim.sense for claim in wrong}) == 1 else " together"
    return f"{', '.join(paths[:-1])} and {paths[-1]}{together} contradict"


def _words(told: Iterable[Claim], trusted: ByPlace) -> str:
    figures = [trusted[spot_of(claim)] for claim in told]
    said = [quote(each.claim) + (f", source: {each.source}" if each.source else "") for each in figures]
    return " and ".join(said)

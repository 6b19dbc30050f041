"""The findings that a team knows of and has put off: written once, hidden from then on, told when they are gone."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Sequence
from pathlib import Path, PurePath
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from claimcheck.errors import InputError
from claimcheck.model.finding import Finding
from claimcheck.model.fingerprint import FINGERPRINT_VERSION, fingerprints
from claimcheck.model.silence import Notice, Silenced

BASELINE = "claimcheck-baseline.json"


class KnownClaim(BaseModel):
    """A claim of a known finding, for people who read the file: the name of its report, and the quotation."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    file: str
    text: str


class KnownFinding(BaseModel):
    """A finding that is known; its fingerprint alone decides whether another is the same."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    fingerprint: str
    rule: str
    claims: tuple[KnownClaim, ...]


class Baseline(BaseModel):
    """The file as a whole. fingerprints: the way they were made."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    fingerprints: Literal["claimcheck/v1"] = FINGERPRINT_VERSION
    findings: tuple[KnownFinding, ...]


def baseline_of(findings: Sequence[Finding]) -> str:
    """The findings as a baseline file: sorted by report and rule, without line numbers, so that its diffs are short."""
    known = [_known(finding, mark) for finding, mark in zip(findings, fingerprints(findings), strict=True)]
    known.sort(key=lambda each: ([claim.file for claim in each.claims], each.rule, each.fingerprint))
    record = Baseline(findings=tuple(known)).model_dump(mode="json")
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file; raises InputError, naming file and key, for one that is missing or wrong."""
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise InputError(str(path), f"no baseline of claimcheck: {first['msg']}", key=key or None) from error


def baseline_for(baseline: Baseline, rules: Container[str]) -> Baseline:
    """The part of a baseline that is about some rules."""
    return baseline.model_copy(update={"findings": tuple(each for each in baseline.findings if each.rule in rules)})


def hide_known(
    findings: Sequence[Finding], baseline: Baseline, name: str
) -> tuple[tuple[Finding, ...], tuple[Silenced, ...]]:
    """The findings that the baseline does not know, and those that it does; `name`: what the baseline is called."""
    known = {each.fingerprint for each in baseline.findings}
    told: list[Finding] = []
    hidden: list[Silenced] = []
    for finding, mark in zip(findings, fingerprints(findings), strict=True):
        if mark in known:
            hidden.append(Silenced(finding=finding, by="baseline", reason=f"known in {name}"))
        else:
            told.append(finding)
    return tuple(told), tuple(hidden)


def outdated(baseline: Baseline, findings: Sequence[Finding], paths: Iterable[str], name: str) -> tuple[Notice, ...]:
    """A notice for each entry that no finding answers to any more, though all its reports, of `paths`, were checked."""
    found = set(fingerprints(findings))
    read = {PurePath(path).name for path in paths}
    return tuple(
        Notice(topic="baseline-outdated", path=name, message=f"no longer found: {_told(entry)}")
        for entry in baseline.findings
        if entry.fingerprint not in found and read.issuperset(claim.file for claim in entry.claims)
    )


def _known(finding: Finding, mark: str) -> KnownFinding:
    claims = [KnownClaim(file=PurePath(claim.path).name, text=" ".join(claim.text.split())) for claim in finding.claims]
    return KnownFinding(
        fingerprint=mark, rule=finding.rule, claims=tuple(sorted(claims, key=lambda claim: (claim.file, claim.text)))
    )


def _told(entry: KnownFinding) -> str:
    quoted = ", ".join(f"“{claim.text}” ({claim.file})" for claim in entry.claims)
    return f"{entry.rule} {entry.fingerprint} on {quoted}"

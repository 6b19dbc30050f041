"""The rows of the consistency table: what each report says of one fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from claimcheck.check.accounts import reading_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.wording import measured
from claimcheck.model.alike import like
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Fact, Finding, Mark
from claimcheck.model.grid import have_common_value
from claimcheck.model.period import Period

_Spot = tuple[str, int, int]
_spot: Callable[[Claim], _Spot] = attrgetter("path", "start", "end")

_ROW = Fact(metric="", subject="", period="", mark="said once", cells={})

ONE_FACT = ("same-fact", "unit-scale", "cross-language")  # kinds that set two figures of one row against each other


def facts_of(ledger: Ledger, findings: Sequence[Finding]) -> Iterator[Fact]:
    """One row for each fact that figures state, facts that several reports tell first."""
    blamed = {
        _spot(claim) for finding in findings if finding.kind in ONE_FACT and finding.severity != "note"
        for claim in (*finding.claims, *finding.repeats)
    }
    rows = [_fact(claims, blamed) for claims in ledger.all_groups()]
    yield from sorted(rows, key=lambda fact: (-len(fact.cells), fact.metric, fact.subject, fact.period, *fact.cells))


def _fact(claims: Sequence[Claim], blamed: set[_Spot]) -> Fact:
    first = claims[0]
    cells = _by_report(claims)
    return like(_ROW, {
        "metric": measured(first),
        "subject": first.subject or "", "period": _days(first.period) if first.period else "",
        "mark": _mark(claims, len(cells), blamed), "cells": cells,
    })


@lru_cache(maxsize=4096)
def _days(period: Period) -> str:
    return str(period)


def _by_report(claims: Sequence[Claim]) -> dict[str, tuple[Claim, ...]]:
    if len(claims) == 1:
        return {claims[0].path: (claims[0],)}
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.path, []).append(claim)
    return {path: tuple(several) for path, several in told.items()}


def _mark(claims: Sequence[Claim], reports: int, blamed: set[_Spot]) -> Mark:
    if not blamed.isdisjoint(map(_spot, claims)):
        return "conflicts"
    if reports == 1:
        return "said once"
    return "agrees" if have_common_value([reading_of(claim).lenient for claim in claims]) else "cannot tell"

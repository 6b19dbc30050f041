"""The rows of the consistency table: what each report says of one fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from operator import attrgetter, itemgetter
from typing import Any

from claimcheck.check.accounts import widely
from claimcheck.check.groups import Group
from claimcheck.check.ledger import Ledger
from claimcheck.check.wording import measured
from claimcheck.model.alike import full
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Fact, Finding, Mark
from claimcheck.model.grid import have_common_value

_Spot = tuple[str, int, int]
_spot: Callable[[Claim], _Spot] = attrgetter("path", "start", "end")
_first: Callable[[tuple[Any, ...]], Any] = itemgetter(0)

_ROW = Fact(metric="", subject="", period="", mark="said once", cells={})

ONE_FACT = ("same-fact", "unit-scale", "cross-language")  # kinds that set two figures of one row against each other


def facts_of(ledger: Ledger, findings: Sequence[Finding]) -> Iterator[Fact]:
    """One row for each fact that figures state, facts that several reports tell first."""
    blamed = {
        _spot(claim) for finding in findings if finding.kind in ONE_FACT and finding.severity != "note"
        for claim in (*finding.claims, *finding.repeats)
    }
    rows = list(_rows(ledger.all_groups(), blamed))
    rows.sort(key=_first)
    for _, row in rows:
        yield full(_ROW, row)


def _rows(groups: Iterable[Group], blamed: Set[_Spot]) -> Iterator[tuple[tuple[object, ...], dict[str, Any]]]:
    """The fields of each row, behind what it is sorted by."""
    days: dict[int, str] = {}  # of the periods, which the claims keep alive
    for claims in groups:
        metric, subject, period = measured(claims[0]), claims[0].subject or "", claims[0].period
        when = "" if period is None else days.get(id(period)) or days.setdefault(id(period), str(period))
        cells = _by_report(claims)
        row = {
            "metric": metric, "subject": subject, "period": when, "mark": _mark(claims, len(cells), blamed),
            "cells": cells,
        }
        yield (-len(cells), metric, subject, when, *cells), row


def _by_report(claims: Group) -> dict[str, tuple[Claim, ...]]:
    if len(claims) == 1:
        return {claims[0].path: (claims[0],)}
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.path, []).append(claim)
    return {path: tuple(several) for path, several in told.items()}


def _mark(claims: Group, reports: int, blamed: Set[_Spot]) -> Mark:
    if not blamed.isdisjoint(map(_spot, claims)):
        return "conflicts"
    if reports == 1:
        return "said once"
    return "agrees" if have_common_value(widely(claims)) else "cannot tell"

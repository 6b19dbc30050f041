"""The rows of the consistency table: what each report says of one fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.check.ledger import Ledger
from claimcheck.check.wording import measured
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Fact, Finding, Mark

_Spot = tuple[str, int, int]

_ONE_FACT = ("same-fact", "unit-scale", "cross-language")  # kinds that set two figures of one row against each other


def facts_of(ledger: Ledger, findings: Sequence[Finding]) -> Iterator[Fact]:
    """One row for each fact that figures state, facts that several reports tell first."""
    blamed = {
        _spot(claim) for finding in findings if finding.kind in _ONE_FACT and finding.severity != "note"
        for claim in (*finding.claims, *finding.repeats)
    }
    rows = [_fact(claims, blamed) for claims in ledger.all_groups()]
    yield from sorted(rows, key=lambda fact: (-len(fact.cells), fact.metric, fact.subject, fact.period, *fact.cells))


def _fact(claims: Sequence[Claim], blamed: set[_Spot]) -> Fact:
    cells: dict[str, tuple[Claim, ...]] = {}
    for claim in claims:
        cells[claim.path] = (*cells.get(claim.path, ()), claim)
    first = claims[0]
    return Fact(
        metric=measured(first),
        subject=first.subject or "", period=str(first.period) if first.period else "",
        mark=_mark(claims, cells, blamed), cells=cells,
    )


def _mark(claims: Sequence[Claim], cells: dict[str, tuple[Claim, ...]], blamed: set[_Spot]) -> Mark:
    if any(_spot(claim) in blamed for claim in claims):
        return "conflicts"
    if len(cells) == 1:
        return "said once"
    return "agrees" if _share_a_value(claims) else "cannot tell"


def _share_a_value(claims: Iterable[Claim]) -> bool:
    """True when one value fits all of the figures."""
    common = None
    for claim in claims:
        if claim.reading is None:
            return False
        common = claim.reading.lenient if common is None else common.meet(claim.reading.lenient)
        if common is None:
            return False
    return True


def _spot(claim: Claim) -> _Spot:
    return claim.path, claim.start, claim.end

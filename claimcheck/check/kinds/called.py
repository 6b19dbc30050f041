"""The method "called": a superlative over time, against the marks of its story.

Relations of the kind "record" carry what limits the superlative and the words of its sentence. See `check.extents`,
`check.superlatives` and `check.extremes` for the keys of `when`. What the method "superlative" finds is not told again.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.check.kinds.superlative import passed_before, records_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import finding_of
from claimcheck.check.records.extents import phrases_of
from claimcheck.check.records.extremes import ENOUGH, ENOUGH_IN_LIST, Belied, Extremes
from claimcheck.check.records.marks import DAY, TIME
from claimcheck.check.records.superlatives import Superlative, Superlatives
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.period_words import period_words
from claimcheck.packs.schema.rules import RuleSpec

_BEYOND = {DAY: ("later", "earlier"), TIME: ("slower", "faster")}


def check_called(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """Findings for superlatives that another mark belies."""
    when = phrases_of(rule)
    extremes = Extremes(ledger, when)
    told = {
        (relation.path, at) for relation, record in records_of(ledger)
        if passed_before(rule, ledger, relation, record) for at in (relation.start, record.start)
    }
    for said in Superlatives(ledger, when):
        if not told.isdisjoint((said.called.path, at) for at in (said.called.start, *(own.start for own in said.own))):
            continue
        sure = [each for each in extremes.belied(said) if each.score >= (ENOUGH_IN_LIST if each.listed else ENOUGH)]
        if sure:
            yield _finding(rule, said, max(sure, key=lambda each: (each.listed is not None, each.score)), ledger)


def _finding(rule: RuleSpec, said: Superlative, found: Belied, ledger: Ledger) -> Finding:
    told = {(claim.path, claim.start): claim for claim in (said.called, found.own, found.listed, found.rival) if claim}
    claims = tuple(told[place] for place in sorted(told))
    above, below = _BEYOND.get(found.rival.measure or "", ("higher", "lower"))
    side = below if said.direction == "lowest" else above
    period = ledger.marks.period_of(found.rival)
    time = f" of {period_words(period)}" if period is not None else ""
    return finding_of(
        rule, claims, sure=False,
        message=f"{quote(said.called)}: yet {quote(found.rival)}{time} is {side} than {quote(found.own)}.",
        explanation=_explained(found, found.rival),
    )


def _explained(found: Belied, rival: Claim) -> str:
    """Why the two marks are taken for marks of one thing."""
    if found.listed is not None:
        return f"{quote(found.listed)} is that mark in a list, which gives {quote(rival)} as well."
    return f"The words that {quote(found.own)} and {quote(rival)} are told with tie them to one thing."

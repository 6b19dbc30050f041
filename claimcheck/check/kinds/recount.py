"""The method "recount": a small number of one sort of things that two reports of a story count one apart.

Small numbers tell little by themselves, so much else must speak for one thing: the reports share several anchors, each
counts these things once only, in whole numbers without a hedge, and the two sentences share further words. Keys of
`when`: `common` are nouns of which every report counts several sorts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.check.comparable import are_of_two_times
from claimcheck.check.ledger import Ledger
from claimcheck.check.severity import severity_of
from claimcheck.check.stories import Stories, noun_of
from claimcheck.check.wording import fact_name, quote, sentence
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.packs.schema.rules import RuleSpec

_FEWEST, _MOST = 2, 30
_CLOSE = 3  # anchors that the reports must share
_WORDS = 2  # that the sentences must share, the noun among them


def check_recounts(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """Findings for counts that are one apart."""
    stories, common = ledger.stories, frozenset(rule.when.get("common", ()))
    told = {(noun_of(claim), claim.value) for claim in ledger.counts if isinstance(claim.value, Decimal)}
    paths = sorted({
        claim.path for claim in ledger.counts if isinstance(claim.value, Decimal)
        and not told.isdisjoint((noun_of(claim), claim.value + step) for step in (-1, 1))
    })
    counted = {path: _counted(path, stories, common) for path in paths}
    for path in paths:
        for other in stories.sisters(path):
            if path < other and stories.closeness(path, other) >= _CLOSE:
                for noun in counted[path].keys() & counted.get(other, {}).keys():
                    one, two = counted[path][noun], counted[other][noun]
                    if _are_one_apart(one, two):
                        yield _finding(rule, one, two)


def _counted(path: str, stories: Stories, common: frozenset[str]) -> dict[str, Claim]:
    """The only count of each sort of things in a report, by the noun."""
    figures = [claim for claim in stories.figures(path) if claim.unit == "count" and claim.noun]
    times = Counter(noun_of(claim) for claim in figures)
    return {noun: claim for claim in figures if times[noun := noun_of(claim)] == 1 and noun not in common}


def _are_one_apart(one: Claim, other: Claim) -> bool:
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal) or abs(one.value - other.value) != 1:
        return False
    if any(claim.hedge or claim.trend or claim.value != int(claim.value) or not _FEWEST <= claim.value <= _MOST
           for claim in (one, other) if isinstance(claim.value, Decimal)):
        return False
    mine, theirs = set(one.facets), set(other.facets)
    if one.status != other.status or not (mine <= theirs or theirs <= mine) or are_of_two_times(one, other):
        return False
    return len(one.context & other.context) >= _WORDS


def _finding(rule: RuleSpec, one: Claim, other: Claim) -> Finding:
    claims = tuple(sorted((one, other), key=lambda claim: (claim.path, claim.start)))
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity_of(rule, claims, lenient=True), claims=claims,
        message=sentence(f"{fact_name(*claims)}: {quote(claims[0])} against {quote(claims[1])}"),
        explanation=f"Two reports of one matter count them, each once: {quote(claims[0])} and {quote(claims[1])}.",
    )

"""The method "disjoint": parts that share nothing cannot add up to more than the whole.

The keys `scope`, `adds` and `facets` of `when` are those of the method "nesting", for the scopes "period" and "facet";
there `facets` lists sets of facets that exclude each other: "women men".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.comparing.comparable import are_alike
from claimcheck.check.formulas.formula import sum_of
from claimcheck.check.kinds.nesting import additive_sets, exceeds, is_part_in_time, scope_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, finding_of, in_order
from claimcheck.check.wording import fact_name, quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import for_the_eye, span
from claimcheck.packs.schema.rules import RuleSpec

_MOST_FIGURES = 40  # of one thing that are tried on each other
_Chain = tuple[Fraction, tuple[Claim, ...]]  # what the parts make at least, and the parts
_NONE: _Chain = (Fraction(0), ())


def check_disjoint(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One outcome for each whole of which two or more parts are known that share nothing."""
    scope = scope_of(rule)
    sets = [str(group).split() for group in rule.when.get("facets", ())]
    for claims in additive_sets(rule, ledger, scope):
        for whole in claims if 2 < len(claims) <= _MOST_FIGURES else ():
            likes = [claim for claim in claims if claim is not whole and are_alike(claim.status, whole.status)]
            by_facet = [_of_facets(whole, likes, group) for group in sets]
            chains = by_facet if scope == "facet" else [_of_periods(whole, likes)]
            yield from (_judge(rule, whole, parts) for _, parts in chains if len(parts) > 1)


def _of_facets(whole: Claim, claims: Sequence[Claim], facets: Sequence[str]) -> _Chain:
    """The largest figure for each of the facets that the whole does not have."""
    chain = _NONE
    for facet in facets:
        own = [_weighed(claim) for claim in claims if set(claim.facets) - set(whole.facets) == {facet}
               and set(whole.facets) <= set(claim.facets)]
        if own:
            low, part = max(own, key=lambda pair: pair[0])
            chain = (chain[0] + low, (*chain[1], part))
    return chain


def _of_periods(whole: Claim, claims: Sequence[Claim]) -> _Chain:
    """The parts of which no two overlap and that make the most together."""
    inner = sorted((claim for claim in claims if is_part_in_time(claim, whole)), key=_end)
    ends: list[date] = []
    best: list[_Chain] = [_NONE]
    for claim in inner:
        assert claim.period is not None
        low, part = _weighed(claim)
        before = best[bisect_right(ends, claim.period.start)]
        best.append(max((before[0] + low, (*before[1], part)), best[-1], key=lambda chain: chain[0]))
        ends.append(_end(claim))
    return best[-1]


def _weighed(claim: Claim) -> tuple[Fraction, Claim]:
    return reading_of(claim).lenient.low or Fraction(0), claim


def _end(claim: Claim) -> date:
    assert claim.period is not None
    assert claim.period.end is not None
    return claim.period.end


def _judge(rule: RuleSpec, whole: Claim, parts: Sequence[Claim]) -> Finding | Verdict:
    together = sum_of([reading_of(part).lenient for part in parts])
    high = reading_of(whole).lenient.high
    claims = in_order((whole, *parts))
    if high is None or together.low is None or together.low <= high or any(exceeds(part, whole) for part in parts):
        return agreed(rule, claims, f"the parts may leave something over of {quote(whole)}")
    measure = whole.measure
    return finding_of(
        rule, claims,
        message=f"{' + '.join(' '.join(part.text.split()) for part in parts)} make "
        f"{span(for_the_eye(together), measure)}, "
        f"more than {quote(whole)} ({fact_name(whole)}), of which they are parts.",
        explanation="\n".join([
            *(f"{quote(part)} means {span(reading_of(part).lenient, measure)}: {fact_name(part)}." for part in parts),
            f"{quote(whole)} means {span(reading_of(whole).lenient, measure)}: {fact_name(whole)}.",
            "The parts share nothing, so together they cannot exceed the whole.",
        ]),
    )

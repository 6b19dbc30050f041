"""The method "periods": quarters make up the year, eleven months and December too.

Where figures of one thing cover a longer period from its first day to its last without a gap, their sum is set against
the figure of that period. The key `adds` of `when` lists the metrics, as for the method "nesting".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.comparing.comparable import are_alike
from claimcheck.check.formulas.formula import sum_of
from claimcheck.check.kinds.nesting import additive_sets, is_part_in_time
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, finding_of, in_order
from claimcheck.check.wording import fact_name, quote, told
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import for_the_eye, span
from claimcheck.packs.schema.rules import RuleSpec

_MOST_FIGURES = 40  # of one thing that are joined end to end
_MOST_PARTS = 12


def check_periods(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One outcome for each figure of a period that figures of shorter periods cover."""
    for claims in additive_sets(rule, ledger, "period"):
        if 2 < len(claims) <= _MOST_FIGURES:
            for whole in claims:
                parts = _covering(whole, claims)
                if parts:
                    yield _judge(rule, whole, parts)


def _covering(whole: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """The fewest figures whose periods, laid end to end, are the period of the whole; none where a day is missing."""
    assert whole.period is not None
    end = whole.period.end
    chains: dict[date, list[Claim]] = {whole.period.start: []}
    inner = [claim for claim in claims if is_part_in_time(claim, whole)
             and are_alike(claim.status, whole.status)]
    for claim in sorted(inner, key=_span_of):
        start, stop = _span_of(claim)
        chain = chains.get(start)
        if chain is not None and (stop not in chains or len(chains[stop]) > len(chain) + 1):
            chains[stop] = [*chain, claim]
    found = chains.get(end, []) if end is not None else []
    return found if len(found) <= _MOST_PARTS else []


def _span_of(claim: Claim) -> tuple[date, date]:
    assert claim.period is not None
    assert claim.period.end is not None
    return claim.period.start, claim.period.end


def _judge(rule: RuleSpec, whole: Claim, parts: Sequence[Claim]) -> Finding | Verdict:
    together = sum_of([reading_of(part).lenient for part in parts])
    claims = in_order((whole, *parts))
    if not together.is_disjoint(reading_of(whole).lenient):
        return agreed(rule, claims, f"the parts make up {quote(whole)}")
    sum_in_words = " + ".join(quote(part) for part in parts)
    return finding_of(
        rule, claims,
        message=f"{' + '.join(' '.join(part.text.split()) for part in parts)} make "
        f"{span(for_the_eye(together), whole.measure)}, not {quote(whole)} ({fact_name(whole)}).",
        explanation=f"{told(whole)}.\n"
        f"Its parts are {sum_in_words}; read as widely as is fair, they add up to "
        f"{span(for_the_eye(together), whole.measure)}.",
    )

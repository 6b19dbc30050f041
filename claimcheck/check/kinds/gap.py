"""The method "gap": a lead, a margin or what is left, and the two figures told elsewhere that it lies between.

Which figures these are, digits and words tell (see `check.gaps`), or the names of the two (see `check.named_gaps`).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from claimcheck.check.changes.gaps import MissedGap
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.comparing.stories import few_of_each
from claimcheck.check.hints.corroboration import corroborated, with_witnesses
from claimcheck.check.hints.rewording import in_words_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import finding_of, in_order
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.packs.schema.rules import RuleSpec


def check_gaps(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """A finding for each gap that misses the difference of the two figures it lies between."""
    for relation in few_of_each(ledger.relations_of("gap")):
        missed = ledger.gaps.missed_by(relation.roles["difference"][0]) or ledger.named_gaps.missed_by(relation)
        if missed is not None:
            yield _with_witness(_finding(rule, missed), missed, ledger)


def _with_witness(finding: Finding, missed: MissedGap, ledger: Ledger) -> Finding:
    """A finding with the share that another report tells, where this fits the true gap and not the one told."""
    share, wrong = missed.share_of(missed.made), missed.share_of(missed.told)
    for path in ledger.stories.near(missed.gap.path)[1:]:
        for other in ledger.stories.figures(path):
            reading = other.reading if other.measure == "percent" and len(digits_of(other)) > 1 else None
            if reading is not None and reading.strict.contains(share) and not reading.lenient.contains(wrong):
                return with_witnesses(finding, [other], f"Then {quote(other)} fits as well.")
    return corroborated(finding, (missed.gap,), partial(_is_made, missed), ledger)


def _is_made(missed: MissedGap, _: Claim, other: Claim) -> bool:
    """True for another figure that is the difference of the two."""
    return other.value == missed.made and other.unit == missed.gap.unit


def _finding(rule: RuleSpec, missed: MissedGap) -> Finding:
    claims = in_order((missed.gap, missed.more, missed.less))
    made = in_words_of(missed.gap, Fraction(missed.made))
    return finding_of(
        rule, claims, sure=False,
        message=f"{quote(missed.more)} less {quote(missed.less)} is {made}, not {quote(missed.gap)}.",
        explanation=f"The words call {quote(missed.gap)} the distance between two figures, and these make {made}.",
    )

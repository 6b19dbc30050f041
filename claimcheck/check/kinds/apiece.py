"""The method "apiece": an amount for each thing, set against the total and the number that reports of its story give.

Total and number are found by evidence (see `check.averages`). Keys of `when`:
    people   the nouns that stand for the head of a population ("14 bakers per 100,000 people")
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from claimcheck.check.comparing.stories import few_of_each
from claimcheck.check.hints.corroboration import corroborated
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, finding_of, in_order
from claimcheck.check.parts.averages import Averages
from claimcheck.check.parts.quotients import Quotient
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import amount
from claimcheck.model.measure import measure_of
from claimcheck.packs.schema.rules import RuleSpec

_PER = "_per_"
_PLACES = 2  # after the point, in what a total makes for each


def check_apiece(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """At most one outcome for each amount that is told for one thing of many."""
    relations = ledger.relations_of("each")
    people, moves = frozenset(map(str, rule.when.get("people", ()))), ledger.relations_of("levels")
    averages = Averages(
        ledger.stories, ledger.evidence, relations, people, moves, ledger.relations_of("portion"),
    )
    for relation in few_of_each(relations):
        (each,) = relation.roles["each"]
        made = averages.made_by(relation)
        if made is not None:
            yield agreed(rule, _in_order(each, made), "the total divided by the number")
            continue
        missed = averages.missed_by(relation)
        if missed is not None:
            yield corroborated(_finding(rule, each, missed), (each,), partial(_is_made, missed), ledger)


def _is_made(quotient: Quotient, _: Claim, other: Claim) -> bool:
    return other.reading is not None and other.reading.strict.contains(Fraction(quotient.made))


def _in_order(each: Claim, quotient: Quotient) -> tuple[Claim, ...]:
    return in_order((each, quotient.over, quotient.under))


def _finding(rule: RuleSpec, each: Claim, missed: Quotient) -> Finding:
    claims = _in_order(each, missed)
    made = f"{quote(missed.over)} for {quote(missed.under)} makes {_in_words(each, missed.made)}"
    return finding_of(
        rule, claims,
        message=f"{made}, not {quote(each)}.",
        explanation=f"{made}; {quote(each)} is given for each of them.",
    )


def _in_words(each: Claim, made: float) -> str:
    """What a total makes for each, in the unit of the amount that is given."""
    unit = each.unit or ""
    each_one = "" if _PER in unit else " each"
    return f"about {amount(round(Fraction(made) / measure_of(unit).factor, _PLACES), unit)}{each_one}"

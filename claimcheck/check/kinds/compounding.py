"""The method "compounding": a rate a year, over so many years, makes one growth and no other.

Both ways of speaking are granted: growth upon growth, and the average of the yearly steps as a part of the first level.
Rates of single years, each told by itself, grow one upon the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import for_the_eye, span
from claimcheck.model.interval import Interval
from claimcheck.packs.schema.rules import RuleSpec

_ONE = Interval.point(1)
_PERCENT = Fraction(1, 100)
_HOURS = 8766  # of a year, by which a rate over time is measured


def check_compounding(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One outcome for each growth that is told both by the year and from end to end."""
    for relation in ledger.relations_of("compounding"):
        if any(claim.reading is None for claims in relation.roles.values() for claim in claims):
            continue
        if len(relation.roles["rate"]) > 1:
            yield _judge_steps(rule, relation)
            continue
        years = _years(relation)
        if years is not None and years > 1:
            yield _judge(rule, relation, years)


def _years(relation: Relation) -> int | None:
    """How many yearly steps there are; None where the text does not tell."""
    if "years" in relation.roles:
        value = relation.roles["years"][0].value
        return None if value is None or isinstance(value, tuple) else int(value)
    base, to = (relation.roles[role][0].period for role in ("from", "to"))
    return None if base is None or to is None else to.start.year - base.start.year


def _judge(rule: RuleSpec, relation: Relation, years: int) -> Finding | Verdict:
    claims = tuple(sorted((each for group in relation.roles.values() for each in group), key=lambda each: each.start))
    rate = relation.roles["rate"][0]
    told_down = any(claim.trend == "down" for role in ("rate", "total") for claim in relation.roles.get(role, ()))
    whole = _whole(relation, falls=told_down)
    falls = told_down or (whole.high is not None and whole.high < 1)
    yearly = _by_the_year(rate).scale(-_PERCENT if falls else _PERCENT)
    grown, added = power(_ONE + yearly, years), _ONE + yearly.scale(years)
    if not whole.is_disjoint(grown.hull(added)):
        return agreed(rule, claims, f"{quote(rate)} over {years} years fits")
    return Finding(
        rule=rule.id, kind=rule.kind, claims=claims, severity=severity_of(rule, (), lenient=True),
        message=f"At {quote(rate)} a year, {years} years make {_growth(grown)} in all, not {_growth(whole)}.",
        explanation="\n".join([
            *(f"{role}: {quote(claim)} means {span(reading_of(claim).lenient, claim.measure)}"
              for role, group in relation.roles.items() if role not in ("rate", "years") for claim in group),
            f"rate: {quote(rate)} means {span(_by_the_year(rate), 'percent')} a year",
            f"Year upon year, {years} times, that is {_growth(grown)}; as equal steps it is {_growth(added)}.",
            f"From end to end the text gives {_growth(whole)}.",
        ]),
    )


def _judge_steps(rule: RuleSpec, relation: Relation) -> Finding | Verdict:
    """One outcome for the rates of single years, one upon the other, and what they are said to come to."""
    rates, (total,) = relation.roles["rate"], relation.roles["total"]
    sign = -_PERCENT if relation.direction == "down" else _PERCENT
    grown = _ONE
    for rate in rates:
        grown = grown * (_ONE + reading_of(rate).lenient.scale(sign))
    whole = _ONE + reading_of(total).lenient.scale(sign)
    claims = tuple(sorted((*rates, total), key=lambda each: each.start))
    if not whole.is_disjoint(grown):
        return agreed(rule, claims, "the rates, one upon the other, make it")
    told = " and ".join(map(quote, rates))
    return Finding(
        rule=rule.id, kind=rule.kind, claims=claims, severity=severity_of(rule, (), lenient=True),
        message=f"{told}, one upon the other, make {_growth(grown)}, not {quote(total)}.",
        explanation=f"Each rate is one of what the year before left. Together they make {_growth(grown)}.",
    )


def _by_the_year(rate: Claim) -> Interval:
    """The rate in per cent a year."""
    reading = reading_of(rate).lenient
    return reading.scale(_HOURS) if rate.measure == "percent_per_hour" else reading


def _whole(relation: Relation, *, falls: bool) -> Interval:
    """The last level over the first; falls: whether the growth told is a fall."""
    if "total" in relation.roles:
        return _ONE + reading_of(relation.roles["total"][0]).lenient.scale(-_PERCENT if falls else _PERCENT)
    to, base = (reading_of(relation.roles[role][0]).lenient for role in ("to", "from"))
    return to / base


def power(value: Interval, times: int) -> Interval:
    """A value multiplied by itself.

    >>> str(power(Interval.of(1, 2), 3))
    '[1, 8]'
    """
    result = _ONE
    for _ in range(times):
        result = result * value
    return result


def _growth(factor: Interval) -> str:
    return span(for_the_eye((factor - _ONE).scale(100)), "percent")

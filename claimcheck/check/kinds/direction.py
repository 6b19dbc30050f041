"""The method "direction": what the words call a rise must not be a fall, nor the other way round.

The level reached is set against the level that the words name as the base; where they name none, against the level that
this report or another gives for the period before. Keys of `when`:
    ranked   words of a metric that is a place in an order, where a smaller number may be a rise
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, in_order
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import fact_name, quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import span
from claimcheck.model.interval import Interval
from claimcheck.model.period import Period
from claimcheck.packs.schema.rules import RuleSpec

_UNHELD = ("denied", "hypothetical")
_YEARLY = ("year", "fiscal-year", "school-year", "to-date", "season")  # that are compared with those of the year before
_WORDS = {"up": ("rose", "lower"), "down": ("fell", "higher")}


def check_direction(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One outcome for each movement whose base is told or can be looked up."""
    ranked = frozenset(str(word) for word in rule.when.get("ranked", ()))
    for relation in ledger.relations_of("movement"):
        to = relation.roles["to"][0]
        if to.reading is None or to.status in _UNHELD or _is_ranked(to, ranked):
            continue
        stated = [claim for claim in relation.roles.get("from", ()) if claim.reading and claim.measure == to.measure]
        if to.status == "revised" and any(claim.status == "revised" for claim in stated):
            continue  # "April's increase was revised to 7,000 from 11,000": one figure, as it was told and is now
        if stated:
            yield _judge(rule, relation, to, stated, sure=True)
        elif not relation.roles.get("from"):
            yield from _looked_up(rule, relation, to, ledger)


def is_beyond(to: Interval, base: Interval, direction: str) -> bool:
    """True when no possible value of `to` lies in that direction from `base`, and all lie in the other.

    >>> is_beyond(Interval.of(39, 41), Interval.of(44, 46), "up")
    True
    """
    lower, higher = (to, base) if direction == "up" else (base, to)
    return lower.high is not None and higher.low is not None and lower.high < higher.low


def _looked_up(rule: RuleSpec, relation: Relation, to: Claim, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """The outcome against the levels of the period before: one that agrees, else all that disagree."""
    before = _period_before(to)
    levels = [claim for claim in ledger.level(to, before) if claim.measure == to.measure] if before else []
    if levels:
        yield _judge(rule, relation, to, levels, sure=False)


def _judge(rule: RuleSpec, relation: Relation, to: Claim, bases: Sequence[Claim], *, sure: bool) -> Finding | Verdict:
    direction = relation.direction
    against = [
        base for base in bases if is_beyond(reading_of(to).lenient, reading_of(base).lenient, direction)
    ]
    if len(against) < len(bases):
        agreeing = (to, *(base for base in bases if base not in against))
        return agreed(
            rule, agreeing, f"{quote(to)} may lie {'above' if direction == 'up' else 'below'} the figure before it",
        )
    base = against[0]
    verb, side = _WORDS[direction]
    claims = in_order((to, base))
    return Finding(
        rule=rule.id, kind=rule.kind, claims=claims, repeats=tuple(against[1:]),
        severity=severity_of(rule, () if sure else claims, lenient=True),
        message=f"The text says that the figure {verb} to {quote(to)}, yet that is {side} than {quote(base)} before.",
        explanation="\n".join([
            f"{quote(to)} means {span(reading_of(to).lenient, to.measure)}{_about(to)}.",
            f"{quote(base)} means {span(reading_of(base).lenient, base.measure)}{_about(base)}.",
            f"Even read as widely as is fair, the first is {side} than the second, so nothing {verb}.",
        ]),
    )


def _about(claim: Claim) -> str:
    return f" ({fact_name(claim)})" if claim.metric else ""


def _is_ranked(claim: Claim, ranked: frozenset[str]) -> bool:
    words = f"{claim.metric or ''} {claim.phrase or ''}".casefold().replace("-", " ").split()
    return not ranked.isdisjoint(words)


def _period_before(to: Claim) -> Period | None:
    """The period that a movement counts from: as stated, or the year before where nothing else can be meant."""
    if to.base is not None:
        return to.base
    if to.period is None or to.period.end is None or to.period.sort not in _YEARLY:
        return None
    return to.period.shifted_years(-1)

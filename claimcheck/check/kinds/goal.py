"""The method "goal": a figure must lie on the side of its target where the words put it.

Keys of `when`:
    more_is_met   metrics that meet a goal by reaching it or going beyond; only of these it is known what "met" and
                  "missed" mean, since an inflation target may be met from above
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.kinds.direction import is_beyond
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import span
from claimcheck.model.interval import Interval
from claimcheck.packs.schema.rules import RuleSpec

# What the words say: the side on which the figure then lies, and how a finding tells it.
_SIDES = {
    "above": ("up", "above", "below"), "met": ("up", "no lower than", "below"),
    "below": ("down", "below", "above"), "missed": ("down", "short of", "above"),
}
_UNHELD = ("denied", "hypothetical")
_READ_WIDELY = ("forecast", "estimate")
_GRACE = Fraction(1, 100)  # of a goal, by which it may be missed and still be called met


def check_goal(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One outcome for each figure that the text compares with its target."""
    more_is_met = frozenset(str(metric) for metric in rule.when.get("more_is_met", ()))
    for relation in ledger.relations_of("goal"):
        if not relation.direction:
            continue
        value, target = relation.roles["value"][0], relation.roles["target"][0]
        if value.reading is None or target.reading is None or value.measure != target.measure:
            continue
        if value.status not in _UNHELD and (relation.direction in ("above", "below") or _is_more(value, more_is_met)):
            yield _judge(rule, relation, value, target)


def _is_more(value: Claim, more_is_met: frozenset[str]) -> bool:
    return str(value.metric).split()[-1] in more_is_met


def _goal(target: Claim) -> Interval:
    """What a goal may mean: the very number with a little grace, since nobody sets a goal of "roughly 5%".

    A forecast, and a goal that the text hedges, is read like any other figure.
    """
    reading = reading_of(target)
    low, high = reading.strict.low, reading.strict.high
    if target.hedge or isinstance(target.value, tuple) or target.status in _READ_WIDELY or low is None or high is None:
        return reading.lenient
    goal = (low + high) / 2
    return Interval.around(goal, abs(goal) * _GRACE)


def _judge(rule: RuleSpec, relation: Relation, value: Claim, target: Claim) -> Finding | Verdict:
    direction, side, other = _SIDES[relation.direction]
    claims = tuple(sorted((value, target), key=lambda claim: claim.start))
    goal = _goal(target)
    if not is_beyond(reading_of(value).lenient, goal, direction):
        return agreed(rule, claims, f"{quote(value)} may lie {side} {quote(target)}")
    return Finding(
        rule=rule.id, kind=rule.kind, claims=claims, severity=severity_of(rule, (), lenient=True),
        message=f"The text puts {quote(value)} {side} the goal of {quote(target)}, yet it lies {other}.",
        explanation=f"{quote(value)} means {span(reading_of(value).lenient, value.measure)}.\n"
        f"The goal, {quote(target)}, means {span(goal, target.measure)}.\n"
        f"Even read as widely as is fair, the figure lies {other} the goal.",
    )

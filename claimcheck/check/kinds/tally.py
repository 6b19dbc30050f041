"""How many of one number of things did something has one answer: all 15 targets met, or 13 of the 15."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, in_order
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import SEVERITIES, Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec

_CLOSE = 2  # anchors that the reports share
_MOST_ALIKE = 40  # tallies of one number of things, compared with each other, so that the cost stays linear


def check_tallies(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for two numbers of the same things that did the same; verdicts for those that agree."""
    groups: dict[object, list[Relation]] = defaultdict(list)
    for tally in ledger.relations_of("tally"):
        whole = tally.roles["whole"][0]
        groups[whole.value, whole.noun, tally.scope.partition(":")[0]].append(tally)
    for alike in groups.values():
        for one, other in combinations(alike[:_MOST_ALIKE], 2):
            if _is_one_matter(one, other, ledger.stories.closeness(one.path, other.path)):
                yield _judge(rule, one, other)


def _is_one_matter(one: Relation, other: Relation, shared: int) -> bool:
    """True when both tell of one period, or one report of the same deed, and nothing sets apart the deeds or doers.

    shared: how many anchors the two reports share.
    """
    a, b = one.roles["whole"][0], other.roles["whole"][0]
    mine, theirs = (set(each.scope.partition(":")[2].split()) for each in (one, other))
    if one.path == other.path and a.period is None and b.period is None:
        return bool(mine) and mine == theirs
    if a.period is not None and b.period is not None:
        if not a.period.overlaps(b.period):
            return False
    elif not _is_settled(one, other):
        return False
    if mine and theirs and not mine & theirs:
        return False
    if one.path == other.path:
        return mine == theirs
    if mine & theirs and shared >= _CLOSE:
        return True
    return bool(a.story & b.story) or (a.subject is not None and a.subject == b.subject)


def _is_settled(one: Relation, other: Relation) -> bool:
    """True when two reports look back on a year, although only one names it."""
    periods = [period for each in (one, other) if (period := each.roles["whole"][0].period) is not None]
    if not periods:
        return False
    return one.path != other.path and one.complete and other.complete and all(each.sort == "year" for each in periods)


def _judge(rule: RuleSpec, one: Relation, other: Relation) -> Finding | Verdict:
    claims = in_order((_told(one), _told(other)))
    if _part(one) == _part(other):
        return agreed(rule, claims, "the same number of them")
    whole = one.roles["whole"][0]
    severity = severity_of(rule, claims, lenient=True)
    if any(claim.period is None for claim in claims):
        severity = min(severity, "warning", key=SEVERITIES.index)
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity, claims=claims,
        message=f"{quote(claims[0])} against {quote(claims[1])}.",
        explanation=f"One says that it was {_part(one)} of {whole.value}, the other {_part(other)} of {whole.value}.",
    )


def _told(tally: Relation) -> Claim:
    """The claim of the whole, quoted with the words that tell the part."""
    whole = tally.roles["whole"][0]
    return whole if tally.words is None else whole.model_copy(update=dict(tally.words))


def _part(tally: Relation) -> int:
    whole = int(tally.roles["whole"][0].value or 0)  # type: ignore[arg-type]
    part = int(tally.roles["part"][0].value or 0) if "part" in tally.roles else 0  # type: ignore[arg-type]
    return {"all": whole, "none": 0, "but": whole - part}.get(tally.direction, part)

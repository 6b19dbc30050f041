"""The method "by_and_to": the level that a thing reached, told by another report of the story as how far it moved.

"Rose by 430 to 2,910" becomes "rose by 2,910", or "rose to 430". That both figures are one is shown by the amount,
which chance seldom brings about, and by the words that they share.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from claimcheck.check.comparing.objections import are_set_apart
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.comparing.stories import few_of_each
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import finding_of, in_order
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding
from claimcheck.packs.schema.rules import RuleSpec

_ENOUGH = 4.0  # log odds; on the reports of a dozen fields that were tried, no two amounts of other things reached it
_FEWEST_DIGITS = 2
_FEWEST_WORDS = 2  # that both share: the verb alone tells nothing


def check_by_and_to(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """A finding for each level that another report tells as a change, and each change told as a level."""
    moves, levels = _told_as("change", ledger), _told_as("to", ledger)
    for relation in few_of_each(ledger.relations_of("change")):
        change, to = (relation.roles.get(role, ()) for role in ("change", "to"))
        if not change or not to or change[0].measure != to[0].measure or change[0].value == to[0].value:
            continue
        for path in ledger.stories.near(relation.path)[1:]:
            for other in ledger.stories.figures(path):
                if id(other) in moves and _are_one(to[0], other, relation, ledger):
                    yield _finding(rule, change[0], to[0], other, moved=True)
                elif id(other) in levels and _are_one(change[0], other, relation, ledger):
                    yield _finding(rule, change[0], to[0], other, moved=False)


def _told_as(role: str, ledger: Ledger) -> frozenset[int]:
    """The figures that words call a change, or the level that a change leads to."""
    told = (relation.roles.get(role, ()) for kind in ("change", "movement") for relation in ledger.relations_of(kind))
    return frozenset(id(claim) for claims in told for claim in claims)


def _are_one(one: Claim, other: Claim, relation: Relation, ledger: Ledger) -> bool:
    """True for one amount of one thing that moved one way, which the other report gives once only."""
    if one.measure != other.measure or one.value != other.value or len(digits_of(one)) < _FEWEST_DIGITS:
        return False
    if (relation.direction and other.trend not in ("", relation.direction)) or are_set_apart(one, other):
        return False
    if sum(each.value == one.value for each in ledger.stories.figures(other.path) if each.measure == one.measure) > 1:
        return False
    words, shared = ledger.evidence.of_words(one, other)
    chance = 1 / (9 * 10 ** (len(digits_of(one)) - 1))
    pairs = ledger.stories.many_of(one.path, one.measure) * ledger.stories.many_of(other.path, other.measure)
    score = words - log(chance) - log(max(pairs, 1)) - ledger.stories.doubt(one.path, other.path)
    return len(shared) >= _FEWEST_WORDS and score >= _ENOUGH


def _finding(rule: RuleSpec, change: Claim, to: Claim, other: Claim, *, moved: bool) -> Finding:
    claims = in_order((change, to, other))
    wrong, right = ("how far it moved", "the level that it reached")
    told, meant = (wrong, right) if moved else (right, wrong)
    return finding_of(
        rule, claims, sure=False,
        message=f"{quote(other)} is told as {told}, but the other report gives it as {meant}.",
        explanation=f"One report tells a move by {quote(change)} to {quote(to)}; the other has {quote(other)}.",
    )

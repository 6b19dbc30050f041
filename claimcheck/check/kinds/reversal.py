"""The method "reversal": one change told as a rise by one report, and as a fall by another of its story.

Nothing but the direction differs. That two changes are one is shown by the amount that both give, which chance seldom
brings about, by the words that they share, and by the amounts that stand beside both. A report that gives the amount in
both directions speaks of two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log

from claimcheck.check.comparing.comparable import are_alike
from claimcheck.check.comparing.objections import are_named_apart, are_set_apart
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import finding_of, in_order
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec

_ENOUGH = 2.8  # log odds, as for garbled figures
_FEWEST = 2.0  # of which words and amounts must tell where a change has no name
_OPPOSITE = {"up": "down", "down": "up"}
_WORDS = {"up": "a rise", "down": "a fall"}

_Amount = tuple[str | None, object]


def check_reversals(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """A finding for each change that two reports of one story tell in opposite directions."""
    directions = _directions(ledger)
    told: dict[_Amount, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in _changes(ledger):  # of whatever name, or none: the text of another language may name it
        if id(claim) in directions and claim.form == "digits" and len(digits_of(claim)) > 1:
            told[claim.measure, claim.value][claim.path].append(claim)
    for by_path in told.values():
        for path, changes in by_path.items() if len(by_path) > 1 else ():
            for other in ledger.stories.sisters(path):
                if path < other and other in by_path:
                    yield from _between(rule, changes, by_path[other], directions, ledger)


def _changes(ledger: Ledger) -> list[Claim]:
    """All changes, in the order of their places."""
    tied = (change for relation in ledger.relations_of("change") for change in relation.roles.get("change", ()))
    by_place = {(claim.path, claim.start): claim for claim in (*tied, *ledger.changes)}
    return [by_place[place] for place in sorted(by_place)]


def _directions(ledger: Ledger) -> dict[int, str]:
    """Which way each change goes, by the change."""
    found = {
        id(change): relation.direction for relation in ledger.relations_of("change")
        for change in relation.roles.get("change", ()) if relation.direction in _OPPOSITE
    }
    return found | {
        id(claim): claim.trend for claim in ledger.changes if claim.trend in _OPPOSITE and id(claim) not in found
    }


def _between(
    rule: RuleSpec, mine: Sequence[Claim], yours: Sequence[Claim], directions: Mapping[int, str], ledger: Ledger
) -> Iterator[Finding]:
    """The finding on the changes by one amount that two reports tell, where they go opposite ways."""
    ways = [{directions[id(change)] for change in told} for told in (mine, yours)]
    if any(len(way) != 1 for way in ways) or ways[0] == ways[1]:
        return
    pairs = [(one, other) for one in mine for other in yours if _may_be_one(one, other)]
    one, other = max(pairs, key=lambda pair: _evidence(pair[0], pair[1], ledger), default=(None, None))
    if one and other and _evidence(one, other, ledger) >= _ENOUGH:
        yield _finding(rule, one, other, directions)


def _may_be_one(one: Claim, other: Claim) -> bool:
    if one.base and other.base and not one.base.overlaps(other.base):
        return False  # up from the quarter before and down from the year before
    return are_alike(one.status, other.status) and not are_set_apart(one, other) and not are_named_apart(one, other)


def _evidence(one: Claim, other: Claim, ledger: Ledger) -> float:
    """What tells that two changes of one amount are one."""
    told = ledger.evidence.of_words(one, other)[0] + ledger.evidence.of_company(one, other)
    if told < _FEWEST and None in (one.metric, other.metric):
        return 0.0  # what has no name may be anything
    chance = 1 / (9 * 10 ** (len(digits_of(one)) - 1))
    pairs = ledger.stories.many_of(one.path, one.measure) * ledger.stories.many_of(other.path, other.measure)
    doubt = ledger.stories.doubt(one.path, other.path)
    return told - log(chance) - log(max(pairs, 1)) - doubt


def _finding(rule: RuleSpec, one: Claim, other: Claim, directions: Mapping[int, str]) -> Finding:
    claims = in_order((one, other))
    first, second = (f"{_WORDS[directions[id(claim)]]} of {quote(claim)}" for claim in claims)
    return finding_of(
        rule, claims, sure=False,
        message=f"One report tells {first}, the other {second}.",
        explanation="The amount is the same, the direction is not.",
    )

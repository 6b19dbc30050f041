"""Two people whose offices two reports exchange: "Ana Ruiz (treasurer), Otto Berg (auditor)" and the other way round.

One of the two offices may be anything: that each report gives to the one what the other report gives to the other
leaves no second reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from claimcheck.check.kinds.title import same_office
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import finding_of, in_order
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.office import Office
from claimcheck.packs.schema.rules import RuleSpec

_MOST = 12  # reports that name a person, and people of one report, that are compared with each other
_SAME_TIME = 7  # days between two reports of one event; posts in turn are exchanged between meetings

_Held = Mapping[str, tuple[Office, Claim]]  # by the person


def check_exchanges(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """Findings for two people and two offices that two reports pair the one way and the other."""
    held = _held(ledger)
    paths: dict[str, list[str]] = defaultdict(list)
    for path, people in held.items():
        for person in people:
            paths[person].append(path)
    pairs = {pair for told in paths.values() for pair in combinations(sorted(told)[:_MOST], 2)}
    for one, other in sorted(pairs):
        both = [person for person in held[one] if person in held[other]][:_MOST]
        for first, second in combinations(both, 2):
            if _are_exchanged(first, second, held[one], held[other]):
                yield _finding(rule, [side[person][1] for side in (held[one], held[other])
                                      for person in (first, second)])


def _held(ledger: Ledger) -> dict[str, dict[str, tuple[Office, Claim]]]:
    """The one office that each report gives to each person; none for those with several, or who change office."""
    found: dict[str, dict[str, list[tuple[Office, Claim]]]] = defaultdict(lambda: defaultdict(list))
    for claim in ledger.claims_of("title"):
        for title in claim.titles if claim.status != "revised" else ():
            found[claim.path][claim.person or ""].append((Office.parse(title), claim))
    return {
        path: {person: offices[0] for person, offices in people.items() if len({each for each, _ in offices}) == 1}
        for path, people in found.items()
    }


def _are_exchanged(first: str, second: str, one: _Held, other: _Held) -> bool:
    a, b, c, d = one[first], one[second], other[first], other[second]
    if not _is_one_time(a[1], c[1]) or same_office(a[0], b[0]) or same_office(c[0], d[0]):
        return False
    return same_office(a[0], d[0]) and same_office(b[0], c[0])


def _is_one_time(mine: Claim, theirs: Claim) -> bool:
    if mine.period is None or theirs.period is None:
        return True
    return abs((mine.period.start - theirs.period.start).days) <= _SAME_TIME


def _finding(rule: RuleSpec, claims: list[Claim]) -> Finding:
    told = in_order(claims)
    mine, theirs = claims[:2], claims[2:]
    return finding_of(
        rule, told,
        message=f"Two people have exchanged their offices: {quote(mine[0])} and {quote(mine[1])} against "
        f"{quote(theirs[0])} and {quote(theirs[1])}.",
        explanation="Each report gives to the one of them the office that the other report gives to the other. "
        "A list of those present, or the offices concerned, tell which is right.",
    )

"""One office that one person holds has one holder at one time.

The rule's `of_place` key lists ranks of which a place has one ("mayor"), its `of_body` key ranks with the body in which
a place has one ("chairman|people's committee"). A place that is not known never matches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.check.kinds.title import SAME_TIME, one_order
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import in_order, undecided
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.office import Office
from claimcheck.packs.schema.rules import RuleSpec

_LOCAL = ("provincial", "city", "district", "commune")
_MOST = 20  # people of one seat who are compared with each other
_Seat = tuple[str, str, str, str]


def check_holders(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for offices with two holders in two reports; verdicts where the times of the reports are not known."""
    of_place, of_body = (frozenset(rule.when.get(key, ())) for key in ("of_place", "of_body"))
    seats: dict[_Seat, list[Claim]] = defaultdict(list)
    for claim in ledger.claims_of("title"):
        for title in claim.titles:
            office = Office.parse(title)
            is_one = office.rank in of_place or f"{office.rank}|{office.body}" in of_body
            if is_one and not office.level and (seat := _seat(office, claim)) is not None:
                seats[seat].append(claim)
    for claims in seats.values():
        yield from _check_seat(rule, claims)


def _seat(office: Office, claim: Claim) -> _Seat | None:
    """The office with the place that it belongs to: its own, else that of a report about one place."""
    place = (office.place if office.sender else "") or (claim.place or "" if office.scope in _LOCAL else "")
    return (office.rank, office.scope if office.body else "", office.body, place) if place else None


def _check_seat(rule: RuleSpec, claims: Sequence[Claim]) -> Iterator[Finding | Verdict]:
    """The first two holders who are not one person, of two reports about one time, neither of which names both."""
    told = in_order(claim for claim in claims if claim.status != "revised")
    by_person: dict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        by_person[claim.person or ""].append(claim)
    paths = {person: {claim.path for claim in named} for person, named in by_person.items()}
    for one, other in combinations(list(by_person)[:_MOST], 2):
        if paths[one].isdisjoint(paths[other]) and not _may_be_one(one, other):
            first, second = by_person[one][0], by_person[other][0]
            if first.period is None or second.period is None:
                yield undecided(rule, (first, second), "the reports give no day, so the office may have changed hands")
            elif abs((first.period.start - second.period.start).days) <= SAME_TIME:
                yield _finding(rule, first, second, told)
                return


def _may_be_one(first: str, second: str) -> bool:
    """True for names that may be those of one person: other order, a nickname, a middle name, a slip of the pen.

    >>> _may_be_one("bob lindqvist", "robert lindqvist"), _may_be_one("tran van binh", "tran dinh khai")
    (True, False)
    """
    mine, theirs = first.split(), second.split()
    if one_order(first) == one_order(second) or len(set(mine) & set(theirs)) > 1:
        return True
    return mine[-1] == theirs[-1] or (min(len(mine), len(theirs)) < 3 and bool(set(mine) & set(theirs)))


def _finding(rule: RuleSpec, a: Claim, b: Claim, claims: Sequence[Claim]) -> Finding:
    first, second = in_order((a, b))
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        severity=severity_of(rule, (first, second), lenient=True, sure=first.period == second.period),
        message=f"One office has two holders at one time: {quote(first)} against {quote(second)}.",
        explanation=f"{quote(first)} and {quote(second)} name two people for an office that one person holds. "
        "To settle it, ask the office concerned who held it on the day of the event.",
        claims=(first, second),
        repeats=tuple(claim for claim in claims if claim not in (first, second)),
    )

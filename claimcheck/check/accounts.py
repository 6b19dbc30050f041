"""Figures of one fact, sorted into accounts: sets of figures that tell the same, led by the most telling one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations

from claimcheck.check.comparable import Meeting, compare, is_told_alike
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval, Reading

_MOST_ACCOUNTS = 12  # of one fact that are set against each other
_UNBOUNDED = Fraction(10**30)


@dataclass(slots=True)
class Account:
    """Figures whose readings agree with that of the first of them, the narrowest."""

    claims: list[Claim] = field(default_factory=list)

    @property
    def reading(self) -> Reading:
        """The reading of the narrowest figure."""
        return reading_of(self.claims[0])


def reading_of(claim: Claim) -> Reading:
    """The reading of a figure; figures without one are never compared."""
    assert claim.reading is not None
    return claim.reading


def accounts_of(claims: Iterable[Claim], *, lenient: bool) -> list[Account]:
    """The figures in accounts, narrow readings first, so that the result does not depend on the order given.

    Nothing when they make more accounts than are set against each other: that is a list, not a disagreement.
    """
    accounts: list[Account] = []
    for claim in sorted(claims, key=_narrow_first):
        reading = reading_of(claim)
        for account in accounts:
            if not _disjoint(reading, account.reading, lenient=lenient):
                account.claims.append(claim)
                break
        else:
            if len(accounts) == _MOST_ACCOUNTS:
                return []
            accounts.append(Account([claim]))
    return accounts


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures that state one fact and cannot both hold, and the further figures that say the same as either.

    lenient: whether they conflict even at their widest.
    """

    first: Claim
    second: Claim
    meeting: Meeting
    echoes: tuple[Claim, ...]
    lenient: bool


def conflicts_among(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """The conflicts among figures of which some may state one fact."""
    for lenient in (True, False):
        accounts = accounts_of(claims, lenient=lenient)
        if len(accounts) < 2:  # a strict reading lies within its lenient one, so the second pass may still find some
            continue
        unclear = _unclear_reports(accounts)
        for one, other in combinations(accounts, 2):
            met = best_meeting(one.claims, other.claims, unclear, lenient=lenient)
            if met is not None and (lenient or not _disjoint(reading_of(met[0]), reading_of(met[1]), lenient=True)):
                yield _conflict(one, other, met, lenient=lenient)


def _conflict(one: Account, other: Account, met: tuple[Claim, Claim, Meeting], *, lenient: bool) -> Conflict:
    a, b, meeting = met
    rest = [claim for claim in (*one.claims, *other.claims) if claim is not a and claim is not b]
    return Conflict(a, b, meeting, tuple(claim for claim in rest if _echoes(claim, a) or _echoes(claim, b)), lenient)


def best_meeting(
    first: Sequence[Claim], second: Sequence[Claim], unclear: set[str], *, lenient: bool
) -> tuple[Claim, Claim, Meeting] | None:
    """The surest pair of two accounts that states one fact and conflicts; None when no pair does.

    unclear: reports that speak against no other report.
    """
    found: tuple[Claim, Claim, Meeting] | None = None
    for a in first[:_MOST_ACCOUNTS]:
        for b in second[:_MOST_ACCOUNTS]:
            if a.path != b.path and not unclear.isdisjoint((a.path, b.path)):
                continue
            meeting = compare(a, b)
            if isinstance(meeting, Meeting) and _disjoint(reading_of(a), reading_of(b), lenient=lenient):
                if meeting.sure:
                    return a, b, meeting
                found = found or (a, b, meeting)
    return found


def _unclear_reports(accounts: Sequence[Account]) -> set[str]:
    """Reports that give two values under one name: they mean two things by it, and nobody knows which is which."""
    told: dict[str, list[Claim]] = {}
    unclear: set[str] = set()
    for account in accounts:
        fresh: dict[str, list[Claim]] = {}
        for claim in account.claims:
            if any(is_told_alike(claim, other) for other in told.get(claim.path, ())):
                unclear.add(claim.path)
            fresh.setdefault(claim.path, []).append(claim)
        for path, claims in fresh.items():
            told.setdefault(path, []).extend(claims)
    return unclear


def _echoes(claim: Claim, told: Claim) -> bool:
    """True when a figure says the same of the same thing."""
    return reading_of(claim) == reading_of(told) and isinstance(compare(claim, told), Meeting)


def _disjoint(a: Reading, b: Reading, *, lenient: bool) -> bool:
    return a.lenient.is_disjoint(b.lenient) if lenient else a.strict.is_disjoint(b.strict)


def _narrow_first(claim: Claim) -> tuple[Fraction, str, int]:
    return _width(reading_of(claim).lenient), claim.path, claim.start


def _width(interval: Interval) -> Fraction:
    if interval.low is None or interval.high is None:
        return _UNBOUNDED
    return interval.high - interval.low

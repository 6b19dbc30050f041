"""Figures of one fact, sorted into accounts: sets of figures that tell the same, led by the most telling one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import attrgetter, itemgetter
from typing import NamedTuple

from claimcheck.check.comparing.comparable import Meeting, is_told_alike, may_meet, meeting_of
from claimcheck.check.comparing.slips import slip_between
from claimcheck.model.claim import Claim
from claimcheck.model.grid import Span, have_common_value, parts_for, span_on, width_of
from claimcheck.model.interval import Interval
from claimcheck.model.reading import Reading

_MOST_ACCOUNTS = 12  # of one fact that are set against each other
_RANK = itemgetter(0, 1, 2, 3)
_PLACE = attrgetter("path", "start")


@dataclass(slots=True, eq=False)
class Voice:
    """All figures of one fact that have the same reading, in the order of their places.

    strict, lenient: the reading; width: how wide it is. All are whole numbers, in a unit as small as the fact needs.
    """

    strict: Span
    lenient: Span
    width: float
    claims: list[Claim]

    def span(self, *, lenient: bool) -> Span:
        """What the figures mean."""
        return self.lenient if lenient else self.strict


Leader = tuple[Claim, Voice, Span]  # a figure, all that have its reading, and what it means


@dataclass(slots=True)
class Account:
    """Voices that have a value in common, the narrowest first."""

    voices: list[Voice]
    low: float
    high: float

    def leaders(self, *, lenient: bool) -> list[Leader]:
        """The narrowest figures, as many as are tried on those of another account, with what they mean."""
        if len(self.voices) == 1:
            voice = self.voices[0]
            values = voice.span(lenient=lenient)
            return [(claim, voice, values) for claim in voice.claims[:_MOST_ACCOUNTS]]
        figures = [
            (voice.width, claim.path, claim.start, at, claim)
            for at, voice in enumerate(self.voices) for claim in voice.claims[:_MOST_ACCOUNTS]
        ]
        leaders = sorted(figures, key=_RANK)[:_MOST_ACCOUNTS]
        return [(claim, self.voices[at], self.voices[at].span(lenient=lenient)) for _, _, _, at, claim in leaders]


def reading_of(claim: Claim) -> Reading:
    """The reading of a figure; figures without one are never compared."""
    reading = claim.reading
    assert reading is not None
    return reading


def strictly(claims: Iterable[Claim]) -> list[Interval]:
    """What figures mean at face value."""
    return [reading.strict for claim in claims if (reading := claim.reading) is not None]


def widely(claims: Iterable[Claim]) -> list[Interval]:
    """What figures mean at the widest."""
    return [reading.lenient for claim in claims if (reading := claim.reading) is not None]


def voices_of(claims: Sequence[Claim]) -> list[Voice]:
    """The figures by their readings, narrow readings first, so that the result does not depend on the order given."""
    readings = [reading_of(claim) for claim in claims]
    parts = parts_for(readings)
    told: dict[tuple[Span, Span], list[Claim]] = {}
    for claim, reading in zip(claims, readings, strict=True):
        key = span_on(reading.strict, parts), span_on(reading.lenient, parts)
        told.setdefault(key, []).append(claim)
    for several in told.values():
        if len(several) > 1:
            several.sort(key=_PLACE)
    voices = [Voice(strict, lenient, width_of(lenient), several) for (strict, lenient), several in told.items()]
    return sorted(voices, key=lambda voice: (voice.width, *_PLACE(voice.claims[0])))


def accounts_of(voices: Sequence[Voice], *, lenient: bool) -> list[Account]:
    """The voices, given narrow ones first, in accounts.

    Nothing when they make more accounts than are set against each other: that is a list, not a disagreement.
    """
    accounts: list[Account] = []
    for voice in voices:
        low, high = voice.lenient if lenient else voice.strict
        for account in accounts:
            if low <= account.high and account.low <= high:
                account.voices.append(voice)
                account.low, account.high = max(low, account.low), min(high, account.high)
                break
        else:
            if len(accounts) == _MOST_ACCOUNTS:
                return []
            accounts.append(Account([voice], low, high))
    return accounts


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures that state one fact and cannot both hold, and the further figures that say the same as either.

    lenient: whether they conflict even at their widest; slip: the power of ten that then explains it.
    """

    first: Claim
    second: Claim
    meeting: Meeting
    echoes: tuple[Claim, ...]
    lenient: bool
    slip: int | None


class Weighed(NamedTuple):
    """Several figures of which some may state one fact, the conflicts among them, and whether one value fits all."""

    claims: Sequence[Claim]
    conflicts: tuple[Conflict, ...]
    agree: bool


def weigh(claims: Sequence[Claim]) -> Weighed:
    """Some figures, set against each other; where one value fits all at face value, none conflict."""
    agree = have_common_value(strictly(claims))
    apart = agree or (len(claims) == 2 and not _may_meet(*claims))  # as most sets are
    return Weighed(claims, () if apart else tuple(conflicts_among(claims)), agree)


def _may_meet(a: Claim, b: Claim) -> bool:
    """False for two figures that state two facts, whichever is asked first."""
    return any(isinstance(meeting_of(*pair), Meeting) for pair in ((a, b), (b, a)))


def conflicts_among(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """The conflicts among figures of which some may state one fact."""
    voices = voices_of(claims)
    may_be_unclear = len({claim.path for claim in claims}) < len(claims)
    for lenient in (True, False):
        accounts = accounts_of(voices, lenient=lenient)
        if len(accounts) < 2:  # a strict reading lies within its lenient one, so the second pass may still find some
            continue
        unclear = _unclear_reports(accounts) if may_be_unclear else set()
        leaders = [account.leaders(lenient=lenient) for account in accounts]
        for one, other in combinations(leaders, 2):
            met = _best_meeting(one, other, unclear)
            if met is not None and (lenient or _overlap(met[0][1].lenient, met[1][1].lenient)):
                yield _conflict(*met, lenient=lenient)


def _conflict(one: Leader, other: Leader, meeting: Meeting, *, lenient: bool) -> Conflict:
    echoes = tuple(
        claim for told, voice, _ in (one, other) for claim in voice.claims
        if claim is not told and isinstance(meeting_of(claim, told), Meeting)
    )
    first, second = one[0], other[0]
    return Conflict(first, second, meeting, echoes, lenient, slip_between(first, second) if lenient else None)


def _best_meeting(
    first: Sequence[Leader], second: Sequence[Leader], unclear: set[str]
) -> tuple[Leader, Leader, Meeting] | None:
    """The surest pair of two accounts that states one fact and conflicts; None when no pair does.

    unclear: reports that speak against no other report.
    """
    found: tuple[Leader, Leader, Meeting] | None = None
    for one in first:
        a, _, mine = one
        for other in second:
            b, _, yours = other
            if found is not None and not (a.sure and b.sure):
                continue  # no surer than the one found
            if _overlap(mine, yours) or not may_meet(a, b):
                continue
            if unclear and a.path != b.path and not unclear.isdisjoint((a.path, b.path)):
                continue
            meeting = meeting_of(a, b)
            if isinstance(meeting, Meeting):
                if meeting.sure:
                    return one, other, meeting
                found = found or (one, other, meeting)
    return found


def _unclear_reports(accounts: Sequence[Account]) -> set[str]:
    """Reports that give two values under one name: they mean two things by it, and nobody knows which is which."""
    told: dict[str, list[Claim]] = {}
    unclear: set[str] = set()
    for account in accounts:
        fresh: dict[str, list[Claim]] = {}
        for claim in (claim for voice in account.voices for claim in voice.claims):
            if claim.path in told and any(is_told_alike(claim, other) for other in told[claim.path]):
                unclear.add(claim.path)
            fresh.setdefault(claim.path, []).append(claim)
        for path, claims in fresh.items():
            told.setdefault(path, []).extend(claims)
    return unclear


def _overlap(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]

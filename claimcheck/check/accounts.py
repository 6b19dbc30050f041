"""Figures of one fact, sorted into accounts: sets of figures that tell the same, led by the most telling one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from claimcheck.check.comparable import Meeting, is_told_alike, may_meet, meeting_of
from claimcheck.check.slips import slip_between
from claimcheck.model.claim import Claim
from claimcheck.model.interval import WHOLE_LINE, Interval, Reading

_MOST_ACCOUNTS = 12  # of one fact that are set against each other
_UNBOUNDED = Fraction(10**30)


@dataclass(frozen=True, slots=True)
class Voice:
    """All figures of one fact that have the same reading, in the order of their places."""

    reading: Reading
    width: Fraction
    claims: list[Claim]


@dataclass(slots=True)
class Account:
    """Voices that have a value in common, the narrowest first."""

    voices: list[Voice]
    common: Interval

    def leaders(self) -> list[Claim]:
        """The narrowest figures, as many as are tried on those of another account."""
        figures = [
            (voice.width, claim.path, claim.start, at, claim)
            for at, voice in enumerate(self.voices) for claim in voice.claims[:_MOST_ACCOUNTS]
        ]
        return [figure[-1] for figure in sorted(figures, key=lambda figure: figure[:4])[:_MOST_ACCOUNTS]]


def reading_of(claim: Claim) -> Reading:
    """The reading of a figure; figures without one are never compared."""
    assert claim.reading is not None
    return claim.reading


def voices_of(claims: Iterable[Claim]) -> list[Voice]:
    """The figures by their readings, narrow readings first, so that the result does not depend on the order given."""
    by_reading: dict[Reading, list[Claim]] = {}
    for claim in claims:
        by_reading.setdefault(reading_of(claim), []).append(claim)
    voices = []
    for reading, told in by_reading.items():
        told.sort(key=_place)
        voices.append(Voice(reading, _width(reading.lenient), told))
    return sorted(voices, key=lambda voice: (voice.width, *_place(voice.claims[0])))


def accounts_of(voices: Iterable[Voice], *, lenient: bool) -> list[Account]:
    """The voices, given narrow ones first, in accounts.

    Nothing when they make more accounts than are set against each other: that is a list, not a disagreement.
    """
    accounts: list[Account] = []
    for voice in voices:
        values = voice.reading.lenient if lenient else voice.reading.strict
        for account in accounts:
            shared = account.common.meet(values)
            if shared is not None:
                account.voices.append(voice)
                account.common = shared
                break
        else:
            if len(accounts) == _MOST_ACCOUNTS:
                return []
            accounts.append(Account([voice], values))
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


def conflicts_among(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """The conflicts among figures of which some may state one fact."""
    if have_common_value(reading_of(claim).strict for claim in claims):
        return
    voices = voices_of(claims)
    for lenient in (True, False):
        accounts = accounts_of(voices, lenient=lenient)
        if len(accounts) < 2:  # a strict reading lies within its lenient one, so the second pass may still find some
            continue
        unclear = _unclear_reports(accounts)
        leaders = [account.leaders() for account in accounts]
        for one, other in combinations(leaders, 2):
            met = best_meeting(one, other, unclear, lenient=lenient)
            if met is not None and (lenient or not _disjoint(reading_of(met[0]), reading_of(met[1]), lenient=True)):
                yield _conflict(voices, met, lenient=lenient)


def _conflict(voices: Sequence[Voice], met: tuple[Claim, Claim, Meeting], *, lenient: bool) -> Conflict:
    first, second, meeting = met
    echoes = tuple(
        claim for told in (first, second) for voice in voices if voice.reading == told.reading
        for claim in voice.claims if claim is not told and isinstance(meeting_of(claim, told), Meeting)
    )
    return Conflict(first, second, meeting, echoes, lenient, slip_between(first, second) if lenient else None)


def best_meeting(
    first: Sequence[Claim], second: Sequence[Claim], unclear: set[str], *, lenient: bool
) -> tuple[Claim, Claim, Meeting] | None:
    """The surest pair of two accounts that states one fact and conflicts; None when no pair does.

    unclear: reports that speak against no other report.
    """
    found: tuple[Claim, Claim, Meeting] | None = None
    for a in first:
        for b in second:
            if a.path != b.path and not unclear.isdisjoint((a.path, b.path)):
                continue
            meeting = meeting_of(a, b) if may_meet(a, b) else None
            if isinstance(meeting, Meeting) and _disjoint(reading_of(a), reading_of(b), lenient=lenient):
                if meeting.sure:
                    return a, b, meeting
                found = found or (a, b, meeting)
    return found


def have_common_value(intervals: Iterable[Interval]) -> bool:
    """True when one number is possible in all of the intervals: when the last to begin meets the first to end."""
    last = first = WHOLE_LINE
    for interval in intervals:
        if interval is not last and interval.begins_after(last):
            last = interval
        if interval is not first and interval.ends_before(first):
            first = interval
    return not last.is_disjoint(first)


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


def _disjoint(a: Reading, b: Reading, *, lenient: bool) -> bool:
    return a.lenient.is_disjoint(b.lenient) if lenient else a.strict.is_disjoint(b.strict)


def _place(claim: Claim) -> tuple[str, int]:
    return claim.path, claim.start


def _width(interval: Interval) -> Fraction:
    if interval.low is None or interval.high is None:
        return _UNBOUNDED
    return interval.high - interval.low

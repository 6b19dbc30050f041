"""Figures of one fact, sorted into accounts: sets of figures that tell the same, led by the most telling one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import lcm
from operator import itemgetter

from claimcheck.check.comparable import Meeting, is_told_alike, may_meet, meeting_of
from claimcheck.check.slips import slip_between
from claimcheck.model.claim import Claim
from claimcheck.model.ends import ends_below, reaches_down, reaches_up
from claimcheck.model.interval import WHOLE_LINE, Interval, Reading

_MOST_ACCOUNTS = 12  # of one fact that are set against each other
_UNBOUNDED = 10**30
_RANK = itemgetter(0, 1, 2, 3)

Leader = tuple[Claim, Interval]  # a figure, and what it means


@dataclass(frozen=True, slots=True)
class Voice:
    """All figures of one fact that have the same reading, in the order of their places.

    width: how wide the reading is, in a unit so small that it is whole for all figures of the fact.
    """

    reading: Reading
    width: int
    claims: list[Claim]


@dataclass(slots=True)
class Account:
    """Voices that have a value in common, the narrowest first."""

    voices: list[Voice]
    common: Interval

    def leaders(self, *, lenient: bool) -> list[Leader]:
        """The narrowest figures, as many as are tried on those of another account, with what they mean."""
        if len(self.voices) == 1:
            values = _values(self.voices[0].reading, lenient=lenient)
            return [(claim, values) for claim in self.voices[0].claims[:_MOST_ACCOUNTS]]
        figures = [
            (voice.width, claim.path, claim.start, at, claim)
            for at, voice in enumerate(self.voices) for claim in voice.claims[:_MOST_ACCOUNTS]
        ]
        leaders = sorted(figures, key=_RANK)[:_MOST_ACCOUNTS]
        return [(claim, _values(self.voices[at].reading, lenient=lenient)) for _, _, _, at, claim in leaders]


def reading_of(claim: Claim) -> Reading:
    """The reading of a figure; figures without one are never compared."""
    assert claim.reading is not None
    return claim.reading


def voices_of(claims: Iterable[Claim]) -> list[Voice]:
    """The figures by their readings, narrow readings first, so that the result does not depend on the order given."""
    by_reading: dict[Reading, list[Claim]] = {}
    for claim in claims:
        by_reading.setdefault(reading_of(claim), []).append(claim)
    parts = lcm(*(part for reading in by_reading for part in _denominators(reading.lenient)))
    voices = []
    for reading, told in by_reading.items():
        if len(told) > 1:
            told.sort(key=_place)
        voices.append(Voice(reading, _width(reading.lenient, parts), told))
    return sorted(voices, key=lambda voice: (voice.width, *_place(voice.claims[0])))


def accounts_of(voices: Iterable[Voice], *, lenient: bool) -> list[Account]:
    """The voices, given narrow ones first, in accounts.

    Nothing when they make more accounts than are set against each other: that is a list, not a disagreement.
    """
    accounts: list[Account] = []
    for voice in voices:
        values = _values(voice.reading, lenient=lenient)
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
        leaders = [account.leaders(lenient=lenient) for account in accounts]
        for one, other in combinations(leaders, 2):
            met = best_meeting(one, other, unclear)
            if met is not None and (lenient or not reading_of(met[0]).lenient.is_disjoint(reading_of(met[1]).lenient)):
                yield _conflict(voices, met, lenient=lenient)


def _conflict(voices: Sequence[Voice], met: tuple[Claim, Claim, Meeting], *, lenient: bool) -> Conflict:
    first, second, meeting = met
    echoes = tuple(
        claim for told in (first, second) for voice in voices if voice.reading == told.reading
        for claim in voice.claims if claim is not told and isinstance(meeting_of(claim, told), Meeting)
    )
    return Conflict(first, second, meeting, echoes, lenient, slip_between(first, second) if lenient else None)


def best_meeting(
    first: Sequence[Leader], second: Sequence[Leader], unclear: set[str]
) -> tuple[Claim, Claim, Meeting] | None:
    """The surest pair of two accounts that states one fact and conflicts; None when no pair does.

    unclear: reports that speak against no other report.
    """
    found: tuple[Claim, Claim, Meeting] | None = None
    for a, one in first:
        for b, other in second:
            if found is not None and not (a.sure and b.sure):
                continue  # no surer than the one found
            if unclear and a.path != b.path and not unclear.isdisjoint((a.path, b.path)):
                continue
            if not (one.is_disjoint(other) and may_meet(a, b)):
                continue
            meeting = meeting_of(a, b)
            if isinstance(meeting, Meeting):
                if meeting.sure:
                    return a, b, meeting
                found = found or (a, b, meeting)
    return found


def have_common_value(intervals: Iterable[Interval]) -> bool:
    """True when one number is possible in all of the intervals: when the last to begin meets the first to end."""
    last = first = WHOLE_LINE
    for interval in intervals:
        if not reaches_down(interval.low, interval.low_open, last.low, last.low_open):
            last = interval
        if not reaches_up(interval.high, interval.high_open, first.high, first.high_open):
            first = interval
    return not ends_below(first.high, first.high_open, last.low, last.low_open)


def _unclear_reports(accounts: Sequence[Account]) -> set[str]:
    """Reports that give two values under one name: they mean two things by it, and nobody knows which is which."""
    paths = [claim.path for account in accounts for voice in account.voices for claim in voice.claims]
    if len(set(paths)) == len(paths):
        return set()
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


def _values(reading: Reading, *, lenient: bool) -> Interval:
    return reading.lenient if lenient else reading.strict


def _place(claim: Claim) -> tuple[str, int]:
    return claim.path, claim.start


def _denominators(interval: Interval) -> Iterator[int]:
    return (end.denominator for end in (interval.low, interval.high) if end is not None)


def _width(interval: Interval, parts: int) -> int:
    """The width of an interval in so small a part of one that it is a whole number of them."""
    low, high = interval.low, interval.high
    if low is None or high is None:
        return _UNBOUNDED * parts
    return high.numerator * (parts // high.denominator) - low.numerator * (parts // low.denominator)

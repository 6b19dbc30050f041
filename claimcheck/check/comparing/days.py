"""Days: which days the sentences of reports tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claimcheck.model.claim import Claim

_DAY, _MONTH_AND_DAY = len("2024-05-31"), len("05-31")


class Days:
    """The days that reports tell, of whatever year, by sentence."""

    def __init__(self, dates: Sequence[Claim]) -> None:
        self._beside: dict[tuple[str, int], set[str]] = defaultdict(set)
        for claim in dates:
            if is_day(claim):
                self._beside[claim.path, claim.sentence].add(day_of(claim))

    def beside(self, claim: Claim) -> frozenset[str]:
        """The days that the sentence of a figure tells."""
        return frozenset(self._beside.get((claim.path, claim.sentence), ()))


def is_day(claim: Claim) -> bool:
    """True for a date that tells a day."""
    return claim.kind == "date" and claim.identifier is not None and len(claim.identifier) == _DAY


def day_of(claim: Claim) -> str:
    """Month and day of a date: of any year, for "21 December"."""
    return (claim.identifier or "")[-_MONTH_AND_DAY:]

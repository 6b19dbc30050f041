"""What may tie the figures of one metric to others, so that most of them need not be compared one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from claimcheck.check.comparing.comparable import SHARED_NAMES, has_telling_name
from claimcheck.check.comparing.slips import digits_of
from claimcheck.model.claim import Claim

_NONE: frozenset[str] = frozenset()


@dataclass(eq=False)
class Background:
    """What may tie the figures of one metric to others, where the setting of either is open."""

    claims: Sequence[Claim]
    story: frozenset[str]  # the rare names in their reports
    paths: frozenset[str]  # the reports that state everything about their figures

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> Background:
        """The background of figures of one metric."""
        first = claims[0]
        if len(claims) == 1:
            return cls(claims, first.story, frozenset((first.path,)) if first.sure else _NONE)
        story = first.story.union(*[claim.story for claim in claims])
        return cls(claims, story, frozenset([claim.path for claim in claims if claim.sure]))

    @cached_property
    def is_telling(self) -> bool:
        """True for a metric told in several words of its own."""
        return has_telling_name(self.claims[0])

    @cached_property
    def digits(self) -> frozenset[str]:
        """The digits of the figures."""
        return frozenset([digits_of(claim) for claim in self.claims])

    def may_be_tied_to(self, other: Background) -> bool:
        """False for most groups: a quick look before the thorough one of `tied_to`."""
        if len(self.story & other.story) >= SHARED_NAMES or not self.paths.isdisjoint(other.paths):
            return True
        return self.is_telling and not self.digits.isdisjoint(other.digits)

    def may_be_tied_to_one(self, claim: Claim) -> bool:
        """As `may_be_tied_to`, for a single figure, whose background need not be made for that."""
        story = claim.story
        if not story.isdisjoint(self.story) and len(story & self.story) >= SHARED_NAMES:
            return True
        return (claim.sure and claim.path in self.paths) or (self.is_telling and digits_of(claim) in self.digits)

    def tied_to(self, other: Background) -> tuple[Claim, ...]:
        """The figures that may meet some figure of the other."""
        names = self.story & other.story
        told = len(names) >= SHARED_NAMES
        digits = self.digits & other.digits if self.is_telling else _NONE
        paths = self.paths & other.paths
        return tuple([
            claim for claim in self.claims
            if (told and len(claim.story & names) >= SHARED_NAMES)
            or (claim.path in paths and claim.sure) or (digits and digits_of(claim) in digits)
        ])

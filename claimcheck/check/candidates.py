"""What may be meant by a share: the words of its clause, and the figures that may be its part and its whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.check.quotients import Weighed, stems_in
from claimcheck.model.claim import Claim, Relation


@dataclass(frozen=True, slots=True)
class ShareWords:
    """How the words of a share's clause begin: those that name the part, and those that name the whole."""

    part: frozenset[str]
    whole: frozenset[str]

    @classmethod
    def of(cls, portion: Relation) -> ShareWords:
        """The words of a share, as its clause tells them of the part and of the whole."""
        part, _, whole = portion.scope.partition("\n")
        return cls(stems_in(part), stems_in(whole))


@dataclass(frozen=True, slots=True)
class Candidates:
    """The figures that may be the part of a share, and those that may be the whole, each with what tells for it.

    part, whole: the one that the clause gives, if it gives one.
    """

    share: Claim
    words: ShareWords
    part: Claim | None
    whole: Claim | None
    parts: Sequence[Weighed]
    wholes: Sequence[Weighed]

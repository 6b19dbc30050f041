"""What a written number may mean: the two intervals that are read from it."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model.ends import Number
from claimcheck.model.interval import Interval


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What a written number may mean: at face value (strict), and at its widest fair meaning (lenient).

    The lenient interval covers the strict one.
    """

    strict: Interval
    lenient: Interval

    def __post_init__(self) -> None:
        if not self.lenient.covers(self.strict):
            raise ValueError(f"the lenient reading {self.lenient} does not cover the strict one {self.strict}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Reading):
            return NotImplemented
        return self is other or (self.lenient == other.lenient and self.strict == other.strict)

    def __hash__(self) -> int:
        return hash(self.lenient)

    @classmethod
    def exactly(cls, value: Number) -> Reading:
        """The reading of a number that means itself."""
        return cls(Interval.point(value), Interval.point(value))

    def scale(self, factor: Number) -> Reading:
        """Both intervals in another unit."""
        return Reading(self.strict.scale(factor), self.lenient.scale(factor))

    def shift(self, offset: Number) -> Reading:
        """Both intervals moved."""
        return Reading(self.strict.shift(offset), self.lenient.shift(offset))

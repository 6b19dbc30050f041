"""Figures put into a formula: one for each name, in the readings that their parts give them."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from claimcheck.check.formulas.relation_rule import Roles, is_multiple
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.measure import measure_of
from claimcheck.model.reading import Reading

_PLACE = attrgetter("path", "start", "end")


@dataclass(frozen=True, slots=True)
class Case:
    """One choice of figures for the names of a formula; `sign` is -1 where a change is downwards."""

    roles: Roles
    sign: int

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All figures in the order of their places."""
        claims = {id(claim): claim for claims in self.roles.values() for claim in claims}
        return tuple(sorted(claims.values(), key=_PLACE))

    def values(self, *, lenient: bool) -> dict[str, list[Interval]]:
        """The readings of the figures by role, a downward change as a negative number."""
        found: dict[str, list[Interval]] = {}
        for role, claims in self.roles.items():
            readings = [_reading_as(role, claim, claim.reading) for claim in claims if claim.reading is not None]
            sign = self.sign if role == "change" else 1
            found[role] = [(reading.lenient if lenient else reading.strict).scale(sign) for reading in readings]
        return found


def _reading_as(role: str, claim: Claim, reading: Reading) -> Reading:
    """The reading of a figure in its role: an average of counted things is rounded, though a count is exact."""
    value = reading.strict.low
    if role != "ratio" or not reading.strict.is_point or value is None or claim.unit is None:
        return reading
    one = measure_of(claim.unit).factor
    widest = Interval.of(value - one, value + one, low_open=True, high_open=True)
    return Reading(Interval.around(value, one / 2), reading.lenient.hull(widest))


def is_signed(roles: Roles) -> bool:
    """True when the change has a direction; "halved" and "doubled" tell it by their size."""
    return "change" in roles and not any(is_multiple(claim) for claim in roles["change"])

"""What is known of each variable: its possible values, and which figures each bound rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from claimcheck.model.interval import WHOLE_LINE, Interval


@dataclass(frozen=True, slots=True, eq=False)
class Reason:
    """Why a bound holds: a figure says so, or it follows from other bounds."""

    figure: int | None = None
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """The possible values of a variable, and why none is lower or higher."""

    values: Interval = WHOLE_LINE
    below: tuple[Reason, ...] = ()
    above: tuple[Reason, ...] = ()

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why its values are no others."""
        return self.below + self.above


_UNKNOWN = Known()


@dataclass(slots=True)
class Domains:
    """All variables of a system; one that nothing is known of may have any value."""

    known: dict[str, Known] = field(default_factory=dict)

    def of(self, name: str) -> Known:
        """What is known of a variable."""
        return self.known.get(name, _UNKNOWN)

    def values(self, name: str) -> Interval:
        """The possible values of a variable."""
        return self.of(name).values

    def narrow(self, name: str, news: Known) -> Reason | None:
        """Takes what is new of a variable in; gives the reason when no value is left."""
        old = self.of(name)
        both = old.values.meet(news.values)
        if both == old.values:
            return None
        new, known = news.values, old.values
        low_is_new = _is_tighter(new.low, new.low_open, known.low, known.low_open, upward=True)
        high_is_new = _is_tighter(new.high, new.high_open, known.high, known.high_open, upward=False)
        below = news.below if low_is_new else old.below
        above = news.above if high_is_new else old.above
        if both is None:
            return Reason(because=below + above)
        self.known[name] = Known(both, below, above)
        return None


def domains_of(figures: Iterable[tuple[int, str, Interval]]) -> tuple[Domains, Reason | None]:
    """The variables as the figures (position, name, values) tell them, and the reason if two figures of one clash."""
    domains = Domains()
    for at, name, interval in figures:
        reason = (Reason(figure=at),)
        clash = domains.narrow(name, Known(interval, reason, reason))
        if clash is not None:
            return domains, clash
    return domains, None


def figures_behind(reasons: Sequence[Reason]) -> frozenset[int]:
    """The positions of the figures that bounds rest on in the end."""
    found: set[int] = set()
    seen: set[int] = set()
    left = list(reasons)
    while left:
        reason = left.pop()
        if id(reason) not in seen:
            seen.add(id(reason))
            left.extend(reason.because)
            if reason.figure is not None:
                found.add(reason.figure)
    return frozenset(found)


def _is_tighter(
    new: Fraction | None, new_open: bool, old: Fraction | None, old_open: bool, *, upward: bool
) -> bool:
    if new is None or old is None:
        return new is not None
    if new == old:
        return new_open and not old_open
    return new > old if upward else new < old

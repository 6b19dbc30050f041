"""How often names count for what a report speaks of, and which of them it dwells on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from claimcheck.extract.binding.lexicon import KnownPlace

_ENOUGH = 3  # how often a name must count to be taken for the report's own
_RIVALS = 40  # how many names are looked at when short names are joined to long ones
_Name = TypeVar("_Name")


@dataclass(slots=True)
class Tally:
    """How often names count for the report's own; mentioned: nations by name or by their people.

    dealt_with: nations in "trade with Japan", "imports from Japan"; heading: nations that the head speaks of in
    whatever way; leading: places that it speaks of; bodies: those with a name of their own; surnames: the second words
    of names of two; sent_from: the place of the dateline.
    """

    places: dict[KnownPlace, int] = field(default_factory=lambda: defaultdict(int))
    nations: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    organisations: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    mentioned: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    dealt_with: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    leading: set[KnownPlace] = field(default_factory=set)
    heading: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    alone: set[str] = field(default_factory=set)
    sent_from: KnownPlace | None = None

    @property
    def place(self) -> KnownPlace | None:
        """The province, city or region that the report dwells on."""
        return _winner(self.places, _ENOUGH)

    @property
    def home(self) -> str | None:
        """The nation that it mentions most, be it by its people."""
        return _winner(self.mentioned, 1)

    @property
    def organisation(self) -> str | None:
        """The body that it dwells on."""
        winner = _winner(self.organisations, _ENOUGH)
        person = winner is not None and (winner in self.surnames or winner.partition(" ")[2] in self.alone)
        return winner if not person else None

    @property
    def body(self) -> str | None:
        """The only body with a name of its own that the head of the report names."""
        return next(iter(self.bodies)) if len(self.bodies) == 1 else None

    @property
    def nation(self) -> str | None:
        """The nation that it dwells on, else the only one that it mentions, if its head speaks of it."""
        return _winner(self._own_nations, _ENOUGH) or self._sole_nation

    @property
    def _own_nations(self) -> Mapping[str, int]:
        """The nations that it may be about, but for those of which every other mention is one of a partner."""
        return {
            name: count for name, count in self.nations.items() if self.mentioned[name] > 2 * self.dealt_with[name]
        }

    @property
    def _sole_nation(self) -> str | None:
        sole = next(iter(self.mentioned)) if len(self.mentioned) == 1 else None
        abroad = self.sent_from is not None and self.sent_from.parent not in (None, sole)
        return sole if sole in self.heading and not self.dealt_with[str(sole)] and not abroad else None

    def join_short_names(self) -> None:
        """Lets "Kestrel" count for "Kestrel Semiconductor"."""
        counts = self.organisations
        frequent = sorted(counts, key=counts.__getitem__, reverse=True)[:_RIVALS]
        for name in frequent:
            for longer in frequent:
                if longer != name and longer.lower().startswith(name.lower() + " ") and name in counts:
                    counts[longer] += counts.pop(name)
                elif longer != name and longer.lower() == name.lower() and name.isupper():
                    counts[longer] += counts.pop(name, 0)


def _winner(counts: Mapping[_Name, int], enough: int) -> _Name | None:
    first, *others = sorted(counts, key=counts.__getitem__, reverse=True) if counts else (None,)
    if first is None or counts[first] < enough or (others and counts[first] < 1.5 * counts[others[0]]):
        return None
    return first

"""How closely two reports are tied: the rare names and the rare figures that both give.

Two reports that share several of them are about one event, whatever their words. A figure that both give in one measure
counts as much as a name does, unless it is a small or a round one, or many reports give it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cached_property

from claimcheck.model.claim import Claim

_RARE = 6  # a figure that more reports give says nothing about one event
_TELLING_DIGITS = 2
_NEAR = 160  # characters between figures of one sentence, or of neighbouring ones

_Amount = tuple[str | None, Decimal]


class Kinship:
    """The figures of all reports, to be asked what two reports have in common. `people` are those whom they name."""

    def __init__(self, figures: Sequence[Claim], people: Iterable[str] = ()) -> None:
        self._figures = figures
        self._people = frozenset(people)
        self._shared: dict[tuple[str, str], frozenset[_Amount]] = {}

    def gives(self, path: str, like: Claim) -> bool:
        """True when a report gives the value of a figure, of whatever thing."""
        return (like.measure, like.value) in self._given[path]

    def ties(self, a: Claim, b: Claim) -> int:
        """How many rare names and figures the reports of two figures share; 0 without a name."""
        names = len(a.story & b.story)
        return names and names + len(self._common(a.path, b.path))

    def stand_by_one(self, a: Claim, b: Claim) -> bool:
        """True when some figure that both reports give stands near both of two figures."""
        return any(self._is_near(a, amount) and self._is_near(b, amount) for amount in self._common(a.path, b.path))

    def is_person(self, name: str) -> bool:
        """True for a person, with or without a calling."""
        return name in self._people or any(name.endswith(f" {person}") for person in self._people)

    def _is_near(self, claim: Claim, amount: _Amount) -> bool:
        return any(abs(start - claim.start) < _NEAR for start in self._given[claim.path][amount])

    def _common(self, one: str, other: str) -> frozenset[_Amount]:
        """The rare figures that two reports share."""
        paths = (min(one, other), max(one, other))
        if paths not in self._shared:
            self._shared[paths] = frozenset(
                amount for amount in self._given[one].keys() & self._given[other].keys()
                if self._printed[amount] <= _RARE and _is_telling(amount[1])
            )
        return self._shared[paths]

    @cached_property
    def _given(self) -> dict[str, dict[_Amount, list[int]]]:
        """Where each report gives each amount."""
        given: dict[str, dict[_Amount, list[int]]] = defaultdict(dict)
        for claim in self._figures:
            if isinstance(claim.value, Decimal):
                given[claim.path].setdefault((claim.measure, claim.value), []).append(claim.start)
        return given

    @cached_property
    def _printed(self) -> Counter[_Amount]:
        """How many reports give each amount."""
        return Counter(amount for amounts in self._given.values() for amount in amounts)


def _is_telling(value: Decimal) -> bool:
    return len("".join(map(str, value.as_tuple().digits)).strip("0")) >= _TELLING_DIGITS

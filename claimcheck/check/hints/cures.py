"""The cures found in one check, kept for the next: trying edits costs more than all the rest of a check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.check.hints.scene import Scene, Trial
from claimcheck.model.finding import Finding

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """How many edits there are to try on a conflict, and the one that cures it, where exactly one does."""

    edits: int
    cure: Trial | None


class Cures:
    """What cures a conflict, for as long as the very same claims and relations bear on it; for one set of rules."""

    def __init__(self) -> None:
        self._before: dict[_Key, tuple[Sequence[Finding], Scene, Tried]] = {}
        self._now: dict[_Key, tuple[Sequence[Finding], Scene, Tried]] = {}

    def begin(self) -> None:
        """A new check begins: what the one before the last knew is dropped."""
        self._before, self._now = self._now, {}

    def known(self, group: Sequence[Finding], scene: Scene) -> Tried | None:
        """What was tried when the check before met these findings in this scene; None when it did not."""
        known = self._before.get(_key(group, scene))
        return known[2] if known is not None else None

    def keep(self, group: Sequence[Finding], scene: Scene, tried: Tried) -> None:
        """Keeps what was tried for the next check."""
        # what bears on the conflict is kept beside its cure, so that no other object can come to bear its number
        self._now[_key(group, scene)] = group, scene, tried


def _key(group: Sequence[Finding], scene: Scene) -> _Key:
    blamed = tuple(
        (finding.rule, *map(id, finding.claims), "also", *map(id, finding.repeats)) for finding in group
    )
    return blamed, tuple(map(id, scene.claims)), tuple(map(id, scene.relations))

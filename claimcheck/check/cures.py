"""The cures found in one check, kept for the next: trying edits costs more than all the rest of a check."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimcheck.check.scene import Scene, Trial
from claimcheck.model.finding import Finding

_Key = tuple[object, ...]


class Cures:
    """What cures a conflict, for as long as the very same claims and relations bear on it; for one set of rules."""

    def __init__(self) -> None:
        self._before: dict[_Key, tuple[Sequence[Finding], Scene, Trial | None]] = {}
        self._now: dict[_Key, tuple[Sequence[Finding], Scene, Trial | None]] = {}

    def begin(self) -> None:
        """A new check begins: what the one before the last knew is dropped."""
        self._before, self._now = self._now, {}

    def of(self, group: Sequence[Finding], scene: Scene, find: Callable[[], Trial | None]) -> Trial | None:
        """The cure that `find` finds, or found when these findings were last met in this scene."""
        key = _key(group, scene)
        known = self._before.get(key)
        # what bears on the conflict is kept beside its cure, so that no other object can come to bear its number
        self._now[key] = known or (group, scene, find())
        return self._now[key][2]


def _key(group: Sequence[Finding], scene: Scene) -> _Key:
    blamed = tuple(
        (finding.rule, *map(id, finding.claims), "also", *map(id, finding.repeats)) for finding in group
    )
    return blamed, tuple(map(id, scene.claims)), tuple(map(id, scene.relations))

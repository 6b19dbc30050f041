"""Leaves out names of one word that only a form of address marks and that nobody in the report bears in full."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.drafts import BlockDrafts, PersonDraft
from claimcheck.model.letters import fold


def drop_strangers(blocks: Sequence[BlockDrafts]) -> None:
    """Keeps "Mr. Kien" where the report also names Hoang Duc Kien with a title or a form of address.

    Else the words tell neither who is meant nor what that person is: a signature, a character of an opera.
    """
    ends = {end for block in blocks for person in block.people for end in _ends(person.name)}
    for block in blocks:
        block.people = [person for person in block.people if person.titles or _is_told(person, ends)]


def _ends(name: str) -> tuple[str, ...]:
    parts = _parts(name)
    return (parts[0], parts[-1]) if len(parts) > 1 else ()


def _parts(name: str) -> list[str]:
    """The parts of a name that begin with a capital: "de Vries" has one."""
    return [fold(part) for part in name.split() if part[0].isupper()]


def _is_told(person: PersonDraft, ends: set[str]) -> bool:
    parts = _parts(person.name)
    return len(parts) > 1 or (bool(parts) and parts[0] in ends)

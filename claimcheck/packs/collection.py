"""The entries of all packs in use, by type and language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from claimcheck.errors import InputError
from claimcheck.packs.entry import Entry

E = TypeVar("E", bound=Entry)


class Packs:
    """All entries of the packs in use, by type and language."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[tuple[type[Entry], str], dict[str, Entry]] = {}
        for entry in entries:
            known = self._entries.setdefault((type(entry), entry.language), {})
            if entry.key in known:
                raise InputError(
                    entry.file, f"{entry.table} already declared in {known[entry.key].file}", entry=entry.key
                )
            known[entry.key] = entry

    def select(self, entry_type: type[E], language: str = "") -> tuple[E, ...]:
        """All entries of one type, in a stable order; of one language, for what belongs to languages."""
        entries = self._entries.get((entry_type, language), {})
        return tuple(entries[key] for key in sorted(entries) if isinstance(entries[key], entry_type))  # type: ignore[misc]

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that any entry belongs to."""
        return tuple(sorted({language for _, language in self._entries if language}))

    def __iter__(self) -> Iterator[Entry]:
        for known in self._entries.values():
            yield from known.values()

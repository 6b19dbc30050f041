"""The entries of all packs in use, by type and language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from claimcheck.collector import collector_at_rest
from claimcheck.errors import InputError
from claimcheck.packs.entry import Entry

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is read when an entry of one of its tables is first asked for; tables None: it may hold any."""

    language: str
    tables: frozenset[str] | None
    read: Callable[[], Iterable[Entry]]

    def may_hold(self, table: str, language: str) -> bool:
        """Whether such an entry may lie in the file."""
        return self.language == language and (self.tables is None or table in self.tables)


class Packs:
    """All entries of the packs in use, by type and language.

    Whatever is wrong with an entry is raised as InputError when its file is read: by `select`, by iterating over all
    entries, or by `read_all`.
    """

    def __init__(self, unread: Iterable[Unread]) -> None:
        self._unread = list(unread)
        self._entries: dict[tuple[type[Entry], str], dict[str, Entry]] = {}
        self.languages = tuple(sorted({file.language for file in self._unread if file.language}))
        """The codes of the languages that there are packs for."""

    def select(self, entry_type: type[E], language: str = "") -> tuple[E, ...]:
        """All entries of one type, in a stable order; of one language, for what belongs to languages."""
        self._read([file for file in self._unread if file.may_hold(entry_type.table, language)])
        entries = self._entries.get((entry_type, language), {})
        return tuple(entries[key] for key in sorted(entries) if isinstance(entries[key], entry_type))  # type: ignore[misc]

    def read_all(self) -> Packs:
        """The same packs, with every file read."""
        self._read(list(self._unread))
        return self

    def __iter__(self) -> Iterator[Entry]:
        self.read_all()
        for known in self._entries.values():
            yield from known.values()

    @collector_at_rest()
    def _read(self, files: Iterable[Unread]) -> None:
        for file in files:
            for entry in file.read():
                self._add(entry)
            self._unread.remove(file)

    def _add(self, entry: Entry) -> None:
        known = self._entries.setdefault((type(entry), entry.language), {})
        if entry.key in known:
            hint = "; give it an id of its own" if "id" in type(entry).model_fields else ""
            told = f"{entry.table} already declared in {known[entry.key].file}{hint}"
            raise InputError(entry.file, told, entry=entry.key)
        known[entry.key] = entry

"""The shape that every entry of a rule pack shares."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field


class Entry(BaseModel):
    """One declaration of a pack file. Unknown keys are refused; every entry carries an example that runs as a test.

    table: the name of the array of tables that holds such entries (`[[hedge]]` for "hedge").
    language: the language folder that the file lies in; "" for what belongs to no language.
    file: where it was declared, for complaints.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    table: ClassVar[str]

    language: str = ""
    file: str = Field(default="", repr=False)

    @property
    def key(self) -> str:
        """What names the entry: no two of one table and language may share it."""
        raise NotImplementedError


def all_words(entries: Iterable[Entry], *fields: str) -> frozenset[str]:
    """All words of some fields of entries."""
    return frozenset(word for entry in entries for field in fields for word in getattr(entry, field))

"""Languages: how a stretch of text is known to be in one."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from claimcheck.packs.entry import Entry


class LanguageSpec(Entry):
    """A language.

    letters: letters by which its words are told from those of the default language; the default language has none.
    examples are sentences in it, counterexamples are not (a foreign name does not change the language of a sentence).
    """

    table: ClassVar[str] = "language_spec"

    id: str
    name: str
    letters: str = ""
    examples: tuple[str, ...] = Field(min_length=1)
    counterexamples: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.id

"""Numbers that are no claims, and ordinals: the words that tell them."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from claimcheck.packs.entry import Entry

RefusalShape = Literal[
    "address", "phone", "time", "score", "vote", "version", "index-base", "list-mark", "labelled", "labelled-capital",
    "name", "race",
]


class RefusalSpec(Entry):
    """A kind of number that is refused.

    shape: how such numbers are written; the code knows the shapes. words: what must stand near, as the shape says
    (before a labelled number, after a time, near a score or a telephone number; for races lengths and units). after:
    words that must not follow; for races those of which one must stand beside, for votes those between both sides.
    examples: text to the refused stretch. silent: texts in which nothing is refused.
    """

    table: ClassVar[str] = "refusal"

    id: str
    shape: RefusalShape
    reason: str
    words: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    examples: dict[str, str] = Field(min_length=1)
    silent: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.id


class OrdinalWords(Entry):
    """How a language writes ordinals.

    words: spelled ordinals and their values; suffixes: what follows digits ("32nd"); prefixes: what stands before
    digits ("thứ 32"). not_before: words before which the ordinal is no ordinal ("first of all"); not_after: words
    after which it is a fraction ("two thirds"). noun_ends: words that end the noun that is numbered.
    examples: text to "value noun" ("32 Diplomatic Conference").
    """

    table: ClassVar[str] = "ordinal_words"

    words: dict[str, int] = Field(default_factory=dict)
    suffixes: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    noun_ends: tuple[str, ...] = ()
    noun_first: bool = False
    examples: dict[str, str] = Field(min_length=1)
    silent: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return "ordinals"

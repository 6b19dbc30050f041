"""Words for what happens on a day, and those that part it from the rest of a sentence."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.packs.entry import Entry


class HappeningExample(BaseModel):
    """A sentence with one day, as it stands there, and the sorts of what is said to happen on it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    text: str
    date: str
    sorts: tuple[str, ...]


class Happening(Entry):
    """Words for one sort of thing that happens on a day, be it again and again.

    done: past ("met"); forms: of what may be to come ("meets", "will meet"); nouns: of what something is said
    of ("summit"). any_event: they are said of whatever event ("held"), so that the noun before them tells more.
    """

    table: ClassVar[str] = "happening"

    id: str
    done: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    any_event: bool = False
    examples: tuple[HappeningExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


class HappeningGrammar(Entry):
    """Words that part a sentence, so that what one part tells did not happen on the day of another.

    breaks: words that begin another part ("which", "after"); together: those that begin one of the same day when they
    follow that ("when"); auxiliaries: what stands before another verb ("will", "was"); joins: what ends a part when an
    auxiliary follows ("and").
    """

    table: ClassVar[str] = "happening_grammar"

    id: str
    breaks: tuple[str, ...]
    together: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    examples: tuple[HappeningExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id

"""Words around lists of names: "the tour took her to Lima, Quito, Bogota and La Paz"."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.packs.entry import Entry


class EnumerationExample(BaseModel):
    """A text with one list of names, and its items; no items for a text that lists nothing in full."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    text: str
    items: tuple[str, ...] = ()


class Enumeration(Entry):
    """How lists of names are built in one language, and what is said around them.

    joints: words before the last item. inner: small words inside a name ("of"); articles: words before a name that are
    no part of it. abbreviations: words whose full stop ends no sentence ("St."). partial: words that make the list a
    choice of more names, or of those left out. apart: words that tell one of several like lists from another
    ("second", "women"); numbered: words whose number or letter does so ("group"), numbers: words for such numbers.
    plans: words that make it a plan; past, past_endings: verbs and endings of verbs that tell what came of it. plain:
    words that tell nothing of what is listed. of_others: words between a number and the colon of a list that make it
    one of other things ("agreed on"). led_by: words before a list that make its names ends or places of what is counted
    ("trips to"). told_singly: things of which a list tells one an item, though only its heading counts them ("tips").
    """

    table: ClassVar[str] = "enumeration"

    id: str
    joints: tuple[str, ...]
    inner: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    of_others: tuple[str, ...] = ()
    led_by: tuple[str, ...] = ()
    told_singly: tuple[str, ...] = ()
    examples: tuple[EnumerationExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id

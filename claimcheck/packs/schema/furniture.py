"""Page furniture: what stands on a page and is no part of the report."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from claimcheck.packs.entry import Entry


class FurnitureSpec(Entry):
    """Words by which a line is known as furniture.

    shape: how the words must stand in the line:
        line     the line is one of the words, whole
        counter  one of the words with a number: "Today: 1", "Comment (0)", "1,024 views"
        opening  the line opens with one of the words and is short
        within   a short line that holds one of the words
    reason: what such a line is, for the list of what was not read.
    examples are furniture, counterexamples are not.
    """

    table: ClassVar[str] = "furniture"

    id: str
    shape: Literal["line", "counter", "opening", "within"]
    words: tuple[str, ...] = Field(min_length=1)
    reason: str
    examples: tuple[str, ...] = Field(min_length=1)
    counterexamples: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.id


class PageElement(Entry):
    """Parts of web pages that are no part of the report, by the names that pages give them.

    by: what is looked at: the name of the element, its role, or the words of its classes and id, in which those of an
    entry may stand anywhere one after the other ("cookie" in "top__cookie-bar").
    outside_story: it is furniture only outside the element that holds the report.
    examples are opening tags of such parts, counterexamples are tags of others.
    """

    table: ClassVar[str] = "page_element"

    id: str
    by: Literal["element", "role", "class"]
    words: tuple[str, ...] = Field(min_length=1)
    outside_story: bool = False
    reason: str
    examples: tuple[str, ...] = Field(min_length=1)
    counterexamples: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.id

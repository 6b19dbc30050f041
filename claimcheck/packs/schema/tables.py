"""Words of tables: what the labels of rows and columns, and the words around a table, say about its figures."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from claimcheck.packs.entry import Entry

TableSays = Literal["total", "less", "within", "worked", "mean", "count", "nothing"]


class TableWords(Entry):
    """Words by which a label says what its figures are.

    says: what the label means:
        total   its figures sum up others, those before them as a rule
        less    its figures are taken off, though they are written without a minus sign
        within  its figures are part of the line above, and counted there already
        worked  its figures are worked out from others, and do not add up: changes, shares, rates
        mean    its figures are averages, which a total is none of the sum of
        count   its figures count things, and do not add up with amounts of money
        nothing such words in a head say nothing of what is measured
    shape: how the words must stand in the label: "opening" at its beginning, "ending" at its end, "whole" as the whole
    of it, "anywhere".
    examples are such labels, counterexamples are not.
    """

    table: ClassVar[str] = "table_words"

    id: str
    says: TableSays
    shape: Literal["opening", "ending", "whole", "anywhere"]
    words: tuple[str, ...] = Field(min_length=1)
    examples: tuple[str, ...] = Field(min_length=1)
    counterexamples: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.id

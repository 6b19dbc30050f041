"""Mentions in the making: what the scanners find in one block, with offsets counted from the start of the block.

Scanners create drafts; binding fills in what a figure is about; the face of the package turns drafts into mentions.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Set
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from claimcheck.model.document import BlockKind
from claimcheck.model.mention import End, Hedge, LinkKind, NumeralForm, Role, Status, Trend
from claimcheck.model.period import Period


@dataclass(slots=True)
class Draft:
    """A stretch of a block, from `start` up to `end`."""

    start: int
    end: int


Kind = TypeVar("Kind", bound=Draft)


@dataclass(slots=True)
class QuantityDraft(Draft):
    """A number with its unit. `number_end` is where numeral and scale end and the unit begins to be read.

    `full_start` and `full_end` also take in the hedge words, and the counted noun ("nearly 60 high-level activities").
    `scale` is what the words behind the number multiply it by. `moved` is the trend where a verb tells it;
    `end_of_course` marks the two figures of "from A to B". `over` is what the head of its column and the label of its
    row say of a figure in a table. `deed`: the metric tells no more than what somebody did.
    """

    value: Decimal | tuple[Decimal, Decimal]
    unit: str
    number_end: int
    full_start: int
    full_end: int
    noun: str | None = None
    hedge: Hedge = ""
    trend: Trend = ""
    moved: Trend = ""
    end_of_course: End = ""
    form: NumeralForm = "digits"
    last_place: Decimal | None = None
    round_place: Decimal | None = None
    scale: Decimal = Decimal(1)
    role: Role | None = None
    metric: str | None = None
    subject: str | None = None
    place: str | None = None
    period: Period | None = None
    base: Period | None = None
    status: Status | None = None
    deed: bool = False
    over: str = ""

    @property
    def is_number_alone(self) -> bool:
        """True for one number in digits of which nothing is told: no unit, no scale, no noun."""
        told = self.unit != "count" or self.noun is not None or self.role is not None or self.scale != 1
        return not told and self.form == "digits" and not isinstance(self.value, tuple)

    def read_million(self) -> None:
        """Makes millions of what was read as so many metres ("3.2m")."""
        self.scale_up(Decimal(10**6))
        self.unit, self.noun, self.number_end = "count", None, self.end

    def scale_up(self, scale: Decimal) -> None:
        """Multiplies a single number, and the places up to which it is told, by what words elsewhere tell."""
        assert not isinstance(self.value, tuple)
        self.value *= scale
        self.scale *= scale
        self.last_place = None if self.last_place is None else self.last_place * scale
        self.round_place = None if self.round_place is None else self.round_place * scale


@dataclass(slots=True)
class DateDraft(Draft):
    """A date expression. `period` is None for durations and for dates that lack a year nobody can supply."""

    value: str
    period: Period | None = None
    weekday: int | None = None


@dataclass(slots=True)
class PersonDraft(Draft):
    """A name with its titles; the span takes in both."""

    name: str
    titles: tuple[str, ...] = ()


@dataclass(slots=True)
class ReferenceDraft(Draft):
    """A cited document or numbered event."""

    type: str
    identifier: str | None = None
    issuer: str | None = None
    title: str | None = None
    date: str | None = None


@dataclass(slots=True)
class OrdinalDraft(Draft):
    """A place in an order; the further fields are filled for a place in a ranking."""

    value: int
    noun: str | None = None
    subject: str | None = None
    metric: str | None = None
    scope: str | None = None
    period: Period | None = None


@dataclass(slots=True)
class RefusedDraft(Draft):
    """A number that is no claim."""

    reason: str


@dataclass(slots=True)
class ListDraft(Draft):
    """A list of names that says whom or what a number counts."""

    items: tuple[str, ...]


@dataclass(slots=True)
class LinkDraft(Draft):
    """A relation stated by the words of the span; the roles hold the drafts themselves."""

    kind: LinkKind
    roles: dict[str, list[Draft]]
    direction: str = ""
    scope: str = ""
    complete: bool = True
    when: str = ""


@dataclass(slots=True)
class BlockDrafts:
    """Everything found in one block of the report; `offset` is where the block starts in the document.

    words: those of its text (`telling.words_in`), for a quick look before a search.
    untitled: the names of persons without titles, whom nothing but what they do points out.
    """

    text: str
    kind: BlockKind
    offset: int = 0
    language: str = "en"
    words: Set[str] = frozenset()
    quantities: list[QuantityDraft] = field(default_factory=list)
    dates: list[DateDraft] = field(default_factory=list)
    people: list[PersonDraft] = field(default_factory=list)
    untitled: list[str] = field(default_factory=list)
    references: list[ReferenceDraft] = field(default_factory=list)
    ordinals: list[OrdinalDraft] = field(default_factory=list)
    refused: list[RefusedDraft] = field(default_factory=list)
    lists: list[ListDraft] = field(default_factory=list)

    def add_figure(self, figure: QuantityDraft) -> None:
        """Adds a figure that is one only for what stands elsewhere; its number, if it was refused, no longer is."""
        first, last = figure.start, figure.number_end
        self.refused = [refused for refused in self.refused if refused.end <= first or last <= refused.start]
        insort(self.quantities, figure, key=lambda each: each.start)

    def add_ordinal(self, ordinal: OrdinalDraft) -> OrdinalDraft:
        """Adds an ordinal at its place in the order of the text, unless there is one; returns the one there."""
        known = drafts_between(self.ordinals, ordinal.start, ordinal.start + 1)
        if known:
            return known[0]
        insort(self.ordinals, ordinal, key=lambda draft: draft.start)
        return ordinal

    def figures_between(self, start: int, end: int) -> list[QuantityDraft]:
        """The figures that start in a stretch of the block; all of them stand in the order of the text."""
        return drafts_between(self.quantities, start, end)

    def dates_between(self, start: int, end: int) -> list[DateDraft]:
        """The dates that start in a stretch of the block; all of them stand in the order of the text."""
        return drafts_between(self.dates, start, end)


def drafts_between(drafts: list[Kind], start: int, end: int) -> list[Kind]:
    """Those of some drafts, in the order of the text, that start in a stretch of it."""
    first, last = (bisect_left(drafts, edge, key=lambda draft: draft.start) for edge in (start, end))
    return drafts[first:last]

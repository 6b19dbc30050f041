"""What figures measure: known metrics with their names, the facets that set figures apart, words that do not."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.model.measure import Dimension
from claimcheck.packs.entry import Entry

Owner = Literal["any", "place", "organisation", "event"]


class Comparison(BaseModel):
    """Phrases that name one thing measured, and phrases that name another."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    same: tuple[str, ...] = Field(min_length=2)
    other: tuple[str, ...] = Field(min_length=1)


class MetricSpec(Entry):
    """A known metric.

    id: canonical name. names: every phrase that means it, in any language, singular or plural, case and accents
    ignored. facets: what the name implies (values of facet groups). dimensions: the sorts of unit it comes in; a
    number with another unit is about something else. national: "default" where the figure is the whole country's if a
    report names no other subject, "always" where nobody else has such figures. owner: who has such figures; a council
    or a survey that a report names beside those of a place is their source. timeless: a figure that stays what it is,
    as a length or a price agreed, so that no period need be told. assumed: what a level in this sort of unit measures
    when its words name no known metric. part_of: the metric of which this one is a part.
    """

    table: ClassVar[str] = "metric"

    id: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
    names: tuple[str, ...] = Field(min_length=1)
    facets: tuple[str, ...] = ()
    dimensions: tuple[Dimension, ...] = ("any",)
    national: Literal["", "default", "always"] = ""
    owner: Owner = "any"
    timeless: bool = False
    assumed: bool = False
    part_of: str = ""
    example: Comparison

    @property
    def key(self) -> str:
        return self.id


class FacetGroup(Entry):
    """Modifiers that keep figures apart: at most one value of a group holds of a figure, each value has its words."""

    table: ClassVar[str] = "facet"

    id: str
    values: dict[str, tuple[str, ...]] = Field(min_length=1)
    example: Comparison

    @property
    def key(self) -> str:
        return self.id


class WordClass(Entry):
    """A closed class of words for naming.

    role: "light" nouns say that something is measured, not what ("number of"); "stop" words carry no meaning of their
    own; "joint" words end the head of a phrase ("of", "for"); "synonym" words all mean the first one; "self" phrases
    name the report's own subject ("the province"); "nation" phrases name its country; "rank" words tell what sort of
    place a name is and are left off ("province"); "irregular" pairs are plural=singular;
    "vague" nouns say too little to compare figures by when they stand alone; "scene" words tell
    where or at what occasion a known metric was counted, and are no part of its name; "body" words make a name a source
    of figures about a place, not their owner, "document" words a source of all figures; "apart" words tell that a
    figure is one of several like ones, so that a sentence without them may speak of another; "everywhere" phrases make
    the figures of a sentence that they open those of the whole country; "contrast" words each tell another side of one
    thing ("summer", "winter"), all words of an entry's line the same, so that figures of two sides are two; "article"
    words may stand before a name, "inner" words, beside these and joints, within one; "opener" words
    open a sentence and are no part of the name behind them; a name behind "office-link" words belongs to an office.
    """

    table: ClassVar[str] = "naming"

    id: str
    role: Literal["light", "stop", "joint", "synonym", "self", "nation", "rank", "irregular", "vague", "scene", "body",
                  "document", "apart", "everywhere", "contrast", "article", "inner",
                  "opener", "office-link"]
    words: tuple[str, ...] = Field(min_length=1)
    example: Comparison

    @property
    def key(self) -> str:
        return self.id


class Glossary(Entry):
    """Words of a language by what they mean in the words of metrics, so that figures meet across languages.

    words: a word or more in small letters -> its meaning, the noun last; further meanings behind bars ("rice | paddy")
    tell of what a sentence speaks, but name nothing. head_first: whether the noun of a phrase stands before what
    describes it, as holds of the whole language where one entry says so.
    """

    table: ClassVar[str] = "glossary"

    id: str
    words: dict[str, str] = Field(min_length=1)
    head_first: bool = False
    example: Comparison

    @property
    def key(self) -> str:
        return self.id

"""Names of places: countries with the words for their people, provinces, states and cities."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.packs.entry import Entry

PlaceKind = Literal["nation", "province", "city", "region"]


class PlaceName(BaseModel):
    """One place: its name in English, other spellings, and the adjectives and nouns for its people.

    parent: the place that it lies in, where not all of the gazetteer lie in the same.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    name: str
    also: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    parent: str | None = None


class Gazetteer(Entry):
    """Places of one kind within one parent place (or none).

    example: a text that names one of them; finds: its name.
    """

    table: ClassVar[str] = "gazetteer"

    id: str
    kind: PlaceKind
    parent: str | None = None
    names: tuple[str, ...] = ()
    places: tuple[PlaceName, ...] = ()
    example: str
    finds: str = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id

    @property
    def all_places(self) -> tuple[PlaceName, ...]:
        """Every place, those given by name only included."""
        return (*(PlaceName(name=name) for name in self.names), *self.places)

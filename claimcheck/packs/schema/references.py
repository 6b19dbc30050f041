"""Words for cited documents, numbered events, and things that happen on one day."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.packs.entry import Entry


class ReferenceExample(BaseModel):
    """A text that cites one document or event, and what must be read from it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    text: str
    identifier: str
    quote: str = ""
    title: str | None = None


class DocumentType(Entry):
    """A sort of document. codes: its mark inside numbers of documents ("NQ" in 64/NQ-CP), without words all that tells.

    dated: a name and a year tell one of its sort from others ("Pension Reform Act 2018"). docketed: a number with a
    hyphen is one of its sort even alone ("No. 22-1043"). within: a part of a document, which is named behind its number
    ("Article 23 of the Harbour Ordinance").
    """

    table: ClassVar[str] = "document_type"

    id: str
    words: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    dated: bool = False
    docketed: bool = False
    within: bool = False
    examples: tuple[ReferenceExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


class NumberedEvent(Entry):
    """An event that is counted: "the 32nd conference"."""

    table: ClassVar[str] = "numbered_event"

    id: str
    words: tuple[str, ...]
    examples: tuple[ReferenceExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


class ReferenceGrammar(Entry):
    """The small words around numbers of documents and events.

    numbers: "No."; issued: verbs before the date of a document ("dated", "issued"); fillers: words that may stand
    between number and date; topics: words that begin what a document is about ("on"); issuers: words that name its
    issuer before that ("of the Government on"); day_links: words between the issuer and the date; owners: words
    between a part and its document ("of the"); event_owners: between an event and whose it is. title_leads: words
    between a sort of document and its name ("Treaty on River Navigation"); title_joints: small words inside a name
    before the sort ("Freedom of Information Act"); inner: those inside other names; years: words between a name and
    its year; articles: words that may stand before names.
    others: words around an event that may make it another one of its series ("next").
    ordinal_endings: what follows the digits of a place in an order ("th"); ordinal_leads: what stands before them.
    """

    table: ClassVar[str] = "reference_grammar"

    id: str
    numbers: tuple[str, ...]
    issued: tuple[str, ...]
    fillers: tuple[str, ...]
    topics: tuple[str, ...]
    issuers: tuple[str, ...] = ()
    day_links: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    event_owners: tuple[str, ...] = ()
    title_leads: tuple[str, ...] = ()
    title_joints: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    ordinal_endings: tuple[str, ...] = ()
    ordinal_leads: tuple[str, ...] = ()
    local_marks: tuple[str, ...] = ()
    issuer_links: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    examples: tuple[ReferenceExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


class OccurrenceExample(BaseModel):
    """A sentence with one dated event: the words of the event and the date, as they stand."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    text: str
    date: str


class Occurrence(Entry):
    """Verbs for one sort of thing that happens once, on a day: "opened", "was inaugurated".

    forms: further words that tell of the same, planned or as a noun ("opens", "opening"). grains: what may date it; a
    year does for what happens to a thing but once ("the bridge was built in 1931").
    """

    table: ClassVar[str] = "occurrence"

    id: str
    words: tuple[str, ...]
    forms: tuple[str, ...] = ()
    grains: tuple[Literal["day", "month", "year"], ...] = ("day",)
    examples: tuple[OccurrenceExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


class OccurrenceGrammar(Entry):
    """Words that tell nothing of an event (`empty`), or make it uncertain or another one (`barring`).

    limits: words right before a date that then is not the day itself ("by 3 May"), begins: those of them before the day
    on which an event of several days begins; day_leads: words that may stand before the day itself.
    """

    table: ClassVar[str] = "occurrence_grammar"

    id: str
    empty: tuple[str, ...]
    barring: tuple[str, ...]
    limits: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    day_leads: tuple[str, ...] = ()
    examples: tuple[OccurrenceExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


class StagedEvent(Entry):
    """Names of events that are held at set times, and what is said of their day.

    nouns: the last word of such a name ("classic"); series: those of events of many days or stages ("cup"), of which
    only the beginning is one day. begins, held: what is said of the event. barring: words that make the day another
    one; plain: words in names, or before them, that tell no event from another. hanging: small words that hang the name
    on another noun ("tickets for"); ordinal_endings: how counted editions end ("tenth"); inner: small words inside a
    name. sorts: words that only say what sort of event it is: a name needs one more ("Orla Book Fair").
    """

    table: ClassVar[str] = "staged_event"

    id: str
    nouns: tuple[str, ...]
    series: tuple[str, ...] = ()
    begins: tuple[str, ...]
    held: tuple[str, ...]
    barring: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    hanging: tuple[str, ...] = ()
    ordinal_endings: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    sorts: tuple[str, ...] = ()
    examples: tuple[OccurrenceExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


class VenueExample(BaseModel):
    """A sentence about an event, and where it says that it is; no venue where it tells none, or several."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    text: str
    venue: str = ""


class VenueWords(Entry):
    """What is said of the place of an event that bears a name.

    leads: words before the place ("in", "at"), town_leads: those of them that stand before towns. sites: the last word
    of a name of a building or ground; rooms: of a part of one. areas: words that tell of a place larger than a town.
    moving: events that pass through places. joints: words that add a further place; inner: small words inside
    names; articles: words before them; barring: words that make the place another one, or one of several.
    """

    table: ClassVar[str] = "venue_words"

    id: str
    leads: tuple[str, ...]
    town_leads: tuple[str, ...]
    sites: tuple[str, ...]
    rooms: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    moving: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    barring: tuple[str, ...] = ()
    examples: tuple[VenueExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id

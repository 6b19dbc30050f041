"""Words for people: ranks, what modifies them, the bodies and fields they are held in, and forms of address."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.packs.entry import Entry


class PersonExample(BaseModel):
    """A text with one person: the name that must be read from it, the titles, and the offices they stand for.

    An office is written as the model writes it: "deputy chairman|provincial|people's committee|cao bang".
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    text: str
    name: str
    titles: tuple[str, ...] | None = None
    offices: tuple[str, ...] | None = None


class PeopleEntry(Entry):
    """Words of one sort, with an example of each use. `exact` words must be written just so ("PPC").

    full: what abbreviations stand for, which must be written just so and are told in full ("PM": "Prime Minister").
    """

    id: str
    words: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    full: dict[str, str] = Field(default_factory=dict)
    examples: tuple[PersonExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


class Rank(PeopleEntry):
    """What a person is: "chairman", "minister", "coach".

    open: each word is a rank of its own (trades and callings). rank: the rank, where it is not the id. posted: whoever
    holds it is sent to some place by another. Where the word says more than the rank: level, scope and body ("FM" is a
    minister of foreign affairs).
    """

    table: ClassVar[str] = "rank"

    open: bool = False
    rank: str = ""
    posted: bool = False
    level: Literal["", "deputy"] = ""
    scope: str = ""
    body: str = ""


class RankModifier(PeopleEntry):
    """What stands before a rank. effect: makes a deputy, changes nothing, or says that the office is not held now."""

    table: ClassVar[str] = "rank_modifier"

    effect: Literal["deputy", "neutral", "not-now"]


class OfficeBody(PeopleEntry):
    """What an office is held in: a body ("committee"), a field ("health"), or only a scope ("provincial").

    open: each word is a body of its own. body: the body, where it is not the id. generic: the words name no body of
    their own ("department", "affairs", "kingdom"; "provincial" only gives the scope).
    """

    table: ClassVar[str] = "office_body"

    scope: str = ""
    body: str = ""
    open: bool = False
    generic: bool = False


class Honorific(PeopleEntry):
    """A form of address: "Mr.", "Dr.", "comrade". title: the word says what the person is, so it is a title too."""

    table: ClassVar[str] = "honorific"

    title: bool = False


class PeopleGrammar(PeopleEntry):
    """The small words of names and titles in one language.

    links: tie a rank to its body ("of"); locators: words before a name of a place ("in"); hosts: those
    before the place that an ambassador is sent to; determiners, conjunctions;
    particles: small words inside a name ("van"); not_names: capitalised words that are no names; also_names:
    those of them that are parts of names within a run of capitals ("To Lam", "Hoi An");
    appointing: verbs before a name and the title that it is given ("elected Anna Berg chair"), passives: words before
    such a verb that leave it without an object ("was elected"); months: behind "in" they are no place;
    copulas: words of being between a name and a title ("who is"); body_links: words between a name and the body that
    the person belongs to ("of the union"). changes: words that say that an office was taken up or given up; no_changes:
    longer ones that hold such words and say nothing of offices.
    place_length: how many words a name of a place has when nothing else tells it from the name that follows.
    bodies_follow: whether the body follows the rank without a link; body_heads: words that the name of a body follows,
    known or not. family_names: where names begin with one of few family names, those.
    trailing: what says behind a rank that the office is not held yet or no more ("elect").
    things: last words of names that nobody bears ("street"); namesakes: words before a name that a ship or a work bears
    ("ferry").
    """

    table: ClassVar[str] = "people_grammar"

    links: tuple[str, ...]
    locators: tuple[str, ...]
    hosts: tuple[str, ...] = ()
    determiners: tuple[str, ...]
    conjunctions: tuple[str, ...]
    particles: tuple[str, ...]
    not_names: tuple[str, ...]
    also_names: tuple[str, ...] = ()
    changes: tuple[str, ...]
    copulas: tuple[str, ...] = ()
    no_changes: tuple[str, ...] = ()
    appointing: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    body_links: tuple[str, ...] = ()
    place_length: int = 1
    bodies_follow: bool = False
    body_heads: tuple[str, ...] = ()
    family_names: tuple[str, ...] = ()
    trailing: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()

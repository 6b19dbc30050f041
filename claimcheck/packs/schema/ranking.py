"""Words about places in a ranking: who stands where, who is ahead, how many places somebody moved."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from claimcheck.packs.entry import Entry

RankingKind = Literal["move", "ahead", "standing", "tally", "place", "top", "outdone"]
RankingRole = Literal[
    "step", "from", "to", "behind", "after", "tied", "superlative", "verb", "place", "list", "measure", "anaphor",
    "header", "and", "article", "with", "of", "open", "among", "loose",
    "joint", "owner", "within", "adverb", "ending", "until",
]


class RankingSpec(Entry):
    """The words of one kind of link about ranks, by the part that they play; examples are marked as in link patterns.

    step: nouns for one place ("five places"); from, to: words before the place left and the place reached.
    behind: words before those who are ahead; after: those of them that tell of time as well.
    tied: words before a place that is shared; superlative: words after an ordinal that make it a place
    ("second largest"); verb: words before it that do, or before the number of places moved; place: nouns after it.
    list: nouns for what is ranked ("in the medal table"); measure: words before what it is ranked by.
    anaphor: first words of a sentence about the one before.
    and, article, with: words between those who are ahead, before their names, and before their figures.
    of: words before how many are ranked ("38th of 119 countries"); among: those at the head of a sentence; open:
    words that may follow a place without a noun.
    header: the head of a column of places in a table.
    scopes: words that say among whom, each with the name of the scope.
    For a tally ("all 24 locks were mended") article: words for all of a number; behind: for none of it; with: for all
    but so many; of: between a part and the number; tied: words in whose sentence nothing is told for certain; after:
    those that leave open whether more follows; open: words that tell no deed from another; scopes: verbs of one
    meaning, by a name for it.
    For a place step: words that say that a thing is first; list: such as tell no measure ("overall"); open: capitals
    that name nobody; measure: words before where a superlative holds; behind: words before the name of a rival; to:
    words before one told by the way; from: words that tie a place to what stands before it; and: words that end what a
    place is counted by; superlative: words that call a thing the most or the least, each also in the scope of the side
    that it counts from; article: words before one without an ordinal; header: words that mean the second place; after:
    words in whose sentence a place is one of another time, or of a part; of: labels that name no single thing;
    anaphor: words that call a name what it is ("the port of"); among: words before those that it is a place among;
    with: words before the year that it is told of; until: those before one that is yet to come; loose: words for a
    time or a ranking of several, which a list near by may or may not be of ("last year"); within: words between a name
    and its place; adverb: those between the comma behind a name and its place; joint: those between two figures of one
    name.
    For a top ("among the top ten") verb: words right before a place, without one of which nobody is placed; behind:
    words right before "top ten", with its article; after: words in whose sentence a place is wished for, or is one of
    another time or part; tied: those in which it is one of several rankings; open: words between a name and the verb;
    of: words that tell no ranking from another; article: capitals that name nobody; with: words before what it is
    ranked by; and: verbs before a name with its place ("puts Orla fourth"); header: words that there must be, beside
    verbs, for a place to be told; scopes: words for a place, by its number ("silver"); from, to: words between the name
    and such a word, before it and behind; measure: words that begin what such a word is told of ("runner-up in the
    marathon"); within: words between a name and its place; owner: words before whose a place is ("the region's
    third-busiest port"); joint: a word before a name that begins another statement.
    For one that outdoes another ("outsold its rival Caron") verb: words between their names where the first has more,
    behind: where it has less; open: words between the first name and these; article: capitals that name nobody; tied:
    words before that leave it open; after: words of another time; superlative: comparatives before sorts of people or
    things ("more girls than boys"), each also in the scope of its side; with: those of the verbs that tell of sorts;
    measure: first words of a sentence that tells of a part alone; to: the word before the second of two that are
    compared ("than"); ending: how nouns for several end.
    """

    table: ClassVar[str] = "ranking"

    kind: RankingKind
    words: dict[RankingRole, tuple[str, ...]] = Field(default_factory=dict)
    scopes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    examples: tuple[str, ...] = Field(min_length=1)
    silent: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.kind

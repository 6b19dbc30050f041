"""Words about how long, how old and since when: what ties durations, ages and anniversaries to dates."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from claimcheck.packs.entry import Entry

TimingKind = Literal["duration", "lapse", "elapsed", "age", "birth", "founding", "anniversary", "order"]
TimingRole = Literal[
    "unit", "lasting", "within", "introduces", "closes", "bars", "breaks", "plain",
    "announces", "aged", "pronoun", "owner", "joint", "follows", "later", "until",
    "after", "before", "of", "article", "ended", "stated",
]


class TimingSpec(Entry):
    """The words of one kind of link about time, by the part that they play; examples are marked as in link patterns.

    unit: units that durations are counted in. lasting: words that tie "the 12-day voyage" to its days; within: the
    prepositions of its noun phrase; plain: singular words that end in s.
    introduces: words before a length that runs from day to day ("lasts five days from ..."); closes: words between
    such a length and its days ("in all"); follows: words between both ends and the length ("after"); later: words
    behind the length that lead to the last day ("later, on"); until: the same where the length runs to it ("until").
    after, before: words between a length behind its day and another day ("on 12 June, six weeks after 1 May").
    bars: words beside a length, or in the sentence of an age or anniversary, that make it another matter ("working
    days").
    breaks: words that part the noun of a length from its days; for an age those that make a birthday another's, or one
    to come.
    announces: words that a date of birth or founding, or the name of an anniversary, goes with ("born"); for an
    anniversary each may have a number of years ("centenary": 100).
    For an age announces: words of a birthday, which is that of the one named before a word for its owner ("her").
    aged: words between a name and an age. pronoun: words for the one person or body named before. owner: words before
    an anniversary for the body of the same sentence. joint: small words inside names; article: words before them; of:
    words between an anniversary and whose it is.
    For elapsed time introduces: words before a length at whose end something happens; lasting: those that say how long
    something took; closes: words behind a length that lies between two things; within: those before what it is one of;
    breaks: words before a day on which something was only said.
    For a lapse introduces: words between the later of two days and the length; plain: nouns of that ("a 900-day
    journey"); later: words behind it; closes: the same before what it is counted from ("900 days after launch");
    bars: words by the earlier day that make it one of an age.
    For an order announces: words of a beginning; closes: those of an end; within: words between two days of which the
    first has one before it that introduces; breaks: words behind an end that set it in another year.
    """

    table: ClassVar[str] = "timing"

    kind: TimingKind
    words: dict[TimingRole, tuple[str, ...]] = Field(default_factory=dict)
    years: dict[str, int] = Field(default_factory=dict)
    examples: tuple[str, ...] = Field(min_length=1)
    silent: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.kind

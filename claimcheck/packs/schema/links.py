"""Words that tie figures together: phrases, patterns, openers of lists, balances, superlatives.

Patterns are written in a small language:
    {role}  {role:class}   a figure; class: percent, point, amount, multiple, level (percent or amount), share, any
    {date}  {stop}         a date or period; the end of a sentence
    {_1}                   a figure that plays no part
    <phrase>               any wording of a `link_phrase`
    (a|b)  [a]             alternatives; what may be left out
    <( )>                  parentheses of the text
    ~                      a few words without a figure, a semicolon, a conjunction or the end of a sentence
    ...                    more words, conjunctions among them
In examples each figure that the link must hold is written {role|the words}, for instance
"Sales rose {change|12%} to {to|5 million euros}".
"""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from claimcheck.model.mention import LinkKind
from claimcheck.packs.entry import Entry


class LinkPhrase(Entry):
    """Wordings that patterns take as one; examples are texts that it must cover from end to end."""

    table: ClassVar[str] = "link_phrase"

    id: str = Field(pattern=r"^[a-z][a-z-]*$")
    any: tuple[str, ...] = Field(min_length=1)
    examples: tuple[str, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


class LinkPattern(Entry):
    """Patterns that state one link. `silent`: texts in which no link of this kind may be found.

    direction: what the words say of the link, for kinds that have directions which no figure tells.
    """

    table: ClassVar[str] = "link_pattern"

    id: str
    kind: LinkKind
    direction: Literal["", "up", "down", "met", "missed", "above", "below"] = ""
    patterns: tuple[str, ...] = Field(min_length=1)
    examples: tuple[str, ...] = Field(min_length=1)
    silent: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.id


class ListOpener(Entry):
    """Words between a whole and the list of its parts.

    complete: "stated" when the words say that the parts make up the whole; "near" when they do if these come close to
    it, and "likely" when there must be three of them; "partial" when they are only some of the parts.
    """

    table: ClassVar[str] = "list_opener"

    id: str
    complete: Literal["stated", "near", "likely", "partial"]
    any: tuple[str, ...] = Field(min_length=1)
    examples: tuple[str, ...] = Field(min_length=1)
    silent: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.id


class ListSign(Entry):
    """Words in and about lists of parts. examples are texts that hold such words.

    rest: the parts leave nothing over ("the remaining N"); break: the list ends here; composition: verbs that make
    percentages shares of one whole, of-all: words that name it; of-total: words for a whole given before.
    """

    table: ClassVar[str] = "list_sign"

    id: Literal["rest", "break", "composition", "of-all", "of-total"]
    any: tuple[str, ...] = Field(min_length=1)
    examples: tuple[str, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


class Balance(Entry):
    """Figures one of which is the others' difference, each told by a word beside it: exports, imports, surplus.

    others: words before a gap that make it that of other figures ("services brought a surplus"). percent: whether the
    three are percentages of one base, `plus` the sum of the others, and those of an earlier time may stand beside them.
    """

    table: ClassVar[str] = "balance"

    id: str
    plus: tuple[str, ...] = Field(min_length=1)
    minus: tuple[str, ...] = Field(min_length=1)
    gap: tuple[str, ...] = Field(min_length=1)
    others: tuple[str, ...] = ()
    percent: bool = False
    examples: tuple[str, ...] = Field(min_length=1)
    silent: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.id


class Superlative(Entry):
    """Words that call a figure the highest or lowest.

    words: what calls it so, by comparison ("the highest"); records: what does so for all time without more words.
    scopes: words that begin what it is limited to. ties: words between a figure and the superlative after it.
    leads: words between a superlative and the figure after it; they stand right before the figure.
    nevers: words that deny anything higher (or lower) than the figure before, be it in the sentence before.
    parts: words for parts of a year, each compared with its like ("October"). spans: words inside marks that limit
    them ("ten-year").
    marks: words that say so of the only figure of their sentence ("set a new record"). firsts: words for a first time;
    passing: words before the mark that was then passed ("topped"). extremes: words that say so over time of whatever
    their sentence, or one beside it, tells ("no well has ever been deeper").
    sinces: words before the time from which it counts.
    """

    table: ClassVar[str] = "superlative"

    direction: Literal["highest", "lowest"]
    words: tuple[str, ...] = Field(min_length=1)
    records: tuple[str, ...] = Field(min_length=1)
    scopes: tuple[str, ...] = Field(min_length=1)
    ties: tuple[str, ...] = Field(min_length=1)
    leads: tuple[str, ...] = Field(min_length=1)
    nevers: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    firsts: tuple[str, ...] = ()
    passing: tuple[str, ...] = ()
    extremes: tuple[str, ...] = ()
    sinces: tuple[str, ...] = ()
    examples: tuple[str, ...] = Field(min_length=1)
    silent: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.direction

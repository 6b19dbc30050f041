"""Numbers in words and digits: how a language writes them, what it says around them, what it calls counted things."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.model.mention import Hedge, Trend
from claimcheck.packs.entry import Entry


class NumberExample(BaseModel):
    """A text and one quantity that must be read in it; `value` None: no quantity may be read at all."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    value: Decimal | tuple[Decimal, Decimal] | None = None
    unit: str = "count"
    noun: str | None = None
    hedge: Hedge = ""
    trend: Trend = ""


class NumberFormat(Entry):
    """How a language writes numbers in digits: the mark before decimals, and the mark between groups of three.

    plural: whether counted nouns change in the plural, so that the end of a noun phrase can be seen by it.
    """

    table: ClassVar[str] = "number_format"

    id: str
    decimal: Literal[".", ","]
    group: Literal[".", ","]
    plural: bool
    examples: tuple[NumberExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


NumeralKind = Literal["unit", "ten", "hundred", "scale", "fraction", "half", "multiple", "vague"]


class NumeralWords(Entry):
    """Number words of one kind, each with its value.

    unit: one to nineteen; ten: twenty to ninety; hundred: multiplies what stands before it; scale: thousand and up,
    spelled or as abbreviation; fraction: thirds and the like; half; multiple: "doubled", "twice"; vague: "dozens".
    """

    table: ClassVar[str] = "numeral"

    kind: NumeralKind
    words: dict[str, Decimal] = Field(min_length=1)
    examples: tuple[NumberExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.kind


class HedgeSpec(Entry):
    """Words before or after a number that say where the true figure lies."""

    table: ClassVar[str] = "hedge"

    id: str
    hedge: Hedge
    side: Literal["before", "after"] = "before"
    words: tuple[str, ...] = Field(min_length=1)
    examples: tuple[NumberExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


class TrendSpec(Entry):
    """Words beside a number that say which way something moved by it.

    by_verb: whether verbs (and "up", "down") say so, rather than nouns and comparisons ("a rise of", "higher"). Words
    with the trend "" only look as if they did ("gave up"). of_next: whether they say so of an amount right behind them
    ("rose 3%"), or only behind "by" ("raised 900 euros" are taken in).
    """

    table: ClassVar[str] = "trend"

    id: str
    trend: Trend
    by_verb: bool = True
    of_next: bool = True
    side: Literal["before", "after"] = "before"
    words: tuple[str, ...] = Field(min_length=1)
    examples: tuple[NumberExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


NumberWordKind = Literal[
    "and", "article", "rate-noun", "noun-skip", "not-fraction", "fraction-follow", "between", "range", "from", "by",
    "per", "each", "to-money", "to-unit", "not-rate", "still-rate", "of", "in", "minus", "name-label", "noun-label",
    "label-lead",
    "noun-stop", "times", "times-ending", "times-follow", "times-before", "noun-unchanged", "age-before", "rank-before",
    "not-pronoun", "point",
    "one-stop", "of-determiner", "most", "definite", "shared", "month", "plural-modifier",
    "hyphen-prefix", "hyphen-suffix", "plain-unit",
    "year-before", "reach", "from-to", "course-pause", "age-context", "stated-as", "money-note", "era",
    "lent", "split", "aged-people", "points-joint", "throughout", "more-before", "more-behind",
    "unit-thing", "unit-thing-many", "several", "set-against", "opposed", "ranges", "street", "leap", "somebody",
    "not-lent", "choice", "part-joint", "of-each-money", "not-per", "not-counted",
    "multiple-ending", "adverb-ending", "per-lead", "per-all", "rate-led",
]


class NumberWords(Entry):
    """Small words that play one part in the grammar of numbers.

    noun-skip: words between a number and its noun ("ten more clinics");
    name-label: words after which a number is a name ("category 5"); noun-label: the same unless it counts something
    ("plan 14 trips"); label-lead: words before a noun without an article that a number names ("at stake 9");
    noun-stop: words that end a counted noun phrase;
    throughout: words before a stretch of time that say that something went on in it ("6 million over three years"),
    but for those that mean more of it behind the words more-before ("for over three years") or before more-behind;
    times-follow, times-before: words behind "times", or before its number, that make it a multiple;
    noun-unchanged: nouns with one form for singular and plural; not-rate: words after which "a year" is no rate
    ("a year earlier"), but for those before words of still-rate ("a year on average");
    to-money: words between the two currencies of an exchange rate ("dong to the dollar"); to-unit: words between an
    amount and the unit that it is told for ("6 tonnes to the hectare");
    not-pronoun: words before "one" that make it a pronoun; one-stop: words after it that do;
    of-determiner: what opens the noun after "of" ("two of the ships"); most: marks of the superlative to pass over;
    definite: articles before a number that counts inside a noun ("the 11 member pact");
    shared: words before a bare number that counts what the figure before it counts ("40 cars, compared with 63");
    hyphen-prefix: adverbs glued to a number ("now-18"); hyphen-suffix: what is no noun there ("40-odd people");
    plain-unit: units that stay units after an adjective ("50 previous years"); month: names of months;
    plural-modifier: plurals that stand before a noun ("sports clubs");
    year-before: words before a year; reach: second words of a range after "from" ("up to");
    from-to: the word before the second value of a course; course-pause: words that may stand before it, beside dates
    and times ("from $90 at noon to $95"); age-context: words that make a bare number later in the sentence an age;
    stated-as: what may stand between a comparison and its bare number ("compared with an average of 20");
    money-note: whose money a sum is, between it and its rate ("$75 U.S. per barrel"); era: marks of an era by a year;
    lent: what joins a bare number to the figure that tells its unit ("20 by 35 metres");
    split: things of which fractions are told in words ("half a point");
    aged-people: words of people before a limit of age ("children under 5");
    points-joint: what may stand between points and the percentage that they lead to ("two points to 34%");
    unit-thing: things whose name begins with a unit ("300 day tickets"); unit-thing-many: units that only name things
    behind thousands ("15,500 day visitors"); several: words that make "hundred" or "dozen" vague;
    set-against: what leads from a rate to another one whose time is left out ("$40 a night, up from $35");
    opposed: what joins the shares of two sides ("53 per cent to 47"); ranges: verbs before "from" that make a range of
    two bare numbers ("marks ranged from 17 to 34"); street: what names of streets end in;
    not-lent: what tells behind a sum that it is for something else ("$40 a night, against $200 for a week");
    choice: words between two numbers next to each other ("two or three") or two ways to tell one;
    not-per: what "each" stands in without sharing out ("30 minutes each way"); not-counted: words in capitals that a
    number before them does not count ("the 300 US and Canadian");
    per-lead: what may stand between a bare number and those words for "per" that are per-all ("126 for every million");
    rate-led: what leads from "per tonne" to its amount ("the price per tonne was 310 euros");
    multiple-ending: how words end that multiply wherever they stand ("doubled", "tenfold"); adverb-ending: how words
    end that may stand between a rise and its number ("rose sharply 5%");
    part-joint: words between an amount and a smaller part of it ("two hours and 40 minutes");
    leap, somebody: verbs, and people before any verb, that make a length no change ("she jumped 2 metres").
    """

    table: ClassVar[str] = "number_words"

    kind: NumberWordKind
    words: tuple[str, ...] = Field(min_length=1)
    examples: tuple[NumberExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.kind


class PluralForms(Entry):
    """Plurals that no rule of spelling explains, each with its singular."""

    table: ClassVar[str] = "plural_forms"

    id: str
    forms: dict[str, str] = Field(min_length=1)
    examples: tuple[NumberExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


class WordForms(Entry):
    """Words that a counted noun phrase writes in another form: superlatives plain, abbreviations in full."""

    table: ClassVar[str] = "word_forms"

    kind: Literal["superlative", "abbreviation"]
    forms: dict[str, str] = Field(min_length=1)
    examples: tuple[NumberExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.kind

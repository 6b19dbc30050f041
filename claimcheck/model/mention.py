"""What a text says, untouched: quantities, dates, people, references, ordinals, and numbers refused with a reason.

Mentions carry words and places, never judgements: what they mean in the context of a report is a claim.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Hedge = Literal["", "about", "below", "above", "at-least", "under", "at-most"]
Trend = Literal["", "up", "down"]
End = Literal["", "from", "to"]
Role = Literal["level", "change", "share", "ratio", "difference", "rank", "other"]
Status = Literal["outcome", "estimate", "forecast", "target", "plan", "revised", "denied", "hypothetical"]
NumeralForm = Literal["digits", "words", "fraction", "multiple", "vague"]


class Mention(BaseModel):
    """A stretch of text that says something: `text` is exactly the source from `start` to `end`."""

    model_config = ConfigDict(frozen=True)

    kind: str
    start: int
    end: int
    text: str


class QuantityMention(Mention):
    """A number with its unit and what it is about; None where the text leaves it open.

    value: the number, scale applied, in `unit`; a pair for a range.
    unit: an ISO currency code, "percent", "percentage_point", "count", or pint's name in the singular.
    noun: the counted thing, in the singular, or None.
    last_place, round_place: place values of the last written and of the last non-zero digit, scale applied
        (for 36,600 million: 1000000 and 100000000); None where the form has no digits.
    metric, subject, place: phrases; period, base: TIMEX3 periods ("2023", "2024-01/2024-11"), `base` being the
        period that a change is measured from ("up 4.3% compared to 2017").
    moved: the trend where a verb tells it ("fell 3%"), and not a noun or comparison ("a drop of 3%", "3% lower").
    end_of_course: which end of one course "from A to B" this figure is; `extract` shows the two as one mention with
        both values.
    as_of: whether the period is the day up to which it was counted, be it from long before ("by 3 May 40 had died").
    deed: whether the metric tells no more than what somebody did with so much ("growers sold").
    head: the words over it where it fills a cell of a table; `metric` is then the label of its row, and over_row the
        labels of the headings and rows that its row stands under, from the outermost on. In running text, what the
        head of its column and the label of its row say where it stands in a row of a small table.
    """

    kind: Literal["quantity"] = "quantity"
    value: Decimal | tuple[Decimal, Decimal]
    unit: str
    noun: str | None = None
    hedge: Hedge = ""
    trend: Trend = ""
    moved: Trend = Field("", exclude=True, repr=False)
    end_of_course: End = Field("", exclude=True, repr=False)
    form: NumeralForm = "digits"
    last_place: Decimal | None = None
    round_place: Decimal | None = None
    role: Role | None = None
    metric: str | None = None
    subject: str | None = None
    place: str | None = None
    period: str | None = None
    base: str | None = None
    status: Status | None = None
    as_of: bool = Field(False, exclude=True, repr=False)
    deed: bool = Field(False, exclude=True, repr=False)
    head: str = Field("", exclude=True, repr=False)
    over_row: tuple[str, ...] = Field((), exclude=True, repr=False)


class DateMention(Mention):
    """A date, period or duration as ISO 8601 / TIMEX3; `weekday` 1 (Monday) to 7 when the text names one with it."""

    kind: Literal["date"] = "date"
    value: str
    weekday: int | None = None


class PersonMention(Mention):
    """A person with the titles that the text gives here."""

    kind: Literal["person"] = "person"
    name: str
    titles: tuple[str, ...] = ()


class ReferenceMention(Mention):
    """A cited document or numbered event: its type ("resolution"), identifier ("64/NQ-CP"), title and ISO date."""

    kind: Literal["reference"] = "reference"
    type: str
    identifier: str | None = None
    issuer: str | None = None
    title: str | None = None
    date: str | None = None


class OrdinalMention(Mention):
    """A place in an order: "the 32nd Diplomatic Conference"; `noun` is what is numbered.

    For a place in a ranking: subject is whose it is, metric what it is ranked by, scope among whom.
    """

    kind: Literal["ordinal"] = "ordinal"
    value: int
    noun: str | None = None
    subject: str | None = None
    metric: str | None = None
    scope: str | None = None
    period: str | None = None


class ListMention(Mention):
    """A list of names that says whom or what a number counts: "Anna Berg, Per Ek and Ola Nu"."""

    kind: Literal["list"] = "list"
    items: tuple[str, ...]


class RefusedMention(Mention):
    """A number that is no claim, and why: a phone number, a score, a list mark, page furniture."""

    kind: Literal["refused"] = "refused"
    reason: str


AnyMention = (
    QuantityMention | DateMention | PersonMention | ReferenceMention | OrdinalMention | ListMention | RefusedMention
)

LinkKind = Literal[
    "change", "total", "difference", "share", "ratio", "range", "listing", "conversion", "superlative",
    "occurrence", "levels", "series", "duration", "lapse", "elapsed", "age", "birth", "founding", "anniversary",
    "move", "ahead", "standing", "movement", "streak", "goal", "restatement", "compounding", "stock", "sample",
    "rounding", "tally", "order", "each", "portion", "bound", "entry", "place", "beaten", "enumeration", "venue",
    "top", "footing", "outranking", "remainder", "record", "column", "addends", "gap", "time", "mark", "spread",
    "instance", "recall", "quota", "gain", "outdone", "pair", "sequel", "results",
]


class Link(BaseModel):
    """A relation between mentions that the text itself states.

    roles: name of the part each mention plays -> positions in the list of mentions. By kind:
        change       change, to, from (any of the latter two may be missing): "rose 12% to X from Y"
        levels       to, from: two levels of one thing at two times, "X, against Y a year earlier"
        series       value (several): the figures of a table's column, or of a list with one figure a line
        total        whole, part (several): "30 people, 12 men and 18 women"; scope: "itemised" where each item of a
                     closed list is a part
        difference   difference, minuend, subtrahend: "exports X, imports Y, a surplus of Z"
        share        share, part, whole: "120 of 400 clinics, or 30%"
        ratio        ratio, total, base: an average and what it divides, "1,200 dollars each for 300 families"
        range        range, value: "prices from 44 to 48 dollars, on average 46"
        spread       ends (one figure between two ends, or two): a range told of several things or times; scope:
                     "offered" for bids
        instance     value: a figure told as one of several (scope: "one", or "chosen"); not complete where its words
                     make it one of others
        recall       value: a figure that points back at one told before ("all 14 passengers"); scope: the noun behind
                     its unit, and what limits it from before and from behind, a line each
        listing      count, list: a number and the names it counts, "three ministers attended: A, B and C"
        sequel       ordinal, list: a place in a series and the dates of those before, "the third, after 2009 and 2014"
        conversion   first, second: one amount in two units, "150 km (93 miles)"; rate, for currencies, when stated
        superlative  value: a figure that the words call the highest or lowest; passed: a mark passed for the first time
        occurrence   date: the day on which the words say that something happened
        duration     length, span (or first, last): "the 12-day voyage from 3 to 14 March"; direction "apart": one day
                     so long after another
        lapse        length, first, last: how long after the one day the other one beside it is
        elapsed      length: how long after another thing something happened (direction "end"), how long it took, or
                     how far two things lie apart (direction "apart"); scope: "repairs" in "ten months of repairs"
        age, birth   age / date: how old a person is, or when born; scope is the name
        founding     date: the year in which a body was founded; scope is its name
        anniversary  anniversary, and date where the same words tell the founding; scope is the name of the body
        move         move, to, from: places in an order, "up four places to 38th from 42nd"
        ahead        rank, own, ahead (several): a place, its figure, and the figures named ahead of it
        standing     rank, figure (several): a place told in prose, with the figures beside it; scope: names before it
        movement     to, and from where the words tell it: "rose to X", "fell to X from Y"
        streak       value: "X, the third rise in a row"; scope is how many, and the sort of period where told
        goal         value, target: "X, short of the target of Y"
        restatement  words, digits: one number written both ways, "twelve (12)"
        compounding  rate, from, to: "grew 4% a year from X in 2015 to Y in 2020"; or rate, years, total
        stock        opening, added, removed, closing: what was there, came, left, and is there
        sample       part, whole: a percentage, or an average of whole things, of a few counted ones
        order        first, last: the days on which one thing begins and ends
        tally        whole, and part unless all or none are meant: "19 of its 24 locks were mended"
        rounding     value: a figure said to be rounded; scope is to what
        each         each, base (several): an amount for each of many things, and the numbers beside it; scope: the
                     thing that its unit or words name; not complete where further words set it apart
        portion      share, part, whole (several): a share of a whole; scope: the words of its clause
        gain         rate, to, and gained or lost: a move told by an amount and in per cent, "up 260, or 5%, to 5,460"
        quota        part, whole: so many out of a whole, without their share: "84 of the 210 nurses want to leave"
        enumeration  list: names given in full; scope: the words around them, names in capitals; direction: those that
                     tell it from like lists; when: the period that its sentence names
        entry        figure (several, or none): one thing of a list; scope: its name, and what stands over the list;
                     direction: the mark of its list, when: its place in a numbered list and its time, "3|8:47:03"
        beaten       high, low: a figure and the earlier record that it beats, or the other way round for a low
        addends      part (several): amounts of one unit told one after the other; complete where words close the list;
                     scope: "pair" for two that none close, "split" where these share out the sentence before them,
                     "counted" where words only tell how many there are
        gap          difference: an amount said to lie between two others, which stand anywhere: "won by 1,204 votes";
                     scope: the words of its sentence, unless it is told before the end of a race
        time         no role: a time that somebody took; scope: the names before it, a line each; when: the time
        remainder    part, rest, whole: "nine of the 16 clinics reopened; the remaining seven stay shut"
        record       value (several, or none), beside (the same): a superlative over time, the figures of its sentence,
                     and those of the sentences beside it: "the wettest October since 2008"
        mark         value, for an amount: what may be a best or an extreme, with its year; direction is its sort
                     ("time", "day", "amount"), when its size and year, scope the words of its line
        outranking   high, low: the figures of two of whom the words put the first ahead of the second
        pair         figure: as an entry, of two names with a figure each in running text, which make no list
        outdone      no roles: who is told to have more than whom; scope: both and the words of the sentence, in lines;
                     direction: the side of the first; when: the time told
        place        figure, near (several, or none): a place that words give, the figures of its sentence and those
                     around it; when: its number, the time beside it and the years; direction: the side that it counts
                     from; scope: the names around it by their part, by what it is, among whom, and its sentence
        column       value (several): the figures of a column of a table; scope: the labels of their rows, direction:
                     the words over it, when: its period; complete where the table ends in a total
        venue        (no role): where a named event is; scope: its words, the sort of place and its name; direction: its
                     number; when: its day
        top          rank: how many are meant by "the top ten"; direction: 0, or the place that somebody has; scope:
                     whose, when, among whom, and the words around it, a line each
        bound        value: a figure said never to be passed; direction: the side
        footing      whole, and what a table works it out from (scope says how): part (several) and less (several) for a
                     sum; top, base for a growth, difference or ratio; part, weight (several) for an average. complete:
                     whether the layout says so. when: "exact" where all other sums of the table come out
    direction: "up" or "down" for a change, a movement, a streak; "highest" or "lowest" for a superlative; "met",
        "missed", "above" or "below" for a goal.
    scope: the words that limit it ("since 1983", "of the season"); for an occurrence, the event; for a change or two
        levels, the time between ("year", "month") where the words tell it, "other" for a change from something else.
    complete: for a total, whether the text says that the parts make up the whole.
    when: for an age or an anniversary, the day or year that it holds for, in ISO form.
    start, end: the words that state the relation, for the quotation.
    """

    model_config = ConfigDict(frozen=True)

    kind: LinkKind
    roles: dict[str, tuple[int, ...]]
    start: int
    end: int
    direction: str = ""
    scope: str = ""
    complete: bool = True
    when: str = ""


class Extraction(BaseModel):
    """Everything that extraction found in one document: in its running text, and in the cells of its tables.

    The roles of the footings are positions in the list of cells. day: that of the report, None where nobody tells it.
    untitled: the names of persons that bear no title.
    """

    model_config = ConfigDict(frozen=True)

    mentions: tuple[AnyMention, ...]
    links: tuple[Link, ...] = ()
    cells: tuple[QuantityMention, ...] = ()
    footings: tuple[Link, ...] = ()
    day: dt.date | None = None
    untitled: tuple[str, ...] = ()

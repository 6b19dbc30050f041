"""What a mention means: a figure, a title, a reference or a date, with everything needed to compare it.

A claim is what a report states; whether it may be compared with another is decided by the check stage alone.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.model.claim_fields import PeriodField, ReadingField
from claimcheck.model.document import Place
from claimcheck.model.locator import Box
from claimcheck.model.mention import Hedge, LinkKind, NumeralForm, Role, Status, Trend

if TYPE_CHECKING:
    from pint import Quantity

_TAGS, _STARS = re.compile(r"</?[a-zA-Z][^<>]*>"), re.compile(r"\*\*|__")
_MARKS = {"html": _TAGS, "htm": _TAGS, "xhtml": _TAGS, "md": _STARS, "markdown": _STARS}

ClaimKind = Literal["quantity", "title", "reference", "date", "list", "ordinal"]


HERE, HAPPENED, JOINT = "@", "*", "~"  # among the words of a day's clause: the day, any word for what happens, "~of"
DONE = "done"  # the mark of a day of which a sentence tells that something happened on it


class Claim(BaseModel):
    """One statement of one report.

    path, start, end, line, column, text: where it stands; `text` is exactly that slice of the source.
    part: what a person looks for in a file that has no lines ("page 3"); the offsets then count in the text that was
    read from it. box: where it stands on the page of a PDF, in points; known for what findings quote.
    subject: whom or what it is about, by canonical name; None is unknown, and never equals another unknown.
    For a figure (kind "quantity"):
        value, unit, noun, hedge, form: as mentioned; reading: the possible values, in `measure` (the base unit of its
        kind: "metre", "USD", "percent", "count").
        metric: canonical name of what is measured; facets: what sets it apart within the metric ("goods", "women",
        "realised"); phrase: the words in the text.
        period: days and sort; base: for a change, the period it is measured from.
    For a title: person (canonical name), titles (canonical offices, see the rules on titles).
    For a reference: type, identifier, issuer, title, date.
    For a date: event (canonical words of what happened), date, weekday (1 Monday to 7, when stated).
    For a list of names: value, measure and reading say how many there are; items: their canonical names.
    For a place in an order: value; for one in a ranking also metric, scope (in `place`) and period.
    For a date, items: the words of its own part of the sentence in order, names in capitals, `HERE` for itself.
    For a date that is a stretch of time: reading says how long it lasts, in hours.
    sure: False when some part was inferred rather than stated, so that a conflict is at most a warning.
    telling: False when the metric is one bare noun that no rule knows ("investor"): such figures are compared only
    where everything about them is stated.
    story: rare names that the report shares with others: they tell whether two reports are about one event.
    of_event: True for a figure of one event, which its day tells. scene: words that tell at what occasion it was
    counted ("ceremony").
    as_of: True for what was counted up to the day of its period, be it from long before.
    timeless: True where no period need be told, as for a length. nation: the country that the report is about.
    within: the place of which the subject is a part, where a gazetteer says so.
    known: True when a rule knows the metric. context: the telling words of the sentence that a figure stands in, which
    begins at the offset `sentence`; near: those between the figures before and after it.
    marks: those of its context that tell it to be one of several like figures ("each", "second").
    sides: what near words tell of a figure that is not so of others, by what they tell of ("season", "summer").
    tabled: True for a cell of a table that its labels name. headline: True in the headings over all text of a report.
    told_on: the day of the report.
    language: of the paragraph, as an ISO code; "" when nobody looked.
    origin: the first of the reports that print one text, when this one is a copy; "" or its own path else.
    issue: of a report whose first line holds a number or a day, as that of a bulletin does: the words of the line, and
    what tells this issue from others.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: ClaimKind = "quantity"
    path: str = ""
    start: int = 0
    end: int = 0
    line: int = 1
    column: int = 1
    text: str = ""
    part: str = ""
    box: Box | None = None

    subject: str | None = None
    place: str | None = None
    status: Status = "outcome"
    period: PeriodField | None = None
    sure: bool = True
    telling: bool = Field(default=True, exclude=True, repr=False)
    story: frozenset[str] = Field(default=frozenset(), exclude=True, repr=False)
    of_event: bool = Field(default=False, exclude=True, repr=False)
    scene: frozenset[str] = Field(default=frozenset(), exclude=True, repr=False)
    timeless: bool = Field(default=False, exclude=True, repr=False)
    as_of: bool = Field(default=False, exclude=True, repr=False)
    nation: str | None = Field(default=None, exclude=True, repr=False)
    within: str | None = Field(default=None, exclude=True, repr=False)
    known: bool = Field(default=False, exclude=True, repr=False)
    context: frozenset[str] = Field(default=frozenset(), exclude=True, repr=False)
    near: frozenset[str] = Field(default=frozenset(), exclude=True, repr=False)
    sentence: int = Field(default=0, exclude=True, repr=False)
    marks: frozenset[str] = Field(default=frozenset(), exclude=True, repr=False)
    sides: frozenset[tuple[str, str]] = Field(default=frozenset(), exclude=True, repr=False)
    tabled: bool = Field(default=False, exclude=True, repr=False)
    headline: bool = Field(default=False, exclude=True, repr=False)
    told_on: dt.date | None = Field(default=None, exclude=True, repr=False)
    language: str = Field(default="", exclude=True, repr=False)
    origin: str = Field(default="", exclude=True, repr=False)
    issue: tuple[str, str] = Field(default=("", ""), exclude=True, repr=False)

    metric: str | None = None
    facets: tuple[str, ...] = ()
    phrase: str | None = None
    value: Decimal | tuple[Decimal, Decimal] | None = None
    unit: str | None = None
    measure: str | None = None
    noun: str | None = None
    hedge: Hedge = ""
    form: NumeralForm = "digits"
    trend: Trend = ""
    role: Role | None = None
    base: PeriodField | None = None
    reading: ReadingField | None = None

    items: tuple[str, ...] = Field(default=(), exclude=True, repr=False)

    person: str | None = None
    titles: tuple[str, ...] = ()

    type: str | None = None
    identifier: str | None = None
    issuer: str | None = None
    title: str | None = None
    event: str | None = None
    date: dt.date | None = None
    weekday: int | None = None

    @property
    def location(self) -> str:
        """Where it stands, as editors, terminals and people understand it.

        >>> Claim(path="a.txt", line=3, column=48).location, Claim(path="a.pdf", part="page 3").location
        ('a.txt:3:48', 'a.pdf, page 3')
        """
        return f"{self.path}, {self.part}" if self.part else f"{self.path}:{self.line}:{self.column}"

    @property
    def words(self) -> str:
        """Its quotation on one line, without the marks that stand within it in a web page or in Markdown.

        >>> Claim(path="a.html", text="3.1</b> million\\neuros").words, Claim(path="a.md", text="3.1** million").words
        ('3.1 million euros', '3.1 million')
        """
        marks = _MARKS.get(self.path.rpartition(".")[2].lower())
        return " ".join((marks.sub(" ", self.text) if marks else self.text).split())

    @property
    def sense(self) -> tuple[object, ...]:
        """What it says of its fact: claims of one finding that agree in this are right or wrong together."""
        return self.kind, self.measure, self.reading, self.titles, self.identifier, self.date, self.items

    def to_pint(self) -> Quantity[Decimal]:
        """The value as a `pint.Quantity` of the application registry; the middle of a range.

        Raises ValueError for a claim without a value, or whose unit is no unit of measure (a currency, a counted
        noun): pint has no meaning for those.
        """
        from claimcheck.model.measure import to_pint  # pint costs a quarter of a second to import

        return to_pint(self)


class Relation(BaseModel):
    """A link between mentions, with the claims in their places; the fields mean what they mean in `Link`.

    words: where the words that state it stand, kept for those that a finding quotes.
    """

    model_config = ConfigDict(frozen=True)

    kind: LinkKind
    roles: dict[str, tuple[Claim, ...]]
    path: str
    start: int
    end: int
    direction: str = ""
    scope: str = ""
    complete: bool = True
    when: str = ""
    words: Place | None = None


class Unresolved(BaseModel):
    """A mention that could not become a claim, or a claim that could not be compared, and why.

    part: as for a claim.
    """

    model_config = ConfigDict(frozen=True)

    path: str
    start: int
    end: int
    text: str
    reason: str
    part: str = ""


class Resolution(BaseModel):
    """What the reports state: claims and relations in the order of the text, and what was left unresolved.

    cells: the claims of tables that no text names and that meet others in the sums of their table only.
    """

    model_config = ConfigDict(frozen=True)

    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    cells: tuple[Claim, ...] = ()

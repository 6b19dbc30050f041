"""Grammar of a language, as far as binding needs it: closed word classes, verbs, frames, cues of status."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.model.mention import Role, Status
from claimcheck.packs.entry import Entry

ClassId = Literal[
    "determiner", "possessive", "preposition", "conjunction", "subordinator", "relative", "pronoun", "modal", "be",
    "have", "do", "adverb", "not", "abbreviation", "adjective", "noun", "noun-or-verb", "up-word", "down-word",
    "sum-noun", "vague-head", "own-head", "change-noun", "gap-noun", "growth-noun", "result-noun", "earning-verb",
    "rate-noun",
    "peak-head", "peak-word", "base-of-levels", "level-hedge", "counted-noun", "share-noun", "plan-word",
    "generic-object", "comparison", "equal-comparison", "base-phrase", "place-preposition",
    "spot-preposition", "attachment", "rank-word",
    "organisation-head", "company-head", "venue-head", "authority-head", "aim-head", "budget-head",
    "bound-preposition", "base-of-change", "open-period", "lag", "lag-back", "lag-ahead", "lead-word", "now-word",
    "traded-noun", "point-noun", "nation-noun", "company-noun", "province-noun", "city-noun", "region-noun",
    "person-head", "person-pronoun", "record-noun", "people-noun", "dimension-word", "average-word",
    "scope-preposition", "scene-preposition", "partner-preposition", "within-preposition", "clause-opener", "speaker",
    "saint", "stand-in", "per-word", "steady-verb", "judging-verb", "outcome-helper", "figure-preposition",
    "change-preposition", "empty-verb", "same-kind-link", "set-against", "one-by-one", "base-opener", "order-link",
    "holder-link", "state-verb", "holding-verb", "deciding-verb", "agent-ending", "moved-pronoun", "past-helper",
    "gaining-verb", "time-head", "allowance-noun", "backlog-noun", "asking-verb", "voting-verb", "steady-word",
    "foretelling-verb", "article", "name-joint", "name-link", "pointing-pronoun", "several-pronoun",
    "indefinite", "back-pronoun", "thing-possessive", "thing-pronoun", "own-possessive", "own-pronoun",
    "clause-joint", "belonging-link", "aside-opener", "deed-link", "clause-parting", "back-link", "linking-verb",
    "beyond-word", "more-word", "ranked-noun", "rate-opener", "one-each", "setting-determiner", "way-noun",
    "perfect-helper", "retold-perfect-helper", "contract-noun", "named-change", "moved-link", "cutting-verb",
    "whole-link", "content-link", "field-link", "inside-preposition", "extent-link", "agent-link", "share-link",
    "deadline-link", "goal-link", "origin-link", "course-link", "level-link", "reached-link", "limit-link",
    "steady-link", "moving-link", "infinitive-mark", "since-link", "then-word", "after-link", "aftermath-link",
    "deduction-link", "purpose-link", "lasting-link", "asking-link", "doing-link", "home-link", "source-link",
    "area-link", "having-link", "aside-link", "workplace-link", "state-link", "part-link", "part-relative",
    "among-link", "range-opener", "worth-link", "rhythm-link", "than-word", "than-phrase", "likeness-word",
    "adding-joint", "restating-joint", "contrast-joint", "loose-end", "time-opener", "place-opener", "content-opener",
    "told-pronoun", "making-particle", "present-be", "pluperfect-helper", "amounting-verb", "top-word", "loss-noun",
    "name-owner", "sharing-possessive", "comparing-noun", "plural-ending", "rate-of-points",
    "adverb-ending", "past-ending", "base-ending", "doing-ending",
    "measure-acronym",
]


class GrammarClass(Entry):
    """Words or phrases that play one part in the grammar.

    examples: texts; each must contain a word of the class.
    """

    table: ClassVar[str] = "grammar"

    id: ClassId
    words: tuple[str, ...] = Field(min_length=1)
    examples: tuple[str, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


VerbKind = Literal["reach", "up", "down", "share", "act", "say", "cause", "take", "exceed", "rank", "hold"]


class BindingExample(BaseModel):
    """A text whose quantity stands in square brackets, and what binding must say of it; unset fields are not tested."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    text: str
    unit: str = "USD"
    metric: str | None = None
    role: Role | None = None
    status: Status | None = None
    subject: str | None = None


class VerbClass(Entry):
    """Verbs that tie a figure to what it measures in the same way.

    kind: reach ("exports reached N"), up and down (changes), share ("coal made up N"), act (does something to what is
    counted), say (reports speech, never the figure's verb), cause ("brought exports to N"), take ("the work took N"),
    exceed, rank, hold ("has N beds").
    """

    table: ClassVar[str] = "verb_class"

    kind: VerbKind
    verbs: tuple[str, ...] = Field(min_length=1)
    examples: tuple[BindingExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.kind


class IrregularVerbs(Entry):
    """Verbs that do not take "-ed": each as "base past participle", with further spellings after a slash."""

    table: ClassVar[str] = "irregular_verbs"

    id: str
    forms: tuple[str, ...] = Field(min_length=1)
    example: str

    @property
    def key(self) -> str:
        return self.id


class Spelling(BaseModel):
    """How the base form of a verb is respelled: a regular expression that it must fit, and what takes its place."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    fits: str
    put: str


class VerbEnding(Entry):
    """One form that verbs take, spelled by the first of `spellings` that the base form fits; examples: "base form".

    told, ending: where the past of a verb is told and is made of its base and `told`, that ending gives way to `ending`
        ("transferred", "transferring").
    """

    table: ClassVar[str] = "verb_ending"

    form: Literal["s", "past", "ing"]
    spellings: tuple[Spelling, ...] = Field(min_length=1)
    told: str = ""
    ending: str = ""
    examples: tuple[str, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.form


class VerbFrame(Entry):
    """A verb that names the metric by itself: "employs N people" gives "employees".

    units: what the figure may be measured in ("money", "count", "mass", "length", "time", "temperature",
        "other"); empty for any.
    needs: words of which one must stand in the clause, if given.
    of_subject: whether the metric names the verb's subject ("cost of bridge").
    direct: whether the figure must stand right behind the verb, but for adverbs ("earned 5", not "earned us 5").
    objects: counted nouns that the metric swallows; for another noun the metric is that noun and the verb.
    links: prepositions right before a figure that do as the verbs do ("in front of 300 people").
    general: where given, an agent with another word before its noun than these ("textile mills", not "local firms") is
        one branch of many, and the metric is the branch's own ("exports of textile mills").
    purpose: prepositions of which one must lead from the figure, or from a verb behind it, to what it is meant for
        ("set aside 5 million for roads"); without that the metric would take all such sums for one.
    """

    table: ClassVar[str] = "verb_frame"

    id: str
    verbs: tuple[str, ...] = Field(min_length=1)
    metric: str
    units: tuple[Literal["money", "count", "mass", "length", "time", "temperature", "other"], ...] = ()
    needs: tuple[str, ...] = ()
    of_subject: bool = False
    direct: bool = False
    objects: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    examples: tuple[BindingExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id


class StatusCue(Entry):
    """Words in the clause of a figure that say that it is no plain outcome.

    verbs: words that say so only as verbs ("officials plan 14 missions", not "the plan").
    behind: whether the words count behind the figure too ("two plants are planned").
    infinitive: words that say so with an infinitive behind them, be it of whatever verb ("the hall is to seat 900").
    """

    table: ClassVar[str] = "status_cue"

    id: str
    status: Status
    verbs: tuple[str, ...] = ()
    infinitive: tuple[str, ...] = ()
    behind: bool = False
    words: tuple[str, ...] = Field(min_length=1)
    examples: tuple[BindingExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id

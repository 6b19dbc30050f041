"""The entry types of rule packs, one topic a module. The table says which array of tables holds which type."""

from __future__ import annotations

from claimcheck.packs.entry import Entry
from claimcheck.packs.schema.dates import DateContext, DateForm, DateWords
from claimcheck.packs.schema.enumerations import Enumeration
from claimcheck.packs.schema.furniture import FurnitureSpec, PageElement
from claimcheck.packs.schema.grammar import GrammarClass, IrregularVerbs, StatusCue, VerbClass, VerbEnding, VerbFrame
from claimcheck.packs.schema.happenings import Happening, HappeningGrammar
from claimcheck.packs.schema.languages import LanguageSpec
from claimcheck.packs.schema.links import Balance, LinkPattern, LinkPhrase, ListOpener, ListSign, Superlative
from claimcheck.packs.schema.metrics import FacetGroup, Glossary, MetricSpec, WordClass
from claimcheck.packs.schema.numbers import (
    HedgeSpec,
    NumberFormat,
    NumberWords,
    NumeralWords,
    PluralForms,
    TrendSpec,
    WordForms,
)
from claimcheck.packs.schema.people import Honorific, OfficeBody, PeopleGrammar, Rank, RankModifier
from claimcheck.packs.schema.places import Gazetteer
from claimcheck.packs.schema.ranking import RankingSpec
from claimcheck.packs.schema.references import (
    DocumentType,
    NumberedEvent,
    Occurrence,
    OccurrenceGrammar,
    ReferenceGrammar,
    StagedEvent,
    VenueWords,
)
from claimcheck.packs.schema.refusals import OrdinalWords, RefusalSpec
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.packs.schema.tables import TableWords
from claimcheck.packs.schema.timing import TimingSpec
from claimcheck.packs.schema.units import CurrencySpec, UnitSpec, UnitWords

_TYPES: tuple[type[Entry], ...] = (
    DateContext,
    DateForm,
    DateWords,
    Rank,
    RankModifier,
    OfficeBody,
    Honorific,
    PeopleGrammar,
    DocumentType,
    NumberedEvent,
    ReferenceGrammar,
    Occurrence,
    OccurrenceGrammar,
    StagedEvent,
    VenueWords,
    Happening,
    HappeningGrammar,
    Enumeration,
    FurnitureSpec,
    PageElement,
    LanguageSpec,
    Balance,
    LinkPattern,
    LinkPhrase,
    ListOpener,
    ListSign,
    Superlative,
    TableWords,
    TimingSpec,
    RankingSpec,
    OrdinalWords,
    RefusalSpec,
    RuleSpec,
    NumberFormat,
    NumeralWords,
    HedgeSpec,
    TrendSpec,
    NumberWords,
    PluralForms,
    WordForms,
    UnitSpec,
    CurrencySpec,
    UnitWords,
    GrammarClass,
    VerbClass,
    IrregularVerbs,
    VerbEnding,
    VerbFrame,
    StatusCue,
    Gazetteer,
    MetricSpec,
    FacetGroup,
    WordClass,
    Glossary,
)

ENTRY_TYPES: dict[str, type[Entry]] = {entry_type.table: entry_type for entry_type in _TYPES}

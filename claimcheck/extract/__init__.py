"""Document -> mentions: what a report says, untouched, and the relations that its words state between figures.

`extract_mentions` gives the mentions alone, which costs far less than `extract_relations`, which gives the links too.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claimcheck.extract.binding import BindingLexicon, bind, compile_binding
from claimcheck.extract.dates import (
    Candidates,
    DateLexicon,
    anchors,
    compile_dates,
    day_order,
    find_candidates,
    find_report_date,
    headed_period,
    is_long_over,
    read_candidates,
    report_year,
)
from claimcheck.extract.drafts import BlockDrafts, Draft, RefusedDraft
from claimcheck.extract.mentions import to_extraction, to_mentions
from claimcheck.extract.passages import passages_of
from claimcheck.extract.people import PeopleLexicon, compile_people, drop_strangers, read_ages_in_brackets, scan_people
from claimcheck.extract.quantities import QuantityLexicon, compile_quantities, scan_quantities
from claimcheck.extract.references import ReferenceLexicon, compile_references, scan_references
from claimcheck.extract.refusals import RefusalLexicon, compile_refusals, scan_refusals
from claimcheck.extract.relations import RelationLexicon, add_mentions_of_relations, find_relations
from claimcheck.extract.tables import (
    HeadReader,
    TableLexicon,
    compile_tables,
    complete_rows,
    may_have_labels,
    read_labels,
    read_tables,
)
from claimcheck.extract.telling import has_digit, words_in
from claimcheck.model.document import Document
from claimcheck.model.mention import AnyMention, Extraction, Link, QuantityMention
from claimcheck.model.period import Period
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.languages import LanguageSpec, language_of

DEFAULT_LANGUAGE = "en"
_HEAD_BLOCKS = 4
_NUMBER = re.compile(r"[0-9][0-9.,]*")


class Lexicon:
    """The words of one language for every scanner of mentions, those of each made ready when first needed."""

    def __init__(self, packs: Packs, language: str) -> None:
        self._packs, self._language = packs, language

    @cached_property
    def dates(self) -> DateLexicon:
        """The words of dates and periods."""
        return compile_dates(self._packs, self._language)

    @cached_property
    def refusals(self) -> RefusalLexicon:
        """The words that tell ordinals and numbers that state nothing."""
        return compile_refusals(self._packs, self._language)

    @cached_property
    def quantities(self) -> QuantityLexicon:
        """The words of numbers and units."""
        return compile_quantities(self._packs, self._language)

    @cached_property
    def people(self) -> PeopleLexicon:
        """Titles and forms of address."""
        return compile_people(self._packs, self._language)

    @cached_property
    def references(self) -> ReferenceLexicon:
        """The names of documents and numbered events."""
        return compile_references(self._packs, self._language)


class Lexicons:
    """The words of all languages; those of one are made ready when a text in it is first met, or asked for links."""

    def __init__(self, packs: Packs) -> None:
        self.languages = tuple(spec for code in packs.languages for spec in packs.select(LanguageSpec, code))
        self._packs = packs
        self._compiled: dict[str, Lexicon] = {}
        self._relations: dict[str, RelationLexicon] = {}
        self._heads: dict[str, HeadReader] = {}

    def of(self, language: str) -> Lexicon:
        """The words of one language."""
        if language not in self._compiled:
            self._compiled[language] = Lexicon(self._packs, language)
        return self._compiled[language]

    @cached_property
    def binding(self) -> BindingLexicon:
        """The words that say what a number is about; those of other languages hang on those of the default one."""
        return compile_binding(self._packs, DEFAULT_LANGUAGE)

    @cached_property
    def tables(self) -> TableLexicon:
        """The words of tables, in all languages."""
        return compile_tables(self._packs, self._packs.languages)

    def heads_of(self, language: str) -> HeadReader:
        """What reads the words over the columns of tables, in one language."""
        if language not in self._heads:
            self._heads[language] = HeadReader(self.tables, self.of(language).dates)
        return self._heads[language]

    def relations_of(self, language: str) -> RelationLexicon:
        """The words of one language that tie mentions to one another."""
        if language not in self._relations:
            self._relations[language] = RelationLexicon(self._packs, language)
        return self._relations[language]


def compile_lexicons(packs: Packs) -> Lexicons:
    """The words of all languages of the packs, for reading."""
    return Lexicons(packs)


def extract_mentions(document: Document, lexicons: Lexicons) -> tuple[AnyMention, ...]:
    """Everything that the report says in numbers, dates, people and references, in the order of the text.

    Relative dates count from the day that the head of the document states, else from its date.
    """
    blocks, clock = _read(document, lexicons)
    cells, _ = _tables(document, lexicons)
    complete_rows(document, blocks, cells)
    add_mentions_of_relations(_text_blocks(blocks), lexicons.relations_of, clock.today)
    found = to_mentions(document, blocks)
    if not cells:
        return found
    told = {at for each in found if each.kind == "quantity" for at in range(each.start, each.end)}
    cells = tuple(cell for cell in cells if told.isdisjoint(range(cell.start, cell.end)))
    return tuple(sorted((*found, *cells), key=lambda each: (each.start, each.end)))


def extract_relations(document: Document, lexicons: Lexicons) -> Extraction:
    """The mentions, and the links between them that the report states."""
    blocks, clock = _read(document, lexicons)
    cells, footings = _tables(document, lexicons)
    complete_rows(document, blocks, cells)
    found = to_extraction(document, blocks, find_relations(_text_blocks(blocks), lexicons.relations_of, clock.today))
    return found.model_copy(update={"cells": cells, "footings": footings, "day": clock.today})


def _read(document: Document, lexicons: Lexicons) -> tuple[list[BlockDrafts], _Clock]:
    """The blocks of a document with all that stands in them, bound to what it is about."""
    blocks = passages_of(document)
    text_blocks = _text_blocks(blocks)
    _tell_languages(text_blocks, lexicons)
    dated = [find_candidates(block.text, lexicons.of(block.language).dates) for block in text_blocks]
    clock = _clock(document, text_blocks, dated, lexicons)
    for number, (block, candidates) in enumerate(zip(text_blocks, dated, strict=True)):
        _scan(block, candidates, lexicons.of(block.language), clock)
        clock.hear(anchors(block.text, block.dates, lexicons.of(block.language).dates), in_head=number < _HEAD_BLOCKS)
        if may_have_labels(block):
            read_labels(block, lexicons.heads_of(block.language))
    for block in blocks:
        if block.kind == "furniture":
            block.refused = [RefusedDraft(m.start(), m.end(), "page furniture") for m in _NUMBER.finditer(block.text)]
    if any(block.quantities for block in text_blocks):
        bind(text_blocks, lexicons.binding, clock.today)
    drop_strangers(text_blocks)
    return blocks, clock


def _tell_languages(blocks: Sequence[BlockDrafts], lexicons: Lexicons) -> None:
    """Fills in the language of each block; the rows of a table, mostly names, are in that of the paragraphs."""
    for block in blocks:
        block.language = language_of(block.text, lexicons.languages, DEFAULT_LANGUAGE)
    prose = {block.language for block in blocks if block.kind == "paragraph"}
    if len(prose) == 1:
        for block in blocks:
            if block.kind == "row":
                (block.language,) = prose


def _tables(document: Document, lexicons: Lexicons) -> tuple[tuple[QuantityMention, ...], tuple[Link, ...]]:
    """What stands in the tables of a document, read in the language of its first paragraph."""
    if not document.tables:
        return (), ()
    first = next((block for block in document.blocks if block.kind == "paragraph"), None)
    words = document.reading[first.start : first.end] if first else ""
    language = language_of(words, lexicons.languages, DEFAULT_LANGUAGE)
    return read_tables(document, lexicons.tables, lexicons.heads_of(language))


def _text_blocks(blocks: Sequence[BlockDrafts]) -> list[BlockDrafts]:
    return [block for block in blocks if block.kind != "furniture"]


@dataclass(frozen=True, slots=True)
class _Clock:
    """What dates of one report count from: its day, its year, whether it writes days before months, the period that
    its headings name, and those that its blocks have named so far, and the first of them that names any."""

    today: dt.date | None
    year: int | None
    day_first: bool | None
    headed: Period | None
    spoken: list[Period] = field(default_factory=list)
    opening: list[Period] = field(default_factory=list)

    @property
    def anchor(self) -> Period | None:
        """What "a year earlier" counts from at the head of a block: what the headings name, else the opening alone."""
        if self.headed is not None or len(self.opening) != 1:
            return self.headed
        return self.opening[0] if not is_long_over(self.opening[0], self.today) else None

    def hear(self, named: Sequence[Period], *, in_head: bool) -> None:
        """Keeps the periods that a block names."""
        if in_head and not self.spoken:
            self.opening.extend(dict.fromkeys(named))
        self.spoken.extend(named)


def _clock(
    document: Document, blocks: Sequence[BlockDrafts], dated: Sequence[Candidates], lexicons: Lexicons
) -> _Clock:
    if not any(candidates.found for candidates in dated):
        return _Clock(document.date, None, None, None)
    lexicon = lexicons.of(blocks[0].language).dates
    told = [
        (block.text, read_candidates(candidates, lexicons.of(block.language).dates))
        for block, candidates in zip(blocks, dated, strict=True)
    ]
    today = find_report_date(told[:_HEAD_BLOCKS], lexicon, document.date, told[-1])
    return _Clock(today, report_year(told, lexicon), day_order(dated), headed_period(told, lexicon))


def _scan(block: BlockDrafts, candidates: Candidates, lexicon: Lexicon, clock: _Clock) -> None:
    text = block.text
    block.words = words_in(text, candidates.words)
    block.dates = read_candidates(
        candidates, lexicon.dates, clock.today, clock.year, clock.day_first, clock.anchor, clock.spoken
    )
    ordinals = lexicon.refusals.ordinals
    if has_digit(text) or (ordinals is not None and ordinals.telling.may_stand_in(block.words)):
        block.references = scan_references(text, block.dates, lexicon.references, block.words)
    # A duration ("an 11-month increase") is a date expression and a measured quantity at once.
    calendar = [draft for draft in block.dates if not draft.value.startswith("P")]
    taken = _spans(calendar, block.references)
    block.ordinals, block.refused = scan_refusals(text, taken, lexicon.refusals, block.words)
    taken = sorted(taken + _spans(block.ordinals, block.refused))
    block.quantities, refused = scan_quantities(text, taken, lexicon.quantities)
    block.refused = block.refused + refused
    block.people = scan_people(text, lexicon.people, block.words)
    read_ages_in_brackets(block)


def _spans(*groups: Sequence[Draft]) -> list[tuple[int, int]]:
    return sorted((draft.start, draft.end) for group in groups for draft in group)

"""Document -> mentions: what a report says, untouched, and the relations that its words state between figures."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.extract.binding import BindingLexicon, bind, compile_binding
from claimcheck.extract.dates import (
    Candidates,
    DateLexicon,
    compile_dates,
    day_order,
    find_candidates,
    find_report_date,
    read_candidates,
    report_year,
)
from claimcheck.extract.drafts import BlockDrafts, Draft, LinkDraft, RefusedDraft
from claimcheck.extract.links import LinkLexicon, compile_links, find_links
from claimcheck.extract.links.occurrence import OccurrenceLexicon, compile_occurrences, find_occurrences
from claimcheck.extract.mentions import to_extraction
from claimcheck.extract.people import PeopleLexicon, compile_people, scan_people
from claimcheck.extract.quantities import QuantityLexicon, compile_quantities, scan_quantities
from claimcheck.extract.ranking import RankingLexicon, compile_ranking, find_rankings
from claimcheck.extract.references import ReferenceLexicon, compile_references, scan_references
from claimcheck.extract.refusals import RefusalLexicon, compile_refusals, scan_refusals
from claimcheck.extract.timing import TimingLexicon, compile_timing, find_timings
from claimcheck.model.document import Document
from claimcheck.model.mention import Extraction
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.languages import LanguageSpec, language_of

DEFAULT_LANGUAGE = "en"
_HEAD_BLOCKS = 4
_NUMBER = re.compile(r"[0-9][0-9.,]*")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, ready for every scanner."""

    dates: DateLexicon
    refusals: RefusalLexicon
    quantities: QuantityLexicon
    people: PeopleLexicon
    references: ReferenceLexicon
    binding: BindingLexicon
    links: LinkLexicon
    occurrences: OccurrenceLexicon
    timing: TimingLexicon
    ranking: RankingLexicon


class Lexicons:
    """The words of all languages; those of one are made ready when a text in it is first met."""

    def __init__(self, packs: Packs) -> None:
        self.languages = tuple(spec for code in packs.languages for spec in packs.select(LanguageSpec, code))
        self._packs = packs
        self._compiled: dict[str, Lexicon] = {}

    def of(self, language: str) -> Lexicon:
        """The words of one language."""
        if language not in self._compiled:
            self._compiled[language] = _compile(self._packs, language)
        return self._compiled[language]


def compile_lexicons(packs: Packs) -> Lexicons:
    """The words of all languages of the packs, for reading."""
    return Lexicons(packs)


def _compile(packs: Packs, language: str) -> Lexicon:
    return Lexicon(
        dates=compile_dates(packs, language),
        refusals=compile_refusals(packs, language),
        quantities=compile_quantities(packs, language),
        people=compile_people(packs, language),
        references=compile_references(packs, language),
        binding=compile_binding(packs, language),
        links=compile_links(packs, language),
        occurrences=compile_occurrences(packs, language),
        timing=compile_timing(packs, language),
        ranking=compile_ranking(packs, language),
    )


def extract_mentions(document: Document, lexicons: Lexicons) -> Extraction:
    """Everything that the report says in numbers, dates, people and references, in the order of the text.

    Relative dates count from the document's date, or the one that its head states.
    """
    blocks = [
        BlockDrafts(text=document.reading[block.start : block.end], kind=block.kind, offset=block.start)
        for block in document.blocks
    ]
    text_blocks = [block for block in blocks if block.kind != "furniture"]
    for block in text_blocks:
        block.language = language_of(block.text, lexicons.languages, DEFAULT_LANGUAGE)
    dated = [find_candidates(block.text, lexicons.of(block.language).dates) for block in text_blocks]
    clock = _clock(document, text_blocks, dated, lexicons)
    for block, candidates in zip(text_blocks, dated, strict=True):
        _scan(block, candidates, lexicons.of(block.language), clock)
    for block in blocks:
        if block.kind == "furniture":
            block.refused = [RefusedDraft(m.start(), m.end(), "page furniture") for m in _NUMBER.finditer(block.text)]
    if any(block.quantities for block in text_blocks):
        bind(text_blocks, lexicons.of(DEFAULT_LANGUAGE).binding, clock.today)
    return to_extraction(document, blocks, _links(text_blocks, lexicons, clock))


@dataclass(frozen=True, slots=True)
class _Clock:
    """What dates of one report count from: its day, its year, and whether it writes days before months."""

    today: dt.date | None
    year: int | None
    day_first: bool | None


def _clock(
    document: Document, blocks: Sequence[BlockDrafts], dated: Sequence[Candidates], lexicons: Lexicons
) -> _Clock:
    lexicon = lexicons.of(blocks[0].language if blocks else DEFAULT_LANGUAGE).dates
    told = [
        (block.text, read_candidates(candidates, lexicons.of(block.language).dates))
        for block, candidates in zip(blocks, dated, strict=True)
    ]
    today = document.date or find_report_date(told[:_HEAD_BLOCKS], lexicon)
    return _Clock(today, report_year(told, lexicon), day_order(dated))


def _scan(block: BlockDrafts, candidates: Candidates, lexicon: Lexicon, clock: _Clock) -> None:
    text = block.text
    block.dates = read_candidates(candidates, lexicon.dates, clock.today, clock.year, clock.day_first)
    block.references = scan_references(text, block.dates, lexicon.references)
    # A duration ("an 11-month increase") is a date expression and a measured quantity at once.
    calendar = [draft for draft in block.dates if not draft.value.startswith("P")]
    taken = _spans(calendar, block.references)
    block.ordinals, block.refused = scan_refusals(text, taken, lexicon.refusals)
    taken = sorted(taken + _spans(block.ordinals, block.refused))
    block.quantities, refused = scan_quantities(text, taken, lexicon.quantities)
    block.refused = block.refused + refused
    block.people = scan_people(text, lexicon.people)


def _links(
    blocks: Sequence[BlockDrafts], lexicons: Lexicons, clock: _Clock
) -> list[tuple[BlockDrafts, list[LinkDraft]]]:
    links = find_links(blocks, lambda language: lexicons.of(language).links)
    timings = find_timings(blocks, lambda language: lexicons.of(language).timing, clock.today)
    rankings = find_rankings(blocks, lambda language: lexicons.of(language).ranking)
    return [
        (block, found + find_occurrences(block, lexicons.of(block.language).occurrences) + timed + ranked)
        for block, found, timed, ranked in zip(blocks, links, timings, rankings, strict=True)
    ]


def _spans(*groups: Sequence[Draft]) -> list[tuple[int, int]]:
    return sorted((draft.start, draft.end) for group in groups for draft in group)

"""Runs the examples of ranks, bodies, forms of address and citations: is what they promise read from them?"""

from __future__ import annotations

from functools import lru_cache

from claimcheck.extract.dates import compile_dates, scan_dates
from claimcheck.extract.drafts import BlockDrafts
from claimcheck.extract.enumeration_words import compile_enumerations
from claimcheck.extract.enumerations import find_enumerations
from claimcheck.extract.links.event.occurrence import compile_occurrences, find_occurrences
from claimcheck.extract.links.event.venues import compile_venues, find_venues
from claimcheck.extract.people import compile_people, scan_people
from claimcheck.extract.references import compile_references, scan_references
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.enumerations import Enumeration
from claimcheck.packs.schema.happenings import Happening, HappeningGrammar
from claimcheck.packs.schema.people import PeopleEntry, PersonExample
from claimcheck.packs.schema.references import (
    DocumentType,
    NumberedEvent,
    Occurrence,
    OccurrenceExample,
    OccurrenceGrammar,
    ReferenceExample,
    ReferenceGrammar,
    StagedEvent,
    VenueWords,
)
from claimcheck.resolve.happenings import compile_happenings, happened_on
from claimcheck.resolve.offices import compile_offices, read_office

_people = lru_cache(maxsize=4)(compile_people)
_references = lru_cache(maxsize=4)(compile_references)
_dates = lru_cache(maxsize=4)(compile_dates)
_occurrences = lru_cache(maxsize=4)(compile_occurrences)
_offices = lru_cache(maxsize=4)(compile_offices)
_venues = lru_cache(maxsize=4)(compile_venues)
_enumerations = lru_cache(maxsize=4)(compile_enumerations)

PeopleOrReferenceEntry = (
    PeopleEntry | DocumentType | NumberedEvent | ReferenceGrammar | Occurrence | OccurrenceGrammar
    | StagedEvent
)


def run(entry: PeopleOrReferenceEntry, packs: Packs) -> list[str]:
    """The problems with the examples of an entry; none when every one reads as it says."""
    problems = []
    for example in entry.examples:
        problem = _problem(example, packs, entry.language)
        if problem:
            problems.append(f"{example.text!r}: {problem}")
    return problems


def run_enumeration(entry: Enumeration, packs: Packs) -> list[str]:
    """The problems with the examples of lists of names; none when each gives its items."""
    problems = []
    for example in entry.examples:
        block = BlockDrafts(example.text, "paragraph", language=entry.language)
        list(find_enumerations(block, _enumerations(packs, entry.language)))
        items = tuple(item for listed in block.lists for item in listed.items)
        if items != example.items:
            problems.append(f"{example.text!r}: lists {items}, not {example.items}")
    return problems


def run_venues(entry: VenueWords, packs: Packs) -> list[str]:
    """The problems with the examples of places of events; none when each gives its place."""
    problems = []
    for example in entry.examples:
        block = BlockDrafts(example.text, "paragraph", language=entry.language)
        found = [example.text[link.start : link.end] for link in find_venues(block, _venues(packs, entry.language))]
        if found != [example.venue] * bool(example.venue):
            problems.append(f"{example.text!r}: places {found}, not {example.venue!r}")
    return problems


def run_happenings(entry: Happening | HappeningGrammar, packs: Packs) -> list[str]:
    """The problems with the examples of happenings; none when each day has its sorts."""
    problems = []
    for example in entry.examples:
        before, _, after = example.text.partition(example.date)
        found = tuple(sorted(happened_on(before, after, compile_happenings(packs))[0]))
        if found != example.sorts:
            problems.append(f"{example.text!r}: sorts {found}, not {example.sorts}")
    return problems


def _problem(example: PersonExample | ReferenceExample | OccurrenceExample, packs: Packs, language: str) -> str:
    if isinstance(example, PersonExample):
        return _person_problem(example, packs, language)
    if isinstance(example, ReferenceExample):
        return _reference_problem(example, packs, language)
    return _occurrence_problem(example, packs, language)


def _person_problem(example: PersonExample, packs: Packs, language: str) -> str:
    found = scan_people(example.text, _people(packs, language))
    if [person.name for person in found] != [example.name]:
        return f"names {[person.name for person in found]}, not {example.name!r}"
    titles = found[0].titles
    if example.titles is not None and titles != example.titles:
        return f"titles {titles}, not {example.titles}"
    words = _offices(packs)
    offices = tuple(str(office) for title in titles if (office := read_office(title, words)) is not None)
    if example.offices is not None and offices != example.offices:
        return f"offices {offices}, not {example.offices}"
    return ""


def _reference_problem(example: ReferenceExample, packs: Packs, language: str) -> str:
    dates = scan_dates(example.text, _dates(packs, language), None)
    found = scan_references(example.text, dates, _references(packs, language))
    if [reference.identifier for reference in found] != [example.identifier]:
        return f"cites {[reference.identifier for reference in found]}, not {example.identifier!r}"
    quoted = example.text[found[0].start : found[0].end]
    if example.quote and quoted != example.quote:
        return f"quotes {quoted!r}, not {example.quote!r}"
    if example.title is not None and found[0].title != example.title:
        return f"title {found[0].title!r}, not {example.title!r}"
    return ""


def _occurrence_problem(example: OccurrenceExample, packs: Packs, language: str) -> str:
    block = BlockDrafts(example.text, "paragraph", language=language)
    block.dates = scan_dates(example.text, _dates(packs, language), None)
    found = find_occurrences(block, _occurrences(packs, language))
    values = [date.value for link in found for date in block.dates if date in link.roles["date"]]
    return "" if values == [example.date] else f"dates {values}, not {example.date!r}"

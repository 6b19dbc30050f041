"""Mentions become claims: every mention ends as a claim or as unresolved, with the reason."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from claimcheck.model.claim import Claim, Relation, Resolution, Unresolved
from claimcheck.model.document import Document
from claimcheck.model.mention import AnyMention, DateMention, Extraction, Link, QuantityMention, RefusedMention
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.languages import LanguageSpec, language_of
from claimcheck.resolve.cells import CellReader, Cells, relations_of_cells, without_cells
from claimcheck.resolve.copies import issue_of, origins_of, stories_of
from claimcheck.resolve.dates import compile_dates, resolve_dates
from claimcheck.resolve.figures import Vocabulary, claim_quantity, compile_vocabulary
from claimcheck.resolve.issuers import Issuers
from claimcheck.resolve.lists import resolve_lists
from claimcheck.resolve.memory import Memory
from claimcheck.resolve.names import long_names
from claimcheck.resolve.naming import Lexicon
from claimcheck.resolve.people import resolve_people
from claimcheck.resolve.periods import states_period
from claimcheck.resolve.references import resolve_references
from claimcheck.resolve.sentences import telling_words
from claimcheck.resolve.settings import setting_of, with_years
from claimcheck.resolve.subjects import Setting, is_place, short_names
from claimcheck.resolve.times import resolve_times

__all__ = ["Memory", "resolve_claims"]

_NO_CLAIM = {
    "date": "a date or period, which serves the figures beside it",
    "person": "a person without a title",
    "reference": "a reference without number or date",
    "ordinal": "a place in an order; such claims are not compared",
}
_EITHER_ORDER = re.compile(r"\d{4}-XX-XX")
_UNTOLD_ORDER = "a date in figures that may put the day or the month first; no other date of the report shows which"

_DEFAULT_LANGUAGE = "en"
_FAR = sys.maxsize
# Links whose own words a finding quotes.
_QUOTED = ("superlative", "tally", "entry", "place", "venue", "top", "record", "time", "mark",
           "outdone", "pair")

_Key = tuple[int, int, str]


def resolve_claims(
    extracted: Sequence[tuple[Document, Extraction]], packs: Packs, memory: Memory | None = None
) -> Resolution:
    """What the reports state.

    Takes each document with what extraction found in it, and the packs in use. Every mention becomes a claim or an
    `Unresolved` that says why not; links become relations between claims. Raises nothing for odd content. memory: what
    an earlier call, on reports many of which are still the same, has left.
    """
    memory = memory or Memory()
    vocabulary = compile_vocabulary(packs)
    documents = [document for document, _ in extracted]
    settings = _settings(extracted, vocabulary, memory)
    short = memory.steady("short names", short_names(extracted, settings, vocabulary.subjects))
    vocabulary = replace(vocabulary, whole_names=short)
    claims: list[Claim] = []
    relations: list[Relation] = []
    unresolved: list[Unresolved] = []
    common = _shared_by_claims(documents, vocabulary, memory)
    for (document, extraction), setting, shared in zip(extracted, settings, common, strict=True):
        by_mention, links = memory.recall(
            "claims", document, (setting, shared, short),
            partial(_resolve_document, document, extraction, setting, shared, vocabulary, packs),
        )
        resolved = [result for result in by_mention if isinstance(result, Claim)]
        claims.extend(resolved)
        unresolved.extend(result for result in by_mention if isinstance(result, Unresolved))
        relations.extend(links)
    named: list[Claim] = []
    cells: list[Claim] = []
    for found, tied in _tables(extracted, settings, common, vocabulary, claims):
        relations.extend(tied)
        told, others = found.split()
        named.extend(told)
        cells.extend(others)
        unresolved.extend(found.nameless.values())
    claims = without_cells(claims, named) + named if named else claims
    return Resolution(
        claims=tuple(claims), relations=tuple(relations), unresolved=tuple(unresolved), cells=tuple(cells)
    )


def _tables(
    extracted: Sequence[tuple[Document, Extraction]], settings: Sequence[Setting],
    common: Sequence[Mapping[str, object]], vocabulary: Vocabulary, claims: Sequence[Claim],
) -> Iterator[tuple[Cells, Iterator[Relation]]]:
    """The cells of the tables of each report that has some, with the relations between them."""
    reader = CellReader(vocabulary, {claim.metric for claim in claims if claim.metric})
    for (document, extraction), setting, shared in zip(extracted, settings, common, strict=True):
        if extraction.cells:
            found = reader.read(document, extraction, setting, shared)
            yield found, relations_of_cells(document, extraction, found.claims)


def _shared_by_claims(
    documents: Sequence[Document], vocabulary: Vocabulary, memory: Memory
) -> list[Mapping[str, object]]:
    """The fields that all claims of a report share, for each report."""
    stop = vocabulary.names.stop
    origins = origins_of(documents, memory)
    stories = stories_of(documents, stop, origins, memory)
    return [
        {"story": story, "origin": origin, "issue": issue_of(document, stop)}
        for document, story, origin in zip(documents, stories, origins, strict=True)
    ]


def _settings(
    extracted: Sequence[tuple[Document, Extraction]], vocabulary: Vocabulary, memory: Memory
) -> list[Setting]:
    """What each report is about as a whole."""
    documents = (document for document, _ in extracted)
    names = memory.steady("long names", long_names(documents, vocabulary.subjects.small, memory))
    return with_years([
        memory.recall("setting", each[0], (names,), partial(setting_of, *each, vocabulary.subjects, names))
        for each in extracted
    ])


def _resolve_document(
    document: Document, extraction: Extraction, setting: Setting, shared: Mapping[str, object], vocabulary: Vocabulary,
    packs: Packs,
) -> tuple[list[Claim | Unresolved], list[Relation]]:
    """One result for each mention, in their order, and the relations between the claims.

    shared: the fields that all claims of the document have in common.
    """
    linked = {at for link in extraction.links for positions in link.roles.values() for at in positions}
    others: dict[_Key, Claim] = {
        (claim.start, claim.end, claim.kind): claim
        for claim in (
            *_other_claims(document, extraction, _own_place(setting, vocabulary), packs, vocabulary),
            *resolve_times(document, extraction.mentions, linked),
        )
    }
    languages = _Languages(document, packs)
    results = (
        _resolve_quantity(document, extraction, at, setting, vocabulary.of(languages.at(mention.start)), linked)
        if mention.kind == "quantity" else _resolve_other(document, mention, others)
        for at, mention in enumerate(extraction.mentions)
    )
    by_mention = [
        result.model_copy(update={**shared, "language": languages.at(result.start)})
        if isinstance(result, Claim) else result
        for result in results
    ]
    return by_mention, list(_relations(document, extraction.links, by_mention, vocabulary.names))


class _Languages:
    """The languages of the paragraphs of one document, each found when it is first asked for."""

    def __init__(self, document: Document, packs: Packs) -> None:
        self._document = document
        self._known = tuple(spec for code in packs.languages for spec in packs.select(LanguageSpec, code))
        self._found: dict[int, str] = {}

    def at(self, offset: int) -> str:
        """The language of the paragraph that an offset lies in."""
        number = bisect_right(self._document.blocks, offset, key=lambda block: block.start) - 1
        if number not in self._found:
            block = self._document.blocks[number]
            text = self._document.reading[block.start : block.end]
            self._found[number] = language_of(text, self._known, _DEFAULT_LANGUAGE)
        return self._found[number]


def _resolve_quantity(
    document: Document, extraction: Extraction, at: int, setting: Setting, vocabulary: Vocabulary, linked: set[int]
) -> Claim | Unresolved:
    mention = extraction.mentions[at]
    assert isinstance(mention, QuantityMention)
    near = not mention.head and states_period(document, extraction.mentions, at)
    neighbours = _neighbours(extraction.mentions, at)
    return claim_quantity(document, mention, setting, vocabulary, neighbours, near=near, linked=at in linked)


def _neighbours(mentions: Sequence[AnyMention], at: int) -> tuple[int, int]:
    """Where the figure before one ends, and where the next one begins."""
    before = next((mentions[i].end for i in range(at - 1, -1, -1) if mentions[i].kind == "quantity"), 0)
    after = next((mentions[i].start for i in range(at + 1, len(mentions)) if mentions[i].kind == "quantity"), _FAR)
    return before, after


def _scope_of(link: Link, names: Lexicon) -> str:
    """The scope of a link; of a share, the words of its lines that tell something, in the singular."""
    if link.kind != "portion":
        return link.scope
    return "\n".join(" ".join(telling_words(line, names)) for line in link.scope.split("\n"))


def _own_place(setting: Setting, vocabulary: Vocabulary) -> str | None:
    """The report's own subject where it is a place: offices belong to places only."""
    return setting.subject if is_place(setting.subject, vocabulary.subjects) else None


def _other_claims(
    document: Document, extraction: Extraction, place: str | None, packs: Packs, vocabulary: Vocabulary
) -> Iterator[Claim]:
    issuers = Issuers.compile(packs, vocabulary.subjects)
    yield from resolve_people(document, extraction.mentions, place, packs)
    yield from resolve_references(document, extraction.mentions, place, issuers, vocabulary.names)
    yield from resolve_dates(document, extraction.mentions, compile_dates(packs, vocabulary.names))
    yield from resolve_lists(document, extraction.mentions, vocabulary.subjects, packs)


def _resolve_other(document: Document, mention: AnyMention, others: dict[_Key, Claim]) -> Claim | Unresolved:
    kind = "title" if mention.kind == "person" else mention.kind
    claim = others.get((mention.start, mention.end, kind))
    if claim is not None:
        return claim
    reason = mention.reason if isinstance(mention, RefusedMention) else _NO_CLAIM[mention.kind]
    if isinstance(mention, DateMention) and _EITHER_ORDER.fullmatch(mention.value):
        reason = _UNTOLD_ORDER
    text = document.text[mention.start : mention.end]
    return Unresolved(path=document.path, start=mention.start, end=mention.end, text=text, reason=reason)


def _relations(
    document: Document, links: Sequence[Link], by_mention: Sequence[Claim | Unresolved], names: Lexicon
) -> Iterator[Relation]:
    """The links all of whose mentions became claims."""
    for link in links:
        roles: dict[str, tuple[Claim, ...]] = {}
        for role, positions in link.roles.items():
            found = tuple(claim for at in positions if isinstance(claim := by_mention[at], Claim))
            if len(found) == len(positions):
                roles[role] = found
        if len(roles) == len(link.roles):
            yield Relation(
                kind=link.kind, roles=roles, path=document.path, start=link.start, end=link.end,
                direction=link.direction, scope=_scope_of(link, names), complete=link.complete, when=link.when,
                words=document.place(link.start, link.end) if link.kind in _QUOTED else None,
            )

"""The relations between the mentions of a report: all of them, or only those that make mentions of their own.

Places in an order and the names that a number counts are mentions that only their relation tells; whoever wants the
mentions alone needs no other, unless a number stands bare beside one with a unit, which a relation may lend it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cached_property

from claimcheck.extract.dated_lists import find_dated_lists, may_list_dates
from claimcheck.extract.drafts import BlockDrafts, LinkDraft
from claimcheck.extract.enumeration_words import EnumerationLexicon, compile_enumerations
from claimcheck.extract.enumerations import find_enumerations, find_lists, may_enumerate
from claimcheck.extract.item_lists import find_item_lists, may_open_items
from claimcheck.extract.links import LinkLexicon, compile_links, complete_drafts, find_links
from claimcheck.extract.links.addition.itemised import find_itemised, may_itemise
from claimcheck.extract.links.addition.listings import find_listings, is_small_count
from claimcheck.extract.links.addition.restated import restated_in
from claimcheck.extract.links.event.occurrence import OccurrenceLexicon, compile_occurrences, find_occurrences
from claimcheck.extract.links.event.venues import VenueLexicon, compile_venues, find_venues
from claimcheck.extract.links.extreme.called import find_called
from claimcheck.extract.links.extreme.marks import find_marks
from claimcheck.extract.links.fitting.fits import is_bare, size
from claimcheck.extract.links.phrasing.page import Passage
from claimcheck.extract.links.phrasing.skeleton import build_skeleton
from claimcheck.extract.played_parts import find_played_parts
from claimcheck.extract.ranking import RankingLexicon, add_places, compile_ranking, find_rankings
from claimcheck.extract.telling import Telling
from claimcheck.extract.timing import TimingLexicon, add_anniversaries, compile_timing, find_timings
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.refusals import OrdinalWords
from claimcheck.packs.schema.timing import TimingSpec


class RelationLexicon:
    """The words of one language that tie mentions to one another, those of each sort made ready when first needed."""

    def __init__(self, packs: Packs, language: str) -> None:
        self._packs, self._language = packs, language

    @cached_property
    def links(self) -> LinkLexicon:
        """What ties figures."""
        return compile_links(self._packs, self._language)

    @cached_property
    def occurrences(self) -> OccurrenceLexicon:
        """What ties dates to events."""
        return compile_occurrences(self._packs, self._language)

    @cached_property
    def timing(self) -> TimingLexicon:
        """What ties lengths of time, ages and anniversaries to dates."""
        return compile_timing(self._packs, self._language)

    @cached_property
    def ranking(self) -> RankingLexicon:
        """What ties places in an order."""
        return compile_ranking(self._packs, self._language)

    @cached_property
    def venues(self) -> VenueLexicon:
        """What ties events to places."""
        return compile_venues(self._packs, self._language)

    @cached_property
    def enumerations(self) -> EnumerationLexicon:
        """What makes lists of names."""
        return compile_enumerations(self._packs, self._language)

    @cached_property
    def telling_ranks(self) -> Telling:
        """The words of which there is one where there is an ordinal."""
        known = self._packs.select(OrdinalWords, self._language)
        return Telling(word for each in known for word in each.prefixes or (*each.words, *each.suffixes))

    @cached_property
    def telling_anniversaries(self) -> Telling:
        """The words of which there is one where there is an anniversary."""
        known = (each for each in self._packs.select(TimingSpec, self._language) if each.kind == "anniversary")
        return Telling(word for each in known for word in each.words.get("announces", ()))


_LONGEST_CAPTION = 160
_FEWEST_BESIDE = 2  # figures of a whole and a part, beside a number that may be one as well
_MOST_POINTS = 100  # what changes by more is an index, not a percentage
LexiconOf = Callable[[str], RelationLexicon]


def find_relations(
    blocks: Sequence[BlockDrafts], lexicon_of: LexiconOf, today: dt.date | None
) -> list[tuple[BlockDrafts, list[LinkDraft]]]:
    """The links of each block of a report, whose drafts are completed; today: the day of the report, where known."""
    links = find_links(blocks, lambda language: lexicon_of(language).links)
    for at, found in enumerate(links):
        for link in found:
            if link.kind == "series":
                link.scope = _caption(blocks, at)
    timings = find_timings(blocks, lambda language: lexicon_of(language).timing, today)
    rankings = find_rankings(blocks, lambda language: lexicon_of(language).ranking)
    title = next((block.text for block in blocks if block.kind == "heading"), "")
    listed = [
        [*find_enumerations(block, lexicon_of(block.language).enumerations, title),
         *find_item_lists(blocks, at, lexicon_of(block.language).enumerations),
         *(find_dated_lists(block, lexicon_of(block.language).links) if may_list_dates(block) else ()),
         *find_played_parts(block, lexicon_of(block.language).links),
         *find_called(block, lexicon_of(block.language).links, today),
         *find_marks(block, lexicon_of(block.language).links),
         *find_venues(block, lexicon_of(block.language).venues)]
        for at, block in enumerate(blocks)
    ]
    return [
        (block, found + find_occurrences(block, lexicon_of(block.language).occurrences, title) + timed + ranked + names)
        for block, found, timed, ranked, names in zip(blocks, links, timings, rankings, listed, strict=True)
    ]


def _caption(blocks: Sequence[BlockDrafts], at: int) -> str:
    """What the lines of a series are headed by: the first row of their table, and the short block before it."""
    first = at
    while first > 0 and blocks[first].kind == "row" and blocks[first - 1].kind in ("row", "furniture"):
        first -= 1
    head = blocks[first].text if first < at else ""
    before = blocks[first - 1].text if first > 0 else ""
    return f"{head} {before if len(before) <= _LONGEST_CAPTION else ''}".strip()


def add_mentions_of_relations(blocks: Sequence[BlockDrafts], lexicon_of: LexiconOf, today: dt.date | None) -> None:
    """Adds and completes drafts as `find_relations` does, but looks for no more than these drafts may need."""
    if _may_borrow(blocks):
        complete_drafts(blocks, lambda language: lexicon_of(language).links)
    else:
        for block in blocks:
            list(restated_in(block))
            if may_itemise(block):
                list(find_itemised(block, lexicon_of(block.language).links))
        _add_lists_of_names(blocks, lexicon_of)
    for at, block in enumerate(blocks):
        if may_enumerate(block.text):
            list(find_lists(block, lexicon_of(block.language).enumerations))
        list(find_played_parts(block, lexicon_of(block.language).links))
        if may_open_items(block):
            list(find_item_lists(blocks, at, lexicon_of(block.language).enumerations))
    if any(_may_mark_anniversary(block, lexicon_of) for block in blocks):
        add_anniversaries(blocks, lambda language: lexicon_of(language).timing, today)
    if any(_may_rank(block, lexicon_of) for block in blocks):
        add_places(blocks, lambda language: lexicon_of(language).ranking)
    for block in blocks:  # behind the places, of which a list may tell when they were
        if may_list_dates(block):
            list(find_dated_lists(block, lexicon_of(block.language).links))


def _may_borrow(blocks: Sequence[BlockDrafts]) -> bool:
    """Whether a bare number shares its report with one that has a unit, or points with a percentage.

    Or a number that was refused its block with two figures, so that it may be one of several parts.
    """
    if any(block.refused and len(block.quantities) >= _FEWEST_BESIDE for block in blocks):
        return True
    figures = [figure for block in blocks for figure in block.quantities]
    units = {figure.unit for figure in figures}
    lends = not units <= {"count", "percent"}
    return any(
        (lends and is_bare(figure)) or ("percent" in units and figure.noun == "point" and size(figure) < _MOST_POINTS)
        for figure in figures
    )


def _add_lists_of_names(blocks: Sequence[BlockDrafts], lexicon_of: LexiconOf) -> None:
    for block in blocks:
        if _may_list_names(block, lexicon_of):
            lexicon = lexicon_of(block.language).links
            list(find_listings([Passage(0, block, build_skeleton(block, lexicon.abbreviations), lexicon)], 0))


def _may_list_names(block: BlockDrafts, lexicon_of: LexiconOf) -> bool:
    """Whether a number may count names that are listed behind it: the first such number has the most behind it."""
    counts = [figure for figure in block.quantities if is_small_count(figure)]
    if not counts:
        return False
    told = {each.value for each in counts if each.noun is not None}
    if any(each.noun is None and each.value in told for each in counts):
        return True  # "six schools ... The six are ..."
    phrases, text = lexicon_of(block.language).links.phrases, block.text.lower()
    return any(phrases[opener].search(text, counts[0].number_end) for opener in ("list-opener", "list-anaphor"))


def _may_mark_anniversary(block: BlockDrafts, lexicon_of: LexiconOf) -> bool:
    return lexicon_of(block.language).telling_anniversaries.may_stand_in(block.words)


def _may_rank(block: BlockDrafts, lexicon_of: LexiconOf) -> bool:
    """Whether there may be a place in an order: an ordinal, or a row of a table that begins with one."""
    lexicon = lexicon_of(block.language)
    if block.kind == "row" or not lexicon.telling_ranks.may_stand_in(block.words):
        return block.kind == "row"
    ordinals = lexicon.ranking.ordinals
    return ordinals is not None and ordinals.regex.search(block.text) is not None

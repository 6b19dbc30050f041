"""Places in a ranking, with what the words tie them to: moves, those ahead, figures beside them, rows of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claimcheck.extract.drafts import BlockDrafts, LinkDraft
from claimcheck.extract.ranking.ahead import find_ahead
from claimcheck.extract.ranking.entries import find_entries, starts_of_lists
from claimcheck.extract.ranking.lexicon import RankingLexicon, compile_ranking
from claimcheck.extract.ranking.moves import find_moves
from claimcheck.extract.ranking.outdone import find_outdone
from claimcheck.extract.ranking.places import find_places
from claimcheck.extract.ranking.standings import find_standings
from claimcheck.extract.ranking.tallies import find_tallies
from claimcheck.extract.ranking.times import find_times
from claimcheck.extract.ranking.tops import find_tops

__all__ = ["RankingLexicon", "add_places", "compile_ranking", "find_rankings"]


def find_rankings(
    blocks: Sequence[BlockDrafts], lexicon_of: Callable[[str], RankingLexicon]
) -> list[list[LinkDraft]]:
    """The links about ranks of each block of a report; places that were no mentions yet are added to their blocks."""
    starts = starts_of_lists(blocks)
    return [
        [
            *_find_new_places(block, lexicon),
            *find_tallies(block, lexicon),
            *find_entries(blocks, starts, at, lexicon),
            *find_places(block, lexicon),
            *find_tops(block, lexicon),
            *find_times(block, lexicon.names),
            *find_outdone(block, lexicon),
        ]
        for at, block in enumerate(blocks)
        for lexicon in (lexicon_of(block.language),)
    ]


def add_places(blocks: Sequence[BlockDrafts], lexicon_of: Callable[[str], RankingLexicon]) -> None:
    """Adds places to the blocks as `find_rankings` does, but looks for no more than these."""
    for block in blocks:
        list(_find_new_places(block, lexicon_of(block.language)))


def _find_new_places(block: BlockDrafts, lexicon: RankingLexicon) -> Iterator[LinkDraft]:
    """The links of places that may be no mentions yet."""
    yield from find_moves(block, lexicon)
    yield from find_ahead(block, lexicon)
    yield from find_standings(block, lexicon)

"""Links: relations between figures that the words of a report state. Takes bound drafts, gives link drafts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimcheck.extract.drafts import BlockDrafts, LinkDraft
from claimcheck.extract.links.addition.addends import find_addends
from claimcheck.extract.links.addition.breakdowns import find_breakdowns
from claimcheck.extract.links.addition.columns import find_columns
from claimcheck.extract.links.addition.itemised import find_itemised
from claimcheck.extract.links.addition.listed_totals import find_listed_totals
from claimcheck.extract.links.addition.listings import find_listings
from claimcheck.extract.links.addition.lists import find_totals
from claimcheck.extract.links.addition.of_them import find_of_them
from claimcheck.extract.links.addition.overlaps import without_overlaps
from claimcheck.extract.links.addition.remaining import find_remaining
from claimcheck.extract.links.addition.restated import find_restated
from claimcheck.extract.links.addition.results import find_results
from claimcheck.extract.links.addition.shared_out import find_shared_out
from claimcheck.extract.links.addition.summed import find_sums
from claimcheck.extract.links.difference.apart import find_apart
from claimcheck.extract.links.difference.balances import find_balances
from claimcheck.extract.links.difference.gaps import find_gaps
from claimcheck.extract.links.difference.innings import find_innings
from claimcheck.extract.links.difference.margins import find_margins
from claimcheck.extract.links.division.answers import find_answers
from claimcheck.extract.links.division.apiece import find_apiece
from claimcheck.extract.links.division.averages import find_averages
from claimcheck.extract.links.division.counted_shares import find_counted_shares
from claimcheck.extract.links.division.means import find_means
from claimcheck.extract.links.division.portions import find_portions
from claimcheck.extract.links.division.products import find_products
from claimcheck.extract.links.division.quotas import find_quotas
from claimcheck.extract.links.division.rates import tie_rates
from claimcheck.extract.links.division.rounded import find_rounded
from claimcheck.extract.links.division.share_lists import find_share_lists
from claimcheck.extract.links.division.totals_named import find_shares_of_total
from claimcheck.extract.links.drawn import find_drawn
from claimcheck.extract.links.extreme.bounds import find_bounds
from claimcheck.extract.links.extreme.peaks import find_peaks
from claimcheck.extract.links.extreme.ranges import find_chosen, find_instances, find_spreads
from claimcheck.extract.links.extreme.series import find_series
from claimcheck.extract.links.extreme.strays import find_strays
from claimcheck.extract.links.extreme.streaks import find_streaks
from claimcheck.extract.links.extreme.superlatives import find_superlatives
from claimcheck.extract.links.fitting.fits import is_bare
from claimcheck.extract.links.movement.based import find_based
from claimcheck.extract.links.movement.bases import without_two_bases
from claimcheck.extract.links.movement.changes import find_changes, without_fragments
from claimcheck.extract.links.movement.concluded import find_concluded
from claimcheck.extract.links.movement.fuller import find_fuller
from claimcheck.extract.links.movement.gains import find_gains
from claimcheck.extract.links.movement.levels import find_levels, find_partial_changes, mark_lags
from claimcheck.extract.links.movement.levels_apart import find_levels_apart
from claimcheck.extract.links.movement.movements import set_bases
from claimcheck.extract.links.movement.moves import find_moves
from claimcheck.extract.links.movement.since import find_since
from claimcheck.extract.links.movement.stacked import find_stacked
from claimcheck.extract.links.movement.steps import find_steps
from claimcheck.extract.links.movement.times import find_times
from claimcheck.extract.links.movement.yearly import without_yearly
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon, compile_links
from claimcheck.extract.links.phrasing.page import Finder, Page, Passage
from claimcheck.extract.links.phrasing.skeleton import build_skeleton
from claimcheck.extract.links.recalls import find_recalls
from claimcheck.extract.links.stated import find_stated, may_be_points

__all__ = ["LinkLexicon", "compile_links", "complete_drafts", "find_links"]

_MOST_FIGURES = 1000  # a block with more is a dump of numbers, where no words tie any two of them
_IN_BLOCK = (find_stated, find_shares_of_total, find_totals, find_of_them, find_share_lists, find_sums, find_balances)
_OF_ONE_FIGURE = (find_superlatives, find_streaks, find_rounded, find_quotas)
_OF_WHOLES = ("total", "share", "tally", "sample")  # links whose parts no average is of
_LENT_BY_NONE = ("count", "percent")  # units that no figure gives to a bare number
_COMPLETING: tuple[Finder, ...] = (find_listings, find_breakdowns, find_restated, find_listed_totals)
_ON_PAGE: tuple[Finder, ...] = (
    find_margins, find_innings, find_chosen, find_spreads, find_instances, find_listings, find_columns,
    find_breakdowns, find_series, find_restated, find_apiece, find_bounds, find_portions, find_steps, find_strays,
    find_listed_totals, find_addends, find_gaps, find_recalls, find_products,
)


def find_links(blocks: Sequence[BlockDrafts], lexicon_of: Callable[[str], LinkLexicon]) -> list[list[LinkDraft]]:
    """The links of a report, for each of its blocks those that begin there, in the order of the text.

    lexicon_of: the words of a language by its code. Only where the words leave one reading there is a link. The lists
    of names that a link needs are added to the drafts of their block.
    """
    page = list(_passages(blocks, lexicon_of))
    found: list[list[LinkDraft]] = [[] for _ in blocks]
    for at, passage in enumerate(page):
        links = found[passage.number]
        if passage.block.quantities:
            links += _links_of_figures(passage)
            links += (link for finder in _OF_ONE_FIGURE for link in finder(passage.skeleton, passage.lexicon))
            listed = {id(part) for link in links if link.kind == "total" for part in link.roles["part"]}
            links += (link for link in find_answers(passage.skeleton, passage.lexicon)
                      if not any(id(part) in listed for part in link.roles["part"]))
            links += list(find_counted_shares(passage.skeleton, passage.lexicon, links))
            links += list(find_peaks(passage.skeleton, passage.lexicon, links))
            mark_lags(passage.skeleton, passage.lexicon, links)
            links[:] = without_yearly(links, passage.skeleton, passage.lexicon)
            links[:] = without_two_bases(links, passage.skeleton, passage.lexicon)
        links += (link for finder in _ON_PAGE for link in finder(page, at))
        links[:] = without_overlaps(links, page, at)
        ranged = {id(link.roles["value"][0]) for link in links if link.kind == "range"}
        links += list(find_means(page, at, ranged))
    tie_rates(page, (link for links in found for link in links))
    whole = (link for links in found for link in links if link.kind in _OF_WHOLES)
    parts = {id(part) for link in whole for part in link.roles.get("part", ())}
    for at, passage in enumerate(page):
        told = {id(link.roles["ratio"][0]) for link in found[passage.number] if link.kind == "ratio"}
        averages = find_averages(page, at, parts)
        found[passage.number] += (link for link in averages if id(link.roles["ratio"][0]) not in told)
    return [sorted(links, key=lambda link: (link.start, link.end, link.kind)) for links in found]


def complete_drafts(blocks: Sequence[BlockDrafts], lexicon_of: Callable[[str], LinkLexicon]) -> None:
    """Completes the drafts as `find_links` does on its way: the units that links lend, figures and lists of names."""
    page = list(_passages(blocks, lexicon_of))
    for at, passage in enumerate(page):
        if passage.block.quantities:
            _links_of_figures(passage, all_links=False)
        for finder in _COMPLETING:
            list(finder(page, at))


def _links_of_figures(passage: Passage, *, all_links: bool = True) -> list[LinkDraft]:
    """The links between the figures of one block; else those alone that may complete its drafts, or bar others."""
    skeleton, lexicon, figures = passage.skeleton, passage.lexicon, passage.block.quantities
    borrow = all_links or (any(map(is_bare, figures)) and any(figure.unit not in _LENT_BY_NONE for figure in figures))
    points = all_links or any(may_be_points(figure, lexicon) for figure in figures)
    itemised = list(find_itemised(passage.block, lexicon))
    wholes = {id(link.roles["whole"][0]) for link in itemised}
    links = [link for finder in _IN_BLOCK for link in finder(skeleton, lexicon)
             if not any(id(whole) in wholes for whole in link.roles.get("whole", ()))]
    links += itemised
    links = without_fragments(links, list(find_changes(skeleton, lexicon, links)))
    if borrow:
        links += list(find_levels(skeleton, lexicon, links))
        links += list(find_levels_apart(skeleton, lexicon, links))
        set_bases(links, skeleton, lexicon)
    if points:
        links += list(find_partial_changes(skeleton, lexicon, links))
    if borrow or points:
        links = without_fragments(links, list(find_moves(skeleton, lexicon, links)))
    if all_links:
        links = without_fragments(links, list(find_based(skeleton, lexicon, links)))
        links = without_fragments(links, list(find_drawn(skeleton, lexicon, links)))
        links = without_fragments(links, list(find_fuller(skeleton, lexicon, links)))
        links = without_fragments(links, list(find_concluded(skeleton, lexicon, links)))
        links = without_fragments(links, list(find_since(skeleton, lexicon, links)))
        links = without_fragments(links, list(find_times(skeleton, lexicon, links)))
        links = without_fragments(links, list(find_apart(skeleton, lexicon, links)))
        links += list(find_gains(skeleton, lexicon, links))
        links += list(find_stacked(skeleton, lexicon, links))
        links += list(find_remaining(skeleton, lexicon, links))
        links += list(find_results(skeleton, lexicon))
    return links + list(find_shared_out(passage.block, skeleton, lexicon, links))


def _passages(blocks: Sequence[BlockDrafts], lexicon_of: Callable[[str], LinkLexicon]) -> Page:
    return [
        Passage(number, block, build_skeleton(block, lexicon.abbreviations), lexicon)
        for number, block in enumerate(blocks)
        if (block.quantities or block.kind == "row") and len(block.quantities) <= _MOST_FIGURES
        for lexicon in (lexicon_of(block.language),)
    ]

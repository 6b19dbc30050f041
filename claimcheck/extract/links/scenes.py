"""Scenes: a block, and with it the one before or behind, in which the figures of one relation may stand apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft
from claimcheck.extract.links.dated_levels import find_dated_levels
from claimcheck.extract.links.gaps import find_gaps
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.extract.links.moves import find_moves
from claimcheck.extract.links.page import Page
from claimcheck.extract.links.quotients import find_quotients
from claimcheck.extract.links.skeleton import Skeleton, joined
from claimcheck.extract.links.stated import HEARTS
from claimcheck.extract.links.told_again import find_told_again
from claimcheck.extract.links.wholes_told import find_wholes_told

_MOST_FIGURES = 16  # of a scene of two blocks; longer ones tell of several things
_LATER = "to"  # the figure that two levels are told at
_Finder = Callable[[Skeleton, LinkLexicon, Sequence[LinkDraft]], Iterator[LinkDraft]]
_IN_BLOCK: tuple[_Finder, ...] = (find_dated_levels, find_told_again, find_gaps, find_quotients, find_wholes_told)
_ACROSS: tuple[_Finder, ...] = (find_moves, *_IN_BLOCK)


def find_scenes(page: Page, number: int, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """The relations whose heart stands in one block, whose other figures may stand in the block before or behind.

    known: links already found, whose hearts are not tied again.
    """
    passage = page[number]
    if passage.block.kind == "row":
        return
    own = {id(figure) for figure in passage.skeleton.figures.values()}
    told = list(known)
    for skeleton, finders in _scenes(page, number):
        for finder in finders:
            for link in list(finder(skeleton, passage.lexicon, told)):
                heart = link.roles[HEARTS.get(link.kind, _LATER)][0]
                if id(heart) in own:
                    link.start, link.end = heart.start, heart.end
                    told.append(link)
                    yield link


def _scenes(page: Page, number: int) -> Iterator[tuple[Skeleton, tuple[_Finder, ...]]]:
    passage = page[number]
    yield passage.skeleton, _IN_BLOCK
    for one, other in ((number - 1, number), (number, number + 1)):
        if one >= 0 and other < len(page) and _are_neighbours(page, one, other):
            yield joined(page[one].skeleton, page[other].skeleton), _ACROSS


def _are_neighbours(page: Page, one: int, other: int) -> bool:
    first, second = page[one], page[other]
    several = len(first.skeleton.figures) + len(second.skeleton.figures)
    return (
        second.number == first.number + 1 and several <= _MOST_FIGURES and first.lexicon is second.lexicon
        and "row" not in (first.block.kind, second.block.kind)
    )

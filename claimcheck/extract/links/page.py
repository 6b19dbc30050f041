"""A report as links see it: its blocks in order, each with its skeleton and the words of its language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, QuantityDraft
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.extract.links.skeleton import STOP, Skeleton


@dataclass(frozen=True, slots=True)
class Passage:
    """One block that holds figures, or is a row of a table; `number` is its place among all blocks."""

    number: int
    block: BlockDrafts
    skeleton: Skeleton
    lexicon: LinkLexicon

    def says(self, phrase: str, start: int, end: int) -> bool:
        """True when the words of a phrase stand in a stretch of the skeleton."""
        return self.lexicon.phrases[phrase].regex.search(self.skeleton.low, start, end) is not None

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around a place of the skeleton starts and ends."""
        end = self.skeleton.low.find(STOP, at)
        return self.skeleton.low.rfind(STOP, 0, at) + 1, len(self.skeleton.low) if end < 0 else end


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure and where it stands."""

    passage: Passage
    at: int

    @property
    def figure(self) -> QuantityDraft:
        """The figure itself."""
        return self.passage.skeleton.figures[self.at]


Page = Sequence[Passage]
# Finds links that begin in one passage and may reach into those around it.
Finder = Callable[[Page, int], Iterator[LinkDraft]]


def spots(passages: Sequence[Passage]) -> Iterator[Spot]:
    """All figures of some passages in their order."""
    for passage in passages:
        for at in passage.skeleton.figures:
            yield Spot(passage, at)


def around(page: Page, number: int, before: int, after: int) -> Sequence[Passage]:
    """The passage of that place in the page with its neighbours, none from beyond a gap of blocks without figures."""
    own = page[number].number
    near = page[max(0, number - before) : number + after + 1]
    return [passage for passage in near if own - before <= passage.number <= own + after]

"""A report as links see it: its blocks in order, each with its skeleton and the words of its language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, QuantityDraft
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import Skeleton

_MOST_FIGURES = 200  # in a passage whose figures are searched one by one, so that the cost stays linear


@dataclass(frozen=True, slots=True)
class Passage:
    """One block that holds figures, or is a row of a table; `number` is its place among all blocks."""

    number: int
    block: BlockDrafts
    skeleton: Skeleton
    lexicon: LinkLexicon

    def says(self, phrase: str, start: int, end: int) -> bool:
        """True when a stretch of the skeleton holds the words of a phrase, be it in the nouns of its figures."""
        return self.lexicon.phrases[phrase].search(self.words(start, end)) is not None

    def words(self, start: int, end: int) -> str:
        """The words of a stretch of the skeleton in small letters, those of its figures and dates among them."""
        return " ".join(self.skeleton.told(start, end).split())

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around a place of the skeleton starts and ends."""
        return self.skeleton.sentence(at)

    def clause(self, at: int) -> tuple[int, int]:
        """Where the part of a sentence around a place that no semicolon parts starts and ends."""
        start, end = self.sentence(at)
        stop = self.skeleton.low.find(";", at, end)
        return max(start, self.skeleton.low.rfind(";", start, at) + 1), end if stop < 0 else stop


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
    """The passage of that place in the page with its neighbours among all blocks; none that is crowded with figures."""
    own = page[number].number
    return [
        passage
        for passage in page[max(0, number - before) : number + after + 1]
        if own - before <= passage.number <= own + after and len(passage.skeleton.figures) <= _MOST_FIGURES
    ]

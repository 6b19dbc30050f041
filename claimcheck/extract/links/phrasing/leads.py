"""The words that lead up to a figure."""

from __future__ import annotations

from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import STOP, Skeleton

_APART = 110  # letters between two figures of one change


def _after_stop(words: str) -> str:
    return words[words.find(STOP) + 1:].strip()


def words_before(at: int, skeleton: Skeleton) -> str:
    """The words between a figure and the one before it in its sentence, ready for a search that ends at the figure."""
    places = skeleton.before(at)
    start = max(skeleton.low.rfind(STOP, 0, at) + 1, places[-1] + 1 if places else 0, at - _APART)
    return skeleton.low[start:at].strip()


def ends_in(phrase: str, words: str, lexicon: LinkLexicon) -> bool:
    """True when words end in those of a phrase."""
    return lexicon.phrases[phrase].ends(words)


def unhedged(words: str, lexicon: LinkLexicon) -> str:
    """Words without the longest hedge at their end ("to about")."""
    parts = words.split(" ")
    for count in range(min(lexicon.patterns.longest_hedge, len(parts) - 1), 0, -1):
        if " ".join(parts[-count:]) in lexicon.patterns.hedges:
            return " ".join(parts[:-count]).rstrip()
    return words

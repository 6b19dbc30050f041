"""What shows that two stretches of a text speak of one thing: words that both use, or words that point back."""

from __future__ import annotations

import re

from claimcheck.extract.links.anchors import source_between
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.extract.links.skeleton import FIGURES, STOP, Skeleton

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_CLAUSE_END = re.compile(rf"[;:]|, (?:and|but|while|whereas|although)\b|{STOP}")
_OPENING = 40  # letters of a sentence in which words may point back


def stems(words: str, lexicon: LinkLexicon) -> frozenset[str]:
    """How the longer words of a stretch begin, without those that tell of movement, time and reporting alone.

    A word and its plural, its verb and its noun begin alike.
    """
    told = lexicon.phrases["of-any-matter"].regex.sub(" ", words)
    return frozenset(word[:_STEM] for word in _WORD.findall(told))


def clause(at: int, skeleton: Skeleton) -> tuple[int, int]:
    """The stretch of a sentence round a place that no semicolon, colon or conjunction behind a comma parts from it."""
    start, end = skeleton.sentence(at)
    for match in _CLAUSE_END.finditer(skeleton.low, start, at):
        start = match.end()
    stop = _CLAUSE_END.search(skeleton.low, at, end)
    return start, stop.start() if stop else end


def stems_of_clause(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> frozenset[str]:
    """The stems of the clause of a figure, its own noun among them."""
    start, end = clause(at, skeleton)
    return stems(source_between(start, end, skeleton), lexicon)


def stems_of_sentence(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> frozenset[str]:
    """The stems of the sentence of a figure."""
    return stems(source_between(*skeleton.sentence(at), skeleton), lexicon)


def points_back(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where the sentence of a figure begins by speaking of what was said before: "That is", "The rise of"."""
    start, end = skeleton.sentence(at)
    opening = skeleton.low[start:min(end, at + 1, start + _OPENING)]
    opening = opening.lstrip(" -–—•*\n")
    found = lexicon.phrases["points-back"].regex.match(opening)
    return found is not None and not set(opening[: found.end()]) & set(FIGURES)

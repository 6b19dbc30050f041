"""How many places somebody moved, and from where to where: "up three places, from 16th to 13th"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, QuantityDraft, drafts_between
from claimcheck.extract.ranking.lexicon import Rank, RankingLexicon, RankingWords, draft_of, ordinals_in

_REACH, _APART = 70, 60
_STOP = re.compile(r"[.!?;\n](?=\s|$)")


def find_moves(block: BlockDrafts, lexicon: RankingLexicon) -> Iterator[LinkDraft]:
    """A link for each two places, the one left and the one reached, with a number of places beside them."""
    words = lexicon.of("move")
    steps = [
        draft for draft in block.quantities
        if not isinstance(draft.value, tuple) and words.follows("step", block.text, draft.number_end)
        and words.ends("verb", block.text, draft.full_start)
    ]
    if not steps:
        return
    used: set[int] = set()
    for one, other in pairwise(ordinals_in(block.text, 0, len(block.text), lexicon)):
        ends = _ends(block.text, one, other, words) if one.start not in used else None
        if ends is None:
            continue
        near = [
            step for step in drafts_between(steps, one.start - _REACH, other.end + _REACH)
            if step.start not in used and _is_near(block.text, step, one, other)
        ]
        if not near:
            continue
        used |= {near[0].start, other.start}
        left, reached = (draft_of(rank, block) for rank in ends)
        start, end = min(near[0].start, one.start), max(near[0].end, other.end)
        yield LinkDraft(start, end, kind="move", roles={"move": [near[0]], "from": [left], "to": [reached]})


def _ends(text: str, one: Rank, other: Rank, words: RankingWords) -> tuple[Rank, Rank] | None:
    """The place left and the place reached; None when the words do not tell."""
    between = text[one.end : other.start]
    if len(between) > _APART or _STOP.search(between):
        return None
    if words.ends("from", text, one.start) and words.ends("to", between):
        return one, other
    if words.ends("from", between) and not words.ends("from", text, one.start):
        return other, one
    return None


def _is_near(text: str, step: QuantityDraft, one: Rank, other: Rank) -> bool:
    start, end = min(step.start, one.start), max(step.end, other.end)
    return one.start - _REACH <= step.start and step.end <= other.end + _REACH and not _STOP.search(text[start:end])

"""Lengths of time between two things, whose days may stand anywhere: "after fourteen months", "lasted 22 weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import BlockDrafts, Draft, LinkDraft, QuantityDraft
from claimcheck.extract.timing.lexicon import TimingLexicon, TimingWords
from claimcheck.extract.tokens import sentence_around

_REACH = 30
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")


def find_elapsed(block: BlockDrafts, lexicon: TimingLexicon) -> Iterator[LinkDraft]:
    """A link for each length of time that the words put between two things."""
    words = lexicon.of("elapsed")
    for length in block.quantities:
        if words.has("unit", length.unit) and not isinstance(length.value, tuple):
            direction = _direction(block.text, length, words)
            if direction is not None and not _is_of_saying(block, length, words):
                roles: dict[str, list[Draft]] = {"length": [length]}
                yield LinkDraft(length.start, length.end, kind="elapsed", roles=roles, direction=direction,
                                scope=_matter(block.text, length, words))


def _direction(text: str, length: QuantityDraft, words: TimingWords) -> str | None:
    """What the words make of a length: "apart", "end" or "" (see `Link`); None where they say nothing."""
    following = _NEXT_WORD.match(text, length.end)
    behind = following[1].lower() if following else ""
    if words.has("closes", behind):
        return "apart"
    led = text[max(0, length.full_start - _REACH) : length.full_start].rstrip()
    if words.has("bars", behind) or words.find("bars").search(text, length.start, length.end):
        return None
    for role, direction in (("introduces", "end"), ("lasting", "")):
        if any(match.end() == len(led) for match in words.find(role).finditer(led)):  # type: ignore[arg-type]
            return direction
    return None


def _is_of_saying(block: BlockDrafts, length: QuantityDraft, words: TimingWords) -> bool:
    """True where the only day of its sentence is one on which somebody said something: "closed, he said on 4 May"."""
    start, end = sentence_around(block.text, length.start)
    days = block.dates_between(start, end)
    said = words.find("breaks")
    return len(days) == 1 and any(
        match.end() == days[0].start - 1 for match in said.finditer(block.text, start, days[0].start)
    )


def _matter(text: str, length: QuantityDraft, words: TimingWords) -> str:
    """What a length is one of: "repairs" in "ten months of repairs"; "" where nothing says so."""
    link = words.find("within").match(text, length.end + 1)
    noun = _NEXT_WORD.match(text, link.end()) if link else None
    return noun[1].lower() if noun else ""

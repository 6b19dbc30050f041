"""Where a sentence gives a place: "third", "second-largest", "runner-up", "topped the table"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.ranking.lexicon import Rank, RankingLexicon, RankingWords, ordinals_in

_MARK = re.compile(r"\s*(?:$|[,.;:()–—]|-(?!\w))")  # "the second-oldest" is no place by itself
_TURN, _TURN_END = "NAME $", re.compile(r"[.,;]|$")
_APPOSED_TO_NAME = "NAME, ?$"
APPOSITION = 40  # letters of an article and a comma before a place
CLAUSE_END = re.compile(r"[.;:!?](?!\d)|, ")

Sentence = tuple[int, int]
Place = tuple[int, int, int, str]  # where it starts and ends, its number, and the side that it counts from


def places_in(text: str, sentence: Sentence, lexicon: RankingLexicon) -> Iterator[Place]:
    """The places that a sentence gives."""
    (start, end), words, standing = sentence, lexicon.of("place"), lexicon.of("standing")
    ordinals = ordinals_in(text, start, end, lexicon)
    turns = [
        rank.start for rank in ordinals
        if words.names.pattern(_TURN).search(text[start : rank.start])
        and (_TURN_END.match(text, rank.end) or lexicon.of("ahead").follows("and", text, rank.end))
    ]
    for rank in ordinals:
        before = text[start : rank.start]
        if words.ends("tied", before):
            continue
        side, last = _superlative(text, rank.end, words)
        if side:
            yield rank.start, last, rank.value, side
        elif standing.ends("verb", before) or words.ends("verb", before):
            place = words.follows("place", text, rank.end)
            if place or standing.follows("open", text, rank.end) or _MARK.match(text, rank.end):
                yield rank.start, place.end() if place else rank.end, rank.value, ""
        elif len(turns) > 1 and rank.start in turns:
            yield rank.start, rank.end, rank.value, ""  # "Norway first, Sweden second and Denmark third"
        elif _is_apposed(before[-APPOSITION:], words) and standing.follows("open", text, rank.end):
            yield rank.start, rank.end, rank.value, ""  # "Orla, 11th in the survey"
        elif _is_in_list(text, (start, end), rank, words, standing):
            yield rank.start, rank.end, rank.value, ""
    yield from _told_by_words(text, start, end, words, lexicon.of("top"))
    taken = {rank.end for rank in ordinals}
    for found in words.find("superlative").finditer(text, start, end):
        before = text[start : found.start()]
        side, last = _superlative(text, found.start(), words)
        if side and words.ends("article", before) and not words.ends("tied", before) and not any(
            at in taken for at in range(found.start() - 2, found.start() + 1)
        ):
            yield found.start(), last, 1, side


def _is_apposed(before: str, words: RankingWords) -> bool:
    adverb = words.ends("adverb", before)
    before = before[: adverb.start()] if adverb else before
    return words.names.pattern(_APPOSED_TO_NAME).search(before) is not None


def _told_by_words(text: str, start: int, end: int, words: RankingWords, top: RankingWords) -> Iterator[Place]:
    """ "Orla was runner-up", "Orla leads the table", "Orla won silver"."""
    for found in words.find("header").finditer(text, start, end):
        yield found.start(), found.end(), 2, ""
    for found in words.find("step").finditer(text, start, end):
        yield found.start(), found.end(), 1, ""
    for place, pattern in top.scopes.items():
        for found in pattern.finditer(text, start, end):
            if top.ends("from", text[start : found.start()]) and not words.find("header").fullmatch(found[0]):
                yield found.start(), found.end(), int(place), ""


def _is_in_list(text: str, sentence: Sentence, rank: Rank, words: RankingWords, standing: RankingWords) -> bool:
    """True for "closed the season fourth in the table of clubs", where the verb has an object."""
    stop = CLAUSE_END.search(text, rank.end, sentence[1])
    listed = standing.find("list").search(text, rank.end, stop.start() if stop else sentence[1])
    opened = standing.follows("open", text, rank.end)
    return bool(listed and opened and words.find("verb").search(text, sentence[0], rank.start))


def _superlative(text: str, at: int, words: RankingWords) -> tuple[str, int]:
    """The side that a superlative at a place counts from, and where it ends; "" without one."""
    found = words.follows("superlative", text, at)
    if found is None:
        return "", at
    word = found[0].strip(" -‑")
    return next((side for side, known in words.scopes.items() if known.fullmatch(word)), ""), found.end()

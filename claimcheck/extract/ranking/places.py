"""Places that words give: "the second-largest town", "Ada Kone was runner-up", "the highest yield of the districts"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import BlockDrafts, Draft, LinkDraft, QuantityDraft
from claimcheck.extract.ranking.entries import NAME, TIME, names_in
from claimcheck.extract.ranking.lexicon import RankingLexicon, RankingWords, ordinals_in
from claimcheck.extract.ranking.standings import is_plain
from claimcheck.extract.tokens import split_sentences

_MARK = re.compile(r"\s*(?:$|[,.;:()–—-])")
_BY_PART = "part"  # the side of a place by some measure of its own ("second in home matches")
_SCOPE = re.compile(r"[ -]?[A-Z]")  # "its largest European market" is the largest of Europe alone
_PLAIN = re.compile(r"\s*[a-z]+\s*")
_YEAR = 4  # digits
_CLAUSE_END = re.compile(r"[.;:!?]|, ")


def find_places(block: BlockDrafts, lexicon: RankingLexicon) -> Iterator[LinkDraft]:
    """A link for each place: `when` is its number and the time beside it ("3|8:47:03"), `direction` the side counted
    from, `scope` the names before it in its sentence, the nearest first, a line apart; then those of its block; then
    the words behind it that say by what it is counted, and the years of its sentence.
    """
    words, standing = lexicon.of("place"), lexicon.of("standing")
    telling = [words.find(role) for role in ("verb", "superlative", "header")]
    if block.kind == "row" or not any(pattern.search(block.text) for pattern in telling):
        return
    for start, end in split_sentences(block.text, frozenset()):
        for first, last, value, side in _ranks(block.text, start, end, words, standing, lexicon):
            if _is_of_other_time(block.text, (start, first, last, end), words) or _SCOPE.match(block.text, last):
                continue
            names = names_in(block.text, start, first)
            earlier = names_in(block.text, 0, start)
            times = TIME.findall(block.text, start, end)
            figures = _figures(block, start, end)
            roles: dict[str, list[Draft]] = {"figure": [*figures]} if figures else {}
            told = "\n".join(names), "\n".join(earlier), _measure(block, last, (start, end), words)
            yield LinkDraft(first, last, kind="place", roles=roles, direction="" if side == _BY_PART else side,
                            complete=side != _BY_PART,
                            when=f"{value}|{times[0] if len(times) == 1 else ''}",
                            scope="\n\n".join(told))


def _measure(block: BlockDrafts, at: int, sentence: tuple[int, int], words: RankingWords) -> str:
    """The words behind a place up to those that say among whom, with the years of its sentence.

    Nothing where more than one plain word says among whom: "the highest turnout of the coastal wards" is one of a few.
    """
    start, end = sentence
    stop = _CLAUSE_END.search(block.text, at, end)
    clause = block.text[at : stop.start() if stop else end].rstrip()
    years = sorted({str(date.period.start.year) for date in block.dates if start <= date.start < end and date.period})
    timed = words.ends("with", clause[:-_YEAR]) if clause[-_YEAR:] in years else None
    clause = clause[: timed.start()] if timed else clause
    among = words.find("among").search(clause)
    if among is not None:
        if not _PLAIN.fullmatch(clause, among.end()):
            return ""
        clause = clause[: among.start()]
    return " ".join((*clause.split(), *years))


def _is_of_other_time(text: str, spans: tuple[int, int, int, int], words: RankingWords) -> bool:
    """True where the clause of a place, or the opening of its sentence, sets it in another time or in a part."""
    start, first, last, end = spans
    commas = [mark.end() for mark in _CLAUSE_END.finditer(text, start, first)]
    stop = _CLAUSE_END.search(text, last, end)
    if words.find("after").search(text, commas[-1] if commas else start, stop.start() if stop else end):
        return True
    opening = words.find("after").search(text, start, commas[0] if commas else start)
    return opening is not None and NAME.search(text, start + 1, opening.start()) is None and opening.start() < start + 4


def _figures(block: BlockDrafts, start: int, end: int) -> list[QuantityDraft]:
    return [draft for draft in block.quantities if start <= draft.start < end and not isinstance(draft.value, tuple)]


def _ranks(
    text: str, start: int, end: int, words: RankingWords, standing: RankingWords, lexicon: RankingLexicon
) -> Iterator[tuple[int, int, int, str]]:
    """Where each place of a sentence starts and ends, its number, and from which side it counts."""
    ordinals = ordinals_in(text, start, end, lexicon)
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
                side = "" if is_plain(text, rank, standing) else _BY_PART
                yield rank.start, place.end() if place else rank.end, rank.value, side
    for second in words.find("header").finditer(text, start, end):
        yield second.start(), second.end(), 2, ""
    taken = {rank.end for rank in ordinals}
    for found in words.find("superlative").finditer(text, start, end):
        before = text[start : found.start()]
        side, last = _superlative(text, found.start(), words)
        if side and words.ends("article", before) and not words.ends("tied", before) and not any(
            at in taken for at in range(found.start() - 2, found.start() + 1)
        ):
            yield found.start(), last, 1, side


def _superlative(text: str, at: int, words: RankingWords) -> tuple[str, int]:
    """The side that a superlative at a place counts from, and where it ends; "" without one."""
    found = words.follows("superlative", text, at)
    if found is None:
        return "", at
    word = found[0].strip(" -‑")
    return next((side for side, known in words.scopes.items() if known.fullmatch(word)), ""), found.end()

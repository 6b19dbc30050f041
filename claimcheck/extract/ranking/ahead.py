"""A place in an order with those named ahead: "second with 31 golds, behind Orla (58) and Marra (52)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.extract.drafts import BlockDrafts, Draft, LinkDraft, ListDraft, QuantityDraft
from claimcheck.extract.ranking.lexicon import Rank, RankingLexicon, RankingWords, draft_of, ordinals_in
from claimcheck.model.letters import CAPITALS
from claimcheck.packs.schema.ranking import RankingRole

_APART = 110  # from a place to the word "behind"
# A run of capitalised words, with short words between them: "Bank of Orla's".
_NAME = re.compile(rf"[{CAPITALS}][\w.&’'-]*(?: (?:[a-z]{{2,3}} )?[{CAPITALS}][\w.&’'-]*){{0,6}}")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CLOSER = re.compile(r"(?: [^\W\d_]+){0,2}\)")


def find_ahead(block: BlockDrafts, lexicon: RankingLexicon) -> Iterator[LinkDraft]:
    """A link for each place after which those ahead are named, all with a figure that lies beyond its own.

    `direction` is "above" where theirs are larger, "below" where they are smaller.
    """
    words = lexicon.of("ahead")
    if not words.find("behind").search(block.text):
        return
    for start, end in lexicon.sentences(block.text):
        for rank in ordinals_in(block.text, start, end, lexicon):
            behind = behind_place(block.text, (start, end), rank, words)
            if behind is None:
                continue
            own = _own_figure(block, start, rank, behind.start())
            ahead = list(_items(block, behind.end(), end, words))
            if own is not None and ahead and _are_beyond([value for _, _, value in ahead], own):
                first, last = ahead[0][0], ahead[-1][1]
                names = ListDraft(first, last, tuple(block.text[at:stop] for at, stop, _ in ahead))
                block.lists.append(names)
                roles: dict[str, list[Draft]] = {"rank": [draft_of(rank, block)], "own": [own], "ahead": [names]}
                side = "above" if ahead[0][2] > own.value else "below"  # type: ignore[operator]
                yield LinkDraft(rank.start, last, kind="ahead", roles=roles, direction=side)


def behind_place(text: str, sentence: tuple[int, int], rank: Rank, words: RankingWords) -> re.Match[str] | None:
    """The word behind a place, and before those who are ahead; None for no place, or one that several share."""
    behind = _behind(text, rank.end, sentence[1], words)
    return behind if behind is not None and _is_place(text, sentence[0], rank, words) else None


def _behind(text: str, at: int, end: int, words: RankingWords) -> re.Match[str] | None:
    """The word before those who are ahead; one that may tell of time only after a comma."""
    behind = words.find("behind").search(text, at, min(end, at + _APART))
    timed = behind is not None and words.find("after").fullmatch(behind[0])
    return None if behind is None or (timed and text[: behind.start()].rstrip()[-1:] != ",") else behind


def _is_place(text: str, start: int, rank: Rank, words: RankingWords) -> bool:
    before = text[start : rank.start]
    if words.ends("tied", before):
        return False
    noun = words.follows("superlative", text, rank.end) or words.follows("place", text, rank.end)
    return bool(noun or words.ends("verb", before))


def _own_figure(block: BlockDrafts, start: int, rank: Rank, behind: int) -> QuantityDraft | None:
    """The figure nearest to the place, in what stands before "behind"."""
    near = [draft for draft in block.figures_between(start, behind) if not isinstance(draft.value, tuple)]
    return min(near, key=lambda draft: abs(draft.start - rank.start), default=None)


def _items(block: BlockDrafts, at: int, end: int, words: RankingWords) -> Iterator[tuple[int, int, Decimal]]:
    """Names with a figure each, one right after the other: where each starts and ends, and the figure."""
    text = block.text
    figures = {draft.start: draft for draft in block.quantities}
    while name := _NAME.match(text, _past(words, ("and", "article"), text, at), end):
        opener = _past(words, ("with",), text, name.end())
        figure = figures.get(opener)
        number = _NUMBER.match(text, opener)
        if figure is not None and not isinstance(figure.value, tuple):
            value, at = figure.value, figure.full_end
        elif number is not None:
            value, at = Decimal(number[0].replace(",", "")), number.end()
        else:
            return
        closer = _CLOSER.match(text, at)
        at = closer.end() if closer else at
        yield name.start(), at, value


def _past(words: RankingWords, roles: tuple[RankingRole, ...], text: str, at: int) -> int:
    """Where a text goes on after marks and at most one word of each of the parts."""
    for role in roles:
        at = _marks(text, at)
        word = words.follows(role, text, at)
        at = _marks(text, word.end() if word else at)
    return at


def _marks(text: str, at: int) -> int:
    while at < len(text) and text[at] in " ,;(":
        at += 1
    return at


def _are_beyond(values: list[Decimal], own: QuantityDraft) -> bool:
    assert isinstance(own.value, Decimal)
    mine = own.value
    return all(value > mine for value in values) or all(value < mine for value in values)

"""Finds who is said to be among the first few of a ranking: "Orla is among the top ten by number of visitors"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, QuantityDraft
from claimcheck.extract.ranking.lexicon import Rank, RankingLexicon, RankingWords, ordinals_in
from claimcheck.extract.tokens import split_sentences
from claimcheck.model.letters import CAPITALS, fold

_SMALLEST, _LARGEST = 3, 500
_NAME = re.compile(rf"(?<!\w)[{CAPITALS}][\w-]*(?: (?:of )?[{CAPITALS}][\w-]*){{0,4}}")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

Sentence = tuple[int, int]


def find_tops(block: BlockDrafts, lexicon: RankingLexicon) -> Iterator[LinkDraft]:
    """A link for each "top ten", with the figure, and for each place that a verb tells, with none.

    `direction` is the number of the place, 0 for a "top ten". `scope` holds, a line each, whose place it is, the
    years, the scopes that the words have ("world"), and the other words of the sentence, names in capitals.
    """
    words, standing = lexicon.of("top"), lexicon.of("standing")
    if not words.find("verb").search(block.text):
        return
    for sentence in split_sentences(block.text, frozenset()):
        if words.find("after").search(block.text, *sentence):
            continue
        for figure in block.quantities:
            if sentence[0] <= figure.start < sentence[1] and _is_top(figure):
                led = words.ends("behind", block.text[sentence[0] : figure.start])
                name = _subject(block.text, sentence, led.start() + sentence[0], words) if led else ""
                if name:
                    scope = _scope(block.text, sentence, name, words, standing)
                    yield LinkDraft(figure.start, figure.end, kind="top", roles={"rank": [figure]}, scope=scope,
                                    direction="0")
        for rank in ordinals_in(block.text, *sentence, lexicon):
            verb = words.ends("verb", block.text[sentence[0] : rank.start])
            name = _subject(block.text, sentence, verb.start() + sentence[0], words) if verb else ""
            if name and _stands_open(block.text, rank, standing):
                scope = _scope(block.text, sentence, name, words, standing)
                yield LinkDraft(rank.start, rank.end, kind="top", roles={}, scope=scope, direction=str(rank.value))


def _is_top(figure: QuantityDraft) -> bool:
    return figure.role == "rank" and not isinstance(figure.value, tuple) and _SMALLEST <= figure.value <= _LARGEST


def _stands_open(text: str, rank: Rank, standing: RankingWords) -> bool:
    follows = standing.follows("place", text, rank.end) or standing.follows("open", text, rank.end)
    return follows is not None or text[rank.end : rank.end + 1] in ("", ".", ",", ";")


def _subject(text: str, sentence: Sentence, end: int, words: RankingWords) -> str:
    """The name that a place is said of, right before the verb; "" where it is no name."""
    names = [name for name in _NAME.finditer(text, sentence[0], end) if not words.find("article").fullmatch(name[0])]
    between = text[names[-1].end() : end] if names else "?"
    return fold(names[-1][0]) if not words.find("open").sub("", between).strip(" ,") else ""


def _scope(text: str, sentence: Sentence, name: str, words: RankingWords, standing: RankingWords) -> str:
    told = text[sentence[0] : sentence[1]]
    years = sorted(set(_YEAR.findall(told)))
    scopes = sorted(scope for scope, pattern in standing.scopes.items() if pattern.search(told))
    own = set(name.split())
    others = (word for word in _WORD.findall(told) if fold(word) not in own and not words.find("of").fullmatch(word))
    said = [fold(word).upper() if word[0].isupper() and at else fold(word) for at, word in enumerate(others)]
    return "\n".join((name, " ".join(years), " ".join(scopes), " ".join(word for word in said if len(word) > 2)))

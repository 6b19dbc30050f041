"""Finds who is said to be among the first few of a ranking: "Orla is among the top ten by number of visitors"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, QuantityDraft
from claimcheck.extract.ranking.holders import Sentence, subject_before, told_places
from claimcheck.extract.ranking.lexicon import RankingLexicon, RankingWords
from claimcheck.model.letters import CAPITALS, fold
from claimcheck.packs.schema.ranking import RankingRole

_SMALLEST, _LARGEST = 3, 500
_AROUND = 240  # letters each way whose words tell the ranking, so that the cost stays linear
_REACH = 40  # from a place to what it is ranked by
_WORD = re.compile(r"[^\W\d_]\w*")
_TELLING: tuple[RankingRole, ...] = ("verb", "header", "and")  # parts without whose words there is nothing to find
_CLAUSE_END = rf"[.,;:()!?]| (?:{{}}) (?=[{CAPITALS}])|$"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def find_tops(block: BlockDrafts, lexicon: RankingLexicon) -> Iterator[LinkDraft]:
    """A link for each "top ten", with the figure, and for each place that somebody is told to have, with none.

    `direction` is the number of the place, 0 for a "top ten". `scope` holds, a line each, whose place it is, the
    years, the scopes that the words have ("world"), what it is ranked by, the other words behind it in its clause, and
    those of the sentence, names in capitals.
    """
    words, standing = lexicon.of("top"), lexicon.of("standing")
    if not any(words.may_stand(role, block.words) and words.find(role).search(block.text) for role in _TELLING):
        return
    for sentence in lexicon.sentences(block.text):
        if words.find("after").search(block.text, *sentence):
            continue
        for figure in () if words.find("tied").search(block.text, *sentence) else block.quantities:
            if sentence[0] <= figure.start < sentence[1] and _is_top(figure):
                led = words.ends("behind", block.text[sentence[0] : figure.start])
                name = subject_before(block.text, sentence, led.start() + sentence[0], words) if led else ""
                if name:
                    yield LinkDraft(figure.start, figure.end, kind="top", roles={"rank": [figure]}, direction="0",
                                    scope=_scope(block.text, sentence, figure.end, name, words, standing))
        for told in told_places(block.text, sentence, lexicon):
            yield LinkDraft(told.start, told.end, kind="top", roles={}, direction=str(told.place),
                            scope=_scope(block.text, sentence, told.end, told.name, words, standing))


def _is_top(figure: QuantityDraft) -> bool:
    return figure.role == "rank" and not isinstance(figure.value, tuple) and _SMALLEST <= figure.value <= _LARGEST


def _without_scopes(clause: str, words: RankingWords, standing: RankingWords) -> str:
    """The words of a clause that are none for among whom somebody is ranked, nor such as tell nothing."""
    for pattern in (*standing.scopes.values(), words.find("of")):
        clause = pattern.sub(" ", clause)
    return clause


def _scope(
    text: str, sentence: Sentence, end: int, name: str, words: RankingWords, standing: RankingWords
) -> str:
    told = text[max(sentence[0], end - _AROUND) : min(sentence[1], end + _AROUND)]
    years = sorted(set(_YEAR.findall(told)))
    scopes = sorted(scope for scope, pattern in standing.scopes.items() if pattern.search(told))
    clause_end = words.pattern(_CLAUSE_END, "joint")
    by = words.find("with").search(text, end, min(sentence[1], end + _REACH))
    stop = clause_end.search(text, by.end(), sentence[1]) if by else None
    measure = text[by.end() : stop.start() if stop else sentence[1]] if by else ""
    closed = clause_end.search(text, end, sentence[1])
    last = min(closed.start() if closed else sentence[1], by.start() if by else len(text))
    behind = _without_scopes(text[end:last], words, standing)
    own = set(name.split())
    others = (word for word in _WORD.findall(told) if fold(word) not in own and not words.find("of").fullmatch(word))
    said = [fold(word).upper() if word[0].isupper() and at else fold(word) for at, word in enumerate(others)]
    return "\n".join((
        name, " ".join(years), " ".join(scopes), " ".join(fold(word) for word in _WORD.findall(measure)),
        " ".join(word for word in map(fold, _WORD.findall(behind)) if len(word) > 2),
        " ".join(word for word in said if len(word) > 2),
    ))

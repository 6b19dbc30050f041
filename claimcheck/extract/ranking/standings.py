"""Places that prose gives: "Orla was 14th among the towns of the coast by hours of sun"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import BlockDrafts, Draft, LinkDraft, QuantityDraft
from claimcheck.extract.ranking.lexicon import Rank, RankingLexicon, RankingWords, draft_of, ordinals_in
from claimcheck.model.letters import CAPITALS, fold
from claimcheck.model.period import Period

_REACH = 90  # from a place to a figure that goes with it
_BEFORE = 2000  # from a place back to the names of whom it may be
_SMALLEST = 10
_NAMES = re.compile(rf"(?<!\w)[{CAPITALS}][\w-]*(?: [{CAPITALS}][\w-]*){{0,4}}")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_CLAUSE_END = re.compile(r"[,.;:!?()\n\"”]")
_CLAUSE_START = re.compile(r"[.;:!?()\n\"”]")
_SIZE = re.compile(r"\s*(\d+) ([^\W\d_]{3,})")
_OPENING = r"(?i)(?:^|[.!?] )(?:{}) (\d+) ([^\W\d_]{{3,}}),[^.!?]*$"  # "Of 40 districts, Orla was"
_MARK = re.compile(r"\s*(?:$|[,.;:()–—-])")

Sentence = tuple[int, int]


def find_standings(block: BlockDrafts, lexicon: RankingLexicon) -> Iterator[LinkDraft]:
    """A link for each place in an order that prose gives, with the figures beside it.

    The ordinal is filled with whose place it is, in which order, among whom and in which year, as far as the sentence
    says so. `scope` holds the names that stand before it, one a line.
    """
    words = lexicon.of("standing")
    if block.kind == "row" or not words.find("verb").search(block.text):
        return
    previous: Sentence | None = None
    for sentence in lexicon.sentences(block.text):
        for rank in ordinals_in(block.text, *sentence, lexicon):
            verb = words.ends("verb", block.text[sentence[0] : rank.start])
            if verb is None or not _stands_open(block.text, rank, words):
                continue
            _describe(block, sentence, rank, sentence[0] + verb.start(), words)
            figures = _figures(block, sentence, previous, rank, words)
            roles: dict[str, list[Draft]] = {"rank": [draft_of(rank, block)]}
            if figures:
                roles["figure"] = [*figures]
            names = "\n".join(_names(block.text, rank.start))
            yield LinkDraft(rank.start, rank.end, kind="standing", roles=roles, scope=names,
                            complete=is_plain(block.text, rank, words))
        previous = sentence


def _stands_open(text: str, rank: Rank, words: RankingWords) -> bool:
    """True when no noun of another sort follows, as in "finished second leg"."""
    following = words.follows("place", text, rank.end) or words.follows("open", text, rank.end)
    return following is not None or _MARK.match(text, rank.end) is not None


def is_plain(text: str, rank: Rank, words: RankingWords) -> bool:
    """True when the place is one in the table as a whole, not by a measure of its own, told behind it or ahead."""
    clause = _clause(text, rank)
    if _opens_with_measure(text, rank, words):
        return False
    if words.find("list").search(clause):
        return True
    return all(clause[word.end() :].lstrip()[:1].isdigit() for word in words.find("measure").finditer(clause))


def _opens_with_measure(text: str, rank: Rank, words: RankingWords) -> bool:
    """True where a measure opens the clause of a place: "In safety Orla was first". It has no article."""
    before = text[max(0, rank.start - _REACH) : rank.start]
    stops = [mark.end() for mark in _CLAUSE_START.finditer(before)]
    opening = before[stops[-1] if stops else 0 :].lstrip()
    measure = words.find("measure").match(opening)
    if measure is None or words.find("article").match(opening[measure.end() :].lstrip()):
        return False
    return opening[measure.end() :].lstrip()[:1].islower() and not words.find("list").search(opening)


def _clause(text: str, rank: Rank) -> str:
    stop = _CLAUSE_END.search(text, rank.end)
    return text[rank.end : stop.start() if stop else len(text)]


def _figures(
    block: BlockDrafts, sentence: Sentence, previous: Sentence | None, rank: Rank, words: RankingWords
) -> list[QuantityDraft]:
    """The figures that go with a place: near it, up to those of others; and of the sentence before, if it is meant."""
    start, end = sentence
    others = words.find("behind")  # what follows such a word is the figure of another
    passed = [word.end() for word in others.finditer(block.text, start, rank.start)]
    low = max(start, rank.start - _REACH, *passed)
    behind = others.search(block.text, rank.end, end)
    spans = [(low, min(behind.start() if behind else end, rank.end + _REACH))]
    first = _WORD.search(block.text, start)
    if previous is not None and first is not None and words.find("anaphor").fullmatch(first[0]):
        spans.append(previous)
    near = [draft for low, high in sorted(spans) for draft in block.figures_between(low, high)]
    return [draft for draft in near if not isinstance(draft.value, tuple) and draft.value >= _SMALLEST]


def _names(text: str, end: int) -> list[str]:
    return list(dict.fromkeys(match[0] for match in _NAMES.finditer(text, max(0, end - _BEFORE), end)))


def _describe(block: BlockDrafts, sentence: Sentence, rank: Rank, verb: int, words: RankingWords) -> None:
    """Fills in whose place it is, in which order, among whom and in which year; what is not plain stays open."""
    start, end = sentence
    clause = _clause(block.text, rank)
    draft = draft_of(rank, block)
    names = list(_NAMES.finditer(block.text, start, verb))
    if names and not block.text[names[-1].end() : verb].strip():
        draft.subject = names[-1][0]
    measured = _unscoped(clause, words)
    measure = words.find("measure").search(measured)
    if measure is not None:
        draft.metric = _content(measured[measure.end() :], words)
    draft.scope = _scope(block.text, rank, clause, words)
    years = {date.period.start.year for date in block.dates_between(start, end) if date.period is not None}
    draft.period = Period.year(years.pop()) if len(years) == 1 else None


def _unscoped(clause: str, words: RankingWords) -> str:
    """The words after a place without those that say among whom."""
    for scope in words.scopes.values():
        clause = scope.sub(" ", clause)
    return clause


def _content(phrase: str, words: RankingWords) -> str | None:
    """All telling words of what somebody is ranked by, in the order of the alphabet."""
    found = {fold(word).removesuffix("s") for word in _WORD.findall(phrase)}
    return " ".join(sorted(word for word in found if len(word) > 2 and word not in words.articles)) or None


def _scope(text: str, rank: Rank, clause: str, words: RankingWords) -> str | None:
    """Among whom: "119 countries", or the name of the scope that the words have; None when they name none, or two."""
    opening = words.pattern(_OPENING, "among").search(text, max(0, rank.start - _REACH), rank.start)
    if opening is not None:
        return f"{opening[1]} {fold(opening[2])}"
    among = words.follows("of", text, rank.end)
    size = _SIZE.match(text, among.end()) if among else None
    if size is not None:
        return f"{size[1]} {fold(size[2])}"
    named = {name for name, pattern in words.scopes.items() if pattern.search(clause)}
    return named.pop() if len(named) == 1 else None

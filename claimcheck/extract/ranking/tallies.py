"""How many of a known number of things did something: "all 24 locks were mended", "19 of the 24 locks were mended"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import BlockDrafts, Draft, LinkDraft, QuantityDraft
from claimcheck.extract.ranking.lexicon import RankingLexicon, RankingWords
from claimcheck.extract.tokens import sentence_around
from claimcheck.model.letters import fold

_FEWEST, _MOST = 3, 500
_BEFORE = 40
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_CLAUSE_END = re.compile(r"[,.;:!?()\n\"”–—]")
_LONGEST_NOUN = 40


def find_tallies(block: BlockDrafts, lexicon: RankingLexicon) -> Iterator[LinkDraft]:
    """A link for each number of things of which all, none, or so many did what a verb says.

    `scope` is the sort of verb, a colon, and the other words of its clause; `direction` says how the part is told:
    "all", "none", "but" ("all but two") or "" for the part itself. A link is not complete where more may follow.
    """
    words = lexicon.of("tally")
    if not words.scopes:
        return
    for at, whole in enumerate(block.quantities):
        if not _is_whole(whole):
            continue
        told = _told(block, at, words)
        if told is None:
            continue
        direction, part, start = told
        sentence = sentence_around(block.text, start)
        scope = _predicate(block, sentence, start, whole, words)
        if scope and not words.find("tied").search(block.text, *sentence):
            roles: dict[str, list[Draft]] = {"whole": [whole]}
            if part is not None:
                roles["part"] = [part]
            yield LinkDraft(start, whole.full_end, kind="tally", roles=roles, direction=direction, scope=scope,
                            complete=words.find("after").search(block.text, *sentence) is None)


def _is_whole(figure: QuantityDraft) -> bool:
    """True for a plain number of things, all of which may be counted."""
    return (
        figure.unit == "count" and figure.noun is not None and not figure.hedge and not isinstance(figure.value, tuple)
        and _FEWEST <= figure.value <= _MOST and figure.value == int(figure.value)
        and figure.role in (None, "level") and figure.status in (None, "outcome")
    )


def _told(block: BlockDrafts, at: int, words: RankingWords) -> tuple[str, QuantityDraft | None, int] | None:
    """How the part is told, the part where it is a figure of its own, and where the words start."""
    whole = block.quantities[at]
    before = block.text[max(0, whole.start - _BEFORE) : whole.start]
    offset = max(0, whole.start - _BEFORE)
    for role, direction in (("article", "all"), ("behind", "none")):
        found = words.ends(role, before)  # type: ignore[arg-type]
        if found is not None:
            return direction, None, offset + found.start()
    part = block.quantities[at - 1] if at else None
    if part is None or not _is_part(part, whole):
        return None
    joint = words.follows("of", block.text, part.end)
    if joint is None or block.text[joint.end() : whole.start].strip():
        return None
    but = words.ends("with", block.text[max(0, part.start - _BEFORE) : part.start])
    return ("but" if but else ""), part, part.start - (len(but[0]) if but else 0)


def _is_part(part: QuantityDraft, whole: QuantityDraft) -> bool:
    if isinstance(part.value, tuple) or isinstance(whole.value, tuple):
        return False
    return part.unit == "count" and not part.hedge and part.value <= whole.value


def _predicate(
    block: BlockDrafts, sentence: tuple[int, int], start: int, whole: QuantityDraft, words: RankingWords
) -> str:
    """The sort of the verb, and the other words of its clause; "" without a verb that is known."""
    text = block.text
    stop = _CLAUSE_END.search(text, whole.end, sentence[1])
    end = stop.start() if stop else sentence[1]
    noun_end = min(max(whole.full_end, whole.end), whole.end + _LONGEST_NOUN)
    led = text[max(sentence[0], start - _BEFORE) : start]
    for sort, pattern in words.scopes.items():
        before = [match.end() for match in pattern.finditer(led)]
        if before and not led[before[-1] :].strip():
            return f"{sort}: {' '.join(_others(text[noun_end:end], pattern, words))}"
    after = [
        (found.start(), sort, pattern)
        for sort, pattern in words.scopes.items() if (found := pattern.search(text, noun_end, end))
    ]
    if not after:
        return ""
    at, sort, pattern = min(after, key=lambda each: each[0])
    return f"{sort}: {' '.join(_others(text[at:end], pattern, words))}"


def _others(clause: str, verbs: re.Pattern[str], words: RankingWords) -> list[str]:
    """The words of a clause that may tell one deed from another, without the verbs of its sort."""
    plain = words.find("open")
    found = (fold(word) for word in _WORD.findall(verbs.sub(" ", clause)))
    return [word.removesuffix("s") for word in found if len(word) > 2 and plain.fullmatch(word) is None]

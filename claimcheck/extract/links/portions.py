"""Shares of a whole, with what their sentence says of part and whole; the figures to test them may stand anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import Draft, LinkDraft, QuantityDraft
from claimcheck.extract.links.changes import unhedged
from claimcheck.extract.links.page import Page, Passage
from claimcheck.extract.links.skeleton import AMOUNT, DATE, FIGURES, FRACTION, PERCENT, sign_of

_REACH = 60
_BESIDE = 4  # signs between a part and its share: "71,852 or 23 per cent", "124 (67%)"
_CLAUSE = re.compile(r"[,;:]\s")
_WORD = re.compile(r"[^\W\d_]+")
_WORD_THAT_TELLS = re.compile(r"[^\W\d_]{4}")
_NO_FIGURE = f"[^{FIGURES}{DATE},;:]"


def find_portions(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each share, with the part and the whole that the words give; `scope` is its clause
    without verbs that only tie the three: the words about the part, and, where no figure stands for the whole, those
    about the whole in a second line."""
    passage = page[number]
    for at, figure in passage.skeleton.figures.items():
        if sign_of(figure) not in (PERCENT, FRACTION) or figure.trend or isinstance(figure.value, tuple):
            continue
        start, end = _clause(passage, at)
        if passage.says("wished-for", start, end):
            continue
        roles = {"share": [figure], "part": _part(passage, at), "whole": _whole(page, number, at)}
        clause = passage.skeleton.low[start:end]
        told: dict[str, list[Draft]] = {role: list(each) for role, each in roles.items() if each}
        scope = _told_of_both(passage, clause, whole="whole" in told)
        yield LinkDraft(figure.start, figure.end, "portion", told, scope=scope)


def _told_of_both(passage: Passage, clause: str, *, whole: bool) -> str:
    """The words of a clause before "of", and those behind it; with none before, what the part does stands behind a
    given whole, or behind the verb of one in words ("a quarter of all nights were on camp sites")."""
    ties = passage.lexicon.signs["composition"].regex
    of = passage.lexicon.phrases["share-sign"].search(clause)
    verb = of and (ties.search(clause, of.end()) or passage.lexicon.phrases["is-part"].search(clause, of.end()))
    if of and verb and not whole and not _WORD_THAT_TELLS.search(unhedged(clause[: of.start()], passage.lexicon)):
        return f"{_words(clause[verb.end() :])}\n{_words(clause[of.end() : verb.start()])}"
    clause = ties.sub(" ", clause)
    of = passage.lexicon.phrases["share-sign"].search(clause)
    them = passage.lexicon.phrases["of-them"].search(clause)
    if of is None or (them is not None and them.start() == of.start()):
        return _words(clause)
    before, behind = _words(clause[: of.start()]), _words(clause[of.end() :])
    return behind if whole and not before else f"{before}\n{behind}"


def _words(clause: str) -> str:
    return " ".join(_WORD.findall(clause))


def _part(passage: Passage, at: int) -> list[QuantityDraft]:
    """The amount that the words call this share: just before or after it, or "makes up" it."""
    start, end = passage.sentence(at)
    figures, low = passage.skeleton.figures, passage.skeleton.low
    before = max((place for place in figures if start <= place < at), default=None)
    if before is not None and sign_of(figures[before]) == AMOUNT:
        between = low[before + 1 : at].strip(" (,")
        makes_up = passage.lexicon.phrases["makes-up"].regex
        if between in ("", "or") or (at - before <= _REACH and makes_up.fullmatch(between)):
            return [figures[before]]
    after = min((place for place in figures if at < place < end), default=None)
    if after is not None and after - at <= _BESIDE and sign_of(figures[after]) == AMOUNT:
        return [figures[after]] if low[at + 1 : after].strip(" (,") in ("", "or") else []
    return []


def _whole(page: Page, number: int, at: int) -> list[QuantityDraft]:
    """The amount that the share is of, or the amounts that "of them" may point back to."""
    passage = page[number]
    start, end = passage.sentence(at)
    low, figures = passage.skeleton.low, passage.skeleton.figures
    for place, figure in figures.items():
        if at < place < min(end, at + _REACH) and sign_of(figure) == AMOUNT:
            return [figure] if re.fullmatch(rf" of (?!them|these|those){_NO_FIGURE}*", low[at + 1 : place]) else []
        if start <= place < at and sign_of(figure) == AMOUNT and low[start:place].strip() in ("of the", "of", "of all"):
            return [figure]
    if not passage.lexicon.phrases["of-them"].search(low, start, min(end, at + _REACH)):
        return []
    found = _last_counts(passage, start)
    if found or number == 0 or any(place < start for place in figures):
        return found
    return _last_counts(page[number - 1], len(page[number - 1].skeleton.low))


def _last_counts(passage: Passage, upto: int) -> list[QuantityDraft]:
    """The numbers of things in the last sentence with figures before a place."""
    figures = passage.skeleton.figures
    last = max((place for place in figures if place < upto), default=None)
    if last is None:
        return []
    start, end = passage.sentence(last)
    return [figure for place, figure in figures.items() if start <= place < min(end, upto) and _is_count(figure)]


def _is_count(figure: QuantityDraft) -> bool:
    return sign_of(figure) == AMOUNT and figure.unit == "count" and not isinstance(figure.value, tuple)


def _clause(passage: Passage, at: int) -> tuple[int, int]:
    """The stretch around a share up to the next comma, colon or semicolon on each side."""
    start, end = passage.sentence(at)
    low = passage.skeleton.low
    for match in _CLAUSE.finditer(low, start, at):
        start = match.end()
    stop = _CLAUSE.search(low, at, end)
    return start, stop.start() if stop else end

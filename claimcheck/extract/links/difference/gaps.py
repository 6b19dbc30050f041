"""Gaps: amounts that words call the distance between two others, which may stand anywhere: "won by 1,204 votes"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.difference.compared import compared_at, is_compared_with_name
from claimcheck.extract.links.extreme.marks import clocks_of
from claimcheck.extract.links.phrasing.page import Page, Passage
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, sign_of
from claimcheck.extract.tokens import split_sentences

_BEFORE, _BEHIND = 100, 30  # letters around a figure that may call it a gap
_LAG = 36  # letters behind a figure in which the time stands that it is measured from
_CALLED = "difference"
_OF_RACES = ("second", "minute")  # in which leads are told in words as well
_YEAR_OR_MONTH = re.compile(r"(?:[0-9]{4}|XXXX)(?:-[0-9]{2})?")
_WORD = re.compile(r"[^\W\d_]+")


def find_gaps(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each amount that is called a lead, a margin, more or less than another, or what is left.

    `direction` holds, a line each, the words that say in what two differ, and the names of the two; it is complete
    where its own clause names both.
    """
    passage = page[number]
    for at, figure in passage.skeleton.figures.items():
        if sign_of(figure) != AMOUNT or isinstance(figure.value, tuple) or figure.hedge:
            continue
        if figure.form != "digits" and figure.unit not in _OF_RACES:
            continue
        behind = min(passage.sentence(at)[1], at + _LAG)
        if passage.says("lag", at, behind) or passage.says("than-planned", at, behind):
            continue  # "310 fewer than a month ago", "than planned": the distance of its own level
        if _is_set_against(at, passage) or _is_to_own_best(at, passage):
            continue
        if figure.role == _CALLED or _is_called_gap(at, passage) or is_compared_with_name(at, passage):
            start, end = passage.sentence(at)
            aside = passage.says("midway", start, at) or _is_of_other_time(passage, figure)
            scope = "" if aside else " ".join(_WORD.findall(passage.words(start, end)))
            times = " ".join(_times_beside(passage, at)) if figure.unit in _OF_RACES else ""
            both = None if aside else compared_at(at, passage)
            yield LinkDraft(
                figure.start, figure.end, "gap", {"difference": [figure]}, scope=scope, when=times,
                direction="\n".join((both.words, *both.names)) if both else "", complete=both is None or both.stated,
            )


def _times_beside(passage: Passage, at: int) -> Iterator[str]:
    """The times, in seconds, of the sentence of a gap in time; a single one where somebody told of before took less."""
    low, (start, end) = passage.skeleton.low, passage.sentence(at)
    start, end = low.rfind(";", start, at) + 1 or start, min(end, low.find(";", at, end) % (end + 1))
    times = [seconds for _, _, seconds in clocks_of(passage.skeleton.written(start, end))]
    if len(times) > 1 or passage.says("goes-on-about", start, at):
        yield from times


def _is_of_other_time(passage: Passage, figure: QuantityDraft) -> bool:
    """True where the sentence of a gap tells of a month, or of a time as far from it as last year is."""
    text = passage.block.text
    start, end = next((each for each in split_sentences(text) if each[0] <= figure.start < each[1]), (0, len(text)))
    return any(
        _YEAR_OR_MONTH.fullmatch(date.value) and not text[date.start : date.end].isdigit()
        for date in passage.block.dates_between(start, end)
    )


def _is_set_against(at: int, passage: Passage) -> bool:
    """True for the larger number of a vote: "by 33 votes to 19"."""
    behind, _ = passage.skeleton.after(at + 1)
    between = passage.skeleton.low[at + 1:behind[0]].strip() if behind else ""
    return passage.lexicon.phrases["reached"].fullmatch(between) is not None


def _is_to_own_best(at: int, passage: Passage) -> bool:
    """True for the gap of somebody who is named first to his own best: "Adler was 48 seconds slower than his best"."""
    start, end = passage.sentence(at)
    return passage.says("own-best", at, end) and not passage.says("goes-on-about", start, at)


def _is_called_gap(at: int, passage: Passage) -> bool:
    start, end = passage.sentence(at)
    low, phrases = passage.skeleton.low, passage.lexicon.phrases
    before, behind = low[max(start, at - _BEFORE):at].rstrip(), low[at + 1:min(end, at + _BEHIND)].strip()
    if phrases["own-balance"].ends(before):
        return False  # "an opening balance of 25 million"
    if phrases["gap-before"].ends(before) or phrases["gap-behind"].match(behind):
        return True
    return phrases["gap-by"].ends(before) and phrases["gap-verb"].search(before) is not None

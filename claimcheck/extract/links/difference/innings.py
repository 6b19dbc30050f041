"""Innings: the runs by which one side beat another, and what both made."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import is_count, size
from claimcheck.extract.links.phrasing.leads import unhedged
from claimcheck.extract.links.phrasing.page import Page, Passage
from claimcheck.extract.links.phrasing.skeleton import FRACTION, Skeleton, sign_of
from claimcheck.extract.links.stated import link_if_fitting
from claimcheck.model.slips import is_misprint

_TWO = 2
_BESIDE = 40  # letters beside a figure that may call it an innings
_WICKETS = 10  # that a side can lose
_LEAST = 30  # runs of a side; fewer are those of a batsman, or of an over


def find_innings(page: Page, number: int) -> Iterator[LinkDraft]:
    """The runs by which a match was won, with the only two innings that the report tells."""
    passage = page[number]
    for at, figure in passage.skeleton.figures.items():
        if figure.noun is None or not _is_margin(at, figure, passage):
            continue
        made = [each for where in page for each in _innings_of(where)]
        if len(made) == _TWO and figure.start not in (each.start for each in made):
            more, less = sorted(made, key=size, reverse=True)
            apart = size(more) - size(less)
            meant = apart > 0 and (size(figure) == apart or is_misprint(size(figure), apart))
            link = meant and link_if_fitting("difference", {"minuend": more, "subtrahend": less, "difference": figure})
            if link:
                yield link


def _is_margin(at: int, figure: QuantityDraft, passage: Passage) -> bool:
    """True for the runs by which somebody won or lost."""
    phrases, (start, _) = passage.lexicon.phrases, passage.sentence(at)
    if not is_count(figure) or phrases["of-innings"].fullmatch((figure.noun or "").lower()) is None:
        return False
    before = unhedged(passage.skeleton.low[start:at].rstrip(), passage.lexicon)
    return phrases["by"].ends(before) and phrases["beats"].search(before) is not None


def _innings_of(passage: Passage) -> Iterator[QuantityDraft]:
    """What a side made, for so many wickets or all out: "made 212 for seven", "were all out for 190"."""
    phrases, skeleton = passage.lexicon.phrases, passage.skeleton
    for at, figure in skeleton.figures.items():
        if figure.form != "digits" or not is_count(figure) or size(figure) < _LEAST:
            continue
        before = skeleton.low[max(0, at - _BESIDE):at].rstrip()
        behind = skeleton.low[at + 1:at + 1 + _BESIDE].lstrip()
        out = phrases["innings-before"].ends(before) or phrases["innings-behind"].match(behind) is not None
        if out or (phrases["innings-made"].ends(before) and _has_wickets(at, skeleton, passage)):
            yield figure


def _has_wickets(at: int, skeleton: Skeleton, passage: Passage) -> bool:
    """True for "212 for seven", "212 for 7", and "212 for seven in 45 overs", which reads like a share."""
    behind = skeleton.after(at + 1)[0][:1]
    words = skeleton.low[at + 1:behind[0]].strip() if behind else ""
    if not behind or behind[0] not in skeleton.figures or not passage.lexicon.phrases["innings-for"].fullmatch(words):
        return False
    lost = skeleton.figures[behind[0]]
    return sign_of(lost) == FRACTION or (is_count(lost) and size(lost) <= _WICKETS)

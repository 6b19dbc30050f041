"""Final scores, and those of the quarters or periods of the match, which add up to it: "13-9 (3-2, 4-3, 3-1, 3-3)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, QuantityDraft
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.tokens import sentence_around

_SCORE = re.compile(r"(?<![\w.,:–-])(\d{1,3})[-–:](\d{1,3})(?![\w:–-]|[.,]\d)")
_MARK = re.compile(r"\d[-–:]\d")  # a quick look
_FEWEST, _MOST = 3, 9  # parts of a match
_FEWEST_TOLD = 2  # of those that words call its halves, or the like
_LONGEST_GAP = 8  # characters between two parts
_FARTHEST = 10  # points of one side that a slip adds or takes
_ONE = Decimal(1)

Score = tuple[tuple[int, int], tuple[int, int]]  # where the points of either side stand


def find_played_parts(block: BlockDrafts, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """A total for the points of each side, where the parts of one make up its score: the other score is near, then.

    The parts stand in brackets right behind the final score, or in a sentence with words such as "quarters"; the points
    become figures of the block.
    """
    if len(_MARK.findall(block.text)) <= _FEWEST_TOLD:
        return
    scores = [(found.span(1), found.span(2)) for found in _SCORE.finditer(block.text)]
    if len(scores) <= _FEWEST_TOLD or lexicon.phrases["extra-play"].search(block.text.lower()):
        return
    for first, last in _runs(scores, block, lexicon):
        parts, finals = scores[first:last], [*scores[:first][::-1], *scores[last:]]
        if _are_right_behind(parts, finals[0], block):
            finals = finals[:1]
        elif not _are_called_parts(parts, block, lexicon):
            continue
        whole = _final_of(parts, finals, block)
        if whole is not None and not any(block.figures_between(*span) for score in (whole, *parts) for span in score):
            for side, points in enumerate(whole):
                yield _link(points, [part[side] for part in parts], block)


def _runs(scores: Sequence[Score], block: BlockDrafts, lexicon: LinkLexicon) -> Iterator[tuple[int, int]]:
    """Where several scores begin and end that only marks and joints part, and that are not all there are."""
    first = 0
    for at in range(1, len(scores) + 1):
        gap = block.text[scores[at - 1][1][1]:scores[at][0][0]] if at < len(scores) else "."
        marks = gap.strip(" ,;/\n")
        if at < len(scores) and len(gap) <= _LONGEST_GAP and (not marks or lexicon.joins(gap)):
            continue
        if _FEWEST_TOLD <= at - first <= min(_MOST, len(scores) - 1):
            yield first, at
        first = at


def _are_right_behind(parts: Sequence[Score], before: Score, block: BlockDrafts) -> bool:
    """True for scores in brackets right behind one."""
    return len(parts) >= _FEWEST and block.text[before[1][1]:parts[0][0][0]].strip() in ("(", "[")


def _are_called_parts(parts: Sequence[Score], block: BlockDrafts, lexicon: LinkLexicon) -> bool:
    """True for scores told as those of parts of a match, which is the only one of its text."""
    start, end = sentence_around(block.text, parts[0][0][0])
    told = lexicon.phrases["played-part"].search(block.text[start:end].lower()) is not None
    return told and lexicon.phrases["two-matches"].search(block.text.lower()) is None


def _final_of(parts: Sequence[Score], finals: Sequence[Score], block: BlockDrafts) -> Score | None:
    """The score that the parts make up, else the first one side of which they do, and nearly the other.

    That of the first side comes first.
    """
    made = [sum(_points(part[side], block) for part in parts) for side in (0, 1)]
    found: list[tuple[int, Score]] = []
    for one, other in finals:
        for way in ((one, other), (other, one)):
            apart = [abs(_points(points, block) - each) for points, each in zip(way, made, strict=True)]
            if min(apart) == 0 and max(apart) <= _FARTHEST:
                found.append((min(max(apart), 1), way))
    return min(found, key=lambda each: each[0])[1] if found else None


def _points(span: tuple[int, int], block: BlockDrafts) -> int:
    return int(block.text[slice(*span)])


def _link(whole: tuple[int, int], parts: Sequence[tuple[int, int]], block: BlockDrafts) -> LinkDraft:
    figures = [_take_up(span, block) for span in (whole, *parts)]
    start, end = min(figure.start for figure in figures), max(figure.end for figure in figures)
    return LinkDraft(start, end, "total", {"whole": [figures[0]], "part": list(figures[1:])})


def _take_up(span: tuple[int, int], block: BlockDrafts) -> QuantityDraft:
    """The points as a figure."""
    start, end = span
    figure = QuantityDraft(
        start, end, Decimal(_points(span, block)), "count", end, start, end, last_place=_ONE, round_place=_ONE,
        role="level",
    )
    block.add_figure(figure)
    return figure

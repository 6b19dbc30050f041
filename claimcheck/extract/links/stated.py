"""Links stated by a pattern of words: changes, shares, differences, conversions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import FITS, Figures, size
from claimcheck.extract.links.fitting.lends import share_rate, share_unit
from claimcheck.extract.links.fitting.misreadings import is_of_others
from claimcheck.extract.links.fitting.statements import STATEMENT_FITS, STATEMENT_HEARTS
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.patterns import Matcher
from claimcheck.extract.links.phrasing.skeleton import FIGURES, STOP, Skeleton
from claimcheck.model.mention import LinkKind, Trend

# The figure that a link is about; it can be the heart of one link only.
HEARTS = {"change": "change", "share": "share", "difference": "difference", "conversion": "second", "total": "whole",
          "superlative": "value", "ratio": "ratio", "range": "value", **STATEMENT_HEARTS}
_FITS = FITS | STATEMENT_FITS
# Roles whose figures are in one unit, which the text may write only once.
_LEVELS = ("to", "from", "part", "whole", "minuend", "subtrahend", "value", "target", "high", "low")
# Kinds whose test of figures also lends them units, so that it must wait for the words.
_LENDING = ("ratio", "stock", "range")
_WORDS_BEFORE = 45
_WORDS_AFTER = 14


def find_stated(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """The links that patterns find, the fullest pattern first; no figure is the heart of two links of one kind."""
    matcher = Matcher(skeleton, lexicon.patterns.hedges)
    taken: set[tuple[str, int]] = set()
    for _, step, pattern in matcher.candidates(lexicon.patterns):
        kind = pattern.kind
        places = pattern.places(skeleton.signs, step)
        figures = {role: skeleton.figures[place] for role, place in places.items()}
        if not _may_fit(kind, figures) or not matcher.matches(pattern, step):
            continue
        if is_of_others(kind, places, skeleton, lexicon):
            continue
        read_points(figures, lexicon)
        if not _FITS[kind](figures):
            continue
        heart = figures.get(HEARTS[kind])
        if heart is None or (kind, heart.start) in taken:
            continue
        taken.add((kind, heart.start))
        share_unit([figures[role] for role in (*_LEVELS, "rest", "difference") if role in figures])
        direction = direction_of(places["change"], skeleton, lexicon) if kind == "change" else pattern.direction
        if kind == "change" and {"to", "from"} <= set(places):
            direction = _as_judged(direction, places, figures, skeleton, lexicon)
        yield link_of(kind, figures, direction)


def _may_fit(kind: LinkKind, figures: Figures) -> bool:
    """A quick look, before any words are tried, whether the figures may stand in such a link."""
    gap = figures.get("difference") or figures.get("change")
    may_be_points = gap is not None and gap.unit == "count" and gap.noun is not None
    return may_be_points or kind in _LENDING or _FITS[kind](dict(figures))


def read_points(figures: Figures, lexicon: LinkLexicon) -> None:
    """Makes percentage points of the "six points" by which two rates differ."""
    gap = figures.get("difference") or figures.get("change")
    levels = [figures[role] for role in _LEVELS if role in figures]
    if gap is None or not levels or any(level.unit != "percent" for level in levels):
        return
    if may_be_points(gap, lexicon):
        gap.unit, gap.noun = "percentage_point", None
        gap.role = "change" if gap is figures.get("change") else "difference"


def may_be_points(figure: QuantityDraft, lexicon: LinkLexicon) -> bool:
    """True for a number of "points", which rates that it stands beside may make percentage points."""
    points = lexicon.phrases["points"]
    return figure.unit == "count" and figure.noun is not None and points.fullmatch(figure.noun.lower()) is not None


def link_of(kind: LinkKind, figures: Figures, direction: str = "") -> LinkDraft:
    """A link of single figures; its span takes in all of them."""
    if kind in ("change", "levels"):
        share_rate(figures.values())
    return LinkDraft(
        min(figure.start for figure in figures.values()),
        max(figure.end for figure in figures.values()),
        kind,
        {role: [figure] for role, figure in figures.items()},
        direction,
    )


def link_if_fitting(kind: LinkKind, figures: Figures, direction: str = "") -> LinkDraft | None:
    """A link of single figures that may be what its kind says of them."""
    return link_of(kind, figures, direction) if FITS[kind](figures) else None


def direction_of(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> str:
    """Which way the change at a place went: as the scanner saw it, else by the nearest words before, else after it."""
    trend = skeleton.figures[at].trend
    if trend:
        return trend
    own = skeleton.low[at + 1:at + 1 + _WORDS_AFTER]
    before = skeleton.low[max(0, at - _WORDS_BEFORE):at]
    for cut in FIGURES + STOP:
        before = before[before.rfind(cut) + 1:]
        own = own.split(cut, 1)[0]
    rises, falls = lexicon.phrases["up"], lexicon.phrases["down"]
    up, down = _last(rises.found_in(before)), _last(falls.found_in(before))
    if up == down:
        up, down = -_first(rises.found_in(own)), -_first(falls.found_in(own))
    if up == down:
        return ""
    return "up" if up > down else "down"


def _as_judged(
    direction: str, places: Mapping[str, int], figures: Figures, skeleton: Skeleton, lexicon: LinkLexicon
) -> str:
    """Which way a change went that words only call better or worse: "the ratio improved from 96% to 94%" fell."""
    first = min(places.values())
    before = skeleton.low[max(skeleton.sentence(first)[0], first - _WORDS_BEFORE):first]
    if lexicon.phrases["judged"].search(before) is None:
        return direction
    gap = size(figures["to"]) - size(figures["from"])
    if not gap:
        return direction
    told: Trend = "up" if gap > 0 else "down"
    figures["change"].trend = figures["change"].moved = told
    return told


def _last(matches: Iterator[re.Match[str]]) -> int:
    return max((match.start() for match in matches), default=-1)


def _first(matches: Iterator[re.Match[str]]) -> int:
    return min((match.start() for match in matches), default=_WORDS_AFTER)

"""Links stated by a pattern of words: changes, shares, differences, conversions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.extract.links.skeleton import FIGURES, FRACTION, MULTIPLE, PERCENT, POINT, STOP, Skeleton, sign_of
from claimcheck.model.measure import measure_of
from claimcheck.model.mention import LinkKind

Figures = dict[str, QuantityDraft]

# The figure that a link is about; it can be the heart of one link only.
HEARTS = {"change": "change", "share": "share", "difference": "difference", "conversion": "second", "total": "whole",
          "superlative": "value"}
# Roles whose figures are in one unit, which the text may write only once.
_LEVELS = ("to", "from", "part", "whole", "minuend", "subtrahend")
_WORDS_BEFORE = 45
_WORDS_AFTER = 14
_FARTHEST = 8  # times that a bare count may grow within one statement


def find_stated(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """The links that patterns find, the fullest pattern first; no figure is the heart of two links of one kind."""
    taken: set[tuple[str, int]] = set()
    for kind, pattern in lexicon.patterns:
        for at in skeleton.figures:
            figures = pattern.match(skeleton, at)
            if figures is None or not _FITS[kind](figures):
                continue
            heart = figures.get(HEARTS[kind])
            if heart is None or (kind, heart.start) in taken:
                continue
            taken.add((kind, heart.start))
            share_unit([figures[role] for role in _LEVELS if role in figures])
            yield link_of(kind, figures, direction_of(figures["change"], skeleton, lexicon) if kind == "change" else "")


def link_of(kind: LinkKind, figures: Figures, direction: str = "") -> LinkDraft:
    """A link of single figures; its span takes in all of them."""
    return LinkDraft(
        min(figure.start for figure in figures.values()),
        max(figure.end for figure in figures.values()),
        kind,
        {role: [figure] for role, figure in figures.items()},
        direction,
    )


def direction_of(change: QuantityDraft, skeleton: Skeleton, lexicon: LinkLexicon) -> str:
    """Which way a change went: as the scanner saw it, else by the nearest words before it, else after it."""
    if change.trend:
        return change.trend
    at = next(place for place, figure in skeleton.figures.items() if figure is change)
    own = skeleton.text[at + 1:at + 1 + _WORDS_AFTER]
    before = skeleton.text[max(0, at - _WORDS_BEFORE):at]
    for cut in FIGURES + STOP:
        before = before[before.rfind(cut) + 1:]
        own = own.split(cut, 1)[0]
    rises, falls = lexicon.phrases["up"], lexicon.phrases["down"]
    up, down = _last(rises.finditer(before)), _last(falls.finditer(before))
    if up == down:
        up, down = -_first(rises.finditer(own)), -_first(falls.finditer(own))
    if up == down:
        return ""
    return "up" if up > down else "down"


def _last(matches: Iterator[re.Match[str]]) -> int:
    return max((match.start() for match in matches), default=-1)


def _first(matches: Iterator[re.Match[str]]) -> int:
    return min((match.start() for match in matches), default=_WORDS_AFTER)


def alike(one: QuantityDraft, other: QuantityDraft) -> bool:
    """True when two figures may be levels of one thing: one unit, and nouns that do not speak against it."""
    if one.unit != other.unit:
        return (is_bare(one) or is_bare(other)) and "percent" not in (one.unit, other.unit)
    return one.noun is None or other.noun is None or one.noun == other.noun


def is_bare(figure: QuantityDraft) -> bool:
    """True for a number in digits without a unit or a noun: it may take the unit of its neighbour."""
    return figure.unit == "count" and figure.noun is None and figure.form == "digits"


def share_unit(figures: Sequence[QuantityDraft]) -> None:
    """Gives bare numbers the unit that the other figures of a relation agree on ("coal 21.4, wind 5.2 TWh")."""
    units = {figure.unit for figure in figures if not is_bare(figure)}
    if len(units) == 1:
        unit = units.pop()
        for figure in figures:
            if is_bare(figure):
                figure.unit = unit


def size(figure: QuantityDraft) -> Decimal:
    """The number of a figure; of a range, its lower end."""
    return figure.value[0] if isinstance(figure.value, tuple) else figure.value


def _fits_change(figures: Figures) -> bool:
    levels = [figures[role] for role in ("to", "from") if role in figures]
    if len(levels) == 2 and not (alike(*levels) and _one_order(*levels)):
        return False
    change = figures["change"]
    if sign_of(change) == PERCENT and len(levels) == 1:
        return levels[0].unit != "percent"  # "from 4% to 5%" are two levels
    if sign_of(change) in (PERCENT, MULTIPLE):
        return True
    if sign_of(change) == POINT:
        return all(level.unit == "percent" for level in levels)
    return all(level.unit == change.unit for level in levels) and sign_of(change) != FRACTION


def _one_order(to: QuantityDraft, base: QuantityDraft) -> bool:
    """False where a bare number is no level of the same thing: "in 24 districts, 11% more than in May (1,314)"."""
    small, large = sorted((abs(size(to)), abs(size(base))))
    return not (is_bare(to) or is_bare(base)) or large <= _FARTHEST * small


def _fits_share(figures: Figures) -> bool:
    if "whole" not in figures or "part" not in figures:
        return True
    part, whole = figures["part"], figures["whole"]
    return (part.unit == whole.unit or is_bare(part)) and size(part) <= size(whole) and part.unit != "percent"


def _fits_difference(figures: Figures) -> bool:
    one, other, gap = figures["minuend"], figures["subtrahend"], figures["difference"]
    if one.unit != other.unit:
        return False
    if size(one) < size(other):
        figures["minuend"], figures["subtrahend"] = other, one
    return gap.unit == one.unit or (one.unit == "percent" and gap.unit == "percentage_point")


def _fits_conversion(figures: Figures) -> bool:
    """Two units of one kind with a fixed factor; currencies have none."""
    one, other = figures["first"].unit, figures["second"].unit
    return one != other and measure_of(one).base == measure_of(other).base


_FITS: dict[str, Callable[[Figures], bool]] = {
    "change": _fits_change,
    "share": _fits_share,
    "difference": _fits_difference,
    "conversion": _fits_conversion,
}

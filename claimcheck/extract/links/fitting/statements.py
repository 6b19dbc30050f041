"""What figures must be like to stand in a statement about how something moved, grew, was counted, or met a goal."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from claimcheck.extract.drafts import QuantityDraft
from claimcheck.extract.links.fitting.fits import Figures, alike, is_bare, is_stretch_of_time, size
from claimcheck.extract.links.fitting.lends import share_unit

_FARTHEST = 20  # times that one level of a movement may be the other
_HUNDRED = 100
_NEAR_PERCENTAGE = Decimal("1.5")  # times that a share of a goal may miss what it should be
_NEAR = 2  # times that a figure may be its goal
_NEAR_WHOLE = (Decimal("0.8"), Decimal("1.25"))  # of all, that two lots come to
_MOST_OF_SAMPLE = 60  # things, of which every single one shows in a percentage
_FEWEST_OF_SAMPLE = 3
_LONGEST_GROWTH = 60  # years
_YEAR = "year"
_RATES = ("percent", "percent_per_year")


def _fits_movement(figures: Figures) -> bool:
    """Levels of one thing, none of them negative (a deficit that "rises to -3%" falls) nor a place in a ranking."""
    levels = list(figures.values())
    if any(isinstance(each.value, tuple) or size(each) < 0 or each.role == "rank" for each in levels):
        return False
    if len(levels) == 1:
        return True
    counts_others = figures["from"].noun is not None and is_bare(figures["to"])  # "fell to 120 from 12 countries"
    return alike(*levels) and not counts_others and _within(_FARTHEST, *levels)


def _fits_goal(figures: Figures) -> bool:
    """A figure and its goal, of one unit and not far apart: "5 million short of the goal of 45" tells the gap."""
    value, target = figures["value"], figures["target"]
    if isinstance(value.value, tuple) or size(value) <= 0:
        return False
    percent = figures.get("percent")
    if percent is not None:
        return alike(value, target) and _is_near_percentage(percent, value, target)
    return alike(value, target) and _within(_NEAR, value, target)


def _is_near_percentage(percent: QuantityDraft, value: QuantityDraft, target: QuantityDraft) -> bool:
    """False where another figure must have reached so much of the goal."""
    made = _HUNDRED * size(value) / size(target) if size(target) > 0 else Decimal(0)
    if (size(percent) > _HUNDRED) != (made > _HUNDRED) and size(percent) != _HUNDRED:
        return False
    return made / _NEAR_PERCENTAGE <= size(percent) <= made * _NEAR_PERCENTAGE


def _fits_compounding(figures: Figures) -> bool:
    """A yearly rate, with two levels of two years or with the years that it ran for and what came of it."""
    if any(isinstance(each.value, tuple) for each in figures.values()) or figures["rate"].unit not in _RATES:
        return False
    if "years" in figures:
        years = figures["years"]
        return years.unit == _YEAR and size(years) == int(size(years)) and 1 < size(years) <= _LONGEST_GROWTH
    base, to = figures["from"], figures["to"]
    if not alike(base, to) or size(base) <= 0 or size(to) <= 0:
        return False
    if base.period is None or to.period is None or not base.period.sort == to.period.sort == "year":
        return False
    return 1 < to.period.start.year - base.period.start.year <= _LONGEST_GROWTH


def _fits_stock(figures: Figures) -> bool:
    levels = list(figures.values())
    if any(isinstance(each.value, tuple) or each.unit == "percent" for each in levels):
        return False
    share_unit(levels)
    return all(alike(levels[0], each) for each in levels[1:]) and len({each.unit for each in levels}) == 1


def _fits_sample(figures: Figures) -> bool:
    """A percentage or an average of whole things, of a few things counted exactly."""
    part, whole = figures["part"], figures["whole"]
    if isinstance(part.value, tuple) or isinstance(whole.value, tuple) or whole.hedge or part.hedge:
        return False
    if whole.unit != "count" or size(whole) != int(size(whole)) or is_bare(whole):
        return False
    if part.form != "digits" or not _FEWEST_OF_SAMPLE <= size(whole) <= _MOST_OF_SAMPLE:
        return False
    return part.unit == "percent" or (part.unit == "count" and part.noun is not None and size(part) != int(size(part)))


def _within(times: int, one: QuantityDraft, other: QuantityDraft) -> bool:
    small, large = sorted((abs(size(one)), abs(size(other))))
    return Decimal(0) < small and large <= times * small


def _fits_restatement(figures: Figures) -> bool:
    words, digits = figures["words"], figures["digits"]
    return words.form == "words" and digits.form == "digits" and _within(_NEAR, words, digits)


def _fits_beaten(figures: Figures) -> bool:
    """Two levels of one unit, not far apart; a time may be beaten from either side."""
    high, low = figures["high"], figures["low"]
    if any(isinstance(each.value, tuple) or each.role not in (None, "level", "share", "ratio") or size(each) <= 0
           for each in (high, low)):
        return False
    return alike(high, low) and not is_stretch_of_time(high.unit) and _within(_NEAR, high, low)


def _fits_outranking(figures: Figures) -> bool:
    """Two such levels; but bare numbers with a fraction may be times, of which the shorter is ahead: "(53.40)"."""
    timed = any(is_bare(each) and size(each) % 1 for each in figures.values())
    return not timed and _fits_beaten(figures)


def _fits_remainder(figures: Figures) -> bool:
    """Two lots smaller than all and together near it, in one unit, none of them about so many; of things whole numbers.
    """
    levels = list(figures.values())
    units = {each.unit for each in levels if not is_bare(each)} or {"count"}
    whole, part, rest = (figures[role] for role in ("whole", "part", "rest"))
    if not _NEAR_WHOLE[0] * size(whole) <= size(part) + size(rest) <= _NEAR_WHOLE[1] * size(whole):
        return False  # "nine of the 16 clinics. The remaining three in the valley"
    told = all(not isinstance(each.value, tuple) and not each.hedge
               and (units != {"count"} or each.value == int(each.value)) for each in levels)
    return told and len(units) == 1 and "percent" not in units and 0 < size(part) < size(whole) > size(rest) > 0


STATEMENT_FITS: dict[str, Callable[[Figures], bool]] = {
    "movement": _fits_movement,
    "goal": _fits_goal,
    "compounding": _fits_compounding,
    "stock": _fits_stock,
    "sample": _fits_sample,
    "restatement": _fits_restatement,
    "beaten": _fits_beaten,
    "outranking": _fits_outranking,
    "remainder": _fits_remainder,
}
# The figure that a statement is about.
STATEMENT_HEARTS = {
    "movement": "to", "goal": "value", "compounding": "rate", "stock": "closing", "sample": "part",
    "restatement": "words", "beaten": "low",
    "outranking": "high", "remainder": "rest",
}

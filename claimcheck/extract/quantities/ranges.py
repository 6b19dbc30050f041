"""Reads two amounts as one: "between 5 and 6", "5-6", "from 5 to 6"; tells a range from a change of two values."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.extract.quantities.cut import Cut
from claimcheck.extract.quantities.lexicon import QuantityLexicon
from claimcheck.extract.quantities.readings import COUNT, RATIO, Measured, read_measured, share_side
from claimcheck.extract.quantities.surroundings import hedge_before, moves_before

_DASHES = {"-", "–", "—"}
_LONGEST_PAUSE = 8
_LONGEST_HEDGE = 12
_WIDEST = 10  # times the lower end of what something changes by


@dataclass(slots=True)
class Pair:
    """Two amounts that belong together; is_change: two values of one thing, not one range.

    top: the upper end of a second value that is a range itself. after_from: the pair stands after "from".
    """

    low: Measured
    high: Measured
    is_change: bool
    top: Measured | None = None
    after_from: bool = False

    @property
    def end(self) -> int:
        """The token after the pair."""
        last = self.top or self.high
        return max(last.end, last.amount.end)


def read_range(cut: Cut, low: Measured, lexicon: QuantityLexicon) -> Pair | None:
    """The pair that the amount opens, with units and scales shared out; None when it stands alone."""
    if not _may_pair(cut, low, lexicon):
        return None
    first = hedge_before(cut, low.amount.first, lexicon)[1]
    between = _is_before(cut, first, "between", lexicon)
    source = _is_before(cut, first, "from", lexicon)
    at = _over_hyphen(cut, max(low.end, low.amount.end), lexicon)
    reach = lexicon.phrases["reach"].at(cut, at) if source and "reach" in lexicon.phrases else None
    if reach is None and not _connects(cut, at, between, lexicon):
        return _course(cut, low, lexicon) if source else None
    start = hedge_end(cut, reach[0] if reach else at + 1, lexicon)
    high = read_measured(cut, start, lexicon) if cut.is_open(start) else None
    if high is None or not _belong(cut, low, high, at, lexicon):
        return None
    tells_more = high.end > high.amount.end or high.amount.scale > low.amount.scale
    single = low.amount.end == at and low.amount.unit is None and tells_more
    share_side(low, high)
    share_side(high, low)
    if high.unit is not None and (low.unit is None or len(low.unit) < len(high.unit)):
        low.unit = high.unit
    elif low.unit is not None:
        high.unit = low.unit
    rising = low.amount.value < high.amount.value
    dashed = cut.low[at] in _DASHES
    change = (source and moves_before(cut, first, lexicon)) or (not rising and not dashed)
    if dashed and not rising:
        low.unit = high.unit = low.noun = high.noun = None
        return Pair(low, high, is_change=False)
    if change and not source:
        falls = not rising and low.unit is not None and _is_measure(low.unit, lexicon)
        return Pair(low, high, True) if falls and not moves_before(cut, first, lexicon) else None
    if not (source or between or dashed) and moves_before(cut, first, lexicon) and not single:
        return None
    if change and cut.is_open(high.amount.end) and cut.low[high.amount.end] in _DASHES:
        return _to_range(cut, low, high, lexicon)
    return Pair(low, high, change, after_from=source)


def _may_pair(cut: Cut, low: Measured, lexicon: QuantityLexicon) -> bool:
    """A quick look whether a word that ties two amounts stands after the first, or "from" before it."""
    at = max(low.end, low.amount.end)
    if at >= cut.size:
        return False
    word = cut.low[at]
    if word in _DASHES or word in lexicon.words["range"] or word in lexicon.words["and"]:
        return True
    first = low.amount.first
    return not lexicon.words["from"].isdisjoint(cut.low[max(0, first - _LONGEST_HEDGE) : first])


def _is_measure(unit: str, lexicon: QuantityLexicon) -> bool:
    """True for units of physics: a share or sum that goes before a lower one need not be the same thing."""
    part = unit.split("_per_")[0]
    return part not in (COUNT, RATIO, "percent", "percentage_point") and part not in lexicon.currencies


def _to_range(cut: Cut, low: Measured, high: Measured, lexicon: QuantityLexicon) -> Pair:
    """The second value of "from 24 to 33-35 billion" is a range."""
    top = read_range(cut, high, lexicon)
    if top is None or top.is_change or top.top is not None:
        return Pair(low, high, is_change=True, after_from=True)
    share_side(low, top.high)
    return Pair(low, top.low, True, top.high, after_from=True)


def _course(cut: Cut, low: Measured, lexicon: QuantityLexicon) -> Pair | None:
    """The pair in "from 12 ships to 15", "from $90 at noon on Monday to $95": a noun, a time or a place in between."""
    at = max(low.full_end, low.end)
    for _ in range(_LONGEST_PAUSE):
        if at >= cut.size or cut.low[at] in lexicon.words["from-to"]:
            break
        if not (cut.taken[at] or cut.low[at] in lexicon.words["course-pause"]):
            return None
        at += 1
    if not (cut.is_open(at) and cut.low[at] in lexicon.words["from-to"]):
        return None
    while cut.is_open(at + 1) and cut.low[at + 1] in lexicon.words["from-to"]:
        at += 1
    start = hedge_end(cut, at + 1, lexicon)
    high = read_measured(cut, start, lexicon) if cut.is_open(start) else None
    alike = high is not None and (high.is_bare or (high.unit, high.noun) == (low.unit, low.noun))
    of_one_unit = high is not None and low.unit is not None and low.unit.startswith(f"{high.unit}_per_")
    if high is None or low.is_bare or not (alike or of_one_unit):
        return None
    if of_one_unit:
        high.unit = low.unit
    share_side(high, low)
    return Pair(low, high, is_change=True, after_from=True)


def _over_hyphen(cut: Cut, at: int, lexicon: QuantityLexicon) -> int:
    """Over the first hyphen of "0-to-60"."""
    hyphen = at + 1 < cut.size and cut.low[at] in _DASHES and cut.glued(at + 1)
    return at + 1 if hyphen and cut.kind[at + 1] == "w" and cut.low[at + 1] in lexicon.words["range"] else at


def hedge_end(cut: Cut, at: int, lexicon: QuantityLexicon) -> int:
    """The token after a hedge at the given one, such as the second "about" in "from about 5 to about 6"."""
    if at < cut.size and cut.low[at] in _DASHES and cut.glued(at) and cut.kind[at - 1] == "w":
        at += 1
    found = lexicon.hedges_before.at(cut, at)
    return found[0] if found is not None else at


def _is_before(cut: Cut, at: int, kind: str, lexicon: QuantityLexicon) -> bool:
    return at > 0 and not cut.taken[at - 1] and cut.low[at - 1] in lexicon.words[kind]


def _connects(cut: Cut, at: int, between: bool, lexicon: QuantityLexicon) -> bool:
    if not cut.is_open(at):
        return False
    word = cut.low[at]
    if between and word in lexicon.words["and"]:
        return True
    if word in ("-", "–", "—"):
        return cut.glued(at) == cut.glued(at + 1)
    return word in lexicon.words["range"]


def _is_step(cut: Cut, low: Measured, high: Measured, lexicon: QuantityLexicon) -> bool:
    """True for a change and where it leads: "rose by a third to 4 million", "fell by 12,000 to 2.34 million"."""
    if low.amount.form == "fraction" and high.amount.form != "fraction":
        return not low.is_bare
    first = hedge_before(cut, low.amount.first, lexicon)[1]
    return _is_before(cut, first, "by", lexicon) and high.amount.value > _WIDEST * low.amount.value > 0


def _belong(cut: Cut, low: Measured, high: Measured, at: int, lexicon: QuantityLexicon) -> bool:
    """True when the two sides can be of one kind: same units, or one of them bare."""
    if "multiple" in (low.amount.form, high.amount.form) or _is_step(cut, low, high, lexicon):
        return False
    if cut.low[at] in lexicon.words["choice"]:
        near = high.amount.number - low.amount.number in (1, 2, 5)
        return near and low.is_bare and not high.is_bare
    if low.unit is not None and high.unit is not None:
        alike = low.unit == high.unit or high.unit.startswith(f"{low.unit}_per_")
        return alike or low.unit.startswith(f"{high.unit}_per_")
    if low.noun is not None:
        return high.noun is not None and low.noun == high.noun
    if low.unit is not None:
        return high.noun is None
    return True

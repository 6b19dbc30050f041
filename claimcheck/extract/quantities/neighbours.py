"""What figures that stand near each other tell of each other: one amount in two parts or units, a noun left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.drafts import QuantityDraft
from claimcheck.extract.quantities.lending import lend
from claimcheck.extract.quantities.lexicon import QuantityLexicon
from claimcheck.extract.quantities.readings import COUNT
from claimcheck.model.measure import measure_of

_SINGLE = {"digits", "words"}
_MOST_PARTS = 60  # minutes of an hour; a kilometre and a metre are told apart
_PER = "_per_"
_SMALL_MONEY = {"cent": "USD", "penny": "GBP"}
_MILLION = Decimal(10**6)
_CENTS = 100
_MOST_POINTS = 100  # of percentages; an index moves by more
_CENT = Decimal("0.01")
_ONE_ORDER = 5  # times that one number may be another, where both count one thing
_REACH = 120
_UNSHARED = {
    "percent", "percentage_point", "year", "month", "week", "day", "hour", "minute", "second", "year_of_age",
    "month_of_age", "week_of_age",
}
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORDS = 40
_AMOUNT_ENDS = re.compile(r"\s*(?:[.,;!?)](?!\d)|$)")


def tie_neighbours(text: str, found: list[QuantityDraft], lexicon: QuantityLexicon) -> list[QuantityDraft]:
    """The drafts of a block, in order, each with what its neighbours tell of it; amounts in two parts become one."""
    if len(found) < 2:
        return found
    joined = _join_parts(text, found, lexicon)
    _spread(text, joined, lexicon)
    _read_points(text, joined, lexicon)
    _share_nouns(text, joined, lexicon)
    lend(text, joined, lexicon)
    return joined


def _read_points(text: str, found: Sequence[QuantityDraft], lexicon: QuantityLexicon) -> None:
    """Points right beside a percentage are those of percentages: "rose two points to 34%", "34%, up two points"."""
    for one, other in pairwise(found):
        points, share = (one, other) if other.unit == "percent" else (other, one)
        if share.unit != "percent" or points.unit != COUNT or points.noun != "point":
            continue
        between = _WORD.findall(text[one.full_end : other.start].lower())
        tied = bool(between) if points is one else bool(points.trend)
        small = not isinstance(points.value, tuple) and points.value < _MOST_POINTS
        if tied and small and lexicon.words["points-joint"].issuperset(between):
            points.unit, points.noun = "percentage_point", None
            points.end = max(points.end, points.full_end)


def _join_parts(text: str, found: list[QuantityDraft], lexicon: QuantityLexicon) -> list[QuantityDraft]:
    """One amount for each that is told in parts: "3 dollars 50 cents", "15 dollars and 50", "8 minutes 40 seconds"."""
    joined: list[QuantityDraft] = []
    for draft in found:
        whole = joined[-1] if joined else None
        if whole is not None and _is_small_part(text, whole, draft, lexicon):
            _join(whole, draft, times=1, parts=_CENTS, place=_CENT)
        elif whole is not None and (times := _times_of_part(text, whole, draft, lexicon)):
            _join(whole, draft, times=times, parts=1, place=draft.last_place)
            whole.unit = draft.unit
        else:
            joined.append(draft)
    return joined


def _join(whole: QuantityDraft, part: QuantityDraft, *, times: int, parts: int, place: Decimal | None) -> None:
    """Adds a part, so many of which make one, to so many times the whole."""
    assert not isinstance(whole.value, tuple)
    assert not isinstance(part.value, tuple)
    whole.value = whole.value * times + part.value / parts
    whole.end = whole.number_end = part.end
    whole.full_end = part.full_end
    whole.last_place = whole.round_place = place


def _times_of_part(text: str, whole: QuantityDraft, part: QuantityDraft, lexicon: QuantityLexicon) -> int:
    """How many units of a part make one of the whole before it ("8 minutes 40 seconds"); 0 where it is no part."""
    if isinstance(whole.value, tuple) or isinstance(part.value, tuple) or _PER in whole.unit + part.unit:
        return 0
    if not _is_beside(text[whole.end : part.start].removeprefix(","), lexicon) or whole.value % 1 \
            or {whole.form, part.form} - _SINGLE:
        return 0
    large, small = measure_of(whole.unit), measure_of(part.unit)
    times = large.factor / small.factor
    fits = large.base == small.base and times.denominator == 1 and 1 < times <= _MOST_PARTS and part.value < times
    return int(times) if fits and not large.offset and not small.offset else 0


def _is_beside(between: str, lexicon: QuantityLexicon) -> bool:
    """Whether nothing but a conjunction, if anything, stands between a whole and its smaller part."""
    return not between.strip() or between.strip() in lexicon.words["part-joint"]


def _is_small_part(text: str, whole: QuantityDraft, part: QuantityDraft, lexicon: QuantityLexicon) -> bool:
    if isinstance(whole.value, tuple) or isinstance(part.value, tuple) or whole.unit not in lexicon.currencies:
        return False
    if not _is_beside(text[whole.end : part.start], lexicon):
        return False
    if _SMALL_MONEY.get(part.unit) == whole.unit:
        return True
    bare = part.unit == COUNT and part.noun is None and part.last_place == 1 and 1 < part.value < _CENTS
    return bare and whole.last_place == 1 and _AMOUNT_ENDS.match(text, part.end) is not None


def _spread(text: str, found: list[QuantityDraft], lexicon: QuantityLexicon) -> None:
    """One amount in two units shares hedge and trend: "more than 100 km (60 miles)", "lost 190 points, or 0.6%"."""
    for before, after in pairwise(found):
        between = text[before.end : after.start].strip()
        units = (before.unit, after.unit)
        if between in ("(", "/") and not after.hedge and before.unit != after.unit and COUNT not in units:
            after.hedge = before.hedge
        if before.trend and not after.trend:
            joint = text[max(before.end, before.full_end) : after.full_start].strip()
            if joint.removeprefix(",").strip() in lexicon.words["choice"]:
                after.trend, after.moved = before.trend, before.moved


def _share_nouns(text: str, found: list[QuantityDraft], lexicon: QuantityLexicon) -> None:
    """A bare number counts what the figure before it in its sentence does: "3 million cars, up from 2 million".

    Of two figures before it, the nearer in size is meant: "4,200 bikes in 14 shops, 10% more than the 3,500 of 2022".
    """
    last: QuantityDraft | None = None
    earlier: QuantityDraft | None = None
    money: QuantityDraft | None = None
    for draft in found:
        counted = earlier if _is_nearer(earlier, last, draft) else last
        shares = counted is not None and _is_shared(text, counted, draft, lexicon)
        if counted is not None and money is not None and _is_money_again(text, money, counted, draft):
            shares = False
        if draft.unit in lexicon.currencies:
            money = draft
        if counted is not None and shares and _is_short_million(text, counted, draft):
            draft.read_million()
        if not _is_bare(draft):
            if draft.form in ("digits", "words") and draft.unit not in _UNSHARED:
                last, earlier = draft, last
        elif counted is not None and shares:
            draft.unit = counted.unit if draft.unit == COUNT else draft.unit
            draft.noun = counted.noun


def _is_nearer(one: QuantityDraft | None, other: QuantityDraft | None, draft: QuantityDraft) -> bool:
    """True for a figure that a number may be told beside, where another one is of another order."""
    if one is None or other is None or isinstance(draft.value, tuple):
        return False
    return _are_of_one_order(one, draft) and not _are_of_one_order(other, draft)


def _are_of_one_order(one: QuantityDraft, other: QuantityDraft) -> bool:
    if isinstance(one.value, tuple) or isinstance(other.value, tuple):
        return False
    small, large = sorted((abs(one.value), abs(other.value)))
    return large <= _ONE_ORDER * small


def _is_money_again(text: str, money: QuantityDraft, counted: QuantityDraft, draft: QuantityDraft) -> bool:
    """True for as many millions as money before it tells: "212 million euros for 27 schools and 31 million for roads".
    """
    scaled = counted.scale == 1 < draft.scale == money.scale and money.start < counted.start
    return scaled and _SENTENCE_END.search(text, money.end, draft.start) is None


def _is_short_million(text: str, counted: QuantityDraft, draft: QuantityDraft) -> bool:
    """True for the "7m" of "8m people, up from 7m", which cannot be metres."""
    written = text[draft.number_end : draft.end] == "m" and draft.unit == "meter" and not isinstance(draft.value, tuple)
    return written and counted.unit != "meter" and not isinstance(counted.value, tuple) and counted.value >= _MILLION


def _is_bare(draft: QuantityDraft) -> bool:
    counts = draft.unit == COUNT or draft.unit.startswith(f"{COUNT}_per_")
    return counts and draft.noun is None and draft.form in ("digits", "words") and draft.role is None


def _is_shared(text: str, counted: QuantityDraft, draft: QuantityDraft, lexicon: QuantityLexicon) -> bool:
    between = text[counted.end : draft.full_start]
    if len(between) > _REACH or _SENTENCE_END.search(between):
        return False
    told = _WORD.findall(between.lower())
    opens = lexicon.words["definite"] | lexicon.words["article"]
    if any(one in lexicon.words["and"] and other in opens for one, other in pairwise(told)):
        return False  # "employs 40 cooks, and the number of guests rose to 60"
    words = _WORD.findall(between[-_LAST_WORDS:].lower())
    words = words[: len(words) - _stated_as(words, lexicon)]
    if not words or not any(" ".join(words[-length:]) in lexicon.words["shared"] for length in (1, 3)):
        return False
    rated = draft.unit != COUNT and counted.unit != COUNT
    return not rated and not (counted.unit in lexicon.currencies and words[-1] in lexicon.words["and"])


def _stated_as(words: list[str], lexicon: QuantityLexicon) -> int:
    """How many of the last words only introduce the number ("an average of")."""
    return next((length for length in (3, 2, 1) if " ".join(words[-length:]) in lexicon.words["stated-as"]), 0)

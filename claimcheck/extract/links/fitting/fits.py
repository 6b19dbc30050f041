"""What figures must be like to stand in a link together."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from claimcheck.extract.drafts import QuantityDraft
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, FRACTION, MULTIPLE, PERCENT, POINT, sign_of
from claimcheck.model.measure import measure_of
from claimcheck.model.slips import is_misprint, is_power_apart, significant_digits, swapped_over

Figures = dict[str, QuantityDraft]

_MOVES = ("change", "difference")
_HUNDRED = 100
_FARTHEST = 8  # times that a bare count may grow within one statement
_FARTHEST_NAMED = 1_000  # the same for what has a unit, or things that have a name
_NEAR_END = 2  # times that a value in a range may lie beyond an end
_PER = "_per_"
_TIME = "hour"  # the base unit of time
_LEAST, _MOST = Fraction(1, 2), Fraction(2)  # of an average, that the quotient of total and base may be
_SLACK = Fraction(1, 20)
_TELLING_DIGITS = 2  # of a total; one of more is seldom a misprint of a product by chance
_OTHER_UNIT = Fraction(100)  # times that an amount may miss what it is in another unit, as feet for inches do
_WIDEST_SHARE = Fraction(30)  # times that a share may
_WIDEST_GAP = Fraction(8)  # times that a difference may miss what it should be


def alike(one: QuantityDraft, other: QuantityDraft) -> bool:
    """True when two figures may be levels of one thing: one unit, and nouns that do not speak against it."""
    if one.unit != other.unit:
        return (is_bare(one) or is_bare(other)) and "percent" not in (one.unit, other.unit)
    return one.noun is None or other.noun is None or one.noun == other.noun


def alike_levels(one: QuantityDraft, other: QuantityDraft) -> bool:
    """As `alike`; of two sums of money one may leave out what they are paid for: "950 euros a month, up from 900"."""
    return alike(one, other) or is_rate_of(one, other) or is_rate_of(other, one)


def is_rate_of(rate: QuantityDraft, plain: QuantityDraft) -> bool:
    """True for so much money for each stretch of time, or litre, of which another figure tells no more than the sum."""
    nouns = rate.noun is None or plain.noun is None or rate.noun == plain.noun
    return nouns and rate.unit.startswith(f"{plain.unit}{_PER}") and is_currency(measure_of(plain.unit).base)


def is_bare(figure: QuantityDraft) -> bool:
    """True for a number in digits without a unit or a noun: it may take the unit of its neighbour."""
    return figure.unit == "count" and figure.noun is None and figure.form == "digits"


def is_amount(figure: QuantityDraft) -> bool:
    """True for a figure that is no share, multiple or number of points."""
    return sign_of(figure) == AMOUNT


def is_count(figure: QuantityDraft) -> bool:
    """True for one number of things."""
    return is_amount(figure) and figure.unit == "count" and not isinstance(figure.value, tuple)


def is_stretch_of_time(unit: str) -> bool:
    """True for a unit of time: "three weeks" may stand beside whatever is told of.

    >>> is_stretch_of_time("week"), is_stretch_of_time("kilometer")
    (True, False)
    """
    return measure_of(unit).base == _TIME


def is_share(figure: QuantityDraft) -> bool:
    """True for a single percentage or fraction that tells no change and no place."""
    plain = not isinstance(figure.value, tuple) and not figure.trend and figure.role not in ("change", "rank")
    return sign_of(figure) in (PERCENT, FRACTION) and plain


def measures(figure: QuantityDraft, unit: str) -> bool:
    """True for an amount in a unit of the kind of another, or a number of the things that it names."""
    if figure.unit == "count":
        return figure.noun is not None and figure.noun.split()[-1].lower() == unit
    return measure_of(figure.unit).base == measure_of(unit).base


def size(figure: QuantityDraft) -> Decimal:
    """The number of a figure; of a range, its lower end."""
    return figure.value[0] if isinstance(figure.value, tuple) else figure.value


def _fits_change(figures: Figures) -> bool:
    levels = [figures[role] for role in ("to", "from") if role in figures]
    if len(levels) == 2 and not (alike_levels(*levels) and _one_order(*levels)):
        return False
    change = figures["change"]
    if sign_of(change) in (PERCENT, FRACTION) and len(levels) == 1:
        return levels[0].unit != "percent"  # "from 4% to 5%" are two levels
    if sign_of(change) in (PERCENT, FRACTION, MULTIPLE):
        return True
    if sign_of(change) == POINT:
        return all(level.unit == "percent" for level in levels)
    if "to" in figures and figures["to"].role in _MOVES:
        return False  # "it shrank by 90: 1,280 joined, 1,370 left"
    if len(levels) == 1 and "to" in figures and change.trend != "down" and abs(size(change)) > abs(size(figures["to"])):
        return False  # nothing grows by more than it comes to: "passed by 33 votes to 19"
    if len(levels) == 2 and not (all(alike_levels(change, each) for each in levels) and may_be_gap(change, *levels)):
        return False
    return all(level.unit == change.unit or alike_levels(level, change) for level in levels)


def _one_order(to: QuantityDraft, base: QuantityDraft) -> bool:
    """False where a bare number is no level of the same thing: "in 36 parishes, 9% more than in May (2,705)"."""
    small, large = sorted((abs(size(to)), abs(size(base))))
    return large <= (_FARTHEST if is_bare(to) or is_bare(base) else _FARTHEST_NAMED) * small


def _fits_share(figures: Figures) -> bool:
    if "whole" not in figures or "part" not in figures:
        return True
    part, whole, share = figures["part"], figures["whole"], figures["share"]
    if sign_of(share) == PERCENT and size(share) > _HUNDRED:
        return False  # a part is no more than its whole: other figures were meant
    if part.period is not None and whole.period is not None and not part.period.overlaps(whole.period):
        return False
    if sign_of(share) == PERCENT and size(whole) and not _may_be_share(size(part) / size(whole), share):
        return False  # "half a million got one dose, 93% of the 550,000"
    return (part.unit == whole.unit or is_bare(part)) and size(part) <= size(whole) and part.unit != "percent"


def _may_be_share(made: Decimal, share: QuantityDraft) -> bool:
    return _are_near(Fraction(made) * _HUNDRED, Fraction(abs(size(share))), _WIDEST_SHARE)


def _fits_difference(figures: Figures) -> bool:
    one, other, gap = figures["minuend"], figures["subtrahend"], figures["difference"]
    lends = is_bare(one) != is_bare(other) and "percent" not in (one.unit, other.unit)
    if not (one.unit == other.unit or lends) or "change" in (one.role, other.role):
        return False
    if _stand_for_others(one, other) or _stand_for_others(other, one):
        return False
    if size(one) < size(other):
        figures["minuend"], figures["subtrahend"] = other, one
    unit = other.unit if is_bare(one) else one.unit
    lent = is_bare(gap) and gap.scale == one.scale > 1 and unit != "dimensionless"  # "The hole of 0.7 million"
    one_measure = unit != "count" and measure_of(gap.unit).base == measure_of(unit).base  # "6.4 metres": "50 cm less"
    if not (lent or one_measure) and gap.unit != unit and (unit, gap.unit) != ("percent", "percentage_point"):
        return False
    factor = measure_of(unit).factor
    apart = abs(Fraction(size(one)) - Fraction(size(other))) * factor
    return _are_near(apart, Fraction(abs(size(gap))) * factor if lent else abs(in_base(gap)), _WIDEST_GAP)


def _stand_for_others(number: QuantityDraft, level: QuantityDraft) -> bool:
    """True for a small number in words that stands for what was told of: "a thousand more houses than the two did"."""
    unnamed = number.unit == "count" and number.end == number.number_end and number.scale == 1
    in_words = number.form != "digits"
    return unnamed and in_words and abs(size(level)) > _FARTHEST * abs(size(number))


def may_be_gap(gap: QuantityDraft, one: QuantityDraft, other: QuantityDraft) -> bool:
    """False where a difference is so far from that of two figures that it is one of other things."""
    lent = next((each.unit for each in (gap, one, other) if not is_bare(each)), gap.unit)
    less, more, told = (_of_rate(each, lent) for each in (one, other, gap))
    return _are_near(abs(more - less), abs(told), _WIDEST_GAP)


def _of_rate(figure: QuantityDraft, lent: str) -> Fraction:
    """The size of a figure whatever it is for, in the base unit of what there is so much of; of a bare one, as lent."""
    unit = lent if is_bare(figure) else figure.unit
    return Fraction(size(figure)) * measure_of(unit.partition(_PER)[0]).factor


def _are_near(computed: Fraction, told: Fraction, most: Fraction) -> bool:
    """True for amounts that differ by fewer than so many times, or by a slip of scale."""
    if not computed or not told:
        return computed == told
    return 1 / most < computed / told < most or is_power_apart(computed, told, slack=_SLACK)


def _fits_conversion(figures: Figures) -> bool:
    """Two units of one kind, or two currencies; amounts far apart are none: "2,400 sacks of 25 kg (60 tonnes)"."""
    first, second = figures["first"], figures["second"]
    one, other = first.unit, second.unit
    if is_currency(one) and is_currency(other):
        return one != other
    near = _are_near(abs(in_base(first)), abs(in_base(second)), _OTHER_UNIT)
    return one != other and measure_of(one).base == measure_of(other).base and near


def _fits_ratio(figures: Figures) -> bool:
    """Whether an average, and its total, are of one unit; "each" takes the unit of the total.

    The number is one of things, or measured in what the average is for: "64 square metres at 12 euros a square metre".
    """
    ratio, total, base = figures["ratio"], figures["total"], figures["base"]
    if any(isinstance(each.value, tuple) or size(each) <= 0 for each in figures.values()):
        return False
    if base.unit == "count" and total.unit.startswith(f"{ratio.unit}{_PER}") and ratio.noun == total.noun:
        ratio.unit = total.unit
    over, _, under = (ratio.unit, "", "") if ratio.unit == total.unit else ratio.unit.partition(_PER)
    measured = base.unit != "count" or (bool(under) and is_stretch_of_time(under))
    if measured and not (under and measures(base, under)):
        return False  # "60 trips with 12,000 guests, or 200 a week"
    return measure_of(over).base == measure_of(total.unit).base and may_be_average(ratio, total, base)


def may_be_average(ratio: QuantityDraft, total: QuantityDraft, base: QuantityDraft) -> bool:
    """False where total over base is so far from the average that other things are meant; a slip may be.

    Fewer things than those that have them are no total: "14 trains of three cars, 210 seats each".
    """
    computed, told = in_base(total) / in_base(base), in_base(ratio)
    if _LEAST < computed / told < _MOST:
        return True
    scaled = total.unit != "count" or computed >= 1
    return scaled and (is_power_apart(computed, told, slack=_SLACK) or _is_slip_of_product(ratio, total, base))


def _is_slip_of_product(ratio: QuantityDraft, total: QuantityDraft, base: QuantityDraft) -> bool:
    """True for a total that a misprint makes of the number times the average, or an average with two digits swapped.

    "66 trips, 31,200 guests, 200 a trip"; "364,000 biscuits from 33.1 tonnes of dough, or 19 grams each".
    """
    over = ratio.unit.partition(_PER)[0]
    if over == total.unit and len(significant_digits(size(total))) > _TELLING_DIGITS:
        return is_misprint(size(total), size(ratio) * size(base))
    place = size(ratio).as_tuple().exponent
    if base.unit != "count" or not isinstance(place, int) or _PER in ratio.unit:
        return False
    made = float(in_base(total) / in_base(base) / measure_of(over).factor)
    return swapped_over(size(ratio), Decimal(f"{made:.{max(0, -place)}f}")) == 1


def in_base(figure: QuantityDraft) -> Fraction:
    """The size of a figure in the base unit of its measure."""
    return Fraction(size(figure)) * measure_of(figure.unit).factor


def _fits_range(figures: Figures) -> bool:
    """Whether the figures of a pattern are a range and a value in its unit.

    A bare value takes it: "12 to 18 a day"; so does one near the range that leaves out what it is for: "3 to 4 euros a
    kilo, on average 3.60 euros". What grew by so much per cent may lie in a range of growth alone.
    """
    span, value = figures["range"], figures["value"]
    if span.unit.startswith(f"{value.unit}{_PER}") and (is_bare(value) or _is_near(value, span)):
        value.unit = span.unit
    return (
        isinstance(span.value, tuple)
        and not isinstance(value.value, tuple)
        and span.unit == value.unit
        and (value.role != "change" or value.unit == "percent")
    )


def _is_near(value: QuantityDraft, span: QuantityDraft) -> bool:
    """True for a value that is not far beyond the ends of a range."""
    if not isinstance(span.value, tuple) or isinstance(value.value, tuple):
        return False
    low, high = span.value
    return low <= _NEAR_END * value.value and value.value <= _NEAR_END * high


def is_currency(unit: str) -> bool:
    """True for an ISO code.

    >>> is_currency("VND"), is_currency("tonne")
    (True, False)
    """
    return len(unit) == 3 and unit.isupper()


FITS: dict[str, Callable[[Figures], bool]] = {
    "change": _fits_change,
    "share": _fits_share,
    "difference": _fits_difference,
    "conversion": _fits_conversion,
    "ratio": _fits_ratio,
    "range": _fits_range,
}

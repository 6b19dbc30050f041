"""Amounts apiece: what an amount for each of many things tells of the total and the number that it comes from.

The unit or the words of the amount name the thing, so that a number of such things may be meant; a total is in the unit
of the amount, or counts what its noun counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import log

from claimcheck.check.comparing.comparable import are_alike
from claimcheck.check.comparing.evidence import Evidence, in_one_sentence, stem_of_word
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.comparing.stems import noun_of
from claimcheck.check.parts.quotients import (
    GIVEN,
    Quotient,
    are_close,
    divided,
    name_of,
    of_misprint,
    size_of,
    stems_in,
    sums_with,
)
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.ends import order_of_quotient, top_of
from claimcheck.model.interval import WHOLE_LINE, Interval
from claimcheck.model.measure import DIMENSIONS, dimension_of, measure_of

UNHELD = ("denied", "hypothetical")
PER = "_per_"
_MANY = 100  # from which on a number without a noun may count the things that another one names
_FEWEST = 5  # things, as long as the sentence of the amount does not give them
_LEAST_TOTAL = 10
_TIME = "hour"  # the measure of all stretches of time
_TELLING_DIGITS = 2
_ALL, _PERCENT = Interval.point(1), Fraction(1, 100)
_TENS = tuple(Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3))
_LEAST_SCALED = 10  # of smaller amounts any other is a slip of scale away
_EXACT, _NEARLY = 0.005, 0.03  # of an amount at another scale, by which what a total makes may miss it
_ONE = "1"  # the digits of a power of ten, which only moves the point
_ONE_ORDER = 5  # times that what is told for each at another time may be the amount
_FARTHEST = Fraction(5, 3)  # times that an amount may miss what it should be, where no slip explains it
_AT_ODDS = Fraction(5, 4)  # the same where one is planned and the other done, and for what the words do not tie
_MADE = Fraction(4, 3)  # the same where the words tell that the total makes the amount, and leave the number out
_OF_WHOLE_THINGS = Fraction(1, 2)  # by which an average of things told as a whole number may be off


@dataclass(frozen=True, slots=True)
class Apiece:
    """An amount for each thing, and what is known of the total and the number that it comes from.

    over, under: the measures of both, `under` as the unit of the amount tells it; thing: what it is for, be it "";
    times: how many units of the number the amount is for; people: whether it is for people, whatever they are called.
    total: the one that its sentence tells to make the amount, if any. limits: how words begin that may limit the thing.
    told: what the amount may be; of things it may be rounded to a whole one. reach: what that makes of total by number.
    """

    each: Claim
    total: Claim | None
    over: str
    under: str
    thing: str
    times: Fraction
    people: bool
    words: frozenset[str]
    told: Interval
    reach: Interval
    limits: frozenset[str]

    @classmethod
    def of(cls, relation: Relation, people: frozenset[str], evidence: Evidence) -> Apiece:
        """The average that a relation tells of."""
        (each,) = relation.roles["each"]
        over, _, under = (each.measure or "").partition(PER)
        thing = under or relation.scope
        measure = measure_of(thing)
        times = Fraction(int(under)) if under.isdigit() else Fraction(1) if under else measure.factor
        words = evidence.own(each).union(map(stem_of_word, each.context)) - frozenset(map(stem_of_word, each.story))
        of_people, told = under.isdigit() or thing in people, _told(each, over)
        reach = told.scale(1 / times) if times else WHOLE_LINE
        total = next(iter(relation.roles.get("of", ())), None)
        limits = stems_in(relation.when)
        return cls(each, total, over, under or measure.base, thing, times, of_people, words, told, reach, limits)

    def made_by(self, total: Claim, number: Claim) -> Interval:
        """What a total makes for each."""
        return divided(total, number).scale(self.times)

    def may_fit(self, total: Claim, number: Claim) -> bool:
        """False where a total surely makes more or less for each: a quick look before the exact one of `fits`."""
        assert total.reading is not None
        assert number.reading is not None
        over, under, reach = total.reading.strict, number.reading.strict, self.reach
        if over.low is None or over.high is None or under.low is None or under.high is None:
            return True
        if top_of(over.low) <= 0 or top_of(under.low) <= 0:
            return True
        if reach.low is not None and order_of_quotient(over.high, under.low, reach.low) < 0:
            return False
        return reach.high is None or order_of_quotient(over.low, under.high, reach.high) <= 0

    def fits(self, made: Interval) -> bool:
        """True when the amount may be what a total makes for each."""
        return not self.told.is_disjoint(made)

    def of_slip(self, number: Claim, made: Interval) -> float:
        """What it tells that an amount is what a total makes for each at another scale: chance seldom comes so near."""
        assert self.each.reading is not None
        told, true = self.each.reading.strict.middle, made.middle
        if not told or not true or size_of(self.each) < _LEAST_SCALED or digits_of(number) == _ONE:
            return 0.0
        off = max(_EXACT, min(float(abs(true / told / tens - 1)) for tens in _TENS))
        return -log(2 * off / log(10)) if off < _NEARLY else 0.0

    def is_unlimited_for(self, total: Claim, number: Claim) -> bool:
        """False where words limit the amount, and none of them is told of a figure of another sentence.

        "In Antwerp nuts closed at 6,120 dollars a tonne", "85 euros per rider who started".
        """
        apart = [claim for claim in (total, number) if not in_one_sentence(claim, self.each)]
        said = [stems_in(" ".join((*self.each.story, *claim.context, *claim.story))) for claim in apart]
        return not self.limits or all(not self.limits.isdisjoint(words) for words in said)

    def has_own_number(self, number: Claim, levels: Iterable[Claim]) -> bool:
        """True where the sentence of the amount gives just before it another number in the unit it is for."""
        if not self.is_named(number) or number.measure == "count" or in_one_sentence(number, self.each):
            return False
        own = [each for each in levels if in_one_sentence(each, self.each) and each.start < self.each.start]
        same = [each for each in own if each.measure == number.measure]
        return bool(same) and same[-1] is own[-1] and size_of(same[-1]) != size_of(number)

    def was(self, made: Interval, beside: Iterable[Claim]) -> bool:
        """True for what the amount was before a change that a figure beside it tells ("fell by 8% to 46 euros")."""
        assert self.each.reading is not None
        now = self.each.reading.strict
        moved = (claim for claim in beside if claim.measure == "percent" and claim.role == "change")
        return any(
            not (now / (_ALL + (part if claim.trend == "up" else -part))).is_disjoint(made)
            for claim in moved if claim.trend and claim.reading is not None
            for part in [claim.reading.strict.scale(_PERCENT)]
        )

    def is_in_reach(self, total: Claim, number: Claim, made: Interval) -> bool:
        """False for an amount so far off that something else is meant, unless a misprint of an exact one explains it.

        A total told apart from the number may well be of more than these things, and so make more for each.
        """
        each = self.each.reading.strict.middle if self.each.reading is not None else None
        assert each is not None
        assert made.middle is not None
        if not self.each.hedge and of_misprint(self.each, float(made.middle)) >= GIVEN:
            return True
        together = in_one_sentence(total, number) or in_one_sentence(number, self.each)
        most = _FARTHEST if are_alike(self.each.status, total.status) else _AT_ODDS
        least = most if together else _MADE if total is self.total else _AT_ODDS
        return 1 / least <= each / made.middle <= most

    def is_of_part(self, missed: Quotient, levels: Iterable[Claim]) -> bool:
        """True where the number is but a part of one told beside it, which makes the amount right."""
        near = [each for each in levels if each.measure == missed.under.measure and are_close(each, missed.under)]
        sums = {size_of(missed.under) + size_of(each) for each in near if each is not missed.under}
        return any(size_of(each) in sums and self.fits(self.made_by(missed.over, each)) for each in near)

    def is_of_several(self, missed: Quotient, levels: Sequence[Claim]) -> bool:
        """True where the number is one of two or three told in a row, which together make the amount right."""
        assert missed.over.reading is not None
        over = missed.over.reading.strict
        return any(self.fits((over / sum_).scale(self.times)) for sum_ in sums_with(missed.under, levels))

    def is_beside(self, claim: Claim) -> bool:
        """True for what its sentence may tell for each at another time: "21 on each dive, against 16"."""
        alike = claim.measure == self.each.measure and in_one_sentence(claim, self.each)
        return alike and size_of(claim) < _ONE_ORDER * size_of(self.each)

    def is_of_other_sort(self, claim: Claim) -> bool:
        """True for what its sentence tells for each of another sort without the unit: "11.30 a kilo, frozen 7.90"."""
        money = dimension_of(self.over) == "money"  # yields are told with those of other years and places
        bare = money and claim.measure == "count" and claim.noun is None and claim.period == self.each.period
        if not bare or not size_of(claim) % 1 or claim.start < self.each.end:
            return False
        return size_of(self.each) < _ONE_ORDER * size_of(claim) and size_of(claim) < _ONE_ORDER * size_of(self.each)

    def may_be_total(self, claim: Claim) -> bool:
        """True for amounts in the unit of the average; counted are the things that its noun or sentence names."""
        if claim.measure != self.over or claim is self.each:
            return False
        if self.over == _TIME and claim.hedge:
            return False  # "waited for more than 12 hours"
        if self.over != "count":
            return len(digits_of(claim)) >= _TELLING_DIGITS or claim.value != size_of(self.each)
        noun = noun_of(self.each)
        if noun:
            return size_of(claim) >= _LEAST_TOTAL and stem_of_word(noun) in name_of(claim)
        return size_of(claim) >= _MANY and not name_of(claim).isdisjoint(self.words)

    def may_be_number(self, claim: Claim, people: frozenset[str]) -> bool:
        """True for a number of the things that the amount is for, or that its sentence names."""
        if claim is self.each or size_of(claim) <= 1 or (claim.measure == self.over and self.over != "count"):
            return False
        if size_of(claim) < _FEWEST and not in_one_sentence(self.each, claim):
            return False
        if claim.measure == "count" and size_of(claim) % 1:
            return False  # there are whole things only
        if self.people:
            return claim.measure == "count" and noun_of(claim) in people
        if self.under == _TIME:
            return claim.measure == _TIME and self._is_of_several(claim)
        if self.thing:
            return claim.measure == self.under != "count" or (claim.measure == "count" and self._counts(claim))
        noun = noun_of(claim)
        return claim.measure == "count" and bool(noun) and noun != noun_of(self.each)

    def _is_of_several(self, claim: Claim) -> bool:
        """True for more than one of the units that the amount is for."""
        middle = claim.reading.strict.middle if claim.reading is not None else None
        return middle is not None and middle > self.times

    def _counts(self, claim: Claim) -> bool:
        stem = stem_of_word(self.thing.rpartition("_")[2])
        named = name_of(claim) if claim.noun else name_of(claim).union(map(stem_of_word, claim.near))
        return stem in named

    def is_in_unit(self, claim: Claim) -> bool:
        """True for a figure in the measure of the total, be the unit left out."""
        return claim.measure == self.over or (claim.measure == "count" and claim.noun is None)

    def is_of_sort(self, claim: Claim) -> bool:
        """True for a figure in the measure of the number, be it a number of whatever things."""
        return claim.measure == (self.under if measure_of(self.under).base in DIMENSIONS else "count")

    def is_named(self, number: Claim) -> bool:
        """True for a number of things, or in a unit, where words or unit name the thing that the amount is for."""
        return bool(self.thing) and number.measure in ("count", self.under)

    def names_number(self, claim: Claim) -> bool:
        """True for a number of what the amount is for, or of things that its sentence names."""
        return bool(self.thing) or stem_of_word(noun_of(claim)) in self.words


def _told(each: Claim, over: str) -> Interval:
    assert each.reading is not None
    told, value = each.reading.lenient, each.value
    if over == "count" and isinstance(value, Decimal) and value % 1 == 0:
        return told.hull(Interval.around(value, _OF_WHOLE_THINGS))
    return told


def is_sound(relation: Relation) -> bool:
    """False for an amount for each that is denied, told in words, or of one money in another."""
    (each,) = relation.roles["each"]
    if each.reading is None or not each.reading.strict.middle or each.status in UNHELD or each.form != "digits":
        return False
    if dimension_of((each.measure or "").partition(PER)[2]) == "money":
        return False  # what one currency is in another
    if dimension_of(measure_of(relation.scope).base) == dimension_of(each.measure or "") == "money":
        return False  # "of every pound 83 pence went to beds"
    return isinstance(each.value, Decimal) and each.value > 0 and each.measure != "percent"

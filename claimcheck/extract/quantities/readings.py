"""Puts an amount together with its unit or counted noun: one side of a range, or a quantity of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.extract.quantities.amounts import Amount, add_scale, of_numeral, read_amount
from claimcheck.extract.quantities.cut import Cut
from claimcheck.extract.quantities.led import led_rate
from claimcheck.extract.quantities.lexicon import QuantityLexicon
from claimcheck.extract.quantities.nouns import read_attributive, read_noun, read_noun_of, singular
from claimcheck.extract.quantities.numerals import read_one_in
from claimcheck.extract.quantities.units import read_rate, read_unit
from claimcheck.model.measure import dimension_of, measure_of

_HYPHENS = {"-", "–"}
_TIMES_BEFORE = 2  # words before a number
_LARGEST_SHARE = 99
_LONGEST_ASIDE = 8  # tokens
COUNT = "count"
RATIO = "dimensionless"


@dataclass(slots=True)
class Measured:
    """An amount with its unit: from token `amount.first` up to `end`; `full_end` takes in the counted noun.

    unit None: a bare number, which may still get its unit from the other side of a range. of_many: the number picks
    some out of many ("one of the ships").
    """

    amount: Amount
    unit: str | None
    end: int
    full_end: int
    noun: str | None = None
    of_many: bool = False

    @property
    def is_bare(self) -> bool:
        """True when neither unit nor counted noun stands with the number."""
        return self.unit is None and self.noun is None


def read_measured(cut: Cut, at: int, lexicon: QuantityLexicon) -> Measured | None:
    """The amount at the token with its unit or counted noun; None where there is no number."""
    amount = read_amount(cut, at, lexicon)
    if amount is None:
        return None
    if amount.unit is None and amount.scale == 1:
        share = read_one_in(cut, amount.number, amount.end, lexicon)
        if share is not None:
            return Measured(of_numeral(at, share), RATIO, share.end, share.end)
        multiple = _times(cut, amount, lexicon)
        if multiple is not None:
            return multiple
    unit = read_unit(cut, amount, lexicon)
    if unit is not None:
        unit = led_rate(cut, amount, unit, lexicon)
        amount.scale *= unit.scale
        return Measured(amount, unit.unit, unit.end, unit.end)
    if amount.form == "fraction":
        part = _part_of_unit(cut, amount, lexicon) or _part_of_one(cut, amount, lexicon)
        return part or Measured(amount, RATIO, amount.end, amount.end)
    return _told_behind(cut, amount, lexicon) or _counted(cut, amount, lexicon)


def _told_behind(cut: Cut, amount: Amount, lexicon: QuantityLexicon) -> Measured | None:
    """The 340 of "340 (2022: 410) million euros", which a figure of another time parts from its scale and unit."""
    at = amount.end
    if at >= cut.size or cut.low[at] != "(" or amount.scale != 1 or cut.kind[amount.first] != "n":
        return None
    inside = list(range(at + 1, min(at + _LONGEST_ASIDE, cut.size)))
    close = next((step for step in inside if cut.low[step] == ")"), None)
    told = [step for step in inside if close is not None and step < close and not cut.taken[step]]
    numbers = [step for step in told if cut.kind[step] == "n"]
    if close is None or len(numbers) != 1 or len(told) == close - at - 1:
        return None  # no date is told
    far = replace(amount, end=close + 1)
    add_scale(cut, far, lexicon)
    unit = read_unit(cut, far, lexicon)
    if unit is None and far.scale == 1:
        return None
    amount.scale = far.scale if unit is None else far.scale * unit.scale
    return Measured(amount, None if unit is None else unit.unit, amount.end, amount.end)


def _times(cut: Cut, amount: Amount, lexicon: QuantityLexicon) -> Measured | None:
    """ "four times the", "10-fold", "gấp 2,5 lần": how many times as much."""
    at = amount.end
    if at < cut.size and cut.low[at] in _HYPHENS and cut.glued(at):
        at += 1
    if not cut.is_open(at):
        return None
    told = (at + 1 < cut.size and cut.low[at + 1] in lexicon.words["times-follow"]) or any(
        word in lexicon.words["times-before"] for word in cut.low[max(0, amount.first - _TIMES_BEFORE) : amount.first]
    )
    if cut.low[at] in lexicon.words["times-ending"] or (cut.low[at] in lexicon.words["times"] and told):
        return Measured(replace(amount, form="multiple", last=None, end=at + 1), RATIO, at + 1, at + 1)
    return None


def _part_of_unit(cut: Cut, amount: Amount, lexicon: QuantityLexicon) -> Measured | None:
    """ "half a tonne", "three quarters of an hour": so much of one unit."""
    at = amount.end
    if at < cut.size and cut.low[at] in lexicon.words["of"]:
        at += 1
    if not (cut.is_open(at) and cut.low[at] in lexicon.words["article"]):
        return None
    unit = read_unit(cut, replace(amount, end=at + 1, unit=None), lexicon)
    return None if unit is None else Measured(amount, unit.unit, unit.end, unit.end)


def _part_of_one(cut: Cut, amount: Amount, lexicon: QuantityLexicon) -> Measured | None:
    """ "1/4 point", "1/2 cup", "half a point": part of one thing, in words only of those that are often split."""
    at = amount.end
    written = cut.kind[amount.first] == "n"
    if not written:
        at += 1 if at < cut.size and cut.low[at] in lexicon.words["of"] else 0
        at += 1 if at < cut.size and cut.low[at] in lexicon.words["article"] else 0
    if not cut.is_open(at) or not cut.raw(at).islower() or not lexicon.plural:
        return None
    if not written and cut.low[at] not in lexicon.words["split"]:
        return None
    found = read_noun(cut, at, Decimal(1), lexicon)
    if found is None:
        return None
    plain = replace(amount, form="digits", last=Decimal("0.01")) if written else replace(amount, form="words")
    return Measured(plain, None, plain.end if written else at + 1, at + 1, singular(cut.low[at], lexicon))


def _counted(cut: Cut, amount: Amount, lexicon: QuantityLexicon) -> Measured:
    at = amount.end
    if at < cut.size and cut.low[at] in _HYPHENS and cut.glued(at) and cut.glued(at + 1) and cut.is_open(at + 1):
        word = cut.low[at + 1]
        if word in lexicon.words["hyphen-suffix"]:
            after = read_noun(cut, at + 2, amount.value, lexicon)
            return Measured(amount, None, amount.end, amount.end, after[0] if after else None)
        if cut.kind[at + 1] == "w" and not cut.raw(at + 1).isupper() and word not in lexicon.words["range"]:
            return Measured(amount, None, amount.end, at + 2, singular(word, lexicon))
        return Measured(amount, None, amount.end, amount.end)
    if lexicon.plural and at < cut.size and cut.low[at] in lexicon.words["of"]:
        many = read_noun_of(cut, at, lexicon)
        if many is not None:
            return Measured(amount, None, amount.end, amount.end, many[0], of_many=True)
        found = read_noun(cut, at + 1, amount.value, lexicon) if amount.scale > 1 else None
    else:
        found = _short(cut, at, lexicon) or read_noun(cut, at, amount.value, lexicon)
    hedge = lexicon.hedges_after.at(cut, at) if found is None else None
    if hedge is not None and (after := read_noun(cut, hedge[0], amount.value, lexicon)) is not None:
        return Measured(amount, None, amount.end, amount.end, after[0])
    if found is None and lexicon.plural:
        inside = read_attributive(cut, amount.first, at, lexicon)
        if inside is not None:
            return Measured(amount, None, amount.end, amount.end, inside)
    if found is None or cut.glued(at):
        return _without_noun(cut, amount, lexicon)
    noun, end = found
    plain = _plain_unit(cut, amount, at, end, lexicon)
    if plain is not None:
        return plain
    share = _share_of_noun(cut, amount, end, lexicon)
    if share is not None:
        return share
    rate = read_rate(cut, end, lexicon)
    if rate is not None:
        return Measured(amount, f"{COUNT}_per_{rate[0]}", amount.end, rate[1], noun)
    return Measured(amount, None, amount.end, end, noun)


def _without_noun(cut: Cut, amount: Amount, lexicon: QuantityLexicon) -> Measured:
    """A number that counts nothing told, at most a rate: "600 a year", "412 per 100,000 people"."""
    rate = _rate_of_bare(cut, amount.end, lexicon)
    if rate is None:
        return Measured(amount, None, amount.end, amount.end)
    under = read_noun(cut, rate[1], Decimal(2), lexicon) if rate[0].isdecimal() else None
    end = rate[1] if under is None else under[1]
    return Measured(amount, f"{COUNT}_per_{rate[0]}", end, end)


def _rate_of_bare(cut: Cut, at: int, lexicon: QuantityLexicon) -> tuple[str, int] | None:
    """The rate right behind a number: "40 per pupil", "40 for every million people", and of times "600 a year"."""
    if at >= cut.size or cut.glued(at):
        return None
    if cut.low[at] in lexicon.words["per-lead"] and cut.is_open(at + 1) and cut.low[at + 1] in lexicon.words["per-all"]:
        at += 1
    rate = read_rate(cut, at, lexicon) if cut.low[at] in lexicon.words["per"] | lexicon.words["each"] else None
    if rate is None or cut.low[at] in lexicon.words["per"]:
        return rate
    of = rate[1] < cut.size and cut.low[rate[1]] in lexicon.words["of"]  # "in the 12 a day of rest came"
    return None if of or dimension_of(measure_of(rate[0]).base) != "time" else rate


def _short(cut: Cut, at: int, lexicon: QuantityLexicon) -> tuple[str, int] | None:
    """A noun written as abbreviation ("40 TDs"), in full."""
    full = lexicon.short.get(cut.raw(at)) if cut.is_open(at) else None
    return None if full is None else (full, at + 1)


def _plain_unit(cut: Cut, amount: Amount, at: int, end: int, lexicon: QuantityLexicon) -> Measured | None:
    """ "50 previous years", "three extra miles": an adjective takes nothing from the unit."""
    if end != at + 2 or cut.glued(end - 1) or not cut.raw(at).islower():
        return None
    if cut.low[at + 1] not in lexicon.words["plain-unit"]:
        return None
    unit = lexicon.unit_words.at(cut, at + 1)
    return None if unit is None else Measured(amount, unit[1].unit, unit[0], unit[0])


def _share_of_noun(cut: Cut, amount: Amount, end: int, lexicon: QuantityLexicon) -> Measured | None:
    """ "one patient in twelve", "nine births in ten": a share, unless the last number counts something itself."""
    share = read_one_in(cut, amount.value, end, lexicon)
    if share is None or amount.value > _LARGEST_SHARE or read_noun(cut, share.end, share.value, lexicon) is not None:
        return None
    if share.end < cut.size and cut.glued(share.end) and cut.low[share.end] in lexicon.unit_starts:
        return None  # "two points in 34% of its games"
    return Measured(of_numeral(amount.first, share), RATIO, share.end, share.end)


def share_side(measured: Measured, other: Measured) -> None:
    """Gives a bare side of a range the unit, noun and scale of the other side."""
    if measured.unit is None and measured.noun is None:
        measured.unit, measured.noun = other.unit, other.noun
    if measured.amount.scale == 1 and other.amount.scale > 1 and _fits(measured, other):
        measured.amount.scale = other.amount.scale


def _fits(measured: Measured, other: Measured) -> bool:
    """True when the scale of the upper side is meant for the lower too: "5 to 6 million", not "200 to 4 million"."""
    signed = measured.amount.unit is not None and other.unit is None  # "€3-4 million"
    same_unit = measured.unit is None or measured.unit == other.unit or signed
    return same_unit and measured.amount.number < max(other.amount.number * 2, Decimal(1))

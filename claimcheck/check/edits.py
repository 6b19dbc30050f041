"""Small slips of the pen undone: the figures that a writer may have meant by the one that stands in the text.

The slips are the ones that proof-readers know: two neighbouring digits swapped, a digit too many or too few, the
decimal point moved, a wrong scale word or unit. The set is closed under reversal: whatever one slip made of a figure,
one edit unmakes. Digits come and go before the point only: a decimal more or less is another precision, not a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from claimcheck.check.wording import amount
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval, Reading
from claimcheck.model.measure import measure_of

_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_SEPARATORS = ".,"
_SCALES = (1_000, 1_000_000)
_MOST_DIGITS = 12
_LEFT_OUT = "a digit left out"
_CONFUSED = {
    "foot": ("inch", "meter"), "inch": ("foot", "centimeter"), "meter": ("foot",), "centimeter": ("inch",),
    "mile": ("kilometer",), "kilometer": ("mile",), "hectare": ("acre",), "acre": ("hectare",),
    "kilogram": ("pound",), "pound": ("kilogram",),
    "degree_Celsius": ("degree_Fahrenheit",), "degree_Fahrenheit": ("degree_Celsius",),
}
_GROUP = 3


@dataclass(frozen=True, slots=True)
class Edit:
    """A figure as it may have been meant: the claim so changed, its words, and the slip in words.

    chancy: for an edit of a sort that is likely to fit by chance.
    """

    claim: Claim
    words: str
    slip: str
    chancy: bool = False


@dataclass(frozen=True, slots=True)
class _Written:
    """A number as its digits: value = digits x 10 ** exponent; so many of the digits stand behind the point."""

    digits: str
    decimals: int
    exponent: int

    @property
    def value(self) -> Decimal:
        return Decimal(int(self.digits)).scaleb(self.exponent)

    @property
    def is_plain(self) -> bool:
        """False for a number that nobody writes: without digits before the point, or with a zero in front."""
        whole = len(self.digits) - self.decimals
        return whole == 1 or (whole > 1 and self.digits[0] != "0")


def edits_of(claim: Claim) -> Iterator[Edit]:
    """All edits of a figure in digits, each resulting value once; none for ranges and for numbers in words."""
    written = _written(claim)
    if written is None:
        return
    known = {abs(Decimal(written.value))}
    for number, slip in _numbers(written):
        if number.value not in known:
            known.add(number.value)
            yield Edit(_with_number(claim, written, number), _reworded(claim, number), slip, slip == _LEFT_OUT)
    for factor, slip in _factors(claim):
        value = Decimal(written.value) * factor.numerator / factor.denominator
        if value not in known:
            known.add(value)
            words = amount(Fraction(value), claim.unit)
            yield Edit(_with_value(claim, value, factor, Fraction(0)), words, slip)
    for unit in _CONFUSED.get(claim.unit or "", ()):
        yield Edit(_in_unit(claim, unit), amount(Fraction(written.value), unit), "another unit")


def mistyped(claim: Claim) -> Iterator[Claim]:
    """The figure with another digit in one place: too many to tell what was meant, but any may have been."""
    if not isinstance(claim.value, Decimal) or claim.value <= 0 or _factor(claim) is None:
        return
    sign, digits, exponent = claim.value.as_tuple()
    for at, digit in enumerate(digits[:_MOST_DIGITS]):
        for other in range(10):
            if other != digit and (other or at) and isinstance(exponent, int):
                value = Decimal((sign, (*digits[:at], other, *digits[at + 1:]), exponent))
                yield _with_value(claim, value, Fraction(1), Fraction(0))


def _written(claim: Claim) -> _Written | None:
    """The digits of a figure; None when its words hold no single number of that value."""
    found = _NUMBER.findall(claim.text)
    if len(found) != 1 or not isinstance(claim.value, Decimal) or claim.value <= 0 or _factor(claim) is None:
        return None
    digits = "".join(char for char in found[0] if char.isdigit())
    if not int(digits) or len(digits) > _MOST_DIGITS:
        return None
    exponent = claim.value.adjusted() - Decimal(int(digits)).adjusted()
    number = _Written(digits, _decimals(found[0], exponent), exponent)
    return number if number.value == claim.value else None


def _decimals(number: str, exponent: int) -> int:
    """How many digits stand behind the point: "1,250" has none, unless its value shows them to be decimals."""
    at = max(number.rfind(sign) for sign in _SEPARATORS)
    behind = len(number) - at - 1 if at >= 0 else 0
    if behind != _GROUP:
        return behind
    several = sum(number.count(sign) for sign in _SEPARATORS) > 1
    return behind if exponent < 0 or (not several and number.startswith("0")) else 0


def _numbers(written: _Written) -> Iterator[tuple[_Written, str]]:
    """The numbers that one slip of a digit makes of a number."""
    for number, slip in (*_swapped(written), *_shortened(written), *_lengthened(written)):
        if number.is_plain and int(number.digits):
            yield number, slip


def _swapped(written: _Written) -> Iterator[tuple[_Written, str]]:
    digits = written.digits
    for at in range(len(digits) - 1):
        other = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        yield _Written(other, written.decimals, written.exponent), "two digits swapped"


def _shortened(written: _Written) -> Iterator[tuple[_Written, str]]:
    digits = written.digits
    for at in range(len(digits) - written.decimals):
        neighbours = (digits[at - 1 : at], digits[at + 1 : at + 2])
        slip = "a zero too many" if digits[at] == "0" else "a digit too many"
        slip = "a digit doubled" if digits[at] in neighbours and digits[at] != "0" else slip
        if len(digits) > 1:
            yield _Written(digits[:at] + digits[at + 1 :], written.decimals, written.exponent), slip


def _lengthened(written: _Written) -> Iterator[tuple[_Written, str]]:
    digits = written.digits
    for at in range(len(digits) - written.decimals + 1):
        for digit in "0123456789":
            twice = digit in (digits[at - 1 : at], digits[at : at + 1])
            lost = "a zero left out" if digit == "0" else "a double digit written once"
            longer = _Written(digits[:at] + digit + digits[at:], written.decimals, written.exponent)
            yield longer, lost if twice else _LEFT_OUT


def _factors(claim: Claim) -> Iterator[tuple[Fraction, str]]:
    """The factors by which a moved point or a wrong scale word changes a figure."""
    yield from ((factor, "the decimal point moved") for factor in (Fraction(10), Fraction(1, 10)))
    if claim.measure not in ("percent", "percentage_point"):
        for scale in _SCALES:
            yield from ((factor, "a wrong scale") for factor in (Fraction(scale), Fraction(1, scale)))


def _reworded(claim: Claim, number: _Written) -> str:
    """The words of a figure with another number, its thousands set apart as they were."""
    whole, decimals = number.digits, ""
    if number.decimals:
        whole, decimals = number.digits[: -number.decimals], number.digits[-number.decimals :]
    old = _NUMBER.search(claim.text)
    assert old is not None
    signs = [char for char in old[0] if char in _SEPARATORS]
    point = signs[-1] if signs and decimals else "."
    comma = next((sign for sign in signs if sign != point or not decimals), "")
    if comma:
        whole = f"{int(whole):,}".replace(",", comma)
    told = whole + (point + decimals if decimals else "")
    return " ".join((claim.text[: old.start()] + told + claim.text[old.end() :]).split())


def _with_number(claim: Claim, written: _Written, number: _Written) -> Claim:
    """The figure with other digits. Zeros that the edit leaves at the end may be rounding: they widen the reading."""
    zeros = len(number.digits) - len(number.digits.rstrip("0")) if not number.decimals else 0
    own = len(written.digits) - len(written.digits.rstrip("0"))
    slack = Fraction(10) ** (number.exponent + zeros) / 2 if zeros > own else Fraction(0)
    return _with_value(claim, number.value, Fraction(1), min(slack, Fraction(number.value) / 10))


def _with_value(claim: Claim, value: Decimal, ratio: Fraction, slack: Fraction) -> Claim:
    """The figure with another value; what it left open becomes `ratio` times as wide, and at least `slack`."""
    way = _factor(claim)
    assert way is not None
    assert claim.reading is not None
    assert isinstance(claim.value, Decimal)
    factor, offset = way
    old, new = Fraction(claim.value) * factor + offset, Fraction(value) * factor + offset

    def moved(interval: Interval) -> Interval:
        return interval.shift(-old).scale(ratio).shift(new)

    lenient = moved(claim.reading.lenient)
    if slack:
        lenient = lenient.hull(Interval.around(new, slack * factor))
    return claim.model_copy(update={"value": value, "reading": Reading(moved(claim.reading.strict), lenient)})


def _in_unit(claim: Claim, unit: str) -> Claim:
    """The same digits in another unit of the same kind."""
    old, new = measure_of(str(claim.unit)), measure_of(unit)
    assert claim.reading is not None
    own = claim.reading.shift(-old.offset).scale(1 / old.factor)
    return claim.model_copy(update={"unit": unit, "reading": own.scale(new.factor).shift(new.offset)})


def _factor(claim: Claim) -> tuple[Fraction, Fraction] | None:
    """The way from a figure's own unit to the one that it is compared in; None when there is none."""
    if claim.unit is None or claim.reading is None:
        return None
    measure = measure_of(claim.unit)
    return (measure.factor, measure.offset) if measure.base == claim.measure else None

"""Small slips of the pen undone: the figures that a writer may have meant by the one that stands in the text.

The slips are the ones that proof-readers know: two neighbouring digits swapped, a digit too many or too few, the
decimal point moved, a wrong scale word or unit. The set is closed under reversal: whatever one slip made of a figure,
one edit unmakes. Digits come and go before the point only: a decimal more or less is another precision, not a slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from claimcheck.check.hints.rewording import Written, in_words_of, reworded, written_in
from claimcheck.model.alike import like
from claimcheck.model.claim import Claim
from claimcheck.model.ends import exact, plus, times
from claimcheck.model.in_words import amount
from claimcheck.model.interval import Interval
from claimcheck.model.measure import measure_of
from claimcheck.model.reading import Reading
from claimcheck.model.slips import SCALES, swaps_of

_MOST_DIGITS = 12
_ONE, _NO_SLACK = Fraction(1), Fraction(0)
_LEFT_OUT, _SCALE = "a digit left out", "a wrong scale"
_CONFUSED = {
    "foot": ("inch", "meter"), "inch": ("foot", "centimeter"), "meter": ("foot",), "centimeter": ("inch",),
    "mile": ("kilometer",), "kilometer": ("mile",), "hectare": ("acre",), "acre": ("hectare",),
    "kilogram": ("pound",), "pound": ("kilogram",),
    "degree_Celsius": ("degree_Fahrenheit",), "degree_Fahrenheit": ("degree_Celsius",),
}


@dataclass(frozen=True, slots=True)
class Edit:
    """A figure as it may have been meant: the claim so changed, its words, and the slip in words.

    chancy: for an edit of a sort that is likely to fit by chance.
    """

    claim: Claim
    words: str
    slip: str
    chancy: bool = False


def edits_of(claim: Claim) -> Iterator[Edit]:
    """All edits of a figure in digits, each resulting value once; none for ranges and for numbers in words."""
    written = written_in(claim)
    if written is None or _factor(claim) is None:
        return
    known = {written.value}
    for digits, slip in _numbers(written):
        value = Decimal(int(digits)).scaleb(written.exponent)
        if value not in known:
            known.add(value)
            whole = len(digits) - written.decimals
            words = reworded(claim, written, digits[:whole], digits[whole:])
            yield Edit(_with_digits(claim, written, digits), words, slip, slip == _LEFT_OUT)
    for factor, slip in _factors(claim):
        value = written.value * factor.numerator / factor.denominator
        if value not in known:
            known.add(value)
            plainly = slip == _SCALE and factor < 1  # "0.0034 billion" is nothing that anybody writes
            words = amount(Fraction(value), claim.unit) if plainly else in_words_of(claim, Fraction(value))
            yield Edit(_with_value(claim, value, factor, _NO_SLACK), words, slip)
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
                yield _with_value(claim, value, _ONE, _NO_SLACK)


def _numbers(written: Written) -> Iterator[tuple[str, str]]:
    """The digits that one slip makes of those of a number, and the slip."""
    for digits, slip in (*_swapped(written), *_shortened(written), *_lengthened(written)):
        if _is_plain(digits, written.decimals) and int(digits):
            yield digits, slip


def _is_plain(digits: str, decimals: int) -> bool:
    """False for a number that nobody writes: without digits before the point, or with a zero in front."""
    whole = len(digits) - decimals
    return whole == 1 or (whole > 1 and digits[0] != "0")


def _swapped(written: Written) -> Iterator[tuple[str, str]]:
    return ((digits, "two digits swapped") for digits in swaps_of(written.digits))


def _shortened(written: Written) -> Iterator[tuple[str, str]]:
    digits = written.digits
    for at in range(len(digits) - written.decimals):
        neighbours = (digits[at - 1 : at], digits[at + 1 : at + 2])
        slip = "a zero too many" if digits[at] == "0" else "a digit too many"
        slip = "a digit doubled" if digits[at] in neighbours and digits[at] != "0" else slip
        if len(digits) > 1:
            yield digits[:at] + digits[at + 1 :], slip


def _lengthened(written: Written) -> Iterator[tuple[str, str]]:
    digits = written.digits
    for at in range(len(digits) - written.decimals + 1):
        for digit in "0123456789":
            twice = digit in (digits[at - 1 : at], digits[at : at + 1])
            lost = "a zero left out" if digit == "0" else "a double digit written once"
            yield digits[:at] + digit + digits[at:], lost if twice else _LEFT_OUT


def _factors(claim: Claim) -> Iterator[tuple[Fraction, str]]:
    """The factors by which a moved point or a wrong scale word changes a figure."""
    yield from ((factor, "the decimal point moved") for factor in (Fraction(10), Fraction(1, 10)))
    if claim.measure not in ("percent", "percentage_point"):
        for scale in SCALES:
            yield from ((factor, _SCALE) for factor in (Fraction(scale), Fraction(1, scale)))


def _with_digits(claim: Claim, written: Written, digits: str) -> Claim:
    """The figure with other digits. Zeros that the edit leaves at the end may be rounding: they widen the reading."""
    value = Decimal(int(digits)).scaleb(written.exponent)
    zeros = len(digits) - len(digits.rstrip("0")) if not written.decimals else 0
    own = len(written.digits) - len(written.digits.rstrip("0"))
    slack = min(Fraction(10) ** (written.exponent + zeros) / 2, Fraction(value) / 10) if zeros > own else _NO_SLACK
    return _with_value(claim, value, _ONE, slack)


def _with_value(claim: Claim, value: Decimal, ratio: Fraction, slack: Fraction) -> Claim:
    """The figure with another value; what it left open becomes `ratio` times as wide, and at least `slack`."""
    way = _factor(claim)
    assert way is not None
    assert claim.reading is not None
    assert isinstance(claim.value, Decimal)
    factor, offset = way
    # after the ends are scaled, so that the old value becomes the new one; what is twice a value has its offset twice
    move = times(plus(exact(value), -times(ratio, exact(claim.value))), factor)
    if offset:
        move = plus(move, times(offset, plus(_ONE, -ratio)))

    def moved(interval: Interval) -> Interval:
        return interval.shift(move) if ratio is _ONE else interval.scale(ratio).shift(move)

    lenient = moved(claim.reading.lenient)
    if slack:
        lenient = lenient.hull(Interval.around(plus(times(exact(value), factor), offset), slack * factor))
    return like(claim, {"value": value, "reading": Reading(moved(claim.reading.strict), lenient)})


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

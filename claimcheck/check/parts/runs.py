"""Runs of amounts told one after the other, and what a figure must be like to be the whole that they make up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import log

from claimcheck.check.comparing.slips import amount_of, is_bare
from claimcheck.check.comparing.times import are_of_two_times
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.measure import measure_of
from claimcheck.model.slips import chance_of_misprint, is_misprint, places_apart, significant_digits, swaps_of

NEAR, _NEARER = (0.75, 1.3), (0.85, 1.18)  # of a whole, that its parts come to; where digits tell nothing, nearer
_FEWEST, _FEWEST_OPEN, MOST = 2, 3, 20  # parts, where words close the list and where none do; and at most
_TELLING_DIGITS = 3  # of a figure that others make up exactly
_MOST_LACKING = Fraction(1, 4)  # of a whole, that a sum may lack or have too much
_MOST_PLACES = 9  # behind the point
_FLOAT, _AROUND = 1e-9, 0.03  # _AROUND: of a figure said to be under or over another


@dataclass(frozen=True, slots=True)
class Run:
    """Parts in one unit and what they come to; `closed` where words say that there are no others.

    rest: the figures of the same list that are left, one of which may be the whole.
    """

    parts: tuple[Claim, ...]
    sizes: tuple[Fraction, ...]
    measure: str | None
    made: Interval
    closed: bool
    rest: tuple[Claim, ...]

    @classmethod
    def of(cls, parts: Sequence[Claim], rest: Sequence[Claim], *, closed: bool) -> Run | None:
        """The sum of some figures; None where they are not of one unit, but for bare numbers.

        Nor where one is less than what another leaves out, so that nobody would add them: 136.5 million and 4.55.
        """
        units = {part.unit for part in parts if not is_bare(part)}
        unit = units.pop() if units else "count"
        if units or unit is None or any(part.reading is None for part in parts):
            return None
        factors = [measure_of(unit).factor if is_bare(part) else Fraction(1) for part in parts]
        made = Interval.point(0)
        for part, factor in zip(parts, factors, strict=True):
            assert part.reading is not None
            made += part.reading.strict.scale(factor)
        sizes = tuple(amount_of(part) * factor for part, factor in zip(parts, factors, strict=True))
        if 0 < min(sizes) < max(_left_out(part) * factor for part, factor in zip(parts, factors, strict=True)):
            return None
        measure = next((part.measure for part in parts if not is_bare(part)), "count")
        return cls(tuple(parts), sizes, measure, made, closed, tuple(rest))

    @property
    def size(self) -> Fraction:
        """About what the parts come to."""
        return self.made.middle or Fraction(0)


def runs(parts: Sequence[Claim], *, closed: bool, tabled: bool, paired: bool) -> Iterator[Run]:
    """All figures of a list; in a sentence also all but one at its end, which may be the whole of the others.

    Those that make up the one right before them are told of it: "guests from abroad 415,000, of which Britain 91,300".
    """
    parts = _without_parts_of_parts(parts)
    fewest = _FEWEST if closed or paired else _FEWEST_OPEN
    ways = ((parts, ()), (parts[1:], parts[:1]), (parts[:-1], parts[-1:]))
    for some, rest in ways[:1] if tabled else ways:
        run = Run.of(some, rest, closed=closed) if len(some) >= fewest else None
        if run is not None:
            yield run


def _without_parts_of_parts(parts: Sequence[Claim]) -> Sequence[Claim]:
    """The figures without those at the end that come to the one before them, by more digits than chance makes alike."""
    sizes = [amount_of(part) for part in parts]
    for at in range(1, len(parts) - _FEWEST):
        value = parts[at].value
        telling = isinstance(value, Decimal) and len(significant_digits(value)) >= _TELLING_DIGITS
        if telling and sum(sizes[at + 1:]) == sizes[at]:
            return parts[:at + 1]
    return parts


def _left_out(part: Claim) -> Fraction:
    """Half of the last place that a figure tells, in the base unit of its measure."""
    assert part.reading is not None
    low, high = part.reading.strict.low, part.reading.strict.high
    return (high - low) / 2 if low is not None and high is not None and not part.hedge else Fraction(0)


def fits(run: Run, level: Claim) -> bool:
    """True where a sum may be a figure, be it hedged; what is said to be under another one must come near it."""
    assert level.reading is not None
    if not level.hedge:
        return not level.reading.strict.is_disjoint(run.made)
    near = abs(run.size / amount_of(level) - 1) <= _AROUND
    return near and not level.reading.lenient.is_disjoint(run.made)


def may_be_whole(whole: Claim, run: Run) -> bool:
    assert whole.reading is not None
    if whole.hedge or whole.form != "digits" or not whole.reading.strict.is_disjoint(run.made):
        return False
    size = amount_of(whole)
    if size <= max(run.sizes) or not NEAR[0] <= run.size / size <= NEAR[1]:
        return False
    return not any(are_of_two_times(whole, part) for part in run.parts)


def is_mended(whole: Claim, run: Run) -> bool:
    """True where a sum comes out with a part fewer, with one counted twice, or with one taken off ("expired")."""
    assert whole.reading is not None
    return any(whole.reading.strict.contains(run.size + times * size) for times in (1, -1, -2) for size in run.sizes)


def is_completed(whole: Claim, run: Run, levels: Sequence[tuple[float, Claim]]) -> bool:
    """True where a sum comes out with a further figure of the story."""
    assert whole.reading is not None
    lacking = float(amount_of(whole) - run.size)
    slack = float(run.sizes[0]) * _FLOAT + (float(whole.reading.strict.high or 0) - float(amount_of(whole)))
    return any(
        abs(size - lacking) <= slack and whole.reading.strict.contains(run.size + amount_of(level))
        for size, level in levels if level is not whole
    )


def is_enough_alone(whole: Claim, run: Run) -> bool:
    """True for a list that words close, of enough parts, which comes so near to a whole that digits need not tell."""
    near = _NEARER[0] <= run.size / amount_of(whole) <= _NEARER[1]
    return near and run.closed and len(run.parts) >= _FEWEST_OPEN


def of_slip(whole: Claim, run: Run) -> float:
    """What it tells that two digits changed places, or one is off, in a whole or in one of its parts."""
    assert isinstance(whole.value, Decimal)
    factor = measure_of(str(whole.unit)).factor
    made = _decimal(run.size / factor, whole.value)
    if is_misprint(whole.value, made):
        return -log(chance_of_misprint(whole.value, made))
    lacking = amount_of(whole) - run.size
    ways = [(size, swapped) for size in run.sizes for swapped in _swapped(size)]
    if any(swapped - size == lacking for size, swapped in ways):
        return -log(len(ways) / (9 * 10 ** (len(significant_digits(whole.value)) - 1)))
    return _of_digit_off(whole, lacking, run.sizes)


def _of_digit_off(whole: Claim, lacking: Fraction, sizes: Sequence[Fraction]) -> float:
    """What it tells that another digit in one place of a part makes a sum come out, though it moves several of the sum.

    Of all that a sum may lack, few numbers are so many ones, tens or hundreds and nothing else.
    """
    step = _last_place(sizes)
    lacks, most = abs(lacking / step), int(amount_of(whole) / step * _MOST_LACKING)
    if lacks.denominator != 1 or len(str(lacks.numerator).rstrip("0")) != 1 or not 1 <= lacks <= most:
        return 0.0
    if not any(_is_digit_off(size / step, lacking / step) for size in sizes):
        return 0.0
    ways = sum(min(9, most // 10**place) for place in range(len(str(most))))
    return max(-log(ways / most), 0.0)


def _last_place(sizes: Sequence[Fraction]) -> Fraction:
    """What one of the last place stands for that any of some amounts has a digit in."""
    places = (_exponent(size) for size in sizes)
    return Fraction(10) ** min(places)


def _exponent(size: Fraction) -> int:
    place = 0
    while size.denominator != 1:
        size, place = size * 10, place - 1
        if place < -_MOST_PLACES:
            return place
    digits = str(size.numerator)
    return place if place else len(digits) - len(digits.rstrip("0"))


def _is_digit_off(size: Fraction, lacking: Fraction) -> bool:
    """True where a number becomes larger by so much with another digit in the one place that this has a digit in."""
    if size.denominator != 1 or size + lacking <= 0:
        return False
    told, meant = str(size.numerator), str((size + lacking).numerator)
    return len(places_apart(told, meant)) == 1


def _swapped(size: Fraction) -> Iterator[Fraction]:
    """What swapping two neighbours among its digits makes of a number."""
    if size.denominator != 1:
        return
    digits = str(size.numerator).rstrip("0")
    zeros = 10 ** (len(str(size.numerator)) - len(digits))
    yield from (Fraction(int(swapped) * zeros) for swapped in swaps_of(digits))


def _decimal(value: Fraction, like: Decimal) -> Decimal:
    exponent = like.as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    return Decimal(f"{float(value):.{places}f}")

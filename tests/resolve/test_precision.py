"""The table of tolerance, line by line, and the laws it must obey."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.extract.quantities import compile_quantities, scan_quantities
from claimcheck.model.mention import Hedge, QuantityMention
from claimcheck.model.reading import Reading
from claimcheck.packs.load import load_packs
from claimcheck.resolve.precision import read_quantity

_LEXICON = compile_quantities(load_packs(), "en")


def _reading(phrase: str) -> Reading:
    """The reading of the one quantity of a phrase."""
    text = f"It got {phrase}."
    (draft,) = scan_quantities(text, [], _LEXICON)[0]
    return read_quantity(
        QuantityMention(
            start=draft.start,
            end=draft.end,
            text=text[draft.start : draft.end],
            value=draft.value,
            unit=draft.unit,
            hedge=draft.hedge,
            form=draft.form,
            last_place=draft.last_place,
            round_place=draft.round_place,
        )
    )


@pytest.mark.parametrize(
    ("phrase", "strict", "lenient"),
    [
        ("36.6 percent", "[36.55, 36.65]", "(36.5, 36.7)"),
        ("7 percent", "[6.5, 7.5)", "[6.5, 7.5)"),
        ("147 countries", "[147, 147]", "[147, 147]"),
        ("15 targets", "[15, 15]", "[15, 15]"),
        ("40 employees", "[40, 40]", "[40, 40]"),
        ("700 activities", "[700, 700]", "[650, 750]"),
        ("36,600 tonnes", "[36599.5, 36600.5]", "[36550, 36650]"),
        ("about 28 percent", "[27, 29]", "[26, 30]"),
        ("about 3.11 percent", "[3.1, 3.12]", "[3.09, 3.13]"),
        ("about 60 activities", "[55.5, 64.5]", "[51, 69]"),
        ("nearly 36.6 percent", "[36.55, 36.6)", "[36.5, 36.6]"),
        ("nearly 60 activities", "[55, 60)", "[51, 60]"),
        ("more than 330,000 people", "(330000, 340000]", "(330000, inf)"),
        ("less than 3 percent", "[2, 3)", "(-inf, 3)"),
        ("at least 14 people", "[14, inf)", "[14, inf)"),
        ("up to 400 people", "(-inf, 400]", "(-inf, 400]"),
        ("between 5 and 6 tonnes", "[5, 6]", "[4.5, 6.5)"),
        ("half of it", "[0.48, 0.52]", "[0.46, 0.54]"),
    ],
)
def test_the_table(phrase: str, strict: str, lenient: str) -> None:
    reading = _reading(phrase)
    assert (str(reading.strict), str(reading.lenient)) == (strict, lenient)


@pytest.mark.parametrize(
    ("phrase", "percent", "possible"),
    [
        ("a third of it", "33.3", True), ("a third of it", "31", True), ("a third of it", "29", False),
        ("two thirds of it", "65", True), ("one in five", "20.4", True), ("nearly half of it", "47", True),
        ("nearly half of it", "51", False), ("more than half of it", "40", False),
    ],
)
def test_ratios_in_words(phrase: str, percent: str, possible: bool) -> None:
    assert _reading(phrase).lenient.contains(Decimal(percent) / 100) is possible


_NUMBERS = st.one_of(
    st.integers(min_value=0, max_value=10**9).map(Decimal),
    st.decimals(min_value=0, max_value=10**6, places=2),
)


def _mention(value: Decimal, hedge: Hedge, unit: str = "percent") -> Reading:
    exponent = min(0, int(value.as_tuple().exponent))
    last = Decimal(1).scaleb(exponent)
    place = last
    while value and value % (place * 10) == 0:
        place *= 10
    return read_quantity(
        QuantityMention(
            start=0, end=1, text="x", value=value, unit=unit, hedge=hedge, last_place=last, round_place=place
        )
    )


@pytest.mark.law
@given(_NUMBERS, st.sampled_from(get_args(Hedge)))
def test_the_lenient_reading_covers_the_strict_one(value: Decimal, hedge: Hedge) -> None:
    for signed in (value, -value):
        for unit in ("percent", "count"):
            reading = _mention(signed, hedge, unit)
            assert reading.lenient.covers(reading.strict)


@pytest.mark.law
@given(st.decimals(min_value=1, max_value=10**7, places=3), st.integers(min_value=2, max_value=6))
def test_a_figure_and_the_same_figure_rounded_further_never_conflict(value: Decimal, digits: int) -> None:
    """Rounding that leaves two digits or more, as a careful writer rounds."""
    unit = Decimal(1).scaleb(value.adjusted() - digits + 1)
    rounded = value.quantize(unit, ROUND_HALF_UP) if unit < 1 else (value / unit).quantize(1, ROUND_HALF_UP) * unit
    assume(rounded)
    rounded = rounded if unit < 1 else rounded.quantize(Decimal(1))
    assert not _mention(value, "").lenient.is_disjoint(_mention(rounded, "").lenient)


@given(st.decimals(min_value=1, max_value=10**6, places=2))
def test_a_hedge_about_is_wider_than_none(value: Decimal) -> None:
    plain, about = _mention(value, ""), _mention(value, "about")
    assert about.strict.covers(plain.strict)
    assert about.lenient.covers(plain.lenient)


@given(st.decimals(min_value=1, max_value=10**6, places=1))
def test_more_than_and_less_than_exclude_the_number(value: Decimal) -> None:
    assert not _mention(value, "above").lenient.contains(value)
    assert not _mention(value, "under").lenient.contains(value)

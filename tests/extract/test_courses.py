"""How mentions are shown: a course as one quantity, trends by verbs, rates of counted things."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck import QuantityMention, extract
from claimcheck.pipeline import extract_text


def _told(text: str) -> list[QuantityMention]:
    return [mention for mention in extract(text) if isinstance(mention, QuantityMention)]


@pytest.mark.parametrize(
    ("text", "values", "unit", "words"),
    [
        ("Output fell from 18 to 16.5 tonnes.", ("18", "16.5"), "tonne", "18 to 16.5 tonnes"),
        ("The rate was cut from 3.2% to 2.9% there.", ("3.2", "2.9"), "percent", "3.2% to 2.9%"),
        ("Its weight fell from 95 kg to 88.", ("95", "88"), "kilogram", "95 kg to 88"),
        ("The coin fell from $410 at 6.30pm to $395.", ("410", "395"), "USD", "$410 at 6.30pm to $395"),
        ("Crude fell from $81 U.S. per barrel to $77.", ("81", "77"), "USD_per_barrel", "$81 U.S. per barrel to $77"),
        ("The fleet shrank from 40 ferries to 31.", ("40", "31"), "count", "40 ferries to 31"),
        ("A flow of 30 km/h to 12 km/h was kept.", ("30", "12"), "kilometer_per_hour", "30 km/h to 12 km/h"),
    ],
)
def test_a_course_is_shown_as_one_quantity(text: str, values: tuple[str, str], unit: str, words: str) -> None:
    (shown,) = _told(text)
    assert shown.value == tuple(map(Decimal, values))
    assert (shown.unit, shown.text) == (unit, words)
    assert text[shown.start : shown.end] == shown.text


def test_claims_keep_both_ends_of_a_course() -> None:
    ends = [mention for mention in extract_text("Output fell from 18 to 16.5 tonnes.") if mention.kind == "quantity"]
    assert [mention.text for mention in ends] == ["18", "16.5 tonnes"]


@pytest.mark.parametrize(
    "text",
    [
        "Stocks fell from 85 days of use to 64 days.",
        "Sales rose to $5 million from $4 million.",
        "He moved 40 crates from 3 ships to 2 trucks.",
    ],
)
def test_other_figures_stay_apart(text: str) -> None:
    assert all(not isinstance(mention.value, tuple) for mention in _told(text))


def test_a_second_value_may_be_a_range() -> None:
    low, high = _told("Sales will grow from 14.5 to 20-22 million dollars.")
    assert (low.value, high.value) == (Decimal(14500000), (Decimal(20000000), Decimal(22000000)))


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("Sales fell 3%.", "down"),
        ("Sales were up 3%.", "up"),
        ("Sales took a drop of 3%.", ""),
        ("Sales saw a 3% rise.", ""),
        ("Sales were 3% lower.", ""),
    ],
)
def test_the_trend_is_that_of_a_verb(text: str, trend: str) -> None:
    (shown,) = _told(text)
    assert shown.trend == trend
    assert {mention.trend for mention in extract_text(text) if isinstance(mention, QuantityMention)} != {""}


def test_so_many_things_a_day_are_counted() -> None:
    (shown,) = _told("The plant makes 300 trucks per week.")
    assert (shown.value, shown.unit, shown.noun) == (Decimal(300), "count", "truck per week")

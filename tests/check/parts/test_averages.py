"""Amounts for each of many things, held against totals and numbers told elsewhere."""

from __future__ import annotations

import pytest

from claimcheck import check

BOOKS = "The mobile library of Orsk lent 24,300 books to 1,350 readers last year. The diesel cost 8,200 crowns."
HONEY = "The beekeepers of Aldmoor keep 18,500 hives. They harvested 333 tonnes of honey, 11 tonnes of it from heather."


def found(*texts: str) -> list[str]:
    """What findings say of averages."""
    rules = ("amount-for-each-contradicts-total", "average-contradicts-total")
    return [each.message for each in check(texts=texts).findings if each.rule in rules]


@pytest.mark.parametrize("told", [
    "Every reader in Orsk borrowed 28 books on average from the mobile library, its driver says.",
    "The mobile library of Orsk is popular: 28 books per reader went over its counter.",
    "The mobile library of Orsk lent an average of 28 books to each reader.",
])
def test_a_total_and_a_number_that_miss_it_are_found(told: str) -> None:
    assert found(BOOKS, told)


@pytest.mark.parametrize("told", [
    "Every reader in Orsk borrowed 18 books on average from the mobile library, its driver says.",
    "The mobile library of Tver is popular: 28 pupils share each computer.",
    "Each of the 28 shelves of the mobile library of Orsk holds 900 books.",
])
def test_what_fits_or_is_of_other_things_is_silent(told: str) -> None:
    assert not found(BOOKS, told)


def test_the_thing_is_named_behind_the_amount() -> None:
    assert found(HONEY, "The honey harvest of Aldmoor was middling, on average 28 kg a hive.")
    assert not found(HONEY, "The honey harvest of Aldmoor was middling, on average 18 kg a hive.")


def test_an_amount_for_each_day_must_be_called_an_average() -> None:
    ferry = "In the 23 days of the regatta the ferry of Skar carried 6,210 passengers"
    assert found(f"{ferry}, on average 330 a day. The regatta lasted for 23 days.")
    assert not found(f"{ferry} and burnt 330 litres a day. The regatta lasted for 23 days.")


def test_two_amounts_for_two_sorts_of_things_have_the_total_together() -> None:
    spent = "Riders spent 21.4 million euros at the fair of Lys, 47 euros per day guest"
    numbers = "Day guests numbered 286,500."
    assert not found(f"{numbers} {spent} and 118 euros per camping guest.")


def test_a_total_told_as_the_share_of_each_is_found_when_another_report_gives_that() -> None:
    assert found(
        "After the flood the fund paid grants to 4,500 farms. They came to 2.7 million dollars, 600 dollars each.",
        "Every one of the 4,500 farms was paid 2.7 million dollars, half of it when the walls stood.",
    )

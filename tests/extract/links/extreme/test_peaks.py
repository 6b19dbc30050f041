"""Sentences that call their one figure a record, or tell of a mark passed for the first time."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import check_texts, packs_of

PACKS = packs_of()
EARLIER = "The Tarn museum counted 61,340 visitors in 2018."
QUARTER = "In the first quarter of 2021 sales of Orla Steel were 240 million euros."


def found(*reports: str) -> bool:
    result = check_texts({f"{at}.txt": report for at, report in enumerate(reports)}, PACKS)
    return "record-below-earlier-figure" in [finding.rule for finding in result.findings]


@pytest.mark.parametrize("told", [
    "The Tarn museum counted a record 52,300 visitors in 2023.",
    "With 52,300 visitors in 2023, the Tarn museum broke its record.",
    "The Tarn museum counted more visitors than ever in 2023: 52,300 visitors.",
    "The Tarn museum counted 52,300 visitors in 2023, the most in ten years.",
    "Visitors to the Tarn museum rose to a ten-year high of 52,300 visitors in 2023.",
    "For the first time, the Tarn museum counted more than 50,000 visitors in 2023.",
])
def test_records_below_an_earlier_figure_are_found(told: str) -> None:
    assert found(told, EARLIER)


@pytest.mark.parametrize("told", [
    "The Tarn museum counted 52,300 visitors in 2023, the most in four years.",
    "The Tarn museum counted 52,300 visitors in 2023, short of its record.",
    "In 2023 the Tarn museum counted more than 62,000 visitors for the first time.",
    "In 2023 the Tarn museum counted more than 50,000 visitors for the first time since 2018.",
    "In 2023 the Tarn museum had above 50,000 visitors, and above 40,000 paying ones for the first time.",
])
def test_what_leaves_the_earlier_figure_room_is_not(told: str) -> None:
    assert not found(told, EARLIER)


def test_a_record_of_one_quarter_is_no_record_of_all() -> None:
    told = "In the third quarter of 2023 sales of Orla Steel were 212 million euros, the best third quarter ever."
    assert not found(told, QUARTER)

"""Beginnings after their ends, and weekdays of days whose year nobody states."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import check_texts, packs_of

PACKS = packs_of()


def rules(report: str) -> list[str]:
    return [finding.rule for finding in check_texts({"a.txt": report}, PACKS).findings]


@pytest.mark.parametrize("report", [
    "Bids open on 15 May 2024 and close on 2 May 2024.",
    "The show in Orla runs from 10 June 2024 to 3 June 2024.",
    "The call starts on 15 May 2024; the deadline is 2 May 2024.",
])
def test_an_end_before_its_beginning_is_found(report: str) -> None:
    assert rules(report) == ["end-lies-before-beginning"]


@pytest.mark.parametrize("report", [
    "Bids open on 15 May 2024 and close on 16 May 2024.",
    "The show was moved from 10 June 2024 to 3 June 2024.",
    "The hall opened on 15 May 2024; the last one had closed on 2 May 2023.",
    "The hall opened on 15 May 2024. It closed for a day on 2 May 2024.",
])
def test_other_pairs_of_days_are_not(report: str) -> None:
    assert rules(report) == []


@pytest.mark.parametrize(("report", "wrong"), [
    ("ORLA, 12 April 2023 - The market moved on Tuesday, 5 April.", True),
    ("ORLA, 12 April 2023 - The market moved on Wednesday, 5 April.", False),
    ("ORLA, 12 April 2023 - In the war, on Tuesday, 15 September, the market burnt.", False),
    ("The market moves on 5 April 2023 (Tuesday).", True),
    ("The market moves on 5 April 2023 (Wednesday).", False),
    ("Chợ dời đi sáng thứ Ba (5/4/2023).", True),
    ("Chợ dời đi sáng thứ Tư (5/4/2023).", False),
])
def test_weekdays(report: str, wrong: bool) -> None:
    assert rules(report) == (["weekday-contradicts-date"] if wrong else [])

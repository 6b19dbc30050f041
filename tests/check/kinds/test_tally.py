"""How many of a number of things did something: which two tallies may meet."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import check_texts, packs_of

PACKS = packs_of()
AUDIT = "Audit of the Elm Trust for 2022\nThe trust achieved 16 of its 18 goals in 2022."


def found(*reports: str) -> list[str]:
    result = check_texts({f"{at}.txt": report for at, report in enumerate(reports)}, PACKS)
    return [finding.rule for finding in result.findings if finding.rule == "tally-contradicts-tally"]


@pytest.mark.parametrize("told", [
    "All 18 goals of the Elm Trust were reached in 2022.",
    "In 2022 the Elm Trust met all its 18 goals.",
    "In 2022 all but three of the 18 goals of the Elm Trust were met.",
    "None of the 18 goals of the Elm Trust was met in 2022.",
    "Each of the 18 goals of the Elm Trust was attained in 2022.",
])
def test_other_parts_of_one_number_are_found(told: str) -> None:
    assert found(told, AUDIT) == ["tally-contradicts-tally"]


@pytest.mark.parametrize("told", [
    "All but two of the 18 goals of the Elm Trust were met in 2022.",
    "In 2021 the Elm Trust met all its 18 goals.",
    "All 18 goals of the Elm Trust should be met in 2022.",
    "Nearly all 18 goals of the Elm Trust were met in 2022.",
    "All 18 goals of the Elm Trust were reviewed in 2022.",
    "All 17 goals of the Elm Trust were met in 2022.",
    "All 18 members of the Elm Trust met in 2022.",
])
def test_other_years_deeds_and_things_are_not(told: str) -> None:
    assert found(told, AUDIT) == []

"""One office of one place has one holder at one time; an unknown place never matches."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import check_texts

_ORLA = "On 4 May 2023 the Mayor of Orla, Petra Lindqvist, opened the depot."


def _alarms(first: str, second: str) -> list[str]:
    return [finding.rule for finding in check_texts([first, second]).findings if finding.severity != "note"]


@pytest.mark.parametrize(
    "other",
    [
        "Tom Okoye, Mayor of Orla, opened the depot on 4 May 2023.",
        "On 20 May 2023 the Mayor of Orla, Tom Okoye, planted a tree.",
    ],
)
def test_two_holders_are_found(other: str) -> None:
    assert _alarms(_ORLA, other) == ["office-has-two-holders"]


@pytest.mark.parametrize(
    "other",
    [
        "Tom Okoye, Mayor of Velden, opened the depot on 4 May 2023.",
        "Mayor Tom Okoye opened the depot on 4 May 2023.",
        "Tom Okoye, Deputy Mayor of Orla, opened the depot on 4 May 2023.",
        "Tom Okoye, former Mayor of Orla, opened the depot on 4 May 2023.",
        "Tom Okoye, Mayor of Orla, opened the depot on 4 May 2020.",
        "Petra M. Lindqvist, Mayor of Orla, opened the depot on 4 May 2023.",
        "Tom Okoye, who was elected Mayor of Orla, opened the depot on 4 May 2023.",
    ],
)
def test_other_places_times_and_ranks_are_left_alone(other: str) -> None:
    assert "office-has-two-holders" not in _alarms(_ORLA, other)


def test_the_order_of_the_reports_does_not_matter() -> None:
    other = "Tom Okoye, Mayor of Orla, opened the depot on 4 May 2023."
    assert _alarms(_ORLA, other) == _alarms(other, _ORLA)


def test_without_a_day_nothing_can_be_told() -> None:
    report = check_texts([_ORLA, "Tom Okoye, Mayor of Orla, keeps bees."])
    told = [verdict for verdict in report.verdicts if verdict.rule == "office-has-two-holders"]
    assert [verdict.verdict for verdict in told] == ["cannot-tell"]

"""Places of named events: when two reports put one edition in two, and when they may both be right."""

from __future__ import annotations

import pytest

from claimcheck import check
from claimcheck.model.finding import Finding

TOLD = "ORLA, 2 April 2025 - The Marra Glass Fair will be held in Lisbon, its director said."


def _found(factory: pytest.TempPathFactory, *texts: str) -> list[Finding]:
    folder = factory.mktemp("reports")
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return [each for each in check([folder]).findings if each.rule == "event-has-two-places"]


@pytest.mark.parametrize("other", [
    "ORLA, 9 April 2025 - The Marra Glass Fair takes place in Porto.",
    "ORLA, 9 April 2025 - The organisers of the fair are busy. The Marra Glass Fair opens in Porto on 3 May.",
])
def test_two_towns(tmp_path_factory: pytest.TempPathFactory, other: str) -> None:
    finding, = _found(tmp_path_factory, TOLD, other)
    assert finding.severity == "warning"
    assert [claim.text for claim in finding.claims] == ["Lisbon", "Porto"]


@pytest.mark.parametrize("other", [
    "ORLA, 9 April 2025 - The Marra Glass Fair takes place in Lisbon.",
    "ORLA, 9 April 2025 - The Marra Glass Fair takes place in Portugal.",  # a town and its country
    "ORLA, 9 April 2024 - The Marra Glass Fair takes place in Porto.",  # another year
    "The Marra Glass Fair takes place in Porto.",  # nobody knows when
    "ORLA, 9 April 2025 - The Marra Wine Fair takes place in Porto.",
    "ORLA, 9 April 2025 - The Marra Glass Fair was first held in Porto.",
    "ORLA, 9 April 2025 - The Marra Glass Fair takes place in Porto, not in Lisbon.",
    "ORLA, 9 April 2025 - The Marra Glass Fair takes place in Porto and online.",
    "ORLA, 9 April 2025 - Tickets for the Marra Glass Fair are sold in Porto.",
    "ORLA, 9 April 2025 - The Marra Glass Fair will be held in May.",
    "ORLA, 9 April 2025 - The Marra Glass Fair will be held in the Great Hall.",
])
def test_may_both_be_right(tmp_path_factory: pytest.TempPathFactory, other: str) -> None:
    assert not _found(tmp_path_factory, TOLD, other)

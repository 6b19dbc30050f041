"""Two people whose offices two reports exchange."""

from __future__ import annotations

import pytest

from claimcheck.model.finding import Finding
from claimcheck.pipeline import check_texts

TOLD = "Present on 4 May 2023: Ms. Petra Lindqvist (treasurer), Mr. Tom Okoye (auditor) and nine members."


def _found(*texts: str) -> list[Finding]:
    return [each for each in check_texts(texts).findings if each.rule == "offices-are-exchanged"]


@pytest.mark.parametrize("other", [
    "Petra Lindqvist, the auditor, and Tom Okoye, the treasurer, spoke on 4 May 2023.",
    "Treasurer Tom Okoye spoke first. Then the auditor, Petra Lindqvist, took the floor.",
])
def test_exchanged(other: str) -> None:
    finding, = _found(TOLD, other)
    assert finding.kind == "title"
    assert len(finding.claims) == 4


@pytest.mark.parametrize("other", [
    "Petra Lindqvist, the treasurer, and Tom Okoye, the auditor, spoke on 4 May 2023.",
    "Petra Lindqvist, the auditor, and Tom Okoye, the treasurer, spoke on 4 July 2023.",
    "Petra Lindqvist, the auditor, and Jan Okoye, the treasurer, spoke on 4 May 2023.",
    "Petra Lindqvist was elected auditor on 4 May 2023, and Tom Okoye became treasurer.",
    "Petra Lindqvist, auditor and treasurer, thanked Tom Okoye, treasurer of the rowing club, on 4 May 2023.",
])
def test_may_be_true(other: str) -> None:
    assert not _found(TOLD, other)

"""The method "conversion": rates of one story that a slip of scale keeps apart."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import check_texts

TOLD = "For the tidal mill at Brae the town of Orla borrows 540 million pesos ({})."
RATE = "Orla has signed a loan of 540 million pesos for the tidal mill at Brae. The rate is {} pesos to the dollar."


def rules(*texts: str) -> set[str]:
    return {finding.rule for finding in check_texts(texts).findings}


@pytest.mark.parametrize(("amount", "rate", "expected"), [
    ("$300 million", "18.00", True), ("$3 million", "18.00", True), ("$30 million", "18.00", False),
    ("$29 million", "18.00", False), ("$15 million", "18.00", False), ("23 million pounds", "18.00", False),
])
def test_a_rate_told_elsewhere(amount: str, rate: str, expected: bool) -> None:
    assert ("conversions-contradict-each-other" in rules(TOLD.format(amount), RATE.format(rate))) is expected


def test_a_third_rate_that_agrees_clears_one() -> None:
    old = "In 1993 Orla had borrowed 180 million pesos ($100 million) for its first mill."
    found = rules(TOLD.format("$30 million"), RATE.format("18.00"))
    assert "conversions-contradict-each-other" not in found
    assert "conversions-contradict-each-other" in rules(f"{TOLD.format('$30 million')} {old}", RATE.format("18.00"))

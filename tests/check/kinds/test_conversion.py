"""The method "conversion": rates of one story that a slip of scale keeps apart."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import check_texts

TOLD = "The chain Ost will spend 840 million kronor ({}) on an oven works in Skara."
RATE = "Ost builds an oven works in Skara for SEK 840 million. The rate is {} SEK per US dollar."


def rules(*texts: str) -> set[str]:
    return {finding.rule for finding in check_texts(texts).findings}


@pytest.mark.parametrize(("amount", "rate", "expected"), [
    ("$800 million", "10.50", True), ("$8 million", "10.50", True), ("$80 million", "10.50", False),
    ("$79 million", "10.50", False), ("$40 million", "10.50", False), ("62 million pounds", "10.50", False),
])
def test_a_rate_told_elsewhere(amount: str, rate: str, expected: bool) -> None:
    assert ("conversions-contradict-each-other" in rules(TOLD.format(amount), RATE.format(rate))) is expected


def test_a_third_rate_that_agrees_clears_one() -> None:
    old = "In 1993 Ost had spent 105 million kronor ($100 million) on its first works."
    found = rules(TOLD.format("$80 million"), RATE.format("10.50"))
    assert "conversions-contradict-each-other" not in found
    assert "conversions-contradict-each-other" in rules(f"{TOLD.format('$80 million')} {old}", RATE.format("10.50"))

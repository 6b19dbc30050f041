"""Results in the words of the figures that they are set against."""

from __future__ import annotations

import pytest

from claimcheck import check


@pytest.mark.parametrize(("text", "message"), [
    ("The cable is 137 kilometres (115 miles) long.", "137 kilometres is about 85.1 miles, not 115 miles."),
    ("Of the 1,900 dogs, 1,235 (55%) were puppies.", "1,235 of 1,900 is 65%, not 55%."),
    ("A quarter of the 520 bakers, or 160 people, struck.",
     "160 of 520 is about 30.8%, not a quarter."),
    ("Takings rose 11% to 3.68 million kroner from 3.2 million kroner.",
     "From 3.2 million kroner to 3.68 million kroner is a rise of 15%, not 11%."),
])
def test_a_result_is_told_as_the_figure_beside_it(text: str, message: str) -> None:
    messages = [finding.message for finding in check(texts=[text]).findings]
    assert messages == [message]


def test_what_is_added_is_told_to_the_last_digit() -> None:
    text = "Of the 84,317 pupils, 51,306 live in towns, 24,780 in villages and 6,231 on farms."
    (finding,) = check(texts=[text]).findings
    assert "51,306 + 24,780 + 6,231 = 82,317, not 84,317." in finding.explanation
    assert finding.message == "The parts (51,306 + 24,780 + 6,231) add up to 82,317, not 84,317."


def test_a_quotient_that_does_not_end_is_told_as_nearly_so() -> None:
    (finding,) = check(texts=["Of the 520 bakers, 160 (25%) struck."]).findings
    assert "160 / 520 * 100 ≈ 30.8%, not 25%." in finding.explanation

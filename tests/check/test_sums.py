"""Results in the words of the figures that they are set against."""

from __future__ import annotations

import pytest

from claimcheck import check


@pytest.mark.parametrize(("text", "message"), [
    ("The cable is 186 kilometres (161 miles) long.", "186 kilometres is about 116 miles, not 161 miles."),
    ("Of the 2,400 patients, 1,680 (60%) were children.", "1,680 of 2,400 is 70%, not 60%."),
    ("A third of the clinic's 660 nurses, or 180 people, signed the letter.",
     "180 of 660 is about 27.3%, not a third."),
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
    (finding,) = check(texts=["Of the 660 nurses, 180 (33%) signed the letter."]).findings
    assert "180 / 660 * 100 ≈ 27.3%, not 33%." in finding.explanation

"""Letters that case folding would lengthen or lose."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.read.plain import mask_plain


@pytest.mark.parametrize("letter", ["\u0130", "\u0131", "\u017f", "\u212a", "\u212b"])
def test_letters_without_a_small_form_of_their_own_are_read_as_plain_ones(letter: str) -> None:
    text = f"It f{letter}nished f{letter}fth in its {letter}xth year, on the s{letter}xth of May, 5 points ahead."
    read = mask_plain(text)
    assert len(read) == len(read.lower()) == len(text)
    assert letter not in read
    assert [mention.text for mention in extract(text) if mention.kind == "quantity"] == ["5"]


def test_a_dotted_capital_is_no_reason_to_stop() -> None:
    told = extract("She came in fİfth, on the tenth annİversary.")
    places = [mention for mention in told if mention.kind == "ordinal"]
    assert [place.value for place in places] == [5, 10]

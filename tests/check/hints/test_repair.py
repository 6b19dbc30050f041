"""Hints: the one small edit that mends a conflict, or nothing.

The law. Take figures that agree, and let one of them suffer one slip of the pen. The hint that a finding then carries
names that figure and what it read before the slip; where another edit would do as well there is no hint at all.
"""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimcheck import Finding, check
from claimcheck.check.hints.edits import edits_of
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.reading import Reading


def _findings(*texts: str) -> tuple[Finding, ...]:
    return check(texts=list(texts)).findings


def _hint(*texts: str) -> str | None:
    hints = {finding.hint for finding in _findings(*texts)}
    assert len(hints) == 1, "one conflict is expected"
    return hints.pop()


@pytest.mark.parametrize(("text", "hint"), [
    ("Of the 8,431 voters, 2,115 chose the mill, 3,602 the dam and 2,741 neither.",
     "“2,741” (text 1:1) would fit if it read “2,714” (two digits swapped)."),
    ("The trench is 150 km (39 miles) long.",
     "“39 miles” (text 1:1) would fit if it read “93 miles” (two digits swapped)."),
    ("Turnout rose from 44% to 55%, a rise of 11%.", "“11%” (text 1:1) would fit as percentage points."),
])
def test_one_small_edit_is_named(text: str, hint: str) -> None:
    assert _hint(text) == hint


@pytest.mark.parametrize("text", [
    "Of the 643 seats, 182 went to farmers, 270 to teachers and 212 to lawyers.",
    "The mast is 183 millimetres (7.2 feet) thick.",  # inches for feet, or 2,183 millimetres
])
def test_what_no_small_edit_mends_gets_no_hint(text: str) -> None:
    assert _hint(text) is None


def test_the_one_against_many_is_the_one_that_is_doubted() -> None:
    right = "Catches in Phu Yen came to 5.15 million tonnes in 2021."
    wrong = "In 2021 Phu Yen's catches came to 5.51 million tonnes."
    third = "Phu Yen reported catches of 5.15 million tonnes for 2021."
    found = _findings(right, wrong, third)
    assert found, "the catches conflict"
    assert {finding.hint for finding in found} == {
        "“5.51 million tonnes” (text 2:1) would fit if it read “5.15 million tonnes” (two digits swapped)."}


def test_word_against_word_gets_no_hint() -> None:
    assert _hint("Catches in Phu Yen came to 5.15 million tonnes in 2021.",
                 "In 2021 Phu Yen's catches came to 5.51 million tonnes.") is None


@pytest.mark.parametrize("text", [
    "Exports of tea rose 20% from 10 million USD to 12 million USD in 2020.",
    "The 120-km road (75 miles) opened in May.",
    "Of the 643 seats, 182 went to farmers, 249 to teachers and 212 to lawyers.",
])
def test_what_agrees_has_no_finding_to_hint_at(text: str) -> None:
    assert not _findings(text)


def _sum(parts: list[int], whole: int) -> str:
    north, centre, south = (f"{part:,}" for part in parts)
    return f"The province has {whole:,} teachers: {north} in the north, {centre} in the hills and {south} in the south."


def _slips(number: int) -> set[int]:
    """What one slip of the pen makes of a number, told apart from the code under test."""
    digits = str(number)
    made = {digits[:at] + digits[at + 1] + digits[at] + digits[at + 2:] for at in range(len(digits) - 1)}
    made |= {digits[:at] + digits[at + 1:] for at in range(len(digits))}
    made |= {digits[:at] + digits[at] + digits[at:] for at in range(len(digits))}
    return {int(each) for each in made if each and each[0] != "0" and int(each) != number}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(111, 4_999), min_size=3, max_size=3), st.integers(0, 3), st.integers(0, 99))
def test_a_hint_names_the_slip_or_is_not_given(parts: list[int], at: int, which: int) -> None:
    figures = [*parts, sum(parts)]
    made = sorted(_slips(figures[at]))
    assume(made)
    slipped = made[which % len(made)]
    told = [*figures]
    told[at] = slipped
    assume(len(set(told)) == len(told))
    for finding in _findings(_sum(told[:3], told[3])):
        if finding.hint is not None:
            quotes = re.findall(r"“([\d,]+)[^”]*”", finding.hint)
            assert [int(each.replace(",", "")) for each in quotes] == [slipped, figures[at]], (told, finding.hint)


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 99_999), st.integers(0, 3))
def test_edits_are_closed_under_reversal(digits: int, decimals: int) -> None:
    """Whatever an edit makes of a figure, an edit of the result makes the figure again."""
    assume(digits % 10)
    value = Decimal(digits).scaleb(-decimals)
    figure = _figure(f"{value:f}", value)
    for edit in edits_of(figure):
        again = _figure(edit.words.replace(",", ""), edit.claim.value) if edit.slip != "a wrong scale" else None
        if again is not None and isinstance(edit.claim.value, Decimal) and f"{edit.claim.value:f}" == again.text:
            assert value in {back.claim.value for back in edits_of(again)}, (figure.text, edit)


def _figure(text: str, value: object) -> Claim:
    assert isinstance(value, Decimal)
    digit = value.as_tuple().exponent
    assert isinstance(digit, int)
    reading = Reading(Interval.point(value), Interval.around(value, Decimal(1).scaleb(digit)))
    return Claim(text=text, value=value, unit="USD", measure="USD", reading=reading)

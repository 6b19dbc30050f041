"""Headlines that misprint a figure of the text below them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.check.comparing.evidence import Evidence
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.likeness.headlines import misprinted_headlines
from claimcheck.model.claim import Claim
from tests.check.claims import figure


def told(value: str, at: int, *words: str, headline: bool = False) -> Claim:
    around = frozenset(words)
    claim = figure("a", Decimal(value), at=at, metric=None, context=around, near=around, sentence=at)
    return claim.model_copy(update={"headline": headline, "value": Decimal(value)})


def misprints(*claims: Claim) -> list[tuple[str, str]]:
    stories = Stories(claims)
    return [(str(one.value), str(other.value)) for one, other in misprinted_headlines(stories, Evidence(stories))]


@pytest.mark.parametrize(("headline", "text", "words", "found"), [
    ("381", "318", (), True),
    ("38", "83", ("ferries",), True),
    ("38", "83", (), False),
    ("3810", "3910", ("ferries",), True),
    ("3810", "3910", (), False),
    ("381", "512", ("ferries",), False),
])
def test_swapped_digits_or_one_digit_off(headline: str, text: str, words: tuple[str, ...], *, found: bool) -> None:
    claims = told(headline, 0, *words, headline=True), told(text, 90, *words)
    assert misprints(*claims) == ([(headline, text)] if found else [])


def test_a_number_that_the_text_gives_is_no_misprint() -> None:
    assert not misprints(told("381", 0, headline=True), told("318", 90), told("381", 200))


def test_two_figures_that_may_be_meant_leave_it_open() -> None:
    assert not misprints(told("3812", 0, headline=True), told("8312", 90), told("3182", 200))

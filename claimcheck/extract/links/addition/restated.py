"""Numbers that a text writes in words and repeats in digits: "twelve (12)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, QuantityDraft
from claimcheck.extract.links.phrasing.page import Page
from claimcheck.model.slips import is_power_apart

_DIGITS = re.compile(r"\s?\((?P<number>\d{1,3}(?:,\d{3})+|\d+)\)")
_NEAR = 2  # times that one number may be the other; further off stands the number of a footnote


def find_restated(page: Page, number: int) -> Iterator[LinkDraft]:
    """The links of the block at a place of the page; see `restated_in`."""
    return restated_in(page[number].block)


def restated_in(block: BlockDrafts) -> Iterator[LinkDraft]:
    """A link for each number in words with digits in brackets right behind it, which become a figure of their own."""
    for words in [figure for figure in block.quantities if figure.form == "words"]:
        match = _DIGITS.match(block.text, words.number_end)
        if match is None or isinstance(words.value, tuple):
            continue
        value = Decimal(match["number"].replace(",", ""))
        if _may_repeat(words.value, value):
            digits = _take_up(block, words, match, value)
            yield LinkDraft(words.start, match.end(), "restatement", {"words": [words], "digits": [digits]})


def _may_repeat(one: Decimal, other: Decimal) -> bool:
    if one <= 0 or other <= 0:
        return False
    return max(one, other) <= _NEAR * min(one, other) or is_power_apart(Fraction(one), Fraction(other))


def _take_up(block: BlockDrafts, words: QuantityDraft, match: re.Match[str], value: Decimal) -> QuantityDraft:
    """The digits as a figure like the one in words."""
    start, end = match.span("number")
    for figure in block.quantities:
        if figure.start < end and start < figure.end and figure is not words:
            return figure
    digits = QuantityDraft(
        start, end, value, words.unit, end, start, end, noun=words.noun, last_place=Decimal(1), round_place=Decimal(1),
        role=words.role,
    )
    block.add_figure(digits)
    return digits

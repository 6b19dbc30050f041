"""How much tells that two citations mean one document."""

from __future__ import annotations

from claimcheck.check.comparing.documents import told_of_one
from claimcheck.check.comparing.stories import Stories
from claimcheck.model.claim import Claim


def _order(path: str, number: str, *words: str, date: str | None = None) -> Claim:
    return Claim(kind="reference", path=path, type="order", identifier=number, date=date, context=frozenset(words))


def _told(one: Claim, other: Claim) -> float:
    numbers = one.identifier or "", other.identifier or ""
    return told_of_one(numbers, one, other, Stories([one, other]), [one, other], one_day=False)


def test_swapped_digits_tell_more_than_one_digit_and_that_more_than_none() -> None:
    swapped, digit, other = (_told(_order("a", "4417", "meter"), _order("b", number, "meter"))
                             for number in ("4471", "4487", "9302"))
    assert swapped > digit > other


def test_words_that_both_share_tell_and_numbers_one_after_the_other_do_not() -> None:
    assert _told(_order("a", "4417", "meter"), _order("b", "4471", "meter")) > _told(
        _order("a", "4417", "meter"), _order("b", "4471", "owls"))
    assert _told(_order("a", "4417", "meter"), _order("b", "4418", "meter")) == 0

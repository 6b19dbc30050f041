"""Hints of witnesses: one report stands apart from all others by one slip, or nothing is said."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.check.hints.witnesses import hint_of_witnesses
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding

ORDER = "7/2024"


def cited(path: str, day: dt.date, number: str = ORDER) -> Claim:
    """A citation of one order."""
    return Claim(kind="reference", path=path, text=f"Order {number}", identifier=number, date=day)


def hint(first: Claim, second: Claim, *repeats: Claim) -> str | None:
    """The hint for a finding of two citations with others beside them."""
    return hint_of_witnesses(Finding(rule="r", kind="reference", severity="error", message="", explanation="",
                                     claims=(first, second), repeats=repeats))


@pytest.mark.parametrize(("odd", "told"), [
    (dt.date(2024, 4, 3), "4 March 2024 (day and month swapped)"),
    (dt.date(2023, 3, 4), "4 March 2024 (a year off)"),
    (dt.date(2022, 3, 4), None),
    (dt.date(2024, 3, 9), None),
])
def test_the_odd_date_is_named_when_one_slip_made_it(odd: dt.date, told: str | None) -> None:
    true = dt.date(2024, 3, 4)
    for claims in ((cited("a", odd), cited("b", true)), (cited("b", true), cited("a", odd))):
        assert hint(*claims, cited("c", true)) == (told and f"“Order {ORDER}” (a:1) would fit if it read {told}.")


def test_two_digits_of_a_number_are_swapped() -> None:
    day = dt.date(2024, 3, 4)
    found = hint(cited("a", day, "4361/QD"), cited("b", day, "4316/QD"), cited("c", day, "4316/QD"))
    assert found == "“Order 4361/QD” (a:1) would fit if it read “4316/QD” (two digits swapped)."
    assert hint(cited("a", day, "114/QD"), cited("b", day, "11/4QD"), cited("c", day, "11/4QD")) is None


def test_divided_or_missing_witnesses_give_no_hint() -> None:
    one, other = dt.date(2024, 4, 3), dt.date(2024, 3, 4)
    assert hint(cited("a", one), cited("b", other)) is None
    assert hint(cited("a", one), cited("b", other), cited("c", one), cited("d", other)) is None
    assert hint(cited("a", one), cited("b", other), cited("a", other)) is None

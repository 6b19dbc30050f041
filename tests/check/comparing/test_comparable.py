"""When two figures may meet although something about one of them is not known."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from claimcheck.check.comparing.comparable import Meeting, compare, compare_apart_from_period
from claimcheck.check.comparing.slips import same_digits
from claimcheck.model.claim import Claim
from tests.check.claims import figure

STORY = frozenset({"marrow", "solvang"})
EVENT = {"subject": None, "of_event": True, "period": "2024-05-14"}


def meets(one: dict[str, Any], other: dict[str, Any]) -> bool:
    common = {"story": STORY, "sure": False}
    return isinstance(compare(figure("a", 3, **{**common, **one}), figure("b", 5, **{**common, **other})), Meeting)


@pytest.mark.parametrize(("one", "other", "expected"), [
    ({}, {"status": "estimate"}, True),
    ({}, {"status": "forecast"}, False),
    ({}, {"subject": None}, True),
    ({}, {"subject": None, "story": frozenset()}, False),
    ({}, {"subject": None, "period": None}, False),
    (EVENT, EVENT, True),
    (EVENT, {**EVENT, "period": "2024-05-15"}, False),
    ({"period": None}, {"period": None}, False),
    ({"period": None, "timeless": True}, {"period": None, "timeless": True}, True),
    ({"scene": frozenset({"ceremony"})}, {"scene": frozenset({"festival"})}, False),
    ({"scene": frozenset({"ceremony"})}, {}, True),
])
def test_what_is_known_must_leave_no_second_reading(one: dict[str, Any], other: dict[str, Any], expected: bool) -> None:
    assert meets(one, other) is expected


def amount(path: str, value: int, **fields: Any) -> Claim:
    return figure(path, value, **fields).model_copy(update={"value": Decimal(value)})


def test_a_plan_meets_an_outcome_of_the_same_digits_in_another_scale() -> None:
    sums = {"metric": "bridge repair programme", "subject": None, "period": None, "sure": False}
    voted = amount("a", 2_700_000_000, **sums)
    planned = amount("b", 2_700_000, status="plan", **sums)
    assert same_digits(voted, planned)
    assert isinstance(compare(voted, planned), Meeting)
    assert isinstance(compare(voted, amount("b", 3_100_000, status="plan", **sums)), str)


def test_one_digit_tells_nothing() -> None:
    assert not same_digits(amount("a", 3000), amount("b", 3))


def test_figures_of_a_nation_meet_whatever_their_places() -> None:
    north, south = (figure("a", 3, subject=name, nation="Vietnam") for name in ("Lao Cai", "Ca Mau"))
    assert isinstance(compare_apart_from_period(north, south), str)
    assert isinstance(compare_apart_from_period(north, south, "Vietnam"), Meeting)
    assert isinstance(compare_apart_from_period(north, south, "Laos"), str)

"""Counterparts: figures that stand at one place among the amounts that two reports have in common."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from claimcheck.check.comparing.days import Days
from claimcheck.check.comparing.evidence import Evidence
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.likeness.counterparts import Counterparts
from claimcheck.model.claim import Claim
from tests.check.claims import figure

FERRY = frozenset({"ferry", "passenger"})


def told(path: str, passengers: str, **fields: Any) -> list[Claim]:
    """The passengers of a ferry, and three amounts that all reports give."""
    given: dict[str, Any] = {"subject": None, "period": None, "language": "en", "metric": None}
    amounts = [("USD", "7.4"), ("meter", "118"), ("hour", "351")]
    claims = [
        figure(path, Decimal(value), at=40 * at, measure=unit, unit=unit, **given)
        for at, (unit, value) in enumerate(amounts, 1)
    ]
    words = {"context": FERRY, "near": FERRY, "noun": "passenger", **fields}
    claims.append(figure(path, Decimal(passengers), at=10, measure="count", unit="count", **{**given, **words}))
    values = [*(value for _, value in amounts), passengers]
    return [claim.model_copy(update={"value": Decimal(value)}) for claim, value in zip(claims, values, strict=True)]


def pairs(*claims: Claim) -> list[tuple[Claim, Claim]]:
    stories = Stories(claims)
    return list(Counterparts(stories, Evidence(stories), (), Days([])).pairs())


def test_figures_of_one_place_are_one() -> None:
    assert len(pairs(*told("a", "86300"), *told("b", "97800"))) == 1


@pytest.mark.parametrize("fields", [
    {"status": "target"},
    {"hedge": "about"},
    {"context": frozenset({"cow"}), "near": frozenset({"cow"}), "noun": "cow"},
    {"sides": frozenset({("season", "summer")})},
])
def test_nothing_may_speak_for_two(fields: dict[str, Any]) -> None:
    winter = {"sides": frozenset({("season", "winter")})}
    assert not pairs(*told("a", "86300", **winter), *told("b", "97800", **fields))


@pytest.mark.parametrize("passengers", ["86301", "186300", "80000"])
def test_far_and_round_figures_and_those_one_apart_are_two(passengers: str) -> None:
    assert not pairs(*told("a", "86300"), *told("b", passengers))

"""Companions: levels that two reports tell with one and the same change."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from claimcheck.check.comparing.evidence import Evidence
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.likeness.companions import Companions
from claimcheck.model.claim import Claim
from tests.check.claims import figure

STORY = frozenset({"ello", "aaland"})
CASHEWS = frozenset({"cashew", "mills", "earned"})


def told(path: str, level: str, change: str = "12.6", **fields: Any) -> list[Claim]:
    """A level of money and the change behind it, in a report of one story."""
    given: dict[str, Any] = {
        "subject": None, "period": None, "context": CASHEWS, "near": CASHEWS, "story": STORY, "language": "en",
        **fields,
    }
    money = figure(path, Decimal(level), at=10, metric="exports", measure="USD", unit="USD", **given)
    moved = figure(path, Decimal(change), at=40, measure="percent", unit="percent", role="change", trend="up", **given)
    return [
        money.model_copy(update={"value": Decimal(level), "end": 20}),
        moved.model_copy(update={"value": Decimal(change), "end": 45}),
    ]


def pairs(*claims: Claim) -> list[tuple[Claim, Claim]]:
    stories = Stories(claims)
    return list(Companions(stories, Evidence(stories)).pairs())


def test_levels_with_one_change_are_one() -> None:
    assert len(pairs(*told("a", "318.4"), *told("b", "284"))) == 1


def test_levels_in_two_languages_need_no_words() -> None:
    vietnamese = told("a", "318.4", language="vi", context=frozenset({"hat"}), near=frozenset({"hat"}))
    assert len(pairs(*vietnamese, *told("b", "284"))) == 1


@pytest.mark.parametrize("other", [
    told("b", "284", change="13.6"),
    told("b", "284", context=frozenset({"tourist"}), near=frozenset({"tourist"})),
    told("b", "984"),
    told("b", "318.4"),
    told("b", "284", status="plan"),
])
def test_another_change_thing_size_or_status_clears_them(other: list[Claim]) -> None:
    assert not pairs(*told("a", "318.4"), *other)


def test_a_change_of_several_things_ties_none() -> None:
    twice = [claim.model_copy(update={"sentence": 100, "start": claim.start + 100, "end": claim.end + 100})
             for claim in told("a", "77.7")]
    assert not pairs(*told("a", "318.4"), *twice, *told("b", "284"))

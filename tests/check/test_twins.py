"""Twins: figures of open names that what is known shows to be one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from claimcheck.check.evidence import Evidence
from claimcheck.check.stories import Stories
from claimcheck.check.twins import twins_among
from claimcheck.model.claim import Claim
from tests.check.claims import figure

CORE = frozenset({"core", "lake", "drilled"})
STORY = frozenset({"van", "aydin"})


def core(path: str, value: int, **fields: Any) -> Claim:
    """The length of a core that nothing else in its report rivals."""
    given: dict[str, Any] = {
        "metric": "core length", "measure": "metre", "unit": "metre", "subject": None, "period": None,
        "context": CORE, "near": CORE, "story": STORY,
    }
    return figure(path, value, slack=1, **{**given, **fields}).model_copy(update={"value": Decimal(value)})


def told(*claims: Claim) -> list[tuple[str, str]]:
    stories = Stories(claims)
    return [(a.text, b.text) for a, b in twins_among(claims, stories, Evidence(stories))]


def test_swapped_digits_in_sentences_that_share_words_are_twins_under_any_name() -> None:
    assert told(core("a", 584), core("b", 548, metric="lifted mud")) == [("584", "548")]


def test_the_same_digits_at_another_scale_are_twins() -> None:
    assert told(core("a", 2_940), core("b", 2_940_000, metric="lifted mud")) == [("2940", "2940000")]


@pytest.mark.parametrize("apart", [
    {"context": frozenset({"bridge"}), "near": frozenset({"bridge"}), "metric": "bridge"},
    {"measure": "USD", "unit": "USD"},
    {"period": "2019"},
    {"status": "forecast"},
    {"role": "share"},
    {"path": "a"},
    {"subject": "Lake Sevan", "context": CORE | {"sevan"}},
])
def test_what_is_stated_may_speak_against_it(apart: dict[str, Any]) -> None:
    one = core("a", 584, subject="Lake Van", period="2024", context=CORE | {"van"})
    assert told(one, core(**{"path": "b", "value": 548, **apart})) == []


def test_counts_of_unlike_nouns_are_no_twins() -> None:
    trucks = core("a", 214, measure="count", unit="count", metric="truck", context=CORE | {"truck"})
    barges: dict[str, Any] = {"metric": "barge", "context": frozenset({"barge"}), "near": frozenset({"barge"})}
    assert told(trucks, core("b", 241, measure="count", unit="count", **barges)) == []
    assert told(trucks, core("b", 241, measure="count", unit="count", metric="waiting truck")) != []


def test_a_report_that_gives_both_values_means_two_things() -> None:
    assert told(core("a", 584), core("b", 548), core("b", 584, metric="second core", at=50)) == []


def test_without_the_digits_one_metric_needs_one_story_and_shared_words() -> None:
    assert told(core("a", 510), core("b", 830)) == [("510", "830")]
    assert told(core("a", 510), core("b", 830, story=frozenset())) == []
    assert told(core("a", 510), core("b", 830, metric="mud length")) == []
    assert told(core("a", 510, subject="Lake Van"), core("b", 830, subject="Lake Sevan")) == []


def test_one_of_several_figures_of_one_noun_is_no_twin_without_the_digits() -> None:
    assert told(core("a", 510), core("a", 620, at=50), core("b", 830)) == []

"""Twins: figures of open names that what is known shows to be one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from claimcheck.check.comparing.days import Days
from claimcheck.check.comparing.evidence import Evidence
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.likeness.twins import twins_among
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
    return [(a.text, b.text) for a, b in twins_among(claims, stories, Evidence(stories), Days(claims))]


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


def test_figures_of_two_issues_of_a_bulletin_are_no_twins_unless_their_time_is_told() -> None:
    first, second = {"issue": ("lake bulletin", "11")}, {"issue": ("lake bulletin", "12")}
    assert told(core("a", 584, **first), core("b", 548, **second)) == []
    assert told(core("a", 584, **first), core("b", 548, **first)) != []
    year: dict[str, Any] = {"period": "2024"}
    assert told(core("a", 584, **first, **year), core("b", 548, **second, **year)) != []


def test_figures_of_unknown_times_that_are_far_apart_are_no_twins() -> None:
    bought, left = core("a", 31, unit="tonne", measure="kilogram"), core("b", 7, unit="tonne", measure="kilogram")
    assert told(bought, left) == []
    assert told(bought, left.model_copy(update={"value": Decimal(22)})) != []


@pytest.mark.parametrize(("days", "expected"), [(("07-14", "07-14"), 1), (("07-14", "07-15"), 0), (("07-14", ""), 0)])
def test_numbers_of_one_sort_of_things_told_with_one_day_are_twins(days: tuple[str, str], expected: int) -> None:
    moths: dict[str, Any] = {
        "measure": "count", "unit": "count", "noun": "moth", "context": frozenset({"best", "moth"}),
        "near": frozenset({"best", "moth"}),
    }
    figures = [
        core("a", 388, metric="moth", **moths), core("b", 512, metric="caught moth", **moths),
        core("a", 9120, metric="moth", **moths).model_copy(update={"sentence": 90}),
        core("b", 9120, metric="moth", **moths).model_copy(update={"sentence": 90}),
    ]
    told_days = [(path, day) for path, day in zip("ab", days, strict=True) if day]
    dates = [Claim(kind="date", path=path, identifier=f"XXXX-{day}") for path, day in told_days]
    assert len([pair for pair in told(*figures, *dates) if set(pair) == {"388", "512"}]) == expected

"""What a superlative speaks for."""

from __future__ import annotations

import pytest

from claimcheck.check.records.extents import Extent, extent_of, phrases_of, years_in
from claimcheck.model.period import Period
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.pipeline import packs_of

(RULE,) = (rule for rule in packs_of().select(RuleSpec) if rule.id == "superlative-contradicts-years")
WHEN = phrases_of(RULE)


@pytest.mark.parametrize(("scope", "extent"), [
    ("since 2008", Extent(2009)),
    ("since the lock was opened in 1936", Extent(1936)),
    ("since 2008 in the south", Extent(2009, rest="in the south")),
    ("ever recorded", Extent(0)),
    ("ever on the course", Extent(0, rest="on the course")),
    ("ever recorded and beating the 412 mm of 1987", Extent(0)),
    ("in ten years", Extent(2016)),
    ("by any woman in the league this year", Extent(0, one_year=True, rest="by any woman in the league")),
    ("of the race", Extent(0, one_year=True, whole=True)),
])
def test_the_words_tell_the_extent(scope: str, extent: Extent) -> None:
    assert extent_of(scope, WHEN, 2024) == extent


@pytest.mark.parametrize("scope", ["of the winter", "at the harbour", "in the street"])
def test_words_of_no_time_tell_none(scope: str) -> None:
    assert extent_of(scope, WHEN, 2024) is None


@pytest.mark.parametrize(("words", "years"), [
    ("in ten years", 10), ("a two-decade high", None), ("in the 22 years of our choir", 22), ("in the street", None),
])
def test_years_are_counted(words: str, years: int | None) -> None:
    assert years_in(words, WHEN) == years


@pytest.mark.parametrize(("rival", "own", "years", "taken_in"), [
    ("2010", "2024", (), True),
    ("2009", "2024", (), False),
    ("2025", "2024", (), False),
    ("2024-02", "2024-03", (2024,), True),
    ("2010", None, (2024,), True),
    ("2024", None, (2023, 2024), False),
    ("2010", None, (), True),
])
def test_only_earlier_times_within_the_extent_count(
    rival: str, own: str | None, years: tuple[int, ...], *, taken_in: bool
) -> None:
    mine = Period.parse(own) if own else None
    assert Extent(2010).takes_in(Period.parse(rival), mine, years) is taken_in


def test_ever_outweighs_this_year() -> None:
    assert extent_of("ever this year", WHEN, 2024) == Extent(0)

"""Movements, goals, streaks, samples and yearly growth, on relations built by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.check.kinds import METHODS
from claimcheck.check.kinds.compounding import power
from claimcheck.check.kinds.direction import is_beyond
from claimcheck.check.ledger import Ledger
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding
from claimcheck.model.interval import Interval
from claimcheck.model.mention import LinkKind
from tests.check.claims import figure, rule

numbers = st.integers(min_value=1, max_value=10_000)


def findings(method: str, relations: tuple[Relation, ...], claims: tuple[Claim, ...], **when: Any) -> list[Finding]:
    spec = rule("a-rule", method, "direction", **when)
    return [each for each in METHODS[method](spec, Ledger(claims, relations)) if isinstance(each, Finding)]


def stated(kind: LinkKind, direction: str = "", scope: str = "", **roles: Claim) -> Relation:
    return Relation(
        kind=kind, roles={role: (claim,) for role, claim in roles.items()}, path="a", start=0, end=90,
        direction=direction, scope=scope,
    )


def moved(direction: str, to: Claim, base: Claim | None = None, **when: Any) -> list[Finding]:
    told = stated("movement", direction, to=to) if base is None else Relation(
        kind="movement", roles={"to": (to,), "from": (base,)}, path="a", start=0, end=90, direction=direction)
    return findings("direction", (told,), (to, *([base] if base else [])), **when)


@given(numbers, numbers, st.integers(min_value=0, max_value=50))
def test_a_movement_is_refuted_in_one_direction_at_most(to: int, base: int, slack: int) -> None:
    later, earlier = figure("a", to, slack=slack), figure("a", base, slack=slack, at=40, period="2022")
    refuted = [direction for direction in ("up", "down") if moved(direction, later, earlier)]
    assert refuted == (["up"] if to + slack < base - slack else ["down"] if to - slack > base + slack else [])


@given(numbers, numbers, st.integers(min_value=0, max_value=50), st.integers(min_value=0, max_value=50))
def test_wider_readings_refute_no_more(to: int, base: int, slack: int, more: int) -> None:
    narrow, wide = (
        is_beyond(Interval.around(to, width), Interval.around(base, width), "up") for width in (slack, slack + more)
    )
    assert narrow or not wide


def test_a_movement_without_a_base_is_set_against_the_year_before() -> None:
    to, before, longer_ago = figure("a", 40), figure("b", 45, period="2022"), figure("c", 60, period="2021")
    (finding,) = findings("direction", (stated("movement", "up", to=to),), (to, before, longer_ago))
    assert {claim.path for claim in finding.claims} == {"a", "b"}


@pytest.mark.parametrize("fields", [
    {"period": "2021"}, {"period": "2023-01/2023-11"}, {"subject": "Lao Cai"}, {"metric": "imports"},
    {"status": "target"}, {"measure": "EUR"}, {"facets": ("goods",)},
], ids=str)
def test_other_figures_refute_no_movement(fields: dict[str, Any]) -> None:
    to = figure("a", 40)
    other = figure("b", 45, **{"period": "2022", **fields})
    assert not findings("direction", (stated("movement", "up", to=to),), (to, other))


def test_one_earlier_figure_that_fits_is_enough() -> None:
    to, fits, misfits = figure("a", 40), figure("b", 38, period="2022"), figure("c", 45, period="2022")
    assert not findings("direction", (stated("movement", "up", to=to),), (to, fits, misfits))


def test_a_place_in_a_ranking_may_rise_to_a_smaller_number() -> None:
    to, base = figure("a", 4, phrase="world ranking"), figure("a", 7, at=40, period="2022")
    assert not moved("up", to, base, ranked=("ranking",))
    assert moved("up", to, base)


@pytest.mark.parametrize(("direction", "value", "wrong"), [
    ("above", 41, True), ("above", 49, False), ("below", 49, True), ("below", 41, False), ("met", 41, True),
    ("met", 45, False), ("missed", 49, True), ("missed", 41, False),
])
def test_a_goal_is_reached_or_not(direction: str, value: int, wrong: bool) -> None:
    told = stated("goal", direction, value=figure("a", value), target=figure("a", 45, at=40, status="target"))
    assert bool(findings("goal", (told,), (), more_is_met=("exports",))) is wrong


def test_what_meets_a_goal_from_above_is_not_judged() -> None:
    told = stated("goal", "met", value=figure("a", 41, metric="inflation"), target=figure("a", 45, at=40))
    assert not findings("goal", (told,), (), more_is_met=("exports",))


@pytest.mark.parametrize(("earlier", "broken"), [
    ((38, 36, 34), False), ((38, 39, 34), True), ((None, 36, 34), False), ((None, 33, 34), True), ((38, 36, 37), True),
])
def test_a_streak_breaks_at_one_step(earlier: tuple[int | None, ...], broken: bool) -> None:
    value = figure("a", 40)
    series = tuple(
        figure("b", level, period=str(2022 - at), at=40 * at) for at, level in enumerate(earlier) if level is not None
    )
    told = stated("streak", "up", "3 year", value=value)
    assert bool(findings("streak", (told,), (value, *series))) is broken


def test_a_streak_reaches_no_further_than_its_count() -> None:
    value, before, longer_ago = figure("a", 40), figure("b", 38, period="2022"), figure("b", 39, period="2021", at=40)
    assert not findings("streak", (stated("streak", "up", "1 year", value=value),), (value, before, longer_ago))


def written(claim: Claim, value: Decimal) -> Claim:
    return claim.model_copy(update={"value": value})


def _sample(part: str, whole: int, measure: str = "percent") -> list[Finding]:
    value = Decimal(part)
    place = Decimal(1).scaleb(int(value.as_tuple().exponent))
    told = stated(
        "sample",
        part=written(figure("a", value, slack=place, measure=measure, noun="child", role="share"), value),
        whole=written(figure("a", whole, at=40, measure="count", noun="patient"), Decimal(whole)),
    )
    return findings("granularity", (told,), (), whole=("patient", "child"))


@given(st.integers(min_value=1, max_value=60), st.data())
def test_a_share_that_some_count_gives_is_granted(whole: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(min_value=0, max_value=whole))
    assert not _sample(f"{100 * count / whole:.0f}", whole)


@pytest.mark.parametrize(("part", "whole", "measure"), [("43", 8, "percent"), ("3.27", 10, "count")])
def test_a_share_or_average_that_no_count_gives_is_found(part: str, whole: int, measure: str) -> None:
    assert len(_sample(part, whole, measure)) == 1


@given(st.integers(min_value=1, max_value=30), st.integers(min_value=2, max_value=10))
def test_growth_multiplied_out_is_granted(rate: int, years: int) -> None:
    to = Fraction(100 + rate, 100) ** years * 1000
    told = Relation(kind="compounding", path="a", start=0, end=90, roles={
        "rate": (figure("a", rate, measure="percent"),), "from": (figure("a", 1000, at=20, period="2010"),),
        "to": (figure("a", to, at=40, period=str(2010 + years)),),
    })
    assert not findings("compounding", (told,), ())
    doubled = figure("a", to * 2, at=40, period=str(2010 + years))
    assert findings("compounding", (told.model_copy(update={"roles": {**told.roles, "to": (doubled,)}}),), ())


digits = st.integers(min_value=0, max_value=9)


@given(digits, digits, st.integers(min_value=1, max_value=6))
def test_power_holds_every_power(low: int, width: int, times: int) -> None:
    assert power(Interval.of(low, low + width), times) == Interval.of(low**times, (low + width) ** times)


@pytest.mark.parametrize(("value", "place", "wrong"), [("4123456", "1000", True), ("4123000", "1000", False)])
def test_a_rounded_figure_is_a_multiple_of_its_place(value: str, place: str, wrong: bool) -> None:
    told = stated("rounding", "", place, value=written(figure("a", Decimal(value)), Decimal(value)))
    assert bool(findings("rounding", (told,), ())) is wrong

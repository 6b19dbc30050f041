"""Parts and wholes of amounts that add up: periods, places, groups, sides of a sum; and units of two kinds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.check.kinds import METHODS
from claimcheck.check.ledger import Ledger
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from tests.check.claims import figure, rule

EXPORTS = ("exports",)
amounts = st.integers(min_value=30, max_value=1000)


def findings(method: str, *claims: Claim, **when: Any) -> list[Finding]:
    spec = rule("a-rule", method, "part-exceeds-whole", **{"adds": EXPORTS, **when})
    return [each for each in METHODS[method](spec, Ledger(claims, ())) if isinstance(each, Finding)]


@given(amounts, amounts, st.integers(min_value=0, max_value=20))
def test_a_part_is_found_exactly_when_it_must_exceed_the_whole(part: int, whole: int, slack: int) -> None:
    found = findings(
        "nesting", figure("a", part, slack=slack, period="2023-H1"), figure("b", whole, slack=slack), scope="period")
    assert bool(found) is (part - slack > whole + slack)


@pytest.mark.parametrize("fields", [
    {"period": "2022-H1"}, {"subject": "Lao Cai"}, {"metric": "imports"}, {"status": "target"}, {"measure": "EUR"},
    {"facets": ("average",)}, {"role": "change"}, {"period": None}, {"subject": None}, {"period": "2023"},
], ids=str)
def test_what_is_no_part_of_the_year_may_exceed_it(fields: dict[str, Any]) -> None:
    part = figure("a", 500, **{"period": "2023-H1", **fields})
    assert not findings("nesting", part, figure("b", 400), scope="period")


def test_amounts_that_may_be_negative_are_left_alone() -> None:
    assert not findings("nesting", figure("a", 500, period="2023-H1"), figure("b", -400), scope="period")


def test_a_place_is_part_of_the_one_around_it_only() -> None:
    nation = figure("b", 400, subject="Vietnam")
    assert findings("nesting", figure("a", 500, within="Vietnam"), nation, scope="place")
    assert not findings("nesting", figure("a", 500), nation, scope="place")
    assert not findings("nesting", figure("a", 500, within="Vietnam", period="2022"), nation, scope="place")


def test_a_group_is_part_of_all() -> None:
    women, everyone = figure("a", 500, facets=("women",)), figure("b", 400)
    assert findings("nesting", women, everyone, scope="facet", facets=("women",))
    assert not findings("nesting", women, everyone, scope="facet", facets=("men",))


def test_a_side_is_part_of_its_sum() -> None:
    pair = ("exports in foreign-trade",)
    trade = figure("b", 400, metric="foreign-trade")
    assert findings("nesting", figure("a", 500), trade, scope="metric", adds=pair)
    assert not findings("nesting", figure("a", 300), trade, scope="metric", adds=pair)


QUARTERS = ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4")


@given(st.lists(amounts, min_size=4, max_size=4), st.integers(min_value=-3, max_value=3))
def test_quarters_make_up_the_year(parts: list[int], off: int) -> None:
    quarters = [figure("a", part, at=40 * at, period=period)
                for at, (part, period) in enumerate(zip(parts, QUARTERS, strict=True))]
    found = findings("periods", *quarters, figure("b", sum(parts) + off))
    assert bool(found) is (off != 0)
    assert all(len(each.claims) == 5 for each in found)


def test_a_gap_leaves_the_sum_open() -> None:
    parts = [figure("a", 100, at=40 * at, period=period) for at, period in enumerate(QUARTERS[:3])]
    assert not findings("periods", *parts, figure("b", 700))


@given(st.lists(amounts, min_size=2, max_size=4), amounts)
def test_parts_that_share_nothing_exceed_the_whole_together(parts: list[int], whole: int) -> None:
    claims = [figure("a", part, at=40 * at, period=period)
              for at, (part, period) in enumerate(zip(parts, QUARTERS, strict=False))]
    found = findings("disjoint", *claims, figure("b", whole), scope="period")
    assert bool(found) is (sum(parts) > whole >= max(parts))


def test_parts_that_overlap_are_not_added() -> None:
    claims = figure("a", 300, period="2023-Q1"), figure("a", 350, at=40, period="2023-H1"), figure("b", 400)
    assert not findings("disjoint", *claims, scope="period")


def test_groups_that_exclude_each_other_are_added() -> None:
    women, men = figure("a", 300, facets=("women",)), figure("a", 250, at=40, facets=("men",))
    assert findings("disjoint", women, men, figure("b", 400), scope="facet", facets=("women men",))
    assert not findings("disjoint", women, men, figure("b", 600), scope="facet", facets=("women men",))


def written(path: str, digits: int, **fields: Any) -> Claim:
    return figure(path, digits, **fields).model_copy(update={"value": Decimal(digits)})


@pytest.mark.parametrize(("other", "clash"), [
    (written("b", 3110, measure="EUR"), True), (written("b", 3110), False),
    (written("a", 3110, measure="EUR", at=60), False), (written("b", 3120, measure="EUR"), False),
    (written("b", 3110, measure="EUR", period="2022"), False), (written("b", 3110000, measure="EUR"), True),
], ids=str)
def test_the_same_digits_need_one_unit(other: Claim, clash: bool) -> None:
    assert bool(findings("unit_clash", written("a", 3110), other)) is clash


def test_few_digits_may_agree_by_chance() -> None:
    assert not findings("unit_clash", written("a", 3100), written("b", 3100, measure="EUR"))

"""Durations, ages and anniversaries, on relations built by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.check.kinds.timing import check_ages, check_anniversaries
from claimcheck.check.ledger import Ledger
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.mention import LinkKind
from claimcheck.model.period import Period
from claimcheck.packs.schema.rules import Example, RuleSpec

RULE = RuleSpec(
    id="a-rule", kind="date", method="age", since="0.1", what="", why="", settle="", limits="",
    bad=(Example(reports=("",)),), good=(Example(reports=("",)),), file="rules/a.toml",
)
Check = Callable[[RuleSpec, Ledger], Iterator[Finding | Verdict]]


def relation(kind: LinkKind, scope: str, when: str = "", **roles: Claim) -> Relation:
    told = {role: (claim,) for role, claim in roles.items()}
    return Relation(kind=kind, roles=told, path="a", start=0, end=1, scope=scope, when=when)


def found(check: Check, *relations: Relation) -> bool:
    return any(isinstance(result, Finding) for result in check(RULE, Ledger((), relations)))


def age(years: int, when: str, name: str = "Anna Berg") -> Relation:
    return relation("age", name, when, age=Claim(path="a", value=Decimal(years)))


def birth(day: str, name: str = "Anna Berg") -> Relation:
    return relation("birth", name, date=Claim(kind="date", path="a", start=9, end=10, period=Period.parse(day)))


@pytest.mark.parametrize(("years", "wrong"), [(52, True), (53, False), (54, False), (55, True)])
def test_a_year_of_birth_leaves_two_ages_open(years: int, wrong: bool) -> None:
    assert found(check_ages, age(years, "2023-09-12"), birth("1969")) is wrong


def test_titles_before_a_name_do_not_part_it_from_itself() -> None:
    assert found(check_ages, age(20, "2023", "Chemist Anna Berg"), birth("1969"))
    assert not found(check_ages, age(20, "2023", "Eva Berg"), birth("1969"))


@given(st.dates(dt.date(1930, 1, 1), dt.date(1999, 12, 31)), st.dates(dt.date(2010, 1, 1), dt.date(2030, 12, 31)))
def test_the_true_age_never_conflicts(born: dt.date, today: dt.date) -> None:
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    for told in (born.isoformat(), f"{born:%Y-%m}", f"{born:%Y}"):
        assert not found(check_ages, age(years, today.isoformat()), birth(told))
    assert found(check_ages, age(years + 1, today.isoformat()), birth(born.isoformat()))


@pytest.mark.parametrize(("mark", "wrong"), [(40, True), (44, False), (45, False), (46, False), (50, True)])
def test_an_anniversary_may_be_kept_a_year_early_or_late(mark: int, wrong: bool) -> None:
    years = Claim(kind="ordinal", path="a", value=Decimal(mark))
    kept = relation("anniversary", "Orla Club", "2024", anniversary=years)
    founded = relation("founding", "Orla Club", date=Claim(kind="date", path="a", period=Period.year(1979)))
    assert found(check_anniversaries, kept, founded) is wrong

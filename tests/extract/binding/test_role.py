"""The role and the status of figures, in whole sentences."""

from __future__ import annotations

import pytest

from claimcheck import QuantityMention, extract


def _figures(text: str) -> list[QuantityMention]:
    return [mention for mention in extract(text) if isinstance(mention, QuantityMention)]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Exports of wool: 45 million euros (-12%).", ["level", "change"]),
        ("Operating profit was 9 million euros, a margin of 13.0%.", ["level", "level"]),
        ("The toll was cut by 4% to 20 euros.", ["change", "level"]),
        ("Gusts of 151 km/h were measured at the pier.", ["level"]),
        ("The proportion of weak swimmers was 21%.", ["share"]),
        ("The roof cost 6,400 euros, 900 euros less than budgeted.", ["level", "difference"]),
        ("The average debt is 1,130 euros, which is 240 euros more than in 2020.", ["level", "change"]),
        ("The fair sold 9,000 tickets. That is 1,200 tickets more than in 2020.", ["level", "change"]),
        ("The waiting list fell below 39,000 patients.", ["level"]),
        ("Wool sales rose by 5% in 2021, after 4% in 2020.", ["change", "change"]),
        ("Exports grew 4% year on year.", ["change"]),
    ],
)
def test_roles(text: str, roles: list[str]) -> None:
    assert [figure.role for figure in _figures(text)] == roles


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Coverage was 71%. The goal is 95%.", "target"),
        ("The letters came within a day (target: 95%).", "target"),
        ("The choir hopes to raise 9,000 euros.", "target"),
        ("Acme, which owns 60 mills, intends to hire 120 weavers.", "plan"),
        ("Acme, which owns 60 mills, expects a profit of 9 million euros.", "forecast"),
        ("When the mill is shut, Acme expects a profit of 9 million euros.", "forecast"),
        ("The town has promised to build 250 homes.", "plan"),
        ("Two halls with 380 beds will be built.", "plan"),
        ("A ticket will cost 7 euros instead of 5 euros.", "outcome"),
        ("Each farm will get 3,800 litres, compared with 6,500 litres in 2020.", "outcome"),
        ("Acme shares jumped 8% after the yard lifted its profit forecast.", "outcome"),
    ],
)
def test_status_of_the_last_figure(text: str, status: str) -> None:
    assert (_figures(text)[-1].status or "outcome") == status


def test_an_outcome_behind_a_plan_has_no_status() -> None:
    plan, outcome = _figures("The hall will stay open until 2026 and has been given 40 benches and 15,000 euros.")[-2:]
    assert (plan.status, outcome.status) == (None, None)


def test_a_plural_noun_before_with_is_told_by_what_it_will_do() -> None:
    first, *_ = _figures("Two halls with 380 beds will be built.")
    assert first.status == "plan"

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
        ("Exports rose 1.2% month on month and 10% year on year.", ["change", "change"]),
        ("The town lost 2,300 inhabitants.", ["change"]),
        ("The mill posted a loss of 3 million euros.", ["level"]),
        ("Net income fell to 41 million euros, or 2 euros per share.", ["level", "ratio"]),
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


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Tractor sales rose 8% to 91,000 units.", ["Tractor sales", "Tractor sales"]),
        ("The central bank kept its key rate at 4.25%. It had raised it by 25 basis points.", ["key rate", "key rate"]),
        ("The factory, which made 4,000 tonnes in 2022, closed.", ["made"]),
        ("Funding: 640,000 euros from the council.", ["Funding"]),
        ("Police and fire take 58% of it.", ["Police share of"]),
        ("Selm was the largest buyer with 92 tonnes, followed by Orn (61 tonnes).", ["largest buyer"] * 2),
        ("Care remains the largest item at 79 million euros, followed by roads at 41 million.", ["Care", "roads"]),
        ("The mean temperature was 11 degrees Celsius. The highest level was 5 metres.", ["mean temperature", None]),
    ],
)
def test_metrics(text: str, metrics: list[str | None]) -> None:
    assert [figure.metric for figure in _figures(text)] == metrics


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("The hall is then to seat 900 people.", ["plan"]),
        ("The total is to date 900 euros.", [None]),
        ("Two of the town's six pools will close.", ["plan", None]),
        ("The damage was put at 4 million euros.", ["estimate"]),
    ],
)
def test_what_is_to_be_is_planned(text: str, statuses: list[str | None]) -> None:
    assert [figure.status for figure in _figures(text)] == statuses


def test_who_speaks_behind_a_quotation_is_no_part_of_a_name() -> None:
    text = '"It is too dear," said Anna Lobo, who speaks for 240 owners.'
    assert [figure.subject for figure in _figures(text)] == ["Anna Lobo"]

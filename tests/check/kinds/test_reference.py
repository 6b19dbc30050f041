"""Documents, weekdays and events: what conflicts and what may stand."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.check.kinds.occurrence import check_occurrences
from claimcheck.check.kinds.reference import check_references
from claimcheck.check.kinds.weekday import check_weekdays
from claimcheck.check.ledger import Ledger
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding
from claimcheck.packs.load import load_packs
from claimcheck.packs.schema.rules import RuleSpec


@pytest.fixture(scope="module")
def rules() -> dict[str, RuleSpec]:
    return {rule.id: rule for rule in load_packs().select(RuleSpec)}


def _document(path: str, identifier: str, date: str, title: str | None = None) -> Claim:
    day = dt.date.fromisoformat(date) if len(date) == 10 else None
    return Claim(kind="reference", path=path, type="decision", identifier=identifier, date=day, period=date,
                 title=title, text=identifier)


@pytest.mark.parametrize(
    ("rule", "claims", "count"),
    [
        ("reference-has-two-dates", (("45/KH/X", "2024-01-15", None), ("45/KH/X", "2024-01-25", None)), 1),
        ("reference-has-two-dates", (("45/KH/X", "2024-01-15", None), ("45/KH/X", "2024-01", None)), 0),
        ("reference-has-two-dates", (("45/KH/X", "2023-01-15", None), ("45/KH/X", "2024-01-25", None)), 0),
        ("reference-has-two-dates", (("45/2023/X", "2023-01-15", None), ("45/2023/X", "2024-01-25", None)), 1),
        ("reference-has-two-dates", (("11", "2019", "dues act"), ("11", "2016", "dues act")), 1),
        ("reference-has-two-dates", (("11", "2019", "dues act"), ("11", "2016", "ports act")), 0),
        ("reference-has-two-numbers", (("4361/QD/Y", "2024-03-29", None), ("4316/QD/Y", "2024-03-29", None)), 1),
        ("reference-has-two-numbers", (("4361/QD/Y", "2024-03-29", None), ("4362/QD/Y", "2024-03-29", None)), 0),
        ("reference-has-two-numbers", (("4361/QD/Y", "2024-03-29", None), ("4316/QD/Z", "2024-03-29", None)), 0),
        ("event-has-two-ordinals", (("32", "2023-12-21", "ports congress"), ("33", "2023-12-21", "ports congress")), 1),
        ("event-has-two-ordinals", (("32", "2023-12-21", "congress"), ("33", "2023-12-21", "congress")), 0),
    ],
)
def test_documents(
    rules: dict[str, RuleSpec], rule: str, claims: tuple[tuple[str, str, str | None], ...], count: int
) -> None:
    cited = [_document(f"{at}.txt", *claim) for at, claim in enumerate(claims)]
    results = check_references(rules[rule], Ledger(cited, ()))
    assert sum(isinstance(result, Finding) for result in results) == count


def test_a_weekday_must_be_that_of_its_date(rules: dict[str, RuleSpec]) -> None:
    day = dt.date(2024, 3, 17)
    for weekday in range(1, 8):
        claim = Claim(kind="date", date=day, weekday=weekday, text="17 March 2024")
        (result,) = check_weekdays(rules["weekday-contradicts-date"], Ledger([claim], ()))
        assert isinstance(result, Finding) == (weekday != 7)


@pytest.mark.parametrize(
    ("scopes", "days", "count"),
    [
        (("open: glass museum ORLA", "open: museum glass ORLA"), ("2022-04-05", "2022-04-09"), 1),
        (("open: glass museum ORLA", "open: museum glass ORLA"), ("2022-04-05", "XXXX-04-05"), 0),
        (("open: glass museum ORLA", "open: museum glass ORLA"), ("2022-04-05", "XXXX-04-09"), 1),
        (("open: glass museum ORLA", "open: glass museum MARRA"), ("2022-04-05", "2022-04-09"), 0),
        (("open: glass museum ORLA", "sign: glass museum ORLA"), ("2022-04-05", "2022-04-09"), 0),
        (("open: glass museum hall", "open: glass museum hall"), ("2022-04-05", "2022-04-09"), 0),
    ],
)
def test_events(rules: dict[str, RuleSpec], scopes: tuple[str, str], days: tuple[str, str], count: int) -> None:
    relations = [
        Relation(kind="occurrence", path=f"{at}.txt", start=0, end=9, scope=scope,
                 roles={"date": (Claim(kind="date", path=f"{at}.txt", identifier=day, text=day),)})
        for at, (scope, day) in enumerate(zip(scopes, days, strict=True))
    ]
    results = check_occurrences(rules["event-has-two-dates"], Ledger((), relations))
    assert sum(isinstance(result, Finding) for result in results) == count

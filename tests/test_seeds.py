"""The main job: what claimcheck must say, and must not say, about the five reports in `seeds/`."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck import check
from claimcheck.model.finding import Fact
from claimcheck.model.report import Report

SEEDS = Path(__file__).parent.parent / "seeds"
LAO_CAI = "lao-cai-conference-2023.txt"
NGHE_AN = "nghe-an-plenary-2023.txt"
OUR_PROVINCE = "bridge-point-of-our-province-2023.txt"
CAO_BANG = "cao-bang-review-2024.txt"
BILLION = Decimal(10) ** 9


def _reports_that_say(fact: Fact, value: Decimal) -> set[str]:
    return {path for path, claims in fact.cells.items() if any(claim.value == value for claim in claims)}


@pytest.fixture(scope="module")
def report() -> Report:
    return check([SEEDS])


def test_the_record_below_the_year_before_is_the_only_alarm(report: Report) -> None:
    (alarm,) = [finding for finding in report.findings if finding.severity != "note"]
    assert (alarm.severity, alarm.kind) == ("warning", "superlative")
    values = {claim.value for claim in alarm.claims}
    assert values == {Decimal("21.7") * BILLION, Decimal("23.2") * BILLION}
    assert {claim.path for claim in alarm.claims + alarm.repeats} == {CAO_BANG, LAO_CAI, OUR_PROVINCE}


@pytest.mark.parametrize(
    "value",
    [683 * BILLION, 28 * BILLION, Decimal("36.6") * BILLION, Decimal("32.1"), Decimal("23.2") * BILLION, Decimal(60)],
    ids=["turnover", "surplus", "FDI", "growth of FDI", "realised FDI", "activities"],
)
def test_figures_of_2023_are_shown_as_agreeing(report: Report, value: Decimal) -> None:
    (row,) = [fact for fact in report.facts if {LAO_CAI, OUR_PROVINCE} <= _reports_that_say(fact, value)]
    assert row.mark == "agrees"
    assert set(row.cells) == {LAO_CAI, OUR_PROVINCE}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (NGHE_AN, Decimal("1.6") * BILLION),
        (NGHE_AN, Decimal("3.11") * BILLION),
        (NGHE_AN, Decimal("22.6")),
        (NGHE_AN, Decimal("147")),
        (LAO_CAI, Decimal("2.1") * BILLION),
        (CAO_BANG, Decimal("31.4") * BILLION),
        (CAO_BANG, 800 * BILLION),
        (CAO_BANG, Decimal("170")),
        (CAO_BANG, Decimal("400")),
    ],
)
def test_figures_of_one_report_stand_alone(report: Report, path: str, value: Decimal) -> None:
    rows = [fact for fact in report.facts if path in _reports_that_say(fact, value)]
    assert all(set(fact.cells) == {path} for fact in rows)


def test_page_furniture_yields_no_claims(report: Report) -> None:
    text = (SEEDS / CAO_BANG).read_text(encoding="utf-8")
    end_of_furniture = text.index("Login")
    assert [claim.text for claim in report.claims if claim.path == CAO_BANG and claim.start < end_of_furniture] == []
    assert [claim.text for claim in report.claims if "Comment" in claim.text or claim.text == "0"] == []

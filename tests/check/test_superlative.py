"""Records: at least as high as everything comparable before."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.check import check_claims
from claimcheck.model.claim import Claim, Resolution
from claimcheck.model.finding import Finding
from tests.check.claims import RULES, figure, record


def run(*claims: Claim, scope: str = "ever", direction: str = "highest") -> tuple[Finding, ...]:
    """The first claim is the record."""
    return check_claims(Resolution(claims=claims, relations=(record(claims[0], scope, direction),)), RULES).findings


def test_an_earlier_higher_figure_refutes_a_record() -> None:
    (finding,) = run(figure("b", 217, period="2024"), figure("a", 232))
    assert (finding.kind, finding.severity) == ("superlative", "error")


def test_a_refuted_record_is_reported_once() -> None:
    (finding,) = run(figure("c", 217, period="2024"), figure("a", 232), figure("b", 232))
    assert len(finding.claims) == 2
    assert len(finding.repeats) == 1


@pytest.mark.parametrize("fields", [
    {"period": "2025"}, {"period": "2023-01/2023-11"}, {"period": None}, {"subject": "Lao Cai"}, {"metric": "imports"},
    {"status": "target"},
], ids=str)
def test_other_figures_refute_nothing(fields: dict[str, Any]) -> None:
    assert not run(figure("b", 217, period="2024"), figure("a", 232, **fields))


def test_a_low_is_refuted_from_below() -> None:
    low = figure("b", 217, period="2024")
    assert run(low, figure("a", 200), direction="lowest")
    assert not run(low, figure("a", 232), direction="lowest")


def test_scope_limits_a_record() -> None:
    claims = figure("b", 217, period="2024"), figure("a", 232, period="2008")
    assert run(*claims, scope="since 1983")
    assert not run(*claims, scope="since 2009")
    assert not run(*claims, scope="of the season")


@pytest.mark.parametrize(("scope", "found"), [
    ("ever in Vietnam", 1), ("on record in Ha Giang", 1), ("ever in Laos", 0), ("ever of the season", 0),
])
def test_a_record_of_the_own_place_or_nation_is_unlimited_there(scope: str, found: int) -> None:
    record_claim = figure("b", 217, period="2024", nation="Vietnam")
    assert len(run(record_claim, figure("a", 232, nation="Vietnam"), scope=scope)) == found


def test_a_record_of_the_nation_takes_in_every_place() -> None:
    record_claim = figure("b", 217, period="2024", nation="Vietnam")
    rival = figure("a", 232, subject="Ca Mau", nation="Vietnam")
    assert not run(record_claim, rival, scope="ever")
    assert len(run(record_claim, rival, scope="ever in Vietnam")) == 1

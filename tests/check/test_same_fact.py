"""Figures of one fact: what conflicts, what agrees, what never meets."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from claimcheck.check import check_claims
from claimcheck.model.claim import Claim, Resolution
from claimcheck.model.finding import CheckResult
from tests.check.claims import RULES, figure


def run(*claims: Claim) -> CheckResult:
    return check_claims(Resolution(claims=claims), RULES)


def test_one_fact_with_two_values_is_an_error() -> None:
    (finding,) = run(figure("a", 311), figure("b", 331)).findings
    assert (finding.kind, finding.severity) == ("same-fact", "error")
    assert [claim.path for claim in finding.claims] == ["a", "b"]
    assert "Exports of Ha Giang in 2023" in finding.message


def test_figures_that_share_a_value_agree() -> None:
    result = run(figure("a", 311), figure("b", 310, slack=2))
    assert not result.findings
    assert [verdict.verdict for verdict in result.verdicts] == ["agrees"]
    assert result.facts[0].mark == "agrees"


def test_a_conflict_of_strict_readings_only_is_a_note() -> None:
    (finding,) = run(figure("a", 311), figure("b", 308, slack=4)).findings
    assert finding.severity == "note"


@pytest.mark.parametrize("fields", [
    {"metric": "imports"}, {"facets": ("goods",)}, {"subject": "Lao Cai"}, {"period": "2024"},
    {"period": "2023-01/2023-11"}, {"status": "target"}, {"status": "denied"}, {"role": "change"},
    {"measure": "VND"}, {"subject": None}, {"period": None}, {"place": "Meo Vac"},
], ids=str)
def test_different_things_never_meet(fields: dict[str, Any]) -> None:
    a = figure("a", 311, place="Ha Giang")
    assert not run(a, figure("b", 331, **fields)).findings


def test_an_inferred_part_makes_a_warning() -> None:
    (finding,) = run(figure("a", 311), figure("b", 331, sure=False)).findings
    assert finding.severity == "warning"


def test_an_estimate_against_an_outcome_is_a_warning() -> None:
    (finding,) = run(figure("a", 311), figure("b", 331, status="estimate")).findings
    assert finding.severity == "warning"


def test_one_story_may_leave_the_period_open() -> None:
    names = frozenset({"dong", "van"})
    (finding,) = run(figure("a", 311, story=names), figure("b", 331, story=names, period=None)).findings
    assert finding.severity == "warning"


def test_a_thousandfold_is_a_slip_of_scale() -> None:
    (finding,) = run(figure("a", 412), figure("b", 412_000)).findings
    assert finding.kind == "unit-scale"
    assert "1,000 times" in finding.message


def test_copies_are_one_witness() -> None:
    (finding,) = run(figure("a", 311), figure("b", 331), figure("c", 331), figure("d", 311)).findings
    assert {claim.path for claim in finding.repeats} == {"c", "d"}


def test_two_values_in_one_report_are_two_things() -> None:
    assert not run(figure("a", 311), figure("a", 331, at=5)).findings
    assert not run(figure("a", 311), figure("a", 331, at=50, phrase="goods sold")).findings


def test_what_met_nothing_is_listed_with_its_reason() -> None:
    result = run(figure("a", 311), figure("b", 331, subject=None), figure("c", 1, role="rank"))
    assert [why.reason for why in result.not_compared] == [
        "only one report says it", "the subject of the figure is not known",
        "a rank or a limit, which states no amount",
    ]


def test_a_figure_that_fits_both_hides_no_conflict_of_two_others() -> None:
    """What each of two figures shares with a third need not be shared by the two."""
    narrow = figure("b", Fraction(621, 2), slack=Fraction(5, 2))
    findings = run(figure("a", 300, slack=10), narrow, figure("c", 316, slack=5)).findings
    assert [{claim.path for claim in each.claims} for each in findings if each.severity != "note"] == [{"a", "c"}]


def test_figures_that_differ_are_not_said_to_agree() -> None:
    """A report that gives one name two values speaks against none, and for none."""
    result = run(figure("a", 311), figure("b", 311), figure("b", 200, at=50, phrase="goods sold abroad"))
    assert not result.findings
    assert {verdict.verdict for verdict in result.verdicts} == {"cannot-tell"}


def test_many_witnesses_of_one_fact_are_one_comparison() -> None:
    result = run(*(figure(f"report {number:04}", 331 if number == 7 else 311) for number in range(2_000)))
    (finding,) = result.findings
    assert len(finding.claims) == 2
    assert len(finding.repeats) == 1_998

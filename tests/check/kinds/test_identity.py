"""Identities between metrics: conflicts that no pair of figures shows."""

from __future__ import annotations

import pytest

from claimcheck.check.kinds.identity import check_identities
from claimcheck.check.ledger import Ledger
from claimcheck.errors import InputError
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.interval import Interval
from claimcheck.model.period import Period
from claimcheck.model.reading import Reading
from claimcheck.packs.load import load_packs
from claimcheck.packs.schema.rules import RuleSpec

(RULE,) = [rule for rule in load_packs().select(RuleSpec) if rule.id == "trade-figures-out-of-balance"]


def figure(
    metric: str, low: int, high: int, *, path: str = "", subject: str | None = "Norland", year: int = 2023
) -> Claim:
    interval = Interval.of(low, high)
    return Claim(
        path=path or f"{metric}.txt", text=f"{metric} {low}", metric=metric, subject=subject, measure="USD",
        period=Period.year(year), reading=Reading(interval, interval), role="level",
    )


def run(*claims: Claim) -> list[Finding | Verdict]:
    return list(check_identities(RULE, Ledger(claims, ())))


def test_three_figures_of_three_reports_conflict_and_a_fourth_that_fits_is_left_out() -> None:
    results = run(
        figure("foreign-trade", 682, 684),
        figure("trade-surplus", 27, 29),
        figure("exports", 340, 341),
        figure("imports", 326, 329),
    )
    (finding,) = [result for result in results if isinstance(result, Finding)]
    assert "exports" in [claim.metric for claim in finding.claims]
    assert len(finding.claims) == 3
    assert "must hold" in finding.explanation


def test_a_conflict_that_the_figure_of_another_report_cures_is_left_to_the_check_of_one_fact() -> None:
    slip = figure("foreign-trade", 340, 341, path="b.txt")
    rest = (figure("exports", 340, 341, path="a.txt"), figure("imports", 170, 171, path="a.txt"))
    assert any(isinstance(result, Finding) for result in run(*rest, slip))
    right = figure("foreign-trade", 510, 512, path="a.txt").model_copy(update={"period": None})
    assert not any(isinstance(result, Finding) for result in run(*rest, slip, right))


def test_figures_that_fit_agree() -> None:
    (result,) = run(figure("foreign-trade", 682, 684), figure("trade-surplus", 27, 29), figure("exports", 355, 356))
    assert isinstance(result, Verdict)
    assert result.verdict == "agrees"


def test_too_few_figures_are_not_said_to_agree() -> None:
    (result,) = run(figure("foreign-trade", 682, 684), figure("exports", 355, 356))
    assert isinstance(result, Verdict)
    assert result.verdict == "cannot-tell"


@pytest.mark.parametrize("other", [{"subject": "Sudland"}, {"subject": None}, {"year": 2022}])
def test_figures_of_other_subjects_and_periods_are_not_tied(other: dict[str, object]) -> None:
    results = run(
        figure("foreign-trade", 682, 684), figure("trade-surplus", 27, 29), figure("exports", 340, 341, **other)  # type: ignore[arg-type]
    )
    assert not [result for result in results if isinstance(result, Finding)]


def test_a_report_that_gives_one_metric_two_values_is_not_held_to_either() -> None:
    results = run(
        figure("foreign-trade", 682, 684),
        figure("trade-surplus", 27, 29),
        figure("exports", 340, 341, path="a.txt"),
        figure("exports", 90, 91, path="a.txt"),
    )
    assert not [result for result in results if isinstance(result, Finding)]


@pytest.mark.parametrize("formulas", [["exports == sum(imports)"], ["exports = imports"], []])
def test_a_formula_that_is_no_identity_is_the_rule_writers_error(formulas: list[str]) -> None:
    broken = RULE.model_copy(update={"when": {"formulas": tuple(formulas)}})
    with pytest.raises(InputError, match="trade-figures-out-of-balance"):
        list(check_identities(broken, Ledger((), ())))


def test_a_quotient_joins_percentages_to_each_other_measure_and_no_two_of_these() -> None:
    (margins,) = [rule for rule in load_packs().select(RuleSpec) if rule.id == "margins-contradict-profits"]
    revenue, profit = figure("revenue", 400, 401), figure("operating-profit", 50, 51)
    margin = figure("operating-margin", 15, 16).model_copy(update={"measure": "percent"})

    def found(*claims: Claim) -> list[Finding]:
        return [each for each in check_identities(margins, Ledger(claims, ())) if isinstance(each, Finding)]

    assert [len(finding.claims) for finding in found(revenue, profit, margin)] == [3]
    assert not found(revenue, profit, figure("operating-margin", 12, 13).model_copy(update={"measure": "percent"}))
    assert not found(revenue, profit.model_copy(update={"measure": "EUR"}), margin)

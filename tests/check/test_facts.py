"""Rows of the consistency table: what each report says, and how they compare."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.check import check_claims
from claimcheck.model.claim import Claim, Resolution
from claimcheck.model.finding import Fact
from tests.check.claims import RULES, figure, record


def rows(*claims: Claim) -> tuple[Fact, ...]:
    return check_claims(Resolution(claims=claims), RULES).facts


@pytest.mark.parametrize(("second", "mark"), [(311, "agrees"), (331, "conflicts")])
def test_two_reports_of_one_fact(second: int, mark: str) -> None:
    (row,) = rows(figure("a", 311), figure("b", second))
    assert row.mark == mark
    assert list(row.cells) == ["a", "b"]
    assert (row.metric, row.subject, row.period) == ("exports", "Ha Giang", "2023")


def test_other_subjects_and_years_have_rows_of_their_own() -> None:
    facts = rows(figure("a", 311), figure("b", 331, subject="Lao Cai"), figure("c", 351, period="2024"))
    assert [fact.mark for fact in facts] == ["said once"] * 3


def test_values_that_differ_without_a_finding_cannot_be_told() -> None:
    (row,) = rows(figure("a", 311, subject=None), figure("b", 331, subject=None))
    assert row.mark == "cannot tell"


def test_figures_of_nobody_have_rows_of_their_own_in_reports_of_many_stories() -> None:
    others = [figure(path, 500 + at, metric="imports") for at, path in enumerate("defg")]
    facts = rows(figure("a", 311, subject=None), figure("b", 331, subject=None), *others)
    assert [tuple(fact.cells) for fact in facts][-2:] == [("a",), ("b",)]


def test_reports_of_one_story_keep_figures_of_nobody_in_one_row() -> None:
    named: dict[str, Any] = {"story": frozenset({"selm", "torrau"}), "subject": None}
    others = [figure(path, 500 + at, metric="imports") for at, path in enumerate("defg")]
    facts = rows(figure("a", 311, **named), figure("b", 331, **named), *others)
    assert [tuple(fact.cells) for fact in facts][-1:] == [("a", "b")]


def test_a_refuted_record_does_not_spoil_the_earlier_figure() -> None:
    high = figure("c", 217, period="2024")
    resolution = Resolution(claims=(high, figure("a", 232), figure("b", 232)), relations=(record(high),))
    result = check_claims(resolution, RULES)
    assert len(result.findings) == 1
    assert result.facts[0].mark == "agrees"

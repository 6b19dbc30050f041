"""What tables work out: it comes out, it misses by a rounding, or it cannot be."""

from __future__ import annotations

import pytest

from claimcheck.model.report import Report
from claimcheck.pipeline import check_texts

ROWS = """Landed (in thousands of tonnes),2021,2022,2023
Herring,4210,3977,4044
Mackerel,1188,1402,1390
Cod,655,618,701
Total,6053,5997,{total}
"""
RULES = ("table-total-contradicts-parts", "table-rate-contradicts-columns")


def _told(report: Report) -> list[tuple[str, str]]:
    return [(found.severity, found.claims[0].text) for found in report.findings if found.rule in RULES]


def _checked(total: str) -> Report:
    return check_texts({"a.csv": ROWS.format(total=total)})


def test_what_comes_out_is_told_with_its_parts() -> None:
    report = _checked("6135")
    assert _told(report) == []
    agreed = [each for each in report.verdicts if each.rule in RULES and each.verdict == "agrees"]
    assert {each.claims[0].text for each in agreed} == {"6053", "5997", "6135"}
    assert {claim.text for each in agreed for claim in each.claims} >= {"4044", "1390", "701"}


@pytest.mark.parametrize("total", ["6153", "6235", "6315", "1635"])
def test_a_slip_is_an_error(total: str) -> None:
    assert _told(_checked(total)) == [("error", total)]


def test_a_gap_of_one_step_is_a_note() -> None:
    assert _told(_checked("6136")) == [("note", "6136")]


def test_a_gap_of_one_step_stands_out_where_all_else_comes_out() -> None:
    more = "".join(f"{name},{n},{n + 40},{n + 90}\n" for name, n in (("Crabs", 210), ("Prawns", 302), ("Clams", 77)))
    plants = "Kelp,30,28,25\nSeaweed,12,15,16\nTotal plants,42,43,41\n"
    rows = ROWS.format(total="6135") + more + "Total shellfish,589,709,860\n" + plants
    assert _told(check_texts({"a.csv": rows})) == [("warning", "860")]


def test_the_message_names_the_sum() -> None:
    (found,) = [each for each in _checked("6153").findings if each.rule in RULES]
    assert found.message.endswith("should be 6135: 4044 + 1390 + 701.")
    assert found.kind == "total"


def test_the_scale_of_the_words_changes_no_verdict() -> None:
    rows = ROWS.format(total="6153")
    plain = rows.replace("(in thousands of tonnes)", "(tonnes)")
    assert _told(check_texts({"a.csv": rows})) == _told(check_texts({"a.csv": plain}))


def test_a_total_with_other_parts_than_shown_is_no_finding() -> None:
    assert _told(_checked("9408")) == []

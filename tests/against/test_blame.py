from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.api import check
from claimcheck.model.finding import Finding
from claimcheck.model.fingerprint import fingerprint
from claimcheck.model.report import Report

HEAD = "metric,subject,value,period,source\n"
EXPORTS = "exports,Laos,3.5 billion USD,2023,\n"
LOW = "Exports of Laos reached 3.2 billion USD in 2023."
RIGHT = "Laos' exports stood at 3.5 billion USD in 2023."
HIGH = "In 2023 exports of Laos came to 3.9 billion USD."


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _against(rows: str, **texts: str) -> Report:
    Path("figures.csv").write_text(HEAD + rows, encoding="utf-8")
    return check(texts=texts, against=["figures.csv"])


def _verdict(finding: Finding) -> str:
    return finding.message.rpartition("; ")[2]


def test_a_report_that_contradicts_the_record_is_named() -> None:
    (finding,) = _against(EXPORTS, a=LOW).findings
    assert finding.message == (
        "Exports of Laos in 2023: “3.2 billion USD” (a:1) and “3.5 billion USD” (figures.csv:2) cannot both hold; "
        "a contradicts the record, which says “3.5 billion USD” (figures.csv:2).")
    assert [claim.location for claim in finding.claims] == ["a:1:25", "figures.csv:2:14"]


def test_a_report_that_agrees_with_the_record_is_not_blamed() -> None:
    report = _against(EXPORTS, a=LOW, b=RIGHT)
    assert [_verdict(each) for each in report.findings] == [
        "a contradicts the record, which says “3.5 billion USD” (figures.csv:2)."]
    assert [claim.path for claim in report.findings[0].claims] == ["a", "b", "figures.csv"]
    assert _against(EXPORTS, b=RIGHT).findings == ()


def test_every_report_that_repeats_the_error_is_named() -> None:
    report = _against(EXPORTS, a=LOW, c="The exports of Laos were 3.2 billion USD in 2023, a minister told students.")
    assert [_verdict(each) for each in report.findings] == [
        "a and c contradict the record, which says “3.5 billion USD” (figures.csv:2)."]


def test_where_two_reports_differ_the_record_says_who_is_wrong() -> None:
    told = {frozenset(claim.path for claim in each.claims): _verdict(each)
            for each in _against(EXPORTS, a=LOW, b=RIGHT, c=HIGH).findings}
    says = "the record, which says “3.5 billion USD” (figures.csv:2)."
    assert told == {
        frozenset({"a", "b", "figures.csv"}): f"a contradicts {says}",
        frozenset({"b", "c", "figures.csv"}): f"c contradicts {says}",
        frozenset({"a", "c", "figures.csv"}): f"a and c contradict {says}",
    }


def test_a_report_that_agrees_with_the_record_in_other_digits_is_not_blamed() -> None:
    findings = _against("exports,Laos,3.47 billion USD,2023,\n", a=LOW, b=RIGHT).findings
    assert [_verdict(each) for each in findings] == [
        "a contradicts the record, which says “3.47 billion USD” (figures.csv:2)."]


def test_the_source_of_the_record_is_told() -> None:
    (finding,) = _against('exports,Laos,3.5 billion USD,2023,"Customs, 2024"\n', a=LOW).findings
    assert finding.message.endswith("which says “3.5 billion USD” (figures.csv:2), source: Customs, 2024.")


def test_other_facts_are_as_they_were() -> None:
    texts = {"a": "Imports of Laos were 4 billion USD in 2023.", "b": "In 2023 imports of Laos came to 5 billion USD."}
    alone, held = check(texts=texts), _against(EXPORTS, **texts)
    assert alone.findings == held.findings
    assert alone.claims == held.claims
    assert alone.not_compared == held.not_compared


def test_a_record_that_contradicts_itself_is_no_finding_about_reports() -> None:
    report = _against(EXPORTS + "exports,Laos,3.1 billion USD,2023,\n", b="Rain fell on Vientiane on Friday.")
    assert report.findings == ()
    (notice,) = report.notices
    assert (notice.topic, notice.location) == ("record-contradicts-itself", "figures.csv:2:14")
    assert "“3.5 billion USD” (figures.csv:2) and “3.1 billion USD” (figures.csv:3) cannot both hold" in notice.message


def test_rows_of_other_years_places_and_kinds_do_not_contradict_each_other() -> None:
    report = _against(EXPORTS + "exports,Laos,3.1 billion USD,2022,\nexports,Peru,60 billion USD,2023,\n"
                      "imports,Laos,5 billion USD,2023,\n", b=RIGHT)
    assert (report.findings, report.notices) == ((), ())


def test_a_rate_is_held_against_two_levels_of_the_record() -> None:
    levels = "exports,Laos,3.00 billion USD,2022,\nexports,Laos,3.60 billion USD,2023,\n"
    right = "Exports of Laos grew 20 percent to 3.6 billion USD in 2023 from 3 billion USD in 2022."
    assert _against(levels, a=right).findings == ()
    wrong = "Exports of Laos grew 20 percent to 4.8 billion USD in 2023 from 4 billion USD in 2022."
    findings = _against(levels, a=wrong).findings
    assert findings
    assert all(_verdict(each).startswith("a contradicts the record, which says") for each in findings)


def test_the_record_is_a_column_of_the_table_and_no_report() -> None:
    report = _against(EXPORTS, a=LOW)
    assert (report.documents, report.record, report.tellers) == (("a",), ("figures.csv",), ("a", "figures.csv"))
    assert [claim.path for claim in report.claims if claim.path == "figures.csv"] == []
    assert report.sources["figures.csv"] == HEAD + EXPORTS


def test_a_file_of_the_record_is_not_read_as_a_report() -> None:
    Path("figures.csv").write_text(HEAD + EXPORTS, encoding="utf-8")
    Path("a.txt").write_text(LOW, encoding="utf-8")
    report = check([Path()], against=["figures.csv"])
    assert report.documents == ("a.txt",)
    assert len(report.findings) == 1


def test_problems_of_the_record_are_diagnostics_and_the_rest_is_checked() -> None:
    report = _against("exports,Laos,many,2023,\n" + EXPORTS, a=LOW)
    assert [(each.path, each.reason) for each in report.diagnostics] == [
        ("figures.csv:2:14", "column 'value': 'many' states no figure")]
    assert len(report.findings) == 1


def test_a_finding_keeps_its_name_when_rows_move() -> None:
    (before,) = _against(EXPORTS, a=LOW).findings
    (after,) = _against("imports,Peru,9 billion USD,2020,\n" + EXPORTS, a=LOW).findings
    assert fingerprint(before) == fingerprint(after)

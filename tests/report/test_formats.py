"""What the formats for programs owe their readers, judged by schemas and parsers that are not ours."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, TestCase

from claimcheck.model.claim import Claim
from claimcheck.model.fingerprint import FINGERPRINT_VERSION, fingerprint
from claimcheck.model.manual import RulePage
from claimcheck.model.report import Report
from claimcheck.model.silence import Notice, Silenced
from claimcheck.report import FORMATS, render_report
from claimcheck.report.look import Look
from tests.report import built

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
ODD_PATH = "q3, draft: 50% (ü).md"
NO_UNICODE = os.fsdecode(b"caf\xe9.txt")
ODD_TEXT = "1,2: 3%\n<b>|*_`&\x00\x1b[31m ]]> ::error::"
ON_PAGE = built.RIGHT.model_copy(update={"path": "b.pdf", "part": "page 3", "line": 812, "column": 4})
IN_CELL = built.RIGHT.model_copy(update={"path": "budget.xlsx", "part": "sheet Plan, cell B7"})
PAGE = RulePage(id="figure-contradicts-figure", kind="same-fact", severity="error", what="Two figures.\n",
                why="One is wrong.", settle="Ask.", limits="None.")
NOTICE = Notice(topic="ignore-unused", path="a.txt", line=2, column=5, message="silences nothing")


@cache
def _validator() -> Any:
    return jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def _sarif(report: Report, **look: Any) -> dict[str, Any]:
    log = json.loads(render_report(report, "sarif", Look(**look)))
    _validator().validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def _odd() -> Report:
    """A report with everything that could go wrong in a format, and files without lines."""
    odd = built.LEFT.model_copy(update={"path": ODD_PATH, "text": ODD_TEXT})
    findings = (
        built.finding(claims=(odd, ON_PAGE), message=ODD_TEXT, explanation=f"{ODD_TEXT}\n{ODD_TEXT}", hint=ODD_TEXT),
        built.finding(claims=(IN_CELL, built.LEFT), severity="warning", repeats=(ON_PAGE,)),
        built.finding(claims=(ON_PAGE,), severity="note"),
    )
    return built.report(findings=findings, rules=(PAGE,), notices=(NOTICE,), diagnostics=(built.diagnostic(),))


def test_sarif_holds_to_the_official_schema_whatever_is_in_it() -> None:
    for report in (built.report(), _odd(), built.report(findings=())):
        for everything in (False, True):
            _sarif(report, everything=everything)


def test_the_schema_would_notice() -> None:
    with pytest.raises(jsonschema.ValidationError):
        _validator().validate({"version": "2.1.0", "runs": [{"tool": {}}]})


def test_sarif_names_the_place_of_each_claim() -> None:
    (result,) = _sarif(built.report(), folder="reports")["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "reports/a.txt"
    line = built.A.split("\n")[place["region"]["startLine"] - 1]
    start, end = place["region"]["startColumn"], place["region"]["endColumn"]
    assert line[start - 1 : end - 1] == built.LEFT.text == place["region"]["snippet"]["text"]
    (other,) = result["relatedLocations"]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "reports/b.txt"
    mark = fingerprint(built.finding())
    assert result["partialFingerprints"] == {FINGERPRINT_VERSION: mark, "primaryLocationLineHash": mark}


def test_sarif_names_the_part_of_a_file_without_lines() -> None:
    results = _sarif(_odd())["results"]
    place = results[1]["locations"][0]
    assert place["logicalLocations"][0]["name"] == "sheet Plan, cell B7"
    assert "region" not in place["physicalLocation"]
    assert unquote(results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == ODD_PATH


def test_sarif_gives_rules_with_help_and_notifications() -> None:
    run = _sarif(_odd())
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["help"]["text"].split("\n\n")[1]) == (PAGE.id, "How to settle it: Ask.")
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert len(invocation["toolExecutionNotifications"]) == len(invocation["toolConfigurationNotifications"]) == 1


def test_sarif_keeps_what_is_silenced_as_suppressed() -> None:
    silenced = (Silenced(finding=built.finding(claims=(ON_PAGE,)), by="comment", reason="an old edition"),)
    told, hidden = _sarif(built.report(silenced=silenced))["results"]
    assert told["suppressions"] == []
    assert hidden["suppressions"] == [{"kind": "inSource", "justification": "an old edition"}]


def _commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands, read as the runner of GitHub reads them."""
    told = []
    for line in text.removesuffix("\n").split("\n"):
        match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
        assert match, line
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        plain = {name: _unescaped(value, "%3A", "%2C", "%0D", "%0A") for name, value in properties.items()}
        told.append((match[1], plain, _unescaped(match[3], "%0D", "%0A")))
    return told


def _unescaped(text: str, *marks: str) -> str:
    for mark in (*marks, "%25"):
        text = text.replace(mark, chr(int(mark[1:], 16)))
    return text


def test_github_commands_can_be_read_back() -> None:
    first, second, notice, unread = _commands(render_report(_odd(), "github"))
    assert first[0] == "error"
    assert first[1]["file"] == ODD_PATH
    assert first[2].startswith(f"{ODD_TEXT}\n")
    assert second[:2] == ("warning", {"file": "budget.xlsx", "title": "figure-contradicts-figure"})
    assert "budget.xlsx, sheet Plan, cell B7: US$2.84 billion" in second[2]
    assert notice == ("notice", {"file": "a.txt", "line": "2", "col": "5", "title": NOTICE.topic}, NOTICE.message)
    assert unread[1]["file"] == "d.bin"


def test_github_marks_the_quotation() -> None:
    ((_, place, _),) = _commands(render_report(built.report(), "github", Look(folder="x")))
    line = built.A.split("\n")[int(place["line"]) - 1]
    assert line[int(place["col"]) - 1 : int(place["endColumn"]) - 1] == built.LEFT.text
    assert place["file"] == "x/a.txt"


def test_gitlab_has_the_documented_fields() -> None:
    entries = json.loads(render_report(_odd(), "gitlab", Look(everything=True, folder="./reports")))
    assert [entry["severity"] for entry in entries] == ["major", "minor", "info"]
    for entry in entries:
        assert entry.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert re.fullmatch("reports/[^/]+", entry["location"]["path"])
        assert entry["location"]["lines"]["begin"] >= 1
    assert len({entry["fingerprint"] for entry in entries}) == 3
    assert "budget.xlsx, sheet Plan, cell B7" in entries[1]["description"]


def test_junit_is_read_by_a_parser_of_junit() -> None:
    (suite,) = JUnitXml.fromstring(render_report(_odd(), "junit", Look(folder="x")).encode())
    cases = [case for case in suite if isinstance(case, TestCase)]
    results = [type(case.result[0]) if case.result else None for case in cases]
    assert results == [Failure, Failure, Error, None, None]
    assert (suite.tests, suite.failures, suite.errors) == (5, 2, 1)
    assert [case.classname for case in cases][:2] == [f"x/{ODD_PATH}", "x/budget.xlsx"]
    assert "2.84 billion" in str(cases[1].result[0].text)


def test_jsonl_is_one_object_a_line() -> None:
    lines = [json.loads(line) for line in render_report(_odd(), "jsonl").splitlines()]
    assert [line["type"] for line in lines] == ["finding", "finding", "notice", "diagnostic"]
    assert lines[0]["claims"][1]["part"] == "page 3"
    assert lines[0]["fingerprint"] == fingerprint(_odd().findings[0])


def test_concise_has_a_line_for_each_finding() -> None:
    (line,) = render_report(built.report(), "concise", Look(folder="x")).splitlines()
    assert re.match(r"x/a\.txt:3:\d+: error figure-contradicts-figure exports of .* \[against b\.txt:1:\d+\]$", line)
    second = render_report(_odd(), "concise").splitlines()[1]
    assert second.startswith("budget.xlsx, sheet Plan, cell B7: warning ")


def test_markdown_shows_what_is_no_markup() -> None:
    page = render_report(_odd(), "markdown")
    assert page.startswith("## claimcheck: 1 error, 1 warning in 3 reports")
    assert not re.search(r"(?<!\\)<b", page)
    assert "`budget.xlsx, sheet Plan, cell B7` “US\\$2.84 billion”" in page
    assert "- `a.txt:2:5` silences nothing" in page


def test_without_findings_every_format_is_whole() -> None:
    empty = built.report(findings=(), diagnostics=())
    assert render_report(empty, "concise") == render_report(empty, "github") == render_report(empty, "jsonl") == ""
    assert json.loads(render_report(empty, "gitlab")) == []
    (suite,) = JUnitXml.fromstring(render_report(empty, "junit").encode())
    assert (suite.tests, suite.failures) == (3, 0)


@pytest.mark.law
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(text=st.text(min_size=1), path=st.text(min_size=1).filter(lambda name: "\x00" not in name))
def test_no_text_breaks_a_format(text: str, path: str) -> None:
    claim = Claim(path=path, text=text, metric=text)
    report = built.report(
        findings=(built.finding(claims=(claim, built.LEFT), message=text, explanation=text, hint=text),),
        sources={path: text, **built.SOURCES},
    )
    rendered = {form: render_report(report, form) for form in FORMATS}
    _validator().validate(json.loads(rendered["sarif"]))
    assert len(json.loads(rendered["gitlab"])) == 1
    assert len(rendered["concise"].split("\n")) == len(rendered["jsonl"].split("\n")) == 2
    ((_, place, message),) = _commands(rendered["github"])
    assert message.startswith(text)
    assert place["file"] == Look().file(path)
    JUnitXml.fromstring(rendered["junit"].encode())


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_may_be_called_by_any_bytes(form: str) -> None:
    strange = built.LEFT.model_copy(update={"path": NO_UNICODE})
    report = built.report(findings=(built.finding(claims=(strange, built.RIGHT)),), sources={NO_UNICODE: built.A})
    rendered = render_report(report, form).encode("utf-8", "backslashreplace")
    if form == "sarif":
        (result,) = json.loads(rendered)["runs"][0]["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "caf%E9.txt"

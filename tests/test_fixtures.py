"""Every case of `fixtures/`: what must be found is found, nothing else is, and what is known to fail still fails."""

from __future__ import annotations

import re

import pytest

from claimcheck import check
from claimcheck.model.finding import Finding
from tests.corpora import Case, Mark, answers, cases

CASES = cases()
_PLACE = re.compile(r"” \([^()]*:\d+\)")


def _alarms(case: Case) -> list[Finding]:
    report = check(list(case.reports.values()))
    return [finding for finding in report.findings if finding.severity != "note"]


def _told(finding: Finding) -> str:
    quotes = " | ".join(claim.text for claim in finding.claims)
    return f"{finding.severity} {finding.rule} ({finding.kind}): {quotes} - {finding.message}"


def _problems(case: Case, alarms: list[Finding]) -> list[str]:
    def raised(mark: Mark) -> bool:
        return any(answers(alarm, case, mark) for alarm in alarms)

    marks = case.marks
    problems = [f"not found: {mark.because}" for mark in marks.find if not raised(mark)]
    problems += [f"found at last, promote me to find: {mark.because}" for mark in marks.known_miss if raised(mark)]
    problems += [f"silent now, take me away: {mark.because}" for mark in marks.known_false_alarm if not raised(mark)]
    problems += [
        f"wrong hint: {alarm.hint}" for mark in marks.find if mark.hint is not None
        for alarm in alarms if answers(alarm, case, mark) and _PLACE.sub("”", alarm.hint or "") != mark.hint
    ]
    expected = marks.find + marks.known_miss + marks.known_false_alarm
    problems += [
        f"false alarm: {_told(alarm)}" for alarm in alarms if not any(answers(alarm, case, mark) for mark in expected)
    ]
    return problems


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    problems = _problems(case, _alarms(case))
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_is_well_formed(case: Case) -> None:
    marks = case.marks
    assert marks.find or marks.silent or marks.known_miss or marks.known_false_alarm, "a case needs a mark"
    assert len(case.reports) >= 2, "a case needs two reports"
    named = {place.file for mark in marks.find + marks.known_miss + marks.known_false_alarm for place in mark.quotes}
    assert named <= set(case.reports)


def test_cases_are_many_and_varied() -> None:
    finds = [case for case in CASES if case.marks.find]
    silences = [case for case in CASES if case.marks.silent]
    assert sum(len(case.marks.find) for case in finds) >= 25
    assert len(silences) >= 25
    assert len({case.domain for case in finds}) >= 6
    assert sum(bool(mark.hint) for case in finds for mark in case.marks.find) >= 8
    assert sum(mark.hint == "" for case in finds for mark in case.marks.find) >= 3
    assert len({case.domain for case in silences}) >= 6

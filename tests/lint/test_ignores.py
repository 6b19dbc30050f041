from __future__ import annotations

from claimcheck.api import check
from claimcheck.lint import judged
from claimcheck.lint.config import Config
from claimcheck.model.report import Report
from claimcheck.packs.load import load_packs
from claimcheck.packs.schema.rules import RuleSpec

RULES = load_packs().select(RuleSpec)
A = "Exports of Laos reached 3.1 billion USD in 2023."
B = "In 2023 exports of Laos reached 4.2 billion USD."


def _judged(a: str, b: str = B, **settings: object) -> Report:
    return judged(check(texts={"a.md": a, "b.md": b}), Config.model_validate(settings), RULES)


def _topics(report: Report) -> list[str]:
    return [notice.topic for notice in report.notices]


def test_a_comment_at_either_claim_silences() -> None:
    inline, below = "[claimcheck: ignore same-fact because x]", "<!-- claimcheck: ignore same because x -->"
    for a, b in ((f"{A} {inline}", B), (A, f"{B}\n{below}")):
        report = _judged(a, b)
        assert not report.findings
        assert not report.notices
        ((silenced),) = report.silenced
        assert (silenced.by, silenced.reason, silenced.finding.kind) == ("comment", "x", "same-fact")


def test_without_a_reason_nothing_is_silenced() -> None:
    report = _judged(f"{A} [claimcheck: ignore same-fact]")
    assert len(report.findings) == 1
    assert _topics(report) == ["ignore-without-reason"]
    assert report.notices[0].location == f"a.md:1:{len(A) + 2}"


def test_what_silences_nothing_is_told() -> None:
    elsewhere = _judged(f"It rained. [claimcheck: ignore same-fact because x]\n\n{A}")
    other_rule = _judged(f"{A} [claimcheck: ignore total because x]")
    for report in (elsewhere, other_rule):
        assert len(report.findings) == 1
        assert _topics(report) == ["ignore-unused"]


def test_a_comment_on_a_rule_that_is_not_asked_for_is_not_called_unused() -> None:
    assert _judged(f"{A} [claimcheck: ignore total because x]", select=("same-fact",)).notices == ()
    assert _judged(f"{A} [claimcheck: ignore total because x]", ignore=("total",)).notices == ()


def test_what_cannot_be_understood_is_told() -> None:
    report = _judged(f"{A} [claimcheck: ignore xotal because x] [claimcheck: be quiet]")
    assert _topics(report) == ["ignore-of-no-rule", "ignore-unreadable"]
    assert "did you mean total" in report.notices[0].message


def test_severity_decides_last() -> None:
    report = _judged(f"{A} [claimcheck: ignore same-fact because x]", min_severity="error")
    assert report.notices == ()
    assert {each.finding.severity for each in report.silenced} <= {"error"}

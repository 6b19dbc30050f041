"""Reports of a series: what a later one says replaces what an earlier one said."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import cli
from claimcheck.api import check
from claimcheck.lint import Config, judged
from claimcheck.model.report import Report
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.pipeline import packs_of

LOW = "Exports of Laos reached 3.2 billion USD in 2023."
HIGH = "In 2023 exports of Laos came to 3.9 billion USD."
SERIES = ("bulletin-*",)


def _dated(day: int, text: str) -> str:
    return f"VIENTIANE, {day} May 2024 - {text}"


def _judged(texts: dict[str, str], *patterns: str) -> Report:
    return judged(check(texts=texts), Config(supersede=patterns), packs_of().select(RuleSpec))


@pytest.mark.parametrize(("one", "other"), [(LOW, HIGH), (HIGH, LOW)])
def test_the_later_report_of_a_series_replaces_the_earlier(one: str, other: str) -> None:
    report = _judged({"bulletin-1": _dated(3, one), "bulletin-2": _dated(9, other)}, *SERIES)
    (hidden,) = report.silenced
    assert (report.findings, hidden.by) == ((), "date")
    assert hidden.reason == "bulletin-2 of 2024-05-09 supersedes bulletin-1 of 2024-05-03"


@pytest.mark.parametrize("texts", [
    {"bulletin-1": _dated(3, LOW), "letter": _dated(9, HIGH)},
    {"bulletin-1": _dated(3, LOW), "bulletin-2": _dated(3, HIGH)},
    {"bulletin-1": _dated(3, LOW), "bulletin-2": HIGH},
    {"bulletin-1": _dated(3, "The bridge is 150 km (39 miles) long.")},
])
def test_nothing_else_is_replaced(texts: dict[str, str]) -> None:
    report = _judged(texts, *SERIES)
    assert (len(report.findings), report.silenced) == (1, ())


def test_what_a_report_beyond_the_series_repeats_stands() -> None:
    texts = {"bulletin-1": _dated(3, LOW), "bulletin-2": _dated(9, HIGH), "letter": _dated(4, LOW)}
    assert len(_judged(texts, *SERIES).findings) == 1
    assert _judged(texts, "letter", *SERIES).findings
    assert not _judged(texts, "bulletin-*", "*").findings


def test_nothing_is_replaced_unasked() -> None:
    assert len(_judged({"bulletin-1": _dated(3, LOW), "bulletin-2": _dated(9, HIGH)}).findings) == 1


def test_the_command_line_and_settings_name_series(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bulletin-1.txt").write_text(_dated(3, LOW), encoding="utf-8")
    (tmp_path / "bulletin-2.txt").write_text(HIGH, encoding="utf-8")
    given = [str(tmp_path), "--format", "text"]
    assert cli.main([*given, "--supersede", "bulletin-*"]) == 1
    dated = [*given, "--date", "2024-06-01"]
    assert cli.main([*dated, "--supersede", "bulletin-*"]) == 0
    assert "1 finding silenced" in capsys.readouterr().out
    (tmp_path / "claimcheck.toml").write_text('supersede = "bulletin-*"', encoding="utf-8")
    assert cli.main([*dated, "--all"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "(date: bulletin-2.txt of 2024-06-01 supersedes bulletin-1.txt of 2024-05-03)" in told

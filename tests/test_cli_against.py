"""`--against`: reports held against files of trusted figures, from the command line and from settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck import cli
from claimcheck.session import Session

HEAD = "metric,subject,value,period\n"
ROW = "exports,Laos,3.5 billion USD,2023\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a report that the figures beside it contradict, to run in."""
    (tmp_path / "a.md").write_text("Exports of Laos reached 3.2 billion USD in 2023.\n", encoding="utf-8")
    (tmp_path / "figures.csv").write_text(HEAD + ROW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def _run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = cli.main([*argv])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_the_report_is_named_and_the_row_quoted(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = _run(capsys, "a.md", "--against", "figures.csv")
    assert (code, err) == (1, "")
    assert "a.md contradicts the record, which says “3.5 billion USD” (figures.csv:2)." in " ".join(out.split())
    assert "figures.csv:2:14   exports,Laos,«3.5 billion USD»,2023" in out
    assert "1 error in 1 report: 1 claim" in out
    assert _run(capsys, "a.md")[0] == 0


def test_settings_may_name_the_record(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "claimcheck.toml").write_text('against = "figures.csv"', encoding="utf-8")
    assert _run(capsys, "a.md")[0] == 1
    assert 'against = ["' in _run(capsys, "a.md", "--show-config")[1]


def test_a_bad_row_is_told_of_and_the_others_count(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "figures.csv").write_text(HEAD + "exports,Laos,many,2023\n" + ROW, encoding="utf-8")
    code, out, err = _run(capsys, "a.md", "--against", "figures.csv", "--format", "concise")
    assert (code, err) == (2, "claimcheck: figures.csv:2:14: column 'value': 'many' states no figure\n")
    assert "a.md contradicts the record" in out


def test_a_record_among_the_reports_is_no_report(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, ".", "--against", "figures.csv", "--format", "text")
    assert code == 1
    assert "1 error in 1 report: 1 claim" in out


def test_claims_of_a_run_may_be_the_record_of_another(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = json.loads(_run(capsys, "a.md", "--format", "json")[1])["claims"]
    (folder / "old.jsonl").write_text("".join(json.dumps(claim) + "\n" for claim in claims), encoding="utf-8")
    (folder / "b.md").write_text("In 2023 Laos exported goods worth 3.9 billion USD.\n", encoding="utf-8")
    code, out, err = _run(capsys, "b.md", "--against", "old.jsonl", "--format", "concise")
    assert (code, err) == (1, "")
    assert "b.md contradicts the record, which says “3.2 billion USD” (old.jsonl:1)" in out


def test_a_known_conflict_with_the_record_can_be_put_off(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(capsys, "baseline", "a.md", "--against", "figures.csv")[0] == 0
    known = ("--baseline", "claimcheck-baseline.json")
    assert _run(capsys, "a.md", "--against", "figures.csv", *known)[0] == 0


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab", "junit", "markdown", "csv", "html", "json", "jsonl"])
def test_every_format_tells_it(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "a.md", "--against", "figures.csv", "--format", form)
    assert code == 1
    assert "figures.csv" in out


def test_a_session_reads_a_changed_record_again(folder: Path) -> None:
    session = Session([folder / "a.md"], against=[folder / "figures.csv"])
    assert len(session.check().findings) == 1
    assert len(session.check().findings) == 1
    assert session.changed == frozenset()
    (folder / "figures.csv").write_text(HEAD + ROW.replace("3.5", "3.2"), encoding="utf-8")
    assert session.check().findings == ()
    assert session.changed == {str(folder / "figures.csv")}


def test_why_sets_a_report_against_the_record(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = _run(capsys, "why", "a.md:1", "figures.csv:2", "a.md", "--against", "figures.csv")
    assert (code, err) == (1, "")
    assert "figures.csv:2:14  exports,Laos,«3.5 billion USD»,2023" in out
    assert "(figures.csv:2) cannot both hold." in out
    by_words = _run(capsys, "why", "3.2 billion", "3.5 billion USD", ".", "--against", "figures.csv")
    assert by_words[1].splitlines()[-1] == out.splitlines()[-1]


def test_why_tells_of_a_record_that_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = _run(capsys, "why", "a.md:1", "a.md:1", "a.md", "--against", "nowhere.csv")
    assert (code, err) == (2, "claimcheck: nowhere.csv: cannot be read: No such file or directory\n")


def test_files_are_named_as_one_opens_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "reports").mkdir()
    (folder / "a.md").rename(folder / "reports" / "a.md")
    (folder / "reports" / "b.md").write_text("\n", encoding="utf-8")
    (folder / "figures.csv").write_text(HEAD + ROW + "exports,Laos,many,2023\n", encoding="utf-8")
    code, out, err = _run(capsys, "reports", "--against", "figures.csv", "--format", "markdown")
    assert code == 2
    assert err.splitlines() == [
        "claimcheck: reports/b.md: holds no text",
        "claimcheck: figures.csv:3:14: column 'value': 'many' states no figure",
    ]
    assert "`reports/a.md:1:25`" in out
    assert "`figures.csv:2:14`" in out

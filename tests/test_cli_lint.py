"""The options of the lint step: what is told, what makes a run fail, where settings come from."""

from __future__ import annotations

import io
import json
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck import cli
from claimcheck import session as sessions
from claimcheck.cli import reading
from claimcheck.cli.progress import Progress
from claimcheck.cli.watching import changes_of
from claimcheck.pipeline import content_of

AT_ODDS = {
    "a.md": "Vietnam's exports reached 36.6 billion USD in 2023.\n",
    "b.md": "In 2023 Vietnam's exports reached 41.2 billion USD.\n",
    "c.md": "The bridge is 150 km (39 miles) long.\n",
}
KINDS = {"same-fact", "unit-scale"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one contradiction between reports and one within a report."""
    for name, text in AT_ODDS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _kinds(capsys: pytest.CaptureFixture[str], *argv: object) -> set[str]:
    assert cli.main([*map(str, argv), "--format", "jsonl"]) in (0, 1)
    return {json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()}


def test_rules_are_selected_and_ignored(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _kinds(capsys, folder) == KINDS
    assert _kinds(capsys, folder, "--select", "unit-scale") == {"unit-scale"}
    assert _kinds(capsys, folder, "--select", "unit,same") == KINDS
    assert _kinds(capsys, folder, "--ignore", "unit-scale", "--ignore", "same-fact") == set()


def test_what_is_not_told_does_not_fail(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(folder), "--select", "date"]) == 0
    assert cli.main([str(folder), "--exit-zero"]) == 0
    assert "«41.2 billion USD»" in capsys.readouterr().out
    assert cli.main([str(folder), "--select", "no-such"]) == 2
    assert "no rule or kind is called 'no-such'" in capsys.readouterr().err


def test_settings_are_found_above_the_first_path_and_the_command_line_wins(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deeper = folder / "reports"
    deeper.mkdir()
    for name in AT_ODDS:
        (folder / name).rename(deeper / name)
    (folder / "claimcheck.toml").write_text('select = "unit-scale"\nexit-zero = true\n', encoding="utf-8")
    assert _kinds(capsys, deeper) == {"unit-scale"}
    assert cli.main([str(deeper)]) == 0
    assert cli.main([str(deeper / "c.md"), "--no-exit-zero"]) == 1
    capsys.readouterr()
    assert _kinds(capsys, deeper, "--select", "same-fact") == {"same-fact"}
    assert _kinds(capsys, deeper, "--isolated") == KINDS
    other = folder / "other.toml"
    other.write_text('ignore = ["unit-scale"]', encoding="utf-8")
    assert _kinds(capsys, deeper, "--config", other) == {"same-fact"}


def test_wrong_settings_are_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pyproject.toml").write_text('[tool.claimcheck]\nselekt = "total"\n', encoding="utf-8")
    assert cli.main([str(folder)]) == 2
    err = capsys.readouterr().err
    assert "pyproject.toml: key 'selekt': unknown key; did you mean 'select'?" in err


def test_settings_are_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "claimcheck.toml").write_text('fail-on = "error"\n', encoding="utf-8")
    assert cli.main([str(folder), "--show-config", "--format", "sarif"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"# from {folder.resolve() / 'claimcheck.toml'}\n")
    assert 'fail-on = "error"\n' in out
    assert 'format = "sarif"\n' in out


def test_standard_input_is_called_and_read_as_it_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = b"<script>x</script><p>The bridge is 150 km (39 miles) long.</p>"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page)))
    assert cli.main(["-", "--stdin-filename", "new/page.html", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("new/page.html:1:")


def test_programs_get_paths_that_they_can_open(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main([str(folder), "--format", "gitlab"])
    for entry in json.loads(capsys.readouterr().out):
        assert Path(entry["location"]["path"]).is_file()


def test_a_baseline_hides_what_is_known_and_tells_what_is_gone(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    known = tmp_path_factory.mktemp("known") / "known.json"
    assert cli.main(["baseline", str(folder), "--output", str(known)]) == 0
    assert capsys.readouterr().out == f"{known}: 2 known findings in 3 reports\n"
    assert cli.main([str(folder), "--baseline", str(known), "--format", "text"]) == 0
    out, err = capsys.readouterr()
    assert "no contradiction found" in out
    assert "2 findings silenced" in out
    assert err == ""
    (folder / "c.md").write_text("The bridge is long.\n", encoding="utf-8")
    assert cli.main([str(folder), "--baseline", str(known)]) == 0
    err = capsys.readouterr().err
    assert "baseline-outdated" in err
    assert "c.md" in err


def test_no_baseline_is_written_of_half_the_reports(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.txt").write_bytes(b"\x00\x01")
    target = folder / "known.json"
    assert cli.main(["baseline", str(folder), "--output", str(target)]) == 2
    assert not target.exists()


def test_comments_silence_and_are_told_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = "[claimcheck: ignore unit-scale because the miles are nautical]\n[claimcheck: ignore total]"
    (folder / "c.md").write_text(AT_ODDS["c.md"] + asked, encoding="utf-8")
    assert cli.main([str(folder), "--all", "--format", "text"]) == 1
    out, err = capsys.readouterr()
    assert "(comment: the miles are nautical)" in " ".join(out.split())
    assert "c.md:3:1: ignore-without-reason" in err


def _interrupting(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """As if Ctrl-C were pressed while the n-th report is read."""
    count = iter(range(1_000))

    def pressed(path: Path, name: str) -> bytes:
        if next(count) == after:
            signal.raise_signal(signal.SIGINT)
        return content_of(path, name)

    monkeypatch.setattr(sessions, "content_of", pressed)


def test_ctrl_c_tells_what_was_found_so_far(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("d.md", "e.md"):
        (folder / name).write_text("It rained.\n", encoding="utf-8")
    _interrupting(monkeypatch, after=3)
    handler = signal.getsignal(signal.SIGINT)
    assert cli.main([str(folder), "--format", "json"]) == 130
    out, err = capsys.readouterr()
    record = json.loads(out)
    assert record["complete"] is False
    assert {finding["kind"] for finding in record["findings"]} == KINDS
    assert "stopped after 4 reports" in err
    assert signal.getsignal(signal.SIGINT) is handler
    _interrupting(monkeypatch, after=0)
    assert cli.main(["baseline", str(folder), "--output", str(folder / "known.json")]) == 130
    assert not (folder / "known.json").exists()


def test_watching_checks_again_what_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def changes(paths: list[str]) -> Iterator[None]:
        assert paths == [str(folder)]
        yield
        (folder / "b.md").write_text("In 2023 Vietnam's exports reached 36.6 billion USD.\n", encoding="utf-8")
        (folder / "c.md").unlink()
        yield

    monkeypatch.setattr(reading, "changes_of", changes)
    assert cli.main([str(folder), "--watch", "--format", "text"]) == 0
    out, err = capsys.readouterr()
    assert (out.count("2 errors in 3 reports"), out.count("no contradiction found in 2 reports")) == (1, 1)
    assert "b.md, c.md" in err


def test_changes_are_told_by_the_library(folder: Path) -> None:
    def edit() -> None:
        time.sleep(0.3)
        (folder / "b.md").write_text("It rained.\n", encoding="utf-8")

    threading.Thread(target=edit).start()
    assert next(changes_of([str(folder / "b.md")])) is None


def test_standard_input_cannot_be_watched(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"It rained.")))
    assert cli.main(["-", "--watch"]) == 2
    assert "standard input cannot be watched" in capsys.readouterr().err


def test_a_bar_is_drawn_on_a_terminal_only_and_not_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    quiet = Progress()
    monkeypatch.setattr(screen, "isatty", lambda: True)
    patient, slow = Progress(), Progress()
    slow._started -= 60
    for follower in (quiet, patient):
        assert follower.reads(3, 10)
    assert screen.getvalue() == ""
    assert slow.reads(3, 10)
    assert "/10" in screen.getvalue()
    assert slow.checks()
    assert screen.getvalue().endswith("\r")


def test_each_stop_ends_one_part_of_a_run() -> None:
    early = Progress()
    early.stop()
    assert not early.reads(1, 9)
    assert early.checks()
    early.stop()
    assert not early.checks()
    assert not early.stop()
    late = Progress()
    assert late.reads(9, 9)
    assert late.checks()
    late.stop()
    assert not late.checks()


def test_what_is_excluded_is_not_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _kinds(capsys, folder, "--exclude", "a.md,b.md") == {"unit-scale"}
    (folder / "claimcheck.toml").write_text('exclude = ["c.*"]', encoding="utf-8")
    assert _kinds(capsys, folder) == {"same-fact"}
    assert cli.main(["extract", str(folder), "--format", "json"]) == 0
    assert "c.md" not in capsys.readouterr().out


def test_watching_tells_of_changed_decisions_and_outlives_wrong_ones(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main([str(folder), "--format", "json", "--select", "same-fact"])
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    decisions = folder / "claimcheck.decisions.toml"

    def changes(paths: list[str]) -> Iterator[None]:
        yield
        decisions.write_text("[[decision", encoding="utf-8")
        yield
        told = f'[[decision]]\nfinding = "{found["fingerprint"]}"\ndecision = "false-alarm"\n'
        decisions.write_text(told, encoding="utf-8")
        yield
        yield

    monkeypatch.setattr(reading, "changes_of", changes)
    assert cli.main([str(folder), "--watch", "--format", "text", "--select", "same-fact"]) == 0
    out, err = capsys.readouterr()
    assert (out.count("1 error in 3 reports"), out.count("1 finding silenced")) == (1, 1)
    assert "is no TOML" in err
    assert err.count("what is settled about findings") == 1


def test_an_isolated_run_reads_no_decisions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "claimcheck.decisions.toml").write_text("[[decision", encoding="utf-8")
    assert cli.main([str(folder)]) == 2
    assert cli.main([str(folder), "--isolated"]) == 1
    assert "«41.2 billion USD»" in capsys.readouterr().out

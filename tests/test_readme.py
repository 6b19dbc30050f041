"""The README does what it says: its sessions are run and compared, its rule file is one that ships."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest

from claimcheck.cli import main
from claimcheck.packs.locate import shipped_rules

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def _commands(session: str) -> list[tuple[str, str]]:
    """The commands of a session, each with what it prints."""
    return re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", session, flags=re.MULTILINE)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to run in, on a terminal of the default width."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def _write_reports(folder: Path, session: int = 0) -> None:
    """The files that a session, the first when none is named, shows with `cat`."""
    for command, shown in _commands(_blocks("console")[session]):
        if command.startswith("cat "):
            (folder / command.removeprefix("cat ")).write_text(shown.strip() + "\n", encoding="utf-8")


def test_first_session_is_what_the_command_prints(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write_reports(elsewhere)
    runs = [pair for pair in _commands(_blocks("console")[0]) if pair[0].startswith("python -m claimcheck")]
    assert runs
    for command, shown in runs:
        assert main(shlex.split(command)[3:]) == 1
        assert capsys.readouterr().out.rstrip() == shown.rstrip()


def test_session_of_the_pipeline_is_what_the_commands_print(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write_reports(elsewhere)
    runs = _commands(_blocks("console")[1])
    assert [main(shlex.split(command)[3:]) for command, _ in runs] == [1, 0, 0]
    assert capsys.readouterr().out == "".join(shown for _, shown in runs)


def test_session_against_the_record_is_what_the_command_prints(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write_reports(elsewhere)
    _write_reports(elsewhere, session=2)
    ((command, shown),) = [pair for pair in _commands(_blocks("console")[2]) if not pair[0].startswith("cat ")]
    assert main(shlex.split(command)[3:]) == 1
    assert capsys.readouterr().out == shown


def test_python_session(elsewhere: Path) -> None:
    _write_reports(elsewhere)
    (session,) = _blocks("pycon")
    test = doctest.DocTestParser().get_doctest(session, {}, "README", "README.md", 0)
    assert test.examples
    told: list[str] = []
    assert doctest.DocTestRunner().run(test, out=told.append).failed == 0, "".join(told)


def test_rule_file_is_one_that_ships() -> None:
    (shown,) = _blocks("toml")
    assert shown in [path.read_text(encoding="utf-8") for path in (shipped_rules() / "contradictions").glob("*.toml")]


def test_first_screen_is_the_session_and_no_badge() -> None:
    first_screen = README.split("\n")[:45]
    assert any(line.startswith("$ python -m claimcheck") for line in first_screen)
    assert "![" not in README


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target

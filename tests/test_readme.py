"""The README does what it says: its sessions are run and compared, its rule file is one that ships."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimcheck.packs.locate import shipped_rules
from tests.sessions import Runner, blocks, commands

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_sessions_are_what_the_commands_print(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    runner = Runner(tmp_path, capsys, monkeypatch)
    assert runner.run(README) > 0


def test_sessions_find_and_are_silenced() -> None:
    first, second, third = blocks(README, "console")
    assert [command for command, _ in commands(first)][-1] == "python -m claimcheck office.txt column.txt"
    assert [command.split()[3] for command, _ in commands(second)] == ["office.txt", "baseline", "office.txt"]
    assert [command for command, _ in commands(third)][-1].startswith("python -m claimcheck")
    assert len(blocks(README, "pycon")) == 1


def test_rule_file_is_one_that_ships() -> None:
    (shown,) = blocks(README, "toml")
    assert shown in [path.read_text(encoding="utf-8") for path in (shipped_rules() / "contradictions").glob("*.toml")]


def test_first_screen_is_the_session_and_no_badge() -> None:
    first_screen = README.split("\n")[:45]
    assert any(line.startswith("$ python -m claimcheck") for line in first_screen)
    assert "![" not in README


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target

"""The files by which others run claimcheck: hooks, the GitHub Action, the shell."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck import cli

ROOT = Path(__file__).parent.parent
BASH = shutil.which("bash")
AT_ODDS = "The bridge is 150 km (39 miles) long.\n"


def _read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to run in, with a report in a folder of its own."""
    (tmp_path / "my reports").mkdir()
    (tmp_path / "my reports" / "a.md").write_text(AT_ODDS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_hook_checks_all_reports_together(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (hook,) = _read(".pre-commit-hooks.yaml")
    program, *arguments = shlex.split(hook["entry"])
    assert (program, hook["pass_filenames"], hook["language"]) == ("claimcheck", False, "python")
    assert cli.main([*arguments, *hook["args"]]) == 1
    assert "a.md" in capsys.readouterr().out


@pytest.mark.skipif(BASH is None, reason="needs bash")
def test_the_action_runs_what_it_is_given_and_nothing_more(reports: Path) -> None:
    action = _read("action.yml")
    step = action["runs"]["steps"][-1]
    given = {name: str(field["default"]) for name, field in action["inputs"].items()}
    given |= {"paths": "my* $(touch${IFS}ran)", "args": "--exit-zero --select same-fact", "output": "found.txt"}
    told = {name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in step["env"].items()}
    program = reports / "bin" / "claimcheck"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nfor each; do echo "$each"; done\n', encoding="utf-8")
    program.chmod(0o755)
    run = subprocess.run(
        ["bash", "-e", "-c", step["run"]], capture_output=True, text=True, check=True, cwd=reports,
        env={**os.environ, **told, "PATH": f"{program.parent}:{os.environ['PATH']}"},
    )
    assert run.stdout.split("\n") == [
        "check", "--format", "github", "--output", "found.txt", "--exit-zero", "--select", "same-fact", "--",
        "my*", "$(touch${IFS}ran)", "",
    ]
    assert not (reports / "ran").exists()


def test_paths_may_follow_two_hyphens(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--format", "concise", "--", "my reports"]) == 1
    assert capsys.readouterr().out.startswith("my reports/a.md:1:")


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_is_made_for_each_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["completion", shell]) == 0
    assert "--baseline" in capsys.readouterr().out


@pytest.mark.skipif(BASH is None, reason="needs bash")
def test_bash_completes_commands_options_and_choices(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["completion", "bash"])
    script = tmp_path / "claimcheck.bash"
    script.write_text(capsys.readouterr().out, encoding="utf-8")

    def completed(*words: str) -> set[str]:
        line = f"source {shlex.quote(str(script))}; COMP_WORDS=({shlex.join(words)}); COMP_CWORD={len(words) - 1}; "
        line += "_shtab_claimcheck; printf '%s\\n' \"${COMPREPLY[@]}\""
        run = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
        return set(run.stdout.split())

    assert {"check", "baseline", "completion"} <= completed("claimcheck", "")
    assert completed("claimcheck", "check", "--sel") == {"--select"}
    assert {"sarif", "json"} <= completed("claimcheck", "check", "--format", "")


def test_without_its_library_completion_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert cli.main(["completion", "bash"]) == 2
    assert 'pip install "claimcheck-reports[completion]"' in capsys.readouterr().err

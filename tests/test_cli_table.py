"""The consistency table on the command line: its forms and its rows."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from claimcheck import cli
from claimcheck.extras import MODULES

REPORTS = {
    "a.txt": "Exports of Laos reached 3.1 billion USD in 2023. Imports of Laos came to 5 billion USD in 2023.\n",
    "b.txt": "In 2023 exports of Laos reached 4.2 billion USD. Imports of Laos came to 5 billion USD in 2023. "
    "Coal output of Peru was 3 million tonnes in 2023.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("arguments", "marks"), [
    ([], ["conflicts", "agrees"]),
    (["--rows", "conflicts"], ["conflicts"]),
    (["--rows", "all"], ["conflicts", "agrees", "said once"]),
    (["--rows", "conflicts", "--all"], ["conflicts"]),
    (["--metric", "Imports"], ["agrees"]),
    (["--rows", "all", "--place", "peru"], ["said once"]),
    (["--place", "Kenya"], []),
])
def test_rows_are_chosen(
    arguments: list[str], marks: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([str(folder), "--format", "csv", *arguments]) == 1
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.startswith("mark,metric,subject,period")
    assert [row.split(",")[0] for row in rows] == marks


def test_the_table_stands_in_markdown_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(folder), "--format", "markdown"]) == 1
    assert "| **conflicts** | exports, Laos, 2023 | 3.1 billion USD | 4.2 billion USD |" in capsys.readouterr().out


@pytest.mark.parametrize(("form", "start"), [("html", b"<!doctype html>"), ("xlsx", b"PK")])
def test_files_are_written(form: str, start: bytes, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / f"table.{form}"
    assert cli.main([str(folder), "--format", form, "--output", str(target)]) == 1
    assert target.read_bytes().startswith(start)


def test_a_workbook_is_not_for_the_screen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(folder), "--format", "xlsx"]) == 2
    assert "--output: name the file to write" in capsys.readouterr().err


def test_a_page_goes_to_a_file_or_a_pipe(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([str(folder), "--format", "html"]) == 1
    assert capsys.readouterr().out.startswith("<!doctype html>")
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    assert cli.main([str(folder), "--format", "html"]) == 2
    assert "name the file to write, such as page.html" in capsys.readouterr().err
    target = folder / "page.html"
    assert cli.main([str(folder), "--format", "html", "--output", str(target)]) == 1
    assert capsys.readouterr().err.startswith(f"{target}: 1 ")


def test_words_that_no_fact_has_are_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main([str(folder), "--metric", "moonshine"])
    assert "no fact that is shown has the words" in capsys.readouterr().err
    cli.main([str(folder), "--rows", "all"])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("paths", "reason"), [
    (["a.txt", "b.txt"], "review takes one report, or the folder that they lie in"),
    (["nowhere"], "no such file or folder"),
])
def test_the_desk_is_for_one_path(
    paths: list[str], reason: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["review", *(str(folder / path) for path in paths)]) == 2
    assert reason in capsys.readouterr().err


def test_a_misspelt_command_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["revew", str(folder)]) == 2
    assert capsys.readouterr().err == (
        "claimcheck: revew: no such command, file or folder; did you mean `claimcheck review`?\n"
    )
    assert cli.main([str(folder / "nowhere")]) == 2
    assert "did you mean" not in capsys.readouterr().err


def test_the_libraries_of_the_desk_are_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    present = importlib.import_module

    def missing(name: str) -> ModuleType:
        if name in MODULES["review"]:
            raise ModuleNotFoundError(name)
        return present(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    assert cli.main(["review", str(folder)]) == 2
    assert 'pip install "claimcheck-reports[review]"' in capsys.readouterr().err


def test_a_port_that_cannot_be_used_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["review", str(folder), "--port", "99999", "--no-open"]) == 2
    assert "--port: 99999 cannot be used" in capsys.readouterr().err

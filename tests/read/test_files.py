from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from claimcheck.model.report import Diagnostic
from claimcheck.read.files import is_excluded, report_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of files of all sorts."""
    for name in ("a.md", "old/b.md", "old/deep/c.csv", ".hidden/d.md", "~$e.docx", "f.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def _names(*paths: Path, exclude: tuple[str, ...] = ()) -> list[str]:
    diagnostics: list[Diagnostic] = []
    names = [PurePath(name).as_posix() for _, name in report_files(paths, diagnostics, exclude=exclude)]
    return names + [f"no: {each.reason[:8]}" for each in diagnostics]


def test_a_folder_gives_the_reports_in_it_by_their_paths_within(folder: Path) -> None:
    assert _names(folder) == ["a.md", "old/b.md", "old/deep/c.csv"]


def test_a_file_is_read_once_however_often_it_is_named(folder: Path) -> None:
    assert _names(folder / "a.md", folder / "old" / ".." / "a.md", folder / "old") == [
        str(folder / "a.md"), str(folder / "old" / "b.md"), str(folder / "old" / "deep" / "c.csv"),
    ]


@pytest.mark.parametrize(("pattern", "left"), [
    ("old", ["a.md"]), ("*.csv", ["a.md", "old/b.md"]), ("old/deep", ["a.md", "old/b.md"]),
    ("./old/*.md", ["a.md", "old/deep/c.csv"]), ("deep/c.csv", ["a.md", "old/b.md", "old/deep/c.csv"]),
    ("*", ["no: holds no"]),
])
def test_what_is_excluded_is_left_out(pattern: str, left: list[str], folder: Path) -> None:
    assert _names(folder, exclude=(pattern,)) == left


def test_a_file_that_is_named_is_read_all_the_same(folder: Path) -> None:
    assert _names(folder / "a.md", exclude=("*.md",)) == [str(folder / "a.md")]


def test_case_matters() -> None:
    assert not is_excluded(PurePath("Old/a.md"), ["old"])

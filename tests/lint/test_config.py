from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.lint.config import Config, find_config, read_config, show_config


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read_and_paths_count_from_the_file(tmp_path: Path) -> None:
    file = _write(tmp_path / "claimcheck.toml", """
        exclude = "drafts"
        select = ["same-fact", "total"]
        ignore = "growth"
        min-severity = "note"
        fail-on = "never"
        exit-zero = true
        format = "sarif"
        all = true
        baseline = "known.json"
        against = "figures.csv"
        rules = ["own"]
        date = 2024-02-01
        encoding = "latin-1"
        [trust]
        official = 2
        "drafts/*.md" = -1
    """)
    assert read_config(file) == Config(
        exclude=("drafts",), select=("same-fact", "total"), ignore=("growth",), min_severity="note", fail_on="never",
        exit_zero=True, format="sarif", all=True, baseline=tmp_path / "known.json", rules=(tmp_path / "own",),
        against=(tmp_path / "figures.csv",), trust={"official": 2, "drafts/*.md": -1},
        date=dt.date(2024, 2, 1), encoding="latin-1",
    )


@pytest.mark.parametrize(("text", "key", "words"), [
    ("fail_on = 'error'", "fail_on", "unknown key; did you mean 'fail-on'?"),
    ("xyzzy = 1", "xyzzy", "unknown key; known: exclude, select, ignore, min-severity"),
    ("fail-on = 'fatal'", "fail-on", "should be 'error'"),
    ("exit-zero = 'perhaps'", "exit-zero", "true or false"),
    ("format = 'pdf'", "format", "no format 'pdf'"),
    ("select = [1]", "select", "should be text"),
    ("[select]\na = 1", "select", "should be a list"),
    ("trust = 3", "trust", "should be a table"),
    ("trust = { a = 'x' }", "trust", "should hold whole numbers"),
])
def test_what_is_wrong_names_file_and_key(text: str, key: str, words: str, tmp_path: Path) -> None:
    file = _write(tmp_path / "claimcheck.toml", text)
    with pytest.raises(InputError) as caught:
        read_config(file)
    assert (caught.value.path, caught.value.key) == (str(file), key)
    assert words in caught.value.reason


@pytest.mark.parametrize("text", ["select = [", "\x00"])
def test_what_is_no_toml_is_said(text: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not valid TOML"):
        read_config(_write(tmp_path / "claimcheck.toml", text))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_config(tmp_path / "claimcheck.toml")


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_bytes(b"\xff")
    with pytest.raises(InputError, match="UTF-8"):
        read_config(tmp_path / "claimcheck.toml")


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    far = _write(tmp_path / "claimcheck.toml", "")
    near = _write(tmp_path / "a" / "pyproject.toml", "[tool.claimcheck]\nfail-on = 'error'")
    (tmp_path / "a" / "b").mkdir()
    assert find_config(tmp_path / "a" / "b") == near
    assert read_config(near).fail_on == "error"
    assert find_config(tmp_path) == far


def test_a_pyproject_without_our_table_does_not_count(tmp_path: Path) -> None:
    _write(tmp_path / "claimcheck.toml", "")
    for text in ("[project]\nname = 'x'", "[project]\ndependencies = ['claimcheck-reports']", "not TOML ["):
        shared = _write(tmp_path / "a" / "pyproject.toml", text)
        assert find_config(tmp_path / "a") == tmp_path / "claimcheck.toml"
    _write(shared, "[project]")
    with pytest.raises(InputError, match=r"no table \[tool.claimcheck\]"):
        read_config(shared)


def test_our_own_file_counts_before_a_shared_one(tmp_path: Path) -> None:
    _write(tmp_path / "pyproject.toml", "[tool.claimcheck]")
    own = _write(tmp_path / "claimcheck.toml", "")
    assert find_config(tmp_path) == own


def test_what_is_shown_is_a_file_of_the_same_settings(tmp_path: Path) -> None:
    odd = Config(
        select=("total",), encoding='a"\\b', rules=(tmp_path / "x",), against=(tmp_path / "y.csv",),
        trust={"a/*": 1, 'o"d': -2}, date=dt.date(2024, 2, 1), exit_zero=True,
    )
    for config in (Config(), odd):
        shown = show_config(config, None)
        assert read_config(_write(tmp_path / "claimcheck.toml", shown)) == config
    assert "# baseline is not set" in shown

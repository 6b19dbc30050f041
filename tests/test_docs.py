"""The manual does what it says: its sessions are run, its links lead somewhere, its tables are the code's."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

import claimcheck
from claimcheck.cli import main
from claimcheck.extras import MODULES
from claimcheck.lint.config import Config, show_config
from claimcheck.report import FILE_FORMATS, FORMATS
from claimcheck.workshop.handbook import HANDBOOK
from docs.draw import DRAWN, PICTURES, draw
from tests.sessions import Runner, arguments, blocks

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
WRITTEN = {name: text for name, text in PAGES.items() if name != HANDBOOK.name}  # by hand
_FENCED = re.compile(r"^ *```.*?^ *```$", flags=re.MULTILINE | re.DOTALL)

each_page = pytest.mark.parametrize("name", WRITTEN)


def _prose(name: str) -> str:
    """A page without its blocks of code."""
    return _FENCED.sub("", PAGES[name])


def _rows(text: str) -> list[list[str]]:
    """The rows of the tables of a text, heads among them."""
    lines = (line.strip("| ") for line in text.splitlines() if line.startswith("| ") and "---" not in line)
    return [[cell.strip() for cell in line.split(" | ")] for line in lines]


@each_page
def test_sessions_of_a_page_are_what_the_commands_print(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Runner(tmp_path, capsys, monkeypatch).run(WRITTEN[name])
    assert bool(done) == bool(blocks(WRITTEN[name], "console") + blocks(WRITTEN[name], "pycon"))


@pytest.mark.parametrize("page", [
    "```console\n$ claimcheck --version\nclaimcheck of yesterday\n```\n",
    "```console\n$ claimcheck nowhere.txt\n...\n$ echo $?\n0\n```\n",
    "```console\n$ claimcheck nowhere.txt\n...\n$ claimcheck --version\n...\n```\n",
    "```console\n$ ls\n```\n",
    "```pycon\n>>> 1 + 1\n3\n```\n",
])
def test_session_that_is_not_true_is_told(
    page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(AssertionError):
        Runner(tmp_path, capsys, monkeypatch).run(page)


def _mentioned() -> Iterator[tuple[str, list[str]]]:
    """What the prose gives to claimcheck, with the page that does."""
    for name in WRITTEN:
        for code in re.findall(r"`([^`]+)`", _prose(name)):
            given = arguments(code)
            if given is not None and not set("()") & set(code):
                yield name, given


def test_commands_and_options_in_prose_exist(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    known = set(re.findall(r"^    ([a-z]+)\b", capsys.readouterr().out, flags=re.MULTILINE))
    offered = {"--help", "--version"}
    for command in known:
        main([command, "--help"])
        offered.update(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    used = {given[0] for _, given in _mentioned() if given and given[0].isalpha()}
    assert used
    assert used <= known | {"reports"}
    for name in WRITTEN:
        options = re.findall(r"`(?:[^`]* )?(--[a-z][a-z-]*)", _prose(name))
        assert set(options) <= offered, name


def test_commands_that_install_name_extras_that_exist() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for page in PAGES.values():
        for named in re.findall(r"pip install \S*\[([a-z,]+)\]", page):
            assert set(named.split(",")) <= set(extras)
    told = {row[0].strip("`") for row in _rows(PAGES["formats.md"].split("## Extras")[1])} - {"extra"}
    assert told == set(extras)
    assert set(MODULES) <= told


def test_links_lead_somewhere() -> None:
    for name in PAGES:
        for target, anchor in re.findall(r"\]\(([^)#:\s]*)(?:#([^)]+))?\)", _prose(name)):
            path = FOLDER / (target or name)
            assert path.exists(), f"{name}: {target}"
            assert not anchor or anchor in _anchors(path.name), f"{name}: {target}#{anchor}"


@cache
def _anchors(name: str) -> frozenset[str]:
    heads = re.findall(r"^#+ (.+)$", _prose(name), flags=re.MULTILINE)
    plain = (re.sub(r"[^\w\s-]", "", head.lower()) for head in heads)
    return frozenset(re.sub(r"\s+", "-", head.strip()) for head in plain)


def test_manual_holds_every_page_once() -> None:
    def pages(entry: Any) -> Iterator[str]:
        match entry:
            case str():
                yield entry
            case dict():
                yield from chain.from_iterable(pages(each) for each in entry.values())
            case list():
                yield from chain.from_iterable(pages(each) for each in entry)

    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert sorted(pages(settings["nav"])) == sorted(PAGES)


def test_settings_are_those_of_the_code() -> None:
    rows = [row for row in _rows(PAGES["settings.md"]) if row[0].startswith("`")]
    told = {row[0].strip("`"): row[1].strip("`") for row in rows}
    lines = show_config(Config(), None).splitlines()[1:]
    pairs = (line.partition(" = ") for line in lines)
    assert told == {key.removeprefix("# ").removesuffix(" is not set"): value or "not set" for key, _, value in pairs}


def test_formats_are_those_of_the_code() -> None:
    section = PAGES["pipeline.md"].split("## Formats for programs")[1].split("\n## ")[0]
    told = set(re.findall(r"`([a-z]+)`", " ".join(row[0] for row in _rows(section))))
    assert told == {*FORMATS, *FILE_FORMATS}


def test_readings_are_those_of_the_code() -> None:
    rows = [row for row in _rows(PAGES["intervals.md"]) if row[1][0] in "[("]
    assert rows
    for written, strict, lenient in rows:
        reading = claimcheck.Claim(metric="share", value=written).reading
        assert reading is not None
        assert (strict, lenient) == (str(reading.strict), str(reading.lenient)), written


@pytest.mark.parametrize("name", DRAWN)
def test_pictures_are_drawn_from_the_code(name: str) -> None:
    assert (PICTURES / name).read_text(encoding="utf-8") == draw(DRAWN[name]), "run python -m docs.draw"
    assert f"(pictures/{name})" in PAGES["intervals.md"]


def test_every_public_name_is_in_the_api() -> None:
    told = re.findall(r"^::: claimcheck\.(?:api\.)?(\w+)$", PAGES["api.md"], flags=re.MULTILINE)
    assert sorted(told) == sorted(set(claimcheck.__all__) - {"__version__"})


def test_hook_and_action_are_those_that_ship() -> None:
    hook, action = (yaml.safe_load(block)[0] for block in blocks(PAGES["pipeline.md"], "yaml"))
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] in [each["id"] for each in hooks]
    offered = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    assert set(action["with"]) <= set(offered)


@pytest.mark.slow
def test_manual_is_built_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    pytest.importorskip("mkdocstrings")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True,
    )
    page = (tmp_path / "api" / "index.html").read_text(encoding="utf-8")
    assert "Checks reports together" in page
    assert "&gt;&gt;&gt;" in page

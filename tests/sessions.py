"""Runs what a page of Markdown shows: its files are written, its commands and Python run, what they print compared.

A fence of `console` holds commands behind "$ ". `cat FILE` writes the file as shown, or shows one that is there;
`echo $?` shows the exit code of the command before; the others are runs of claimcheck. In what is shown, "..." stands
for anything. A fence of `pycon` is a doctest. One with a title is a file of that name.
"""

from __future__ import annotations

import doctest
import io
import re
import shlex
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from claimcheck.cli import main

_FENCE = re.compile(
    r'^(?P<indent> *)```(?P<language>[a-z]+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^(?P=indent)```$',
    flags=re.MULTILINE | re.DOTALL,
)
_RUNS = ("claimcheck", "python -m claimcheck")
_TERMINAL = "100"  # columns
_SERIOUS = 2  # the exit code from which on a command has failed


class Fence(NamedTuple):
    """A block of code: its language, the file that its title names, its text."""

    language: str
    title: str
    text: str


def fences(page: str) -> list[Fence]:
    """The blocks of code of a page, in order; those that name a language."""
    return [Fence(found["language"], found["title"] or "", _dedented(found)) for found in _FENCE.finditer(page)]


def blocks(page: str, language: str) -> list[str]:
    """The texts of the blocks in one language."""
    return [fence.text for fence in fences(page) if fence.language == language]


def commands(session: str) -> list[tuple[str, str]]:
    """The commands of a session, each with what it prints."""
    return re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", session, flags=re.MULTILINE)


def arguments(command: str) -> list[str] | None:
    """What a command gives to claimcheck; None for one that is not ours."""
    for name in _RUNS:
        if command == name or command.startswith(f"{name} "):
            return shlex.split(command.removeprefix(name))
    return None


class Runner:
    """Runs pages in one folder, on a terminal of a fixed width, without a server or a watch that would not end."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder, self._capsys, self._monkeypatch = folder, capsys, monkeypatch
        self._names: dict[str, object] = {}
        self._code = 0
        monkeypatch.chdir(folder)
        monkeypatch.setenv("COLUMNS", _TERMINAL)
        monkeypatch.setattr("claimcheck.review.server.Server.run", lambda server: None)
        monkeypatch.setattr("claimcheck.review.server.Server.show", lambda server: None)
        monkeypatch.setattr("claimcheck.cli.reading.changes_of", _no_changes)

    def run(self, page: str) -> int:
        """Runs all that a page shows, in order; returns how much that was."""
        done = 0
        for fence in fences(page):
            if fence.title:
                self._write(fence.title, fence.text)
            elif fence.language == "console":
                done += len(list(self.differences(fence.text)))
            elif fence.language == "pycon":
                done += self._run_python(fence.text)
        return done

    def differences(self, session: str) -> Iterator[str]:
        """Runs the commands of a session and yields each that printed what is shown; fails on one that did not."""
        for command, shown in commands(session):
            printed = self.print_of(command, shown)
            assert _fits(shown, printed), f"$ {command}\n{printed}\ninstead of\n{shown}"
            yield command

    def print_of(self, command: str, shown: str) -> str:
        """What a command prints; `cat` of a file that is not there writes it as shown."""
        name = command.removeprefix("cat ")
        if name != command:
            if not (self._folder / name).exists():
                self._write(name, shown.strip() + "\n")
            return (self._folder / name).read_text(encoding="utf-8")
        if command == "echo $?":
            code, self._code = self._code, 0
            return f"{code}\n"
        assert self._code < _SERIOUS, f"the command before `{command}` ended with {self._code}"
        return self._run(command)

    def _run(self, command: str) -> str:
        command, _, source = command.partition(" < ")
        given = arguments(command)
        assert given is not None, f"no command of ours: {command}"
        if source:
            stdin = io.TextIOWrapper(io.BytesIO((self._folder / source).read_bytes()), encoding="utf-8")
            self._monkeypatch.setattr(sys, "stdin", stdin)
        self._code = main(given)
        told = self._capsys.readouterr()
        return told.out + told.err

    def _run_python(self, session: str) -> int:
        test = doctest.DocTestParser().get_doctest(session, self._names, "page", None, 0)
        told: list[str] = []
        ran = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=told.append, clear_globs=False)
        assert ran.failed == 0, "".join(told)
        self._names.update(test.globs)
        return ran.attempted

    def _write(self, name: str, text: str) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _dedented(fence: re.Match[str]) -> str:
    return re.sub(rf"^{fence['indent']}", "", fence["text"], flags=re.MULTILINE)


def _fits(shown: str, printed: str) -> bool:
    wanted, got = (text.strip("\n") + "\n" for text in (shown, printed))
    return doctest.OutputChecker().check_output(wanted, got, doctest.ELLIPSIS)


def _no_changes(paths: Iterable[str]) -> Iterator[None]:
    return iter(())

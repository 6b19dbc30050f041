from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.run import news, recheck
from claimcheck import session as sessions
from claimcheck.api import check
from claimcheck.model.report import Report
from claimcheck.session import Session

A = "Exports of Laos reached 3.1 billion USD in 2023.\n"
B = "In 2023 exports of Laos reached 4.2 billion USD.\n"
MANY = 200


def _told(report: Report) -> str:
    return report.model_dump_json()


def _write(path: Path, text: str, age: float = 10) -> None:
    """Writes a file that looks as if it had changed some seconds ago."""
    path.write_text(text, encoding="utf-8")
    then = time.time() - age
    os.utime(path, (then, then))


class _Counts:
    """How often files were opened, and texts read and extracted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.told: dict[str, int] = {}
        for name in ("content_of", "read_content", "extract_document"):
            monkeypatch.setattr(sessions, name, self._counted(name, getattr(sessions, name)))

    def _counted(self, name: str, run: Callable[..., object]) -> Callable[..., object]:
        def counting(*args: object, **more: object) -> object:
            self.told[name] = self.told.get(name, 0) + 1
            return run(*args, **more)

        return counting

    def since(self) -> tuple[int, int, int]:
        told, self.told = self.told, {}
        return told.get("content_of", 0), told.get("read_content", 0), told.get("extract_document", 0)


def test_only_what_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in news(MANY).items():
        _write(tmp_path / name, text)
    counts = _Counts(monkeypatch)
    session = Session([tmp_path])
    session.check()
    assert counts.since() == (MANY, MANY, MANY)
    session.check()
    assert counts.since() == (0, 0, 0)
    assert session.changed == frozenset()
    _write(tmp_path / "report-00007.txt", A, age=5)
    after = session.check()
    assert counts.since() == (1, 1, 1)
    assert session.changed == {"report-00007.txt"}
    assert _told(after) == _told(check(tmp_path))


def test_a_file_that_is_only_touched_is_not_extracted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "a.txt", A)
    session = Session([tmp_path])
    session.check()
    counts = _Counts(monkeypatch)
    _write(tmp_path / "a.txt", A, age=5)
    session.check()
    assert counts.since() == (1, 0, 0)
    assert session.changed == frozenset()


def test_two_changes_within_one_tick_of_the_clock_are_seen(tmp_path: Path) -> None:
    path, stands = tmp_path / "a.txt", time.time_ns()
    session = Session([tmp_path])
    for text in (A, A.replace("3.1", "3.2")):
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(stands, stands))
        told = session.check()
    assert [claim.text for claim in told.claims] == ["3.2 billion USD"]


def test_files_come_and_go_and_break(tmp_path: Path) -> None:
    session = Session([tmp_path])
    assert session.check().diagnostics
    _write(tmp_path / "a.txt", A)
    _write(tmp_path / "b.txt", B)
    assert [finding.kind for finding in session.check().findings] == ["same-fact"]
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    broken = session.check()
    assert not broken.findings
    assert [diagnostic.path for diagnostic in broken.diagnostics] == ["b.txt"]
    assert session.check() == broken
    assert session.changed == frozenset()
    (tmp_path / "b.txt").unlink()
    assert session.check().documents == ("a.txt",)
    assert session.changed == {"b.txt"}


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(A.encode())))
    session = Session(["-"], stdin_name="a.md")
    assert _told(session.check()) == _told(session.check())
    assert session.check().documents == ("a.md",)


class _Hurried:
    """Reads so many reports, and runs so many rules."""

    def __init__(self, reports: int, rules: int) -> None:
        self.told: list[tuple[int, int]] = []
        self._reports, self._rules = reports, rules

    def reads(self, done: int, total: int) -> bool:
        self.told.append((done, total))
        return done < self._reports

    def checks(self) -> bool:
        self._rules -= 1
        return self._rules >= 0


@pytest.mark.parametrize(("reports", "rules", "found", "complete"), [
    (3, 1_000, 1, True), (2, 1_000, 1, False), (1, 1_000, 0, False), (0, 0, 0, False), (3, 0, 0, False),
])
def test_a_stopped_run_tells_what_it_has(
    reports: int, rules: int, found: int, complete: bool, tmp_path: Path
) -> None:
    for name, text in (("a.txt", A), ("b.txt", B), ("c.txt", "It rained.")):
        _write(tmp_path / name, text)
    follower = _Hurried(reports, rules)
    report = Session([tmp_path]).check(follower)
    assert follower.told[:1] == [(0, 3)]
    assert (len(report.documents), len(report.findings), report.complete) == (reports, found, complete)


@pytest.mark.law
@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["a.txt", "b.txt", "c.md"]), st.sampled_from([A, B, "", "It rained."]))))
def test_a_session_gives_what_a_first_check_gives(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("reports")
    session = Session([folder])
    for name, text in [("a.txt", A), *edits]:
        (folder / name).write_text(text, encoding="utf-8")
        assert _told(session.check()) == _told(check(folder))


@pytest.mark.slow
def test_a_recheck_takes_a_tenth_of_the_first_check() -> None:
    assert min(recheck(MANY) for _ in range(2)) <= 0.1

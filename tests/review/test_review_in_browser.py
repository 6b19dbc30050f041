"""The editor's desk in a browser: deciding, coming back, mending reports, hostile reports."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck.lint.decisions import DECISIONS, read_decisions
from tests.chromium import Watched, running_chromium

ROOT = Path(__file__).parent.parent.parent
A = "Exports of Laos reached 3.1 billion USD in 2023.\n"
B = "In 2023 exports of Laos reached 4.2 billion USD. Imports of Laos came to 5 billion USD in 2023.\n"
HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>'


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with running_chromium() as chromium:
        yield chromium


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(A, encoding="utf-8")
    (tmp_path / "b.txt").write_text(B, encoding="utf-8")
    return tmp_path


pytestmark = pytest.mark.slow  # each test starts a desk of its own, as an editor does

Serve = Callable[[Path], str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts a desk for a folder, in the place of the one before, and gives its address."""
    running: list[subprocess.Popen[str]] = []

    def stop() -> None:
        if running:
            desk = running.pop()
            desk.send_signal(signal.SIGINT)
            assert desk.wait(10) == 0

    def start(folder: Path) -> str:
        stop()
        command = [sys.executable, "-m", "claimcheck", "review", str(folder), "--no-open"]
        desk = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
        running.append(desk)
        assert desk.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/[\w-]{20,}/", desk.stdout.readline())
        assert found
        return found.group()

    yield start
    stop()


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    watched = Watched(browser.new_page())
    yield watched
    watched.page.close()
    assert watched.said == []


def test_a_decision_is_kept_and_there_again_after_a_restart(folder: Path, serve: Serve, watched: Watched) -> None:
    page, address = watched.page, serve(folder)
    page.goto(address)
    page.get_by_text("1 undecided, 0 to fix, 0 settled").wait_for()
    page.get_by_label("Because").fill("revised in March")
    page.get_by_role("button", name="Accept").click()
    page.get_by_text("0 undecided, 0 to fix, 1 settled").wait_for()
    assert page.locator(":focus").get_attribute("id") == "accepted-1"
    (decision,) = read_decisions(folder / DECISIONS).values()
    assert (decision.decision, decision.because) == ("accepted", "revised in March")
    page.goto("about:blank")
    page.goto(serve(folder))
    assert page.locator("#finding-1").get_by_text("Accepted: revised in March").is_visible()
    assert page.get_by_role("button", name="Accept").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("1 undecided, 0 to fix, 0 settled").wait_for()
    assert read_decisions(folder / DECISIONS) == {}
    assert all(url.startswith(("http://127.0.0.1:", "data:", "about:")) for url in watched.requests)


def test_an_accepted_finding_needs_its_reason(folder: Path, serve: Serve, watched: Watched) -> None:
    page = watched.page
    page.goto(serve(folder))
    page.get_by_role("button", name="Accept").click()
    page.get_by_role("alert").get_by_text("An accepted finding needs a reason.").wait_for()
    assert not (folder / DECISIONS).exists()
    page.keyboard.press("Tab")
    page.get_by_role("button", name="False alarm").focus()
    page.keyboard.press("Enter")
    page.get_by_text("0 undecided, 0 to fix, 1 settled").wait_for()


def test_enter_in_the_reason_accepts_or_keeps_the_decision(folder: Path, serve: Serve, watched: Watched) -> None:
    page = watched.page
    page.goto(serve(folder))
    for ruling, word in (("accepted", "Accept"), ("fix", "Fix")):
        reason = page.get_by_label("Because")
        reason.fill(f"the paper said so: {word}")
        reason.press("Enter")
        page.get_by_text(f"the paper said so: {word}").wait_for()
        assert page.get_by_role("button", name=word).get_attribute("aria-pressed") == "true"
        assert {each.decision for each in read_decisions(folder / DECISIONS).values()} == {ruling}
        if word == "Accept":
            page.get_by_role("button", name="Fix").click()
            page.get_by_text("0 undecided, 1 to fix, 0 settled").wait_for()


def test_reports_that_are_mended_are_checked_again(folder: Path, serve: Serve, watched: Watched) -> None:
    page = watched.page
    page.goto(serve(folder))
    page.get_by_role("button", name="Fix").click()
    page.get_by_text("0 undecided, 1 to fix, 0 settled").wait_for()
    page.locator("#which").select_option(label="b.txt")
    page.get_by_label("are said once").check()
    (folder / "b.txt").write_text(B.replace("4.2", "3.1"), encoding="utf-8")
    page.get_by_text("No contradiction was found.").wait_for()
    assert page.locator("#news").inner_text() == "Checked again: b.txt changed."
    assert page.locator("#which option:checked").inner_text() == "b.txt"  # what the editor looked at stays
    assert page.get_by_label("are said once").is_checked()
    assert page.locator("#t1").get_by_text("3.1 billion USD").is_visible()
    page.get_by_text("decided before, and no longer found").click()
    page.get_by_role("button", name="Forget these decisions").click()
    page.get_by_text("0 undecided, 0 to fix, 0 settled").wait_for()
    assert read_decisions(folder / DECISIONS) == {}


def test_a_reason_that_is_being_written_is_left_alone(folder: Path, serve: Serve, watched: Watched) -> None:
    page = watched.page
    page.goto(serve(folder))
    page.get_by_label("Because").fill("half a thou")
    (folder / "b.txt").write_text(B.replace("4.2", "3.1"), encoding="utf-8")
    page.wait_for_timeout(1_500)
    assert page.get_by_label("Because").input_value() == "half a thou"
    page.get_by_label("Because").fill("")
    page.get_by_text("No contradiction was found.").wait_for()


def test_what_another_editor_decides_is_seen(folder: Path, serve: Serve, browser: Any, watched: Watched) -> None:
    address, other = serve(folder), browser.new_page()
    watched.page.goto(address)
    other.goto(address)
    other.get_by_role("button", name="False alarm").click()
    watched.page.get_by_text("0 undecided, 0 to fix, 1 settled").wait_for()
    other.close()


def test_a_desk_that_was_closed_says_so(folder: Path, serve: Serve, browser: Any) -> None:
    page = browser.new_page()
    page.goto(serve(folder))
    serve(folder)
    page.get_by_text("claimcheck has been stopped. Decisions are kept").wait_for()
    page.close()


def test_without_scripts_a_decision_is_taken_too(folder: Path, serve: Serve, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve(folder))
    page.get_by_role("button", name="False alarm").click()
    assert page.get_by_text("0 undecided, 0 to fix, 1 settled").is_visible()
    context.close()


def test_hostile_reports_and_reasons_do_nothing(folder: Path, serve: Serve, watched: Watched) -> None:
    page = watched.page
    name = HOSTILE.replace("/", "∕")
    (folder / f"{name}.txt").write_text(f"{HOSTILE} Exports of Laos reached 9 billion USD in 2023.\n", encoding="utf-8")
    page.goto(serve(folder))
    page.get_by_label("Because").first.fill(HOSTILE)
    page.get_by_role("button", name="Accept").first.click()
    page.locator("#finding-1").get_by_text(f"Accepted: {HOSTILE}").wait_for()
    (folder / "a.txt").write_text(f"{A}\n{HOSTILE}\n", encoding="utf-8")
    page.locator("#news").get_by_text("Checked again: a.txt changed.").wait_for()
    assert page.locator("img").count() == 0

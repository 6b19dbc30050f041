from __future__ import annotations

import time
from itertools import cycle
from pathlib import Path

import pytest

from benchmarks.run import news
from claimcheck.packs.collection import Packs
from claimcheck.packs.load import load_packs
from claimcheck.report.look import Look
from claimcheck.review.desk import Keeper, with_all_rows
from claimcheck.review.store import Store
from claimcheck.session import Session
from tests.cost import assert_at_most

A = "Exports of Laos reached 3.1 billion USD in 2023.\n"
B = "In 2023 exports of Laos reached 4.2 billion USD.\n"
TENTH = 0.1


def _keeper(folder: Path, packs: Packs | None = None) -> Keeper:
    return Keeper(Session([folder], packs), lambda report: report, Store(folder), with_all_rows(Look()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(A, encoding="utf-8")
    (tmp_path / "b.txt").write_text(B, encoding="utf-8")
    return tmp_path


def test_the_desk_stays_the_same_until_something_changes(folder: Path) -> None:
    keeper = _keeper(folder)
    assert keeper.desk() is keeper.desk()
    (folder / "b.txt").write_text(A, encoding="utf-8")
    assert keeper.desk().version == 2
    assert not keeper.desk().view.findings


def test_findings_are_counted_by_what_was_decided(folder: Path) -> None:
    keeper = _keeper(folder)
    (finding,) = keeper.desk().view.findings
    counts = []
    for ruling in (None, "fix", "false-alarm"):
        desk = keeper.decide(finding, ruling, "")
        counts.append((desk.undecided, desk.to_fix, desk.settled))
    assert counts == [(1, 0, 0), (0, 1, 0), (0, 0, 1)]


def test_a_decision_alone_reads_no_report_again(folder: Path) -> None:
    keeper = _keeper(folder)
    before = keeper.desk()
    after = keeper.decide(before.view.findings[0], "fix", "")
    assert after.view is before.view
    assert after.version == before.version + 1


def test_what_another_process_decides_is_seen(folder: Path) -> None:
    keeper, other = _keeper(folder), _keeper(folder)
    other.decide(other.desk().view.findings[0], "fix", "")
    assert keeper.desk().to_fix == 1


def test_what_was_decided_about_findings_that_are_gone_can_be_forgotten(folder: Path) -> None:
    keeper = _keeper(folder)
    (finding,) = keeper.desk().view.findings
    keeper.decide(finding, "fix", "")
    keeper.forget([finding.mark])
    assert not keeper.desk().gone
    assert keeper.desk().to_fix == 1  # it is still found
    (folder / "b.txt").write_text(A, encoding="utf-8")
    assert [each.finding for each in keeper.desk().gone] == [finding.mark]
    assert not keeper.forget([finding.mark]).decisions


def test_a_decision_without_its_reason_is_not_kept(folder: Path) -> None:
    keeper = _keeper(folder)
    with pytest.raises(ValueError, match="needs a reason"):
        keeper.decide(keeper.desk().view.findings[0], "accepted", "  ")
    assert keeper.desk().undecided == 1


@pytest.mark.slow
def test_an_edit_of_one_of_200_reports_is_on_the_desk_in_a_tenth_of_the_first_time(tmp_path: Path) -> None:
    for name, text in news(200).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    time.sleep(0.2)  # files so fresh are read again, in case they change within one tick of the clock
    packs, paths = load_packs(), cycle(sorted(tmp_path.glob("*.txt")))
    keeper = _keeper(tmp_path, packs)

    def edit() -> None:
        path = next(paths)
        path.write_text(f"{path.read_text(encoding='utf-8')}More was said.\n", encoding="utf-8")
        assert keeper.desk().news == f"Checked again: {path.name} changed."

    assert_at_most(TENTH, edit, lambda: _keeper(tmp_path, packs).desk())

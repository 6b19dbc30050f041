"""No decision is lost or torn: not by two hundred writers at a time, nor by a writer killed in the middle."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.lint.decisions import DECISIONS, Decision, read_decisions
from claimcheck.review.store import Store
from tests.review.writer import write

ROUNDS, WRITERS, EACH = 50, 8, 25

def _decision(number: int, because: str = "") -> Decision:
    return Decision(finding=f"{number:016x}", decision="false-alarm", because=because)


def test_decisions_are_kept_changed_and_withdrawn(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.read() == {}
    store.decide(_decision(1))
    store.decide(_decision(2))
    store.decide(_decision(1, "a second thought"))
    store.withdraw([_decision(2).finding, _decision(3).finding])
    assert Store(tmp_path).read() == {_decision(1).finding: _decision(1, "a second thought")}


def test_what_people_write_into_the_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / DECISIONS).write_text(
        f'[[decision]]\ndecision = "accepted"\nfinding = "{_decision(7).finding}"\nbecause = "by hand"\n', "utf-8"
    )
    store = Store(tmp_path)
    store.decide(_decision(1))
    assert store.read()[_decision(7).finding].because == "by hand"


def test_a_file_that_is_wrong_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / DECISIONS).write_text("[[decision", encoding="utf-8")
    with pytest.raises(InputError, match="is no TOML"):
        Store(tmp_path).decide(_decision(1))
    assert (tmp_path / DECISIONS).read_text(encoding="utf-8") == "[[decision"


def test_two_hundred_decisions_at_a_time_are_all_kept(tmp_path: Path) -> None:
    with ThreadPoolExecutor(max_workers=40) as threads:
        list(threads.map(lambda number: Store(tmp_path).decide(_decision(number)), range(200)))
    assert len(Store(tmp_path).read()) == 200


def _round(folder: Path, chance: random.Random, context: ForkServerContext) -> tuple[set[int], int]:
    """Two hundred decisions by eight writers, of whom half are killed in the middle.

    Gives those that were told to be kept, and how many writers died before their end.
    """
    starts = [context.Pipe(duplex=False) for _ in range(WRITERS)]
    pipes = [context.Pipe(duplex=False) for _ in range(WRITERS)]
    writers = [
        context.Process(target=write, args=(folder, range(at * EACH, (at + 1) * EACH), starts[at][0], sending))
        for at, (_, sending) in enumerate(pipes)
    ]
    for writer in writers:
        writer.start()
    for _, starting in starts:
        starting.send(True)
    for writer in writers[::2]:
        time.sleep(chance.uniform(0, 0.2))
        writer.kill()
    for writer in writers:
        writer.join()
    return {number for receiving, _ in pipes for number in _received(receiving)}, sum(
        writer.exitcode != 0 for writer in writers
    )


def _received(pipe: Connection) -> Iterator[int]:
    while pipe.poll():
        yield pipe.recv()


@pytest.mark.slow
def test_fifty_rounds_of_two_hundred_decisions_with_writers_killed_lose_and_tear_none(tmp_path: Path) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.review.writer"])
    chance, killed = random.Random(7), 0
    for number in range(ROUNDS):
        folder = tmp_path / str(number)
        folder.mkdir()
        told, died = _round(folder, chance, context)
        killed += died
        kept = {int(mark, 16) for mark in read_decisions(folder / DECISIONS)}  # which raises for a torn file
        assert told <= kept, f"round {number}: lost {told - kept}"
        assert kept <= set(range(WRITERS * EACH))
        assert len(kept - told) <= WRITERS // 2  # a killed writer may have kept one more than it could tell
        Store(folder).decide(_decision(9_999))  # and nobody is locked out by the dead
    assert killed >= ROUNDS  # else the test shows nothing

"""What an action costs beside another one of the same run: machines differ, and whatever else runs disturbs them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

GRAIN = 0.02  # seconds; what takes less is too short to be compared


def seconds(action: Callable[[], object], runs: int = 3) -> float:
    """The shortest of some runs, in seconds of our own.

    The collector of garbage is off meanwhile: its work grows with whatever else is in memory.
    """
    times = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            start = time.process_time()
            action()
            times.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(times)


def assert_at_most(times: float, action: Callable[[], object], other: Callable[[], object]) -> None:
    """Fail if an action takes more than so many times as long as another, however often it is tried."""
    for runs in (1, 3, 5):  # what is too slow was perhaps only disturbed
        taken, beside = seconds(action, runs), seconds(other, runs)
        if taken <= times * beside + GRAIN:
            return
    pytest.fail(f"takes {taken:.3f} s, {taken / beside:.1f} times as long as the other ({beside:.3f} s)")

"""Long runs: a bar on the terminal, and Ctrl-C that ends a run with what was found so far."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from claimcheck.extras import is_installed, load_extra

_PATIENCE = 1.0  # seconds without a bar: most runs are over by then
_PARTS = 2  # of a run: reading, then checking


class Progress:
    """Follows a run: draws how far it is, and ends its reading, or else its checking, when it is told to stop."""

    def __init__(self) -> None:
        self._stops = 0
        self._stops_before_checking: int | None = None
        self._started = time.monotonic()
        self._shown = sys.stderr.isatty() and is_installed("progress")
        self._bar: Any = None  # of tqdm, once there is one

    def stop(self) -> bool:
        """The reading is to end; or, once that is over, the checking. False when both should have ended already."""
        self._stops += 1
        return self._stops <= _PARTS

    def reads(self, done: int, total: int) -> bool:
        """Told that so many of so many reports are read; False once reading is to end."""
        if self._shown and time.monotonic() - self._started > _PATIENCE:
            self._draw(done, total)
        return not self._stops

    def checks(self) -> bool:
        """False once checking is to end."""
        if self._stops_before_checking is None:
            self._stops_before_checking = self._stops
            self.close()
        return self._stops == self._stops_before_checking

    def _draw(self, done: int, total: int) -> None:
        if self._bar is None:
            tqdm = load_extra("progress", "progress bar").tqdm
            self._bar = tqdm(total=total, unit="report", file=sys.stderr, leave=False, dynamic_ncols=True)
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Takes the bar off the screen."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None


@contextmanager
def following() -> Iterator[Progress]:
    """What follows a run.

    Ctrl-C ends the reading, and what was read is checked; or it ends the checking. The third one ends everything.
    """
    progress = Progress()
    if threading.current_thread() is not threading.main_thread():
        yield progress  # signals come to the main thread only
        return

    def stop(number: int, frame: FrameType | None) -> None:
        if not progress.stop():
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield progress
    finally:
        progress.close()
        signal.signal(signal.SIGINT, before)

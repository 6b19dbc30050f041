"""Long runs: a bar on the terminal, and a first Ctrl-C that ends a run with what was found so far."""

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


class Progress:
    """Follows a run: draws how far it is, and says whether it is to go on."""

    def __init__(self) -> None:
        self.stopped = False
        self._started = time.monotonic()
        self._shown = sys.stderr.isatty() and is_installed("progress")
        self._bar: Any = None  # of tqdm, once there is one

    def __call__(self, done: int, total: int) -> bool:
        """Told that so many of so many reports are read; False once the run is to stop."""
        if self._shown and time.monotonic() - self._started > _PATIENCE:
            self._draw(done, total)
        return not self.stopped

    def _draw(self, done: int, total: int) -> None:
        if self._bar is None:
            tqdm = load_extra("progress", "progress bar").tqdm
            self._bar = tqdm(total=total, unit="report", file=sys.stderr, leave=False, dynamic_ncols=True)
        self._bar.update(done - self._bar.n)
        if done == total:
            self._bar.set_description("checking")

    def close(self) -> None:
        """Takes the bar off the screen."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None


@contextmanager
def following() -> Iterator[Progress]:
    """What follows a run; the first Ctrl-C stops the run at its next step, a second one at once."""
    progress = Progress()
    if threading.current_thread() is not threading.main_thread():
        yield progress  # signals come to the main thread only
        return

    def stop(number: int, frame: FrameType | None) -> None:
        progress.stopped = True
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield progress
    finally:
        progress.close()
        signal.signal(signal.SIGINT, before)

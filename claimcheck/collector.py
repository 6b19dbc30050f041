"""Python's search for circles among objects, which rests while many objects are made that stay and form none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keeps Python from looking for circles among objects, again and again, while what makes none makes many."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        _take_for_old()  # before it wakes, or it would look at all of them first
        gc.enable()


def _take_for_old() -> None:
    """Puts all objects that are left among the old ones, which Python looks at seldom, without looking at them now."""
    if not gc.get_freeze_count():  # else some are kept out of its sight on purpose, which this would undo
        gc.freeze()
        gc.unfreeze()

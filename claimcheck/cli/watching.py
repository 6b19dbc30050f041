"""`claimcheck check --watch`: the reports checked anew whenever one of them changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.extras import load_extra


def changes_of(paths: Sequence[str]) -> Iterator[None]:
    """Yields once for each moment at which something at these paths, or beside them, changed; ends with Ctrl-C.

    Raises InputError where the library that tells of changes is not installed, and for standard input.
    """
    if "-" in paths:
        raise InputError("-", "standard input cannot be watched")
    watchfiles = load_extra("watch", "--watch", task="to watch files")
    for _ in watchfiles.watch(*_folders(paths), raise_interrupt=True):
        yield


def _folders(paths: Iterable[str]) -> set[Path]:
    """What to watch: an editor may put a new file in the place of the old one, so of a file its folder."""
    return {path if path.is_dir() else path.parent for path in map(Path, paths)}

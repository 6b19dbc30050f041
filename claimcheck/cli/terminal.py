"""What the commands say and where: output, complaints, and how wide the screen is."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TextIO

from claimcheck.errors import InputError
from claimcheck.model.report import Diagnostic
from claimcheck.model.silence import Notice
from claimcheck.report.look import Look

_WIDTHS = (60, 180)


def write(text: str, path: Path | None) -> None:
    """Writes to a file, or to standard output; raises InputError for a file that cannot be written."""
    if path is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error


def write_encoded(data: bytes, path: Path | None) -> None:
    """As `write`, for a text that is UTF-8 already."""
    stream = getattr(sys.stdout, "buffer", None)  # which a stream that a test or a notebook has put there may lack
    if path is None and stream is not None:
        sys.stdout.flush()  # what was said before
        stream.write(data)
        stream.flush()
    else:
        write(data.decode(), path)


def write_file(data: bytes, path: Path | None) -> None:
    """Writes what is no text to a file; raises InputError where none is named, or it cannot be written."""
    if path is None:
        raise InputError("--output", "name the file to write: this format is not for the screen")
    try:
        path.write_bytes(data)
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error


def warn(look: Look, diagnostics: Sequence[Diagnostic], notices: Sequence[Notice] = ()) -> None:
    """Names each file that could not be read, and what is wrong with comments and baselines."""
    for diagnostic in diagnostics:
        complain(f"{look.file(diagnostic.path)}: {diagnostic.reason}")
    for notice in notices:
        complain(f"{look.file(notice.location)}: {notice.topic}: {notice.message}")


def complain(text: str) -> None:
    """One line on standard error."""
    print(f"claimcheck: {' '.join(text.split())}", file=sys.stderr)


def announce(text: str) -> None:
    """One line on standard error for who sits before it; a pipeline is not told what it asked for."""
    if sys.stderr.isatty():
        print(" ".join(text.split()), file=sys.stderr)


def is_screen() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def width() -> int:
    """The columns of the screen, within reason."""
    narrowest, widest = _WIDTHS
    return min(max(shutil.get_terminal_size((100, 24)).columns, narrowest), widest)


def wants_colour(path: Path | None) -> bool:
    """Whether what is written there may have colours."""
    return path is None and is_screen() and not os.environ.get("NO_COLOR")


def speak_utf8() -> None:
    """Reports hold any script, and names of files any bytes: neither may stop us from printing."""
    for stream in (sys.stdout, sys.stderr):
        _reconfigure(stream)


def drop_output() -> None:
    """Sends what is still to be written to nowhere: its reader has left."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def leave(code: int) -> NoReturn:
    """Ends the process at once, all output written.

    Python would free every object of a run one by one first, which takes a twentieth of its time (mypy leaves so too).
    While other threads have work left, or output cannot be written, Python sees to the end as always.
    """
    if threading.active_count() == 1 and all(map(_is_written, (sys.stdout, sys.stderr))):
        os._exit(code)
    sys.exit(code)


def _is_written(stream: TextIO | None) -> bool:
    """Whether all that was said is written; True for a stream that was closed before we started."""
    try:
        if stream is not None:
            stream.flush()
    except (OSError, ValueError):
        return False
    return True


def _reconfigure(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)  # a test or a notebook may have put another stream there
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")

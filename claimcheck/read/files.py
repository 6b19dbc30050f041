"""The files that hold reports: those named, and those in folders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from claimcheck.model.report import Diagnostic
from claimcheck.read import FORMATS, is_readable

Source = str | Path


def report_files(
    paths: Sequence[Source],
    diagnostics: list[Diagnostic],
    *,
    stdin_name: str = "-",
    exclude: Sequence[str] = (),
) -> Iterator[tuple[Path, str]]:
    """Files to read, each once, with their names: as given, or relative to the one folder given.

    What is no file, and no folder of files, goes to the diagnostics. exclude: patterns of what to leave out of folders;
    see `is_excluded`. A file that is named itself is read whatever they say.
    """
    seen: set[Path] = set()
    for given in paths:
        path = Path(given)
        if str(given) == "-":
            files = [path]
        elif path.is_dir():
            files = _files_in(path, exclude)
            if not files:
                reason = f"holds no reports ({', '.join(sorted(FORMATS))})"
                diagnostics.append(Diagnostic(path=str(given), reason=reason))
        elif path.exists():
            files = [path]
        else:
            files = []
            diagnostics.append(Diagnostic(path=str(given), reason="no such file or folder"))
        for file in files:
            if (real := file.resolve()) not in seen:
                seen.add(real)
                alone = path.is_dir() and len(paths) == 1
                name = stdin_name if str(given) == "-" else str(file)
                yield file, str(file.relative_to(path)) if alone else name


def is_excluded(path: PurePath, patterns: Sequence[str]) -> bool:
    """Whether a pattern means a file, or a folder that it lies in, by its path within the folder given.

    A pattern without a slash means every file and folder of that name; one with a slash is a path from the top. A star
    stands for anything.

    >>> [is_excluded(PurePath("docs/old/a.md"), [each]) for each in ("old", "*.md", "docs/old", "old/a.md", "docs/o*/")]
    [True, True, True, False, True]
    """
    tops = [PurePath(*path.parts[:end]).as_posix() for end in range(1, len(path.parts) + 1)]
    for pattern in patterns:
        wanted = pattern.removesuffix("/")
        against = tops if "/" in wanted else path.parts
        if any(fnmatchcase(each, wanted.removeprefix("./")) for each in against):
            return True
    return False


def _files_in(folder: Path, exclude: Sequence[str]) -> list[Path]:
    found = (path for path in folder.rglob("*") if is_readable(path.suffix.lower()) and path.is_file())
    return sorted(path for path in found if not _is_left_out(path.relative_to(folder), exclude))


def _is_left_out(path: Path, exclude: Sequence[str]) -> bool:
    # what begins with a dot is hidden, and "~$" is how Office marks a file that is open
    return any(part.startswith((".", "~$")) for part in path.parts) or is_excluded(path, exclude)

"""Trusted figures and what they are read from: the rows of a table, or lines of JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.against.lines import figures_of_lines
from claimcheck.against.rows import figures_of_rows
from claimcheck.against.trusted import Trusted
from claimcheck.errors import InputError
from claimcheck.model.claim import Claim
from claimcheck.model.report import Diagnostic
from claimcheck.packs.collection import Packs
from claimcheck.pipeline import content_of, read_path
from claimcheck.read.decode import decode

_LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Record:
    """Trusted figures, and what of their files could not be read.

    texts: the files by their names; problems: an InputError for each file, row or line that is wrong.
    """

    figures: tuple[Trusted, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)
    problems: tuple[InputError, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The figures, to be checked together with those of the reports."""
        return tuple(figure.claim for figure in self.figures)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The problems as a report tells them."""
        return tuple(Diagnostic(path=problem.path, reason=problem.reason) for problem in self.problems)


def read_record(paths: Iterable[Path], packs: Packs | None = None, *, encoding: str | None = None) -> Record:
    """The trusted figures in some files.

    A file is a table whose first row names its columns, in any format of tables that reports may have, or one JSON
    object a line (".jsonl"), each with the fields of `claimcheck.Claim`. Raises nothing: what is wrong is among the
    problems, each naming file, line and column, and everything else is read.

    >>> read_record([Path("missing.csv")]).problems
    (InputError('missing.csv: cannot be read: No such file or directory'),)
    """
    figures: list[Trusted] = []
    texts: dict[str, str] = {}
    problems: list[InputError] = []
    for path in paths:
        try:
            text, read = _read(path, packs, encoding)
        except InputError as error:
            problems.append(error)
            continue
        texts[str(path)] = text
        figures += [each for each in read if isinstance(each, Trusted)]
        problems += [each for each in read if isinstance(each, InputError)]
    return Record(tuple(figures), texts, tuple(problems))


def is_in(path: str, record: Iterable[Path]) -> bool:
    """Whether a file is one of those of the record, which is no report even where it lies among them."""
    return any(Path(path).resolve() == each.resolve() for each in record)


def _read(path: Path, packs: Packs | None, encoding: str | None) -> tuple[str, list[Trusted | InputError]]:
    if path.suffix.lower() in _LINES:
        text = decode(content_of(path, str(path)), str(path), encoding)
        return text, list(figures_of_lines(text, str(path)))
    document = read_path(path, packs, encoding=encoding)
    return document.text, list(figures_of_rows(document))

"""Reads the cases of `fixtures/` and says which findings answer to which marks; see fixtures/README.md."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.model.finding import Finding

FIXTURES = Path(__file__).parent.parent / "fixtures"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Quotation(_Strict):
    """Words of one report of the case."""

    file: Annotated[str, Field(alias="in")]
    quote: str = Field(min_length=1)


class Mark(_Strict):
    """A contradiction or a false alarm, by the words it concerns.

    hint: the hint that its finding must give, without the places of its quotations; "" when it may give none.
    """

    because: str
    kind: str | None = None
    hint: str | None = None
    quotes: tuple[Quotation, ...] = Field(min_length=1)


class Silence(_Strict):
    """Why a case tempts to a false alarm."""

    because: str


class Marks(_Strict):
    """The whole of an `expected.toml`."""

    find: tuple[Mark, ...] = ()
    silent: tuple[Silence, ...] = ()
    known_miss: tuple[Mark, ...] = ()
    known_false_alarm: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A folder of reports with its marks; `name` is the path below `fixtures/`."""

    name: str
    reports: dict[str, Path]
    marks: Marks

    @property
    def domain(self) -> str:
        return self.name.split("/")[0]


def cases() -> list[Case]:
    """All cases, in the order of their names."""
    return [_case(path.parent) for path in sorted(FIXTURES.rglob("expected.toml"))]


def _case(folder: Path) -> Case:
    marks = Marks.model_validate(tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8")))
    reports = {path.name: path for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".md")}
    return Case(str(folder.relative_to(FIXTURES)), reports, marks)


def spans(case: Case, mark: Mark) -> Iterator[tuple[str, int, int]]:
    """Where the quotations of a mark stand: path, start, end."""
    for place in mark.quotes:
        path = case.reports[place.file]
        text = path.read_text(encoding="utf-8")
        assert text.count(place.quote) == 1, f"{case.name}: {place.quote!r} must occur once in {place.file}"
        start = text.index(place.quote)
        yield str(path), start, start + len(place.quote)


def answers(finding: Finding, case: Case, mark: Mark) -> bool:
    """Whether the finding is the one that the mark describes."""
    claims = finding.claims + finding.repeats
    touched = all(
        any(claim.path == path and claim.start < end and claim.end > start for claim in claims)
        for path, start, end in spans(case, mark)
    )
    return touched and mark.kind in (None, finding.kind)



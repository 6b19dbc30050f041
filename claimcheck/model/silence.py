"""Findings that somebody has decided upon, and what is wrong with such decisions."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from claimcheck.model.finding import Finding

Topic = Literal[
    "ignore-unused", "ignore-without-reason", "ignore-unreadable", "ignore-of-no-rule", "baseline-outdated",
    "record-contradicts-itself",
]


class Silenced(BaseModel):
    """A finding that is not told, and why: by a comment in a report, a baseline or an editor, or as a later report
    supersedes what it rests on.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    finding: Finding
    by: Literal["comment", "baseline", "decision", "date"]
    reason: str = ""


class Notice(BaseModel):
    """Something about comments, baselines or the record that their writer should know; it never makes a run fail.

    line, column: where in the file, counted from 1; None for a file whose lines mean nothing to a reader.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    topic: Topic
    path: str
    message: str
    line: int | None = None
    column: int | None = None

    @property
    def location(self) -> str:
        """Where it is, as editors and terminals understand it.

        >>> Notice(topic="ignore-unused", path="a.md", line=3, column=1, message="silences nothing").location
        'a.md:3:1'
        """
        return self.path if self.line is None else f"{self.path}:{self.line}:{self.column}"

"""Rules: what must hold between claims, with the manual page and the examples that prove it."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.packs.entry import Entry

CheckKind = Literal[
    "same-fact", "unit-scale", "total", "difference", "growth", "percent-point", "share", "ratio-average",
    "range", "superlative", "rank", "count", "title", "reference", "date", "cross-language",
    "part-exceeds-whole", "direction", "streak", "target",
]


class Example(BaseModel):
    """Reports that show a rule at work. `quotes`: in a bad example, text that the finding's claims must overlap."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    reports: tuple[str, ...] = Field(min_length=1)
    quotes: tuple[str, ...] = ()
    date: dt.date | None = None


class RuleSpec(Entry):
    """One rule.

    kind: the name of the check in findings. method: the module of `check/kinds` that runs it. when: the method's own
    keys. severity: the highest level that the rule may reach. The manual page: what it finds, why that is bad, how to
    settle it, and its limits.
    """

    table: ClassVar[str] = "rule"

    id: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
    kind: CheckKind
    method: str
    severity: Literal["error", "warning", "note"] = "error"
    since: str
    what: str
    why: str
    settle: str
    limits: str
    when: dict[str, str | tuple[str, ...]] = Field(default_factory=dict)
    bad: tuple[Example, ...] = Field(min_length=1)
    good: tuple[Example, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id

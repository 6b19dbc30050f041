"""What a reader of findings wants to know of a rule."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from claimcheck.model.finding import Severity


class RulePage(BaseModel):
    """A rule in words: what it finds, why that is bad, how to settle it, its limits; and how grave its findings get."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    id: str
    kind: str
    severity: Severity
    what: str
    why: str
    settle: str
    limits: str

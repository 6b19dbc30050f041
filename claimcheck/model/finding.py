"""What checking yields: findings, verdicts, the rows of the consistency table, and what was not compared."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from claimcheck.model.claim import Claim, Unresolved
from claimcheck.model.notebook import finding_html

Severity = Literal["error", "warning", "note"]
VerdictKind = Literal["agrees", "conflicts", "cannot-tell"]
Mark = Literal["agrees", "conflicts", "said once", "cannot tell"]

SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")


class Finding(BaseModel):
    """A contradiction: the claims that no possible world satisfies together, and the working that shows it.

    message: one sentence; explanation: the quotations, the intervals in one unit, the arithmetic that ties them.
    hint: the one small slip that would explain it, when there is exactly one ("7.94 would fit if it read 7.49").
    claims: in the order of their places. repeats: further claims that say the same as one of them (copies, echoes).
    """

    model_config = ConfigDict(frozen=True)

    rule: str
    kind: str
    severity: Severity
    message: str
    explanation: str
    claims: tuple[Claim, ...]
    repeats: tuple[Claim, ...] = ()
    hint: str | None = None

    def __str__(self) -> str:
        """The finding on one line.

        >>> from claimcheck import check
        >>> print(check(texts=["The bridge is 150 km (39 miles) long."]).findings[0])
        error conversion-contradicts-figure: 150 km is about 93.2 miles, not 39 miles.
        """
        return f"{self.severity} {self.rule}: {self.message}"

    def _repr_html_(self) -> str:
        return finding_html(self)


class Verdict(BaseModel):
    """One comparison made, or not made, and why."""

    model_config = ConfigDict(frozen=True)

    rule: str
    kind: str
    verdict: VerdictKind
    claims: tuple[Claim, ...]
    reason: str


class Fact(BaseModel):
    """A row of the consistency table: what each report says of one fact. `cells` maps a report's path to its claims."""

    model_config = ConfigDict(frozen=True)

    metric: str
    subject: str
    period: str
    mark: Mark
    cells: dict[str, tuple[Claim, ...]]


class CheckResult(BaseModel):
    """Everything that checking found, in a stable order that does not depend on the order of reports or rules."""

    model_config = ConfigDict(frozen=True)

    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    facts: tuple[Fact, ...]
    not_compared: tuple[Unresolved, ...]

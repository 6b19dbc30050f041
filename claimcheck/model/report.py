"""What a run returns: the findings, what they rest on, and what could not be read."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.model.claim import Claim, Unresolved
from claimcheck.model.document import Document
from claimcheck.model.finding import Fact, Finding, Verdict
from claimcheck.model.ignore import Ignore
from claimcheck.model.manual import RulePage
from claimcheck.model.silence import Notice, Silenced


class Diagnostic(BaseModel):
    """A file that could not be read, and why; the others were checked all the same."""

    model_config = ConfigDict(frozen=True)

    path: str
    reason: str


class Report(BaseModel):
    """The result of checking some reports together.

    complete: False when the run was stopped before its end. documents: their paths in order; sources: their texts by
    path, for quoting in context. record: the files of trusted figures that they were held against, whose texts are
    among the sources. rules: those that findings name, in words. ignores: comments that ask for silence;
    silenced: findings that one of them or a baseline takes out of `findings`; notices: what is wrong with these.
    read: the reports as they were read, for showing them.
    """

    model_config = ConfigDict(frozen=True)

    version: str
    complete: bool = True
    documents: tuple[str, ...]
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]
    facts: tuple[Fact, ...]
    not_compared: tuple[Unresolved, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    notices: tuple[Notice, ...] = ()
    record: tuple[str, ...] = ()
    ignores: tuple[Ignore, ...] = Field(default=(), exclude=True, repr=False)
    rules: tuple[RulePage, ...] = Field(default=(), exclude=True, repr=False)
    sources: dict[str, str] = Field(default_factory=dict, exclude=True, repr=False)
    read: tuple[Document, ...] = Field(default=(), exclude=True, repr=False)

    @property
    def tellers(self) -> tuple[str, ...]:
        """Whatever says something of the facts: the reports, and behind them the record."""
        return self.documents + self.record

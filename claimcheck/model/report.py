"""What a run returns: the findings, what they rest on, and what could not be read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.model.claim import Claim, Unresolved
from claimcheck.model.claim_lines import claim_line
from claimcheck.model.document import Document
from claimcheck.model.finding import Fact, Finding, Verdict
from claimcheck.model.frames import Frame, to_pandas, to_polars
from claimcheck.model.ignore import Ignore
from claimcheck.model.manual import RulePage
from claimcheck.model.notebook import report_html, summary
from claimcheck.model.silence import Notice, Silenced

if TYPE_CHECKING:
    import pandas
    import polars


class Diagnostic(BaseModel):
    """A file that could not be read, and why; the others were checked all the same."""

    model_config = ConfigDict(frozen=True)

    path: str
    reason: str


class Report(BaseModel):
    """The result of checking some reports together.

    facts: the rows of the consistency table. complete: False when the run was stopped before its end. documents: their
    paths in order; sources: their texts by path, for quoting in context. record: the files of trusted figures that they
    were held against, whose texts are among the sources. rules: those that findings name, in words. ignores: comments
    that ask for silence; silenced: findings that one of them or a baseline takes out of `findings`; notices: what is
    wrong with these. days: of the reports that are known to be of a day, by path. read: the reports as they were read,
    for showing them.
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
    days: dict[str, dt.date] = Field(default_factory=dict, exclude=True, repr=False)
    ignores: tuple[Ignore, ...] = Field(default=(), exclude=True, repr=False)
    rules: tuple[RulePage, ...] = Field(default=(), exclude=True, repr=False)
    sources: dict[str, str] = Field(default_factory=dict, exclude=True, repr=False)
    read: tuple[Document, ...] = Field(default=(), exclude=True, repr=False)

    @property
    def tellers(self) -> tuple[str, ...]:
        """Whatever says something of the facts: the reports, and behind them the record."""
        return self.documents + self.record

    def claims_jsonl(self) -> str:
        """All claims, one line of JSON each and nothing left out; `claimcheck.read_claims` reads them back.

        >>> from claimcheck import check
        >>> check(texts={"a": "Exports of Laos rose to 3 billion USD in 2023."}).claims_jsonl()[:55]
        '{"resolved": true, "path": "a", "start": 24, "end": 37,'
        """
        return "".join(claim_line(claim) + "\n" for claim in self.claims)

    def to_pandas(self, of: Frame = "findings") -> pandas.DataFrame:
        """The findings, the claims or the facts of the consistency table as a data frame; needs the extra `pandas`.

        A row is a finding, a claim, or one claim about a fact (pivot `path` to get the table). Numbers are exact:
        Decimal in `value` and `value_to` (of a range), Fraction in `low` and `high`, the widest fair reading, which
        counts in `measure`. Raises InputError where pandas is missing, with the command that installs it, and for
        another table.
        """
        return to_pandas(self, of)

    def to_polars(self, of: Frame = "findings") -> polars.DataFrame:
        """As `to_pandas`, with polars (extra `polars`), whose columns hold the exact numbers as text."""
        return to_polars(self, of)

    def __str__(self) -> str:
        """The findings, a line each, and how many there are.

        >>> from claimcheck import check
        >>> print(check(texts={"a": "The bridge is 150 km (39 miles) long."}))
        error conversion-contradicts-figure: 150 km is about 93.2 miles, not 39 miles.
        1 error: 1 report, 2 claims
        """
        return "\n".join([*map(str, self.findings), ": ".join(summary(self))])

    def _repr_html_(self) -> str:
        return report_html(self)

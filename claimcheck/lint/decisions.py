"""What editors have decided about findings: a file beside the reports, written by `claimcheck review` or by hand."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import tomli
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from claimcheck.errors import InputError
from claimcheck.model.finding import Finding
from claimcheck.model.fingerprint import fingerprint
from claimcheck.model.report import Report
from claimcheck.model.silence import Silenced

DECISIONS = "claimcheck.decisions.toml"
Ruling = Literal["fix", "accepted", "false-alarm"]
_HEAD = """\
# What has been decided about the findings of claimcheck: `claimcheck review` writes it, and reads what people change.
# decision: "fix" (the reports are to be mended), "accepted" (it stays as it is), or "false-alarm".
"""


class Decision(BaseModel):
    """What was decided about a finding, which is told by its fingerprint alone.

    because: the reason, which an accepted finding must have. rule, says, quotes: the finding in words, for those who
    read the file. decided: the day.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    finding: str = Field(pattern=r"^[0-9a-f]{16}$")
    decision: Ruling
    because: str = ""
    rule: str = ""
    says: str = ""
    quotes: tuple[str, ...] = ()
    decided: dt.date | None = None

    @model_validator(mode="after")
    def _accepted_for_a_reason(self) -> Decision:
        if self.decision == "accepted" and not self.because.strip():
            raise ValueError("what is accepted needs a reason: because = ...")
        return self

    @property
    def hides(self) -> bool:
        """Whether the finding is told no more."""
        return self.decision != "fix"


Decisions = Mapping[str, Decision]  # by the fingerprints of their findings


def decision_on(finding: Finding, decision: Ruling, because: str, decided: dt.date) -> Decision:
    """A decision about a finding; raises ValueError for one that lacks its reason."""
    quotes = tuple(f"{claim.path}: {' '.join(claim.text.split())}" for claim in finding.claims)
    return Decision(
        finding=fingerprint(finding), decision=decision, because=" ".join(because.split()), rule=finding.rule,
        says=finding.message, quotes=quotes, decided=decided,
    )


def decisions_beside(paths: Iterable[Path]) -> list[Path]:
    """The files of decisions that lie in the folders given, or beside the files given."""
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in paths)
    return [folder / DECISIONS for folder in folders if (folder / DECISIONS).is_file()]


def read_decisions(path: Path) -> dict[str, Decision]:
    """The decisions in a file; raises InputError, naming file, entry and key, for a wrong one."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), "is not UTF-8") from error
    return parse_decisions(text, str(path))


def parse_decisions(text: str, name: str) -> dict[str, Decision]:
    """The decisions in the text of a file of this name; the last one holds where a finding has several."""
    try:
        told = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise InputError(name, f"is no TOML: {error}") from error
    entries = told.pop("decision", [])
    if told or not isinstance(entries, list):
        raise InputError(name, "holds something else than [[decision]] tables", key=next(iter(told), "decision"))
    decisions = (_decision(entry, number, name) for number, entry in enumerate(entries, 1))
    return {each.finding: each for each in decisions}


def _decision(entry: Any, number: int, name: str) -> Decision:
    try:
        return Decision.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        key, reason = ".".join(map(str, first["loc"])), first["msg"].removeprefix("Value error, ")
        raise InputError(name, reason, entry=str(number), key=key or None) from error


def decisions_text(decisions: Iterable[Decision]) -> str:
    """The file as text: one table a decision, in the order of what they are about, so that its diffs are short.

    >>> text = decisions_text([Decision(finding="8d5f0e31c2a94b67", decision="fix", says="3 is not 4.")])
    >>> print(text.split("\\n\\n")[1])
    [[decision]]
    finding = "8d5f0e31c2a94b67"
    decision = "fix"
    says = "3 is not 4."
    <BLANKLINE>
    """
    ordered = sorted(decisions, key=lambda each: (each.quotes, each.rule, each.finding))
    return "\n".join([_HEAD, *map(_table, ordered)])


def _table(decision: Decision) -> str:
    fields = decision.model_dump(exclude_defaults=True)
    return "\n".join(["[[decision]]", *(f"{key} = {_value(value)}" for key, value in fields.items()), ""])


def _value(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "".join(["[\n", *(f"  {_value(item)},\n" for item in value), "]"])
    # JSON writes strings as TOML does, but for one character that it lets stand and halves of pairs, which are no text
    return json.dumps(value.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")


def without_decided(report: Report, files: Sequence[Path]) -> Report:
    """The report without the findings that editors have accepted or called false alarms; they are put aside."""
    decisions = {mark: each for file in files for mark, each in read_decisions(file).items() if each.hides}
    if not decisions:
        return report
    marked = [(finding, decisions.get(fingerprint(finding))) for finding in report.findings]
    hidden = tuple(Silenced(finding=finding, by="decision", reason=_reason(decision))
                   for finding, decision in marked if decision is not None)
    told = tuple(finding for finding, decision in marked if decision is None)
    return report.model_copy(update={"findings": told, "silenced": (*report.silenced, *hidden)})


def _reason(decision: Decision) -> str:
    """The decision and what it was made for.

    >>> _reason(Decision(finding="8d5f0e31c2a94b67", decision="false-alarm", because="two different bridges"))
    'false alarm, two different bridges'
    """
    return ", ".join(part for part in (decision.decision.replace("-", " "), decision.because) if part)

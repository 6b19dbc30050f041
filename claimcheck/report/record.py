"""The report as one JSON document, and the JSON Schema of that document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticSerializationError, to_json

from claimcheck.model.claim import Claim, Unresolved
from claimcheck.model.claim_fields import reading_out
from claimcheck.model.finding import Fact, Finding, Verdict
from claimcheck.model.fingerprint import fingerprints
from claimcheck.model.report import Diagnostic, Report
from claimcheck.model.silence import Notice, Silenced
from claimcheck.report.look import Look

_ALWAYS = frozenset({"path", "start", "end", "line", "column", "text"})
_OF_CLAIM = tuple(name for name, field in Claim.model_fields.items() if not field.exclude)
_TOLD: dict[str, Callable[[Any], Any]] = {"period": str, "base": str, "reading": reading_out}
_EMPTY = ("", ())


class FoundFinding(Finding):
    """A finding with the fingerprint that tells it from all others, in this run and in later ones."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    fingerprint: str


class Record(BaseModel):
    """The JSON document. `verdicts` and `facts` are there only when everything is asked for.

    A field of a claim that is empty or unknown is left out, but its place and its text never are; `part` is there where
    a file has parts. `diagnostics` lists the files that could not be read, `silenced` the findings that a comment or a
    baseline hides, `notices` what is wrong with these; each is left out when there are none. `complete` is there, and
    false, when the run was stopped before its end.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    version: str
    complete: Literal[False] | None = None
    findings: tuple[FoundFinding, ...]
    claims: tuple[Claim, ...]
    not_compared: tuple[Unresolved, ...]
    verdicts: tuple[Verdict, ...] | None = None
    facts: tuple[Fact, ...] | None = None
    diagnostics: tuple[Diagnostic, ...] | None = None
    silenced: tuple[Silenced, ...] | None = None
    notices: tuple[Notice, ...] | None = None


def record_of(report: Report, look: Look) -> Record:
    """What of a report goes into the JSON document."""
    return Record(
        version=report.version,
        complete=None if report.complete else False,
        findings=found(report, look),
        claims=report.claims,
        not_compared=report.not_compared,
        verdicts=report.verdicts if look.everything else None,
        facts=report.facts if look.everything else None,
        diagnostics=report.diagnostics or None,
        silenced=report.silenced or None,
        notices=report.notices or None,
    )


def found(report: Report, look: Look) -> tuple[FoundFinding, ...]:
    """The findings that are shown, with their fingerprints."""
    shown = look.shown(report.findings)
    return tuple(
        FoundFinding.model_construct(**dict(finding), fingerprint=mark)
        for finding, mark in zip(shown, fingerprints(shown), strict=True)
    )


def render_json(report: Report, look: Look) -> str:
    """The JSON document as text."""
    return encode_json(report, look).decode()


def encode_json(report: Report, look: Look) -> bytes:
    """The JSON document in UTF-8."""
    fields = record_of(report, look).model_dump(mode="json", exclude={"claims"}) | {"claims": []}
    kept = {name: slim(fields[name]) for name in Record.model_fields if fields[name] is not None}
    kept["claims"] = _slim_claims(report.claims)  # made one by one, as they are written
    try:
        return to_json(kept, indent=2) + b"\n"
    except PydanticSerializationError:  # half a character, as in the name of a file that is not UTF-8
        kept["claims"] = list(_slim_claims(report.claims))
        text = json.dumps(kept, ensure_ascii=False, indent=2, default=str) + "\n"
        return text.encode(errors="backslashreplace")


def _slim_claims(claims: Iterable[Claim]) -> Iterator[dict[str, Any]]:
    """What `slim` leaves of each claim, made without what it leaves out; what many share is told but once.

    The cells of tables are by far the most that is written, and this halves what they cost.
    """
    told: dict[int, Any] = {}  # by the object, which the claims keep alive
    for claim in claims:
        fields = vars(claim)
        kept = {name: value for name in _OF_CLAIM
                if (value := fields[name]) is not None and (value or value not in _EMPTY or name in _ALWAYS)}
        for name in kept.keys() & _TOLD:
            value = kept[name]
            if id(value) not in told:
                told[id(value)] = _TOLD[name](value)
            kept[name] = told[id(value)]
        yield kept


def record_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the JSON document."""
    schema = Record.model_json_schema(mode="serialization")
    schema["$defs"]["Claim"]["required"] = sorted(_ALWAYS)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def slim(value: Any) -> Any:
    """The value with the empty fields of the claims in it left out; a claim is what has the fields of a place."""
    if isinstance(value, list):
        return [slim(item) for item in value]
    if not isinstance(value, dict):
        return value
    if not value.keys() >= _ALWAYS:
        return {name: slim(item) for name, item in value.items() if name != "part" or item}
    return {name: item for name, item in value.items() if name in _ALWAYS or item not in (None, "", [])}

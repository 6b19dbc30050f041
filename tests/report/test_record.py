from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import jsonschema
import pytest

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.period import Period
from claimcheck.model.reading import Reading
from claimcheck.model.report import Diagnostic
from claimcheck.model.silence import Notice, Silenced
from claimcheck.report import encode_report, render_report
from claimcheck.report.look import Look
from claimcheck.report.record import Record, record_schema
from tests.report import built


def _json(report: Any = None, **look: Any) -> dict[str, Any]:
    record = json.loads(render_report(report or built.report(), "json", Look(**look)))
    assert isinstance(record, dict)
    return record


def test_the_document_has_the_promised_keys() -> None:
    record = _json()
    assert list(record) == ["version", "findings", "claims", "not_compared"]
    assert list(record["findings"][0])[:6] == ["rule", "kind", "severity", "message", "explanation", "claims"]


def test_a_claim_always_has_its_place_and_text_and_never_an_empty_field() -> None:
    claim = _json()["findings"][0]["claims"][0]
    assert {"path", "start", "end", "line", "column", "text"} <= claim.keys()
    assert claim["value"] == "2640000000"
    assert None not in claim.values()
    assert "person" not in claim


def test_the_list_of_claims_leaves_out_what_findings_leave_out_of_theirs() -> None:
    odd = Claim(
        kind="date", path="a.pdf", part="page 3", box=(1.5, 2.0, 3.25, 1e-3), text="", weekday=1,
        date=dt.date(2024, 5, 6), period=Period.year(2023), base=Period.months(2022, 1, 3, "quarter"), value=Decimal(0),
        reading=Reading(Interval.point(0), Interval.of(Fraction(-1, 3), Decimal("0.5"), low_open=True)), sure=False,
        facets=("goods",), titles=("mayor", "chair"), noun="",
    )
    pair = odd.model_copy(update={"value": (Decimal("1E+3"), Decimal("2.50")), "part": ""})
    record = _json(built.report(claims=(odd, pair, Claim()), findings=(built.finding(claims=(odd, pair, Claim())),)))
    assert record["claims"] == record["findings"][0]["claims"]


def test_text_is_the_slice_of_the_source() -> None:
    for finding in _json()["findings"]:
        for claim in finding["claims"]:
            assert built.SOURCES[claim["path"]][claim["start"] : claim["end"]] == claim["text"]


def test_the_document_is_laid_out_as_python_lays_out_json() -> None:
    words = "caf\u00e9 \"\\ \x00\x1b\x7f\t\u2028 \U0001f600"
    odd = built.LEFT.model_copy(update={"metric": words, "box": (1.5, 2.0, 3.25, 1e-3)})
    written = render_report(built.report(findings=(built.finding(claims=(odd, built.RIGHT)),)), "json")
    assert written == json.dumps(json.loads(written), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("form", ["json", "text"])
def test_a_report_in_utf_8_is_its_text(form: str) -> None:
    assert encode_report(built.report(), form).decode() == render_report(built.report(), form)


def test_half_a_character_is_written_as_its_number() -> None:
    odd = Diagnostic(path="caf\udce9.txt", reason="cannot be read")
    written = encode_report(built.report(diagnostics=(odd,)), "json")
    assert b'"caf\\udce9.txt"' in written
    assert json.loads(written)["claims"] == _json()["claims"]


def test_notes_verdicts_and_facts_come_with_everything() -> None:
    assert [finding["severity"] for finding in _json()["findings"]] == ["error"]
    record = _json(everything=True)
    assert [finding["severity"] for finding in record["findings"]] == ["error", "note"]
    assert record["verdicts"][0]["verdict"] == "cannot-tell"
    assert {fact["mark"] for fact in record["facts"]} == {"agrees", "conflicts", "said once"}


def test_files_that_could_not_be_read_are_named() -> None:
    record = _json(built.report(diagnostics=(built.diagnostic(),)))
    assert record["diagnostics"] == [{"path": "d.bin", "reason": "looks like a binary file"}]


def test_the_document_reads_back_as_what_its_schema_describes() -> None:
    record = Record.model_validate(_json(everything=True))
    assert record.findings[0].claims == (built.LEFT, built.RIGHT)


def test_the_schema_names_every_key_that_is_written() -> None:
    schema = record_schema()
    record = _json(everything=True)
    assert record.keys() <= schema["properties"].keys()
    assert record["claims"][0].keys() <= schema["$defs"]["Claim"]["properties"].keys()
    assert set(schema["$defs"]["Claim"]["required"]) <= record["claims"][0].keys()
    assert record["findings"][0].keys() <= schema["$defs"]["FoundFinding"]["properties"].keys()


def test_what_is_written_holds_to_the_schema() -> None:
    silenced = Silenced(finding=built.finding(), by="comment", reason="an old edition")
    notice = Notice(topic="ignore-unused", path="a.txt", line=1, column=1, message="silences nothing")
    validator = jsonschema.Draft202012Validator(record_schema())
    full = built.report(silenced=(silenced,), notices=(notice,), diagnostics=(built.diagnostic(),), complete=False)
    for report in (built.report(), full):
        for everything in (False, True):
            validator.validate(_json(report, everything=everything))
    assert _json(full)["complete"] is False

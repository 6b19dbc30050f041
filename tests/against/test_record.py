from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.against import Record, read_record
from claimcheck.against.lines import figures_of_lines
from claimcheck.errors import InputError

FIELDS = ["kind", "metric", "value", "unit", "period", "subject", "role", "reading", "person", "titles", "date", "type"]
HEAD = "metric,subject,value,unit,period,source\n"


def _read(folder: Path, text: str, name: str = "figures.csv") -> Record:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return read_record([file])


def _problems(record: Record, folder: Path) -> list[str]:
    return [str(problem).removeprefix(f"{folder}/") for problem in record.problems]


def test_a_row_is_a_claim_at_its_place(tmp_path: Path) -> None:
    record = _read(tmp_path, HEAD + 'exports,Laos,3.5,billion USD,2023,"Statistics Office, 2024"\n')
    (figure,) = record.figures
    claim = figure.claim
    assert (claim.metric, claim.subject, claim.value, claim.unit) == ("exports", "Laos", Decimal("3500000000"), "USD")
    assert claim.period is not None
    assert claim.period.iso == "2023"
    assert (claim.path, claim.line, claim.column, claim.text) == (
        str(tmp_path / "figures.csv"), 2, 14, "3.5 billion USD")
    assert record.texts[claim.path][claim.start : claim.end] == "3.5"
    assert figure.source == "Statistics Office, 2024"
    assert record.problems == ()


def test_the_figure_may_be_told_in_words_and_columns_come_in_any_order(tmp_path: Path) -> None:
    record = _read(tmp_path, "Period;Text;Place;Metric\n2023;nearly 3.5 billion USD;Laos;exports\n")
    (claim,) = record.claims
    assert (claim.hedge, claim.subject, claim.value) == ("below", "Laos", Decimal("3500000000"))


def test_other_rows_are_read_where_one_is_wrong(tmp_path: Path) -> None:
    record = _read(tmp_path, HEAD + (
        "exports,Laos,many,,2023,\n"
        "exports,Laos,3 USD,,sometime,\n"
        "exports,Laos,,,2023,\n"
        ",Laos,3 USD,,2023,\n"
        "\n"
        "exports,Laos,3 billion USD,,2023,,more\n"
        "exports,Laos,3.5 billion USD,,2023,\n"
    ))
    assert [claim.line for claim in record.claims] == [8]
    assert _problems(record, tmp_path) == [
        "figures.csv:2:14: column 'value': 'many' states no figure",
        "figures.csv:3:21: column 'period': no period in 'sometime'",
        "figures.csv:4:1: the row has no value",
        "figures.csv:5:2: the row has no metric",
        "figures.csv:7:35: 'more' stands in a column without a name",
    ]


@pytest.mark.parametrize(("text", "problem"), [
    ("metric,value,perod\n", "figures.csv:1:14: unknown column 'perod'; did you mean 'period'?"),
    ("metric,value,xyzzy\n", "figures.csv:1:14: unknown column 'xyzzy'; known: metric, value, text, unit, subject"),
    ("metric,value,value\n", "figures.csv:1:14: a second column 'value'"),
    ("metric,subject\n", "figures.csv:1:1: the first row must name the columns 'metric' and 'value'"),
    ("", "figures.csv: holds no text"),
    ("metric,value,role\nexports,3 USD,boss\n", "figures.csv:2:15: column 'role': Input should be 'level'"),
])
def test_a_table_that_cannot_be_read_is_said(text: str, problem: str, tmp_path: Path) -> None:
    record = _read(tmp_path, text)
    assert record.figures == ()
    (told,) = _problems(record, tmp_path)
    assert told.startswith(problem)


def test_claims_are_read_from_lines(tmp_path: Path) -> None:
    record = _read(tmp_path, "\n".join([
        '{"metric": "exports", "subject": "Laos", "value": 3.5, "unit": "USD", "period": "2023", "source": "office"}',
        "",
        '{"kind": "title", "person": "Pham Minh Chinh", "titles": ["Prime Minister"]}',
        '{"metric": "exports", "value": 1, "subjct": "Laos"}',
        "[1]",
        '{"metric": ',
        '{"metric": "exports", "value": "many"}',
    ]), "figures.jsonl")
    assert [(figure.claim.kind, figure.claim.line, figure.source) for figure in record.figures] == [
        ("quantity", 1, "office"), ("title", 3, "")]
    assert record.claims[0].value == Decimal("3.5")
    assert _problems(record, tmp_path) == [
        "figures.jsonl:4:35: field 'subjct': no field of a claim",
        "figures.jsonl:5:1: is no object with the fields of a claim",
        "figures.jsonl:6:12: not valid JSON: Expecting value",
        "figures.jsonl:7:1: 'many' states no figure",
    ]


def test_files_that_cannot_be_read_leave_the_others(tmp_path: Path) -> None:
    good, bytes_ = tmp_path / "good.csv", tmp_path / "bytes.jsonl"
    good.write_text(HEAD + "exports,Laos,3 USD,,2023,\n", encoding="utf-8")
    bytes_.write_bytes(b"\xff{}\n")
    record = read_record([tmp_path / "none.csv", bytes_, good])
    assert len(record.figures) == 1
    assert [problem.path for problem in record.problems] == [str(tmp_path / "none.csv"), str(bytes_)]


@given(st.text() | st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.dictionaries(st.sampled_from(FIELDS), inner),
    max_leaves=6,
).map(json.dumps))
def test_any_line_is_a_figure_or_a_problem(text: str) -> None:
    told = list(figures_of_lines(text, "a.jsonl"))
    assert len(told) == sum(bool(line.strip()) for line in text.split("\n"))
    assert all(each.path.startswith("a.jsonl:") for each in told if isinstance(each, InputError))

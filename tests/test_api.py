"""The Python face: check, extract, and claims built by hand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

import claimcheck
from claimcheck import Claim, InputError, QuantityMention, RefusedMention, check, extract

CUSTOMS = "Exports of Nghe An province reached 2.64 billion USD in 2023."
PAPER = "In 2023 exports of Nghe An reached 2.84 billion USD."


def test_paths_texts_and_claims_meet_in_one_run(tmp_path: Path) -> None:
    file = tmp_path / "customs.txt"
    file.write_text(CUSTOMS, encoding="utf-8")
    by_hand = Claim(metric="exports", value="3.1 billion USD", subject="Nghe An", period="2023", path="minister")
    report = check(file, texts={"paper": PAPER}, claims=[by_hand])
    told = {frozenset(claim.path for claim in finding.claims) for finding in report.findings}
    assert told == {
        frozenset(pair) for pair in ((str(file), "paper"), (str(file), "minister"), ("paper", "minister"))
    }


def test_texts_without_names_are_numbered() -> None:
    report = check(texts=[CUSTOMS, PAPER])
    assert report.documents == ("text 1", "text 2")
    assert [finding.kind for finding in report.findings] == ["same-fact"]


def test_a_quotation_is_exactly_the_slice_of_its_source() -> None:
    report = check(texts={"a": f"Heading\n\n{CUSTOMS}", "b": PAPER})
    assert report.claims
    for claim in report.claims:
        assert report.sources[claim.path][claim.start : claim.end] == claim.text


def test_every_mention_ends_as_a_claim_or_is_listed_with_a_reason() -> None:
    text = "On 3 May 2023, 12 of the 40 mayors met Anna Berg, CFO, in room 5. Comment (0)\n\nComment (0)"
    report = check(texts={"a": text})
    told = {(claim.start, claim.end) for claim in report.claims}
    told |= {(left.start, left.end) for left in report.not_compared}
    for mention in extract(text):  # a person is told at the name, and claimed with the title
        assert any(start <= mention.start and mention.end <= end for start, end in told), mention
    assert all(left.reason for left in report.not_compared)


def test_a_file_that_cannot_be_read_is_a_diagnostic_and_the_others_are_checked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CUSTOMS, encoding="utf-8")
    (tmp_path / "b.txt").write_text(PAPER, encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"\xff\xfe\xfa\xfb\xfc")
    report = check(tmp_path)
    assert report.documents == ("a.txt", "b.txt")
    assert [problem.path for problem in report.diagnostics] == ["c.txt"]
    assert [finding.kind for finding in report.findings] == ["same-fact"]


def test_rules_of_ones_own_are_used_and_wrong_ones_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[[metric]]\nid = 'x'\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"mine\.toml"):
        check(texts=[CUSTOMS], rules=[tmp_path])


def test_extract_counts_relative_dates_from_the_date_given() -> None:
    (mention,) = [found for found in extract("Sales fell last year.", dt.date(2024, 5, 1)) if found.kind == "date"]
    assert getattr(mention, "value", None) == "2023"


def test_furniture_is_refused_with_its_reason() -> None:
    (mention,) = extract("Comment (0)")
    assert isinstance(mention, RefusedMention)
    assert mention.reason == "page furniture"


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("nearly 36.6 billion USD", None, (Decimal("36600000000"), "USD", "below")),
        ("36.6 billion", "USD", (Decimal("36600000000"), "USD", "")),
        (Decimal("12.5"), "percent", (Decimal("12.5"), "percent", "")),
        (15, None, (Decimal(15), "count", "")),
        ("at least 120 km", None, (Decimal(120), "kilometer", "at-least")),
    ],
)
def test_a_claim_reads_its_value(value: object, unit: str | None, expected: tuple[Decimal, str, str]) -> None:
    claim = Claim.model_validate({"metric": "exports", "value": value, "unit": unit})
    assert (claim.value, claim.unit, claim.hedge) == expected
    assert claim.reading is not None


def test_a_number_that_is_given_as_such_means_exactly_itself() -> None:
    claim = Claim.model_validate({"metric": "exports", "value": 15})
    assert claim.reading is not None
    assert claim.reading.lenient.is_point


@pytest.mark.parametrize(
    "fields",
    [
        {"metric": "exports", "value": "many"},
        {"metric": "exports", "value": "3 or 4 or 9 cars"},
        {"metric": "exports"},
        {"metric": "exports", "value": 3, "period": "some day"},
        {"kind": "title", "person": "Anna Berg"},
        {"metric": "exports", "value": 3, "colour": "red"},
    ],
)
def test_a_claim_that_says_nothing_definite_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Claim.model_validate(fields)


def test_titles_and_references_by_hand_meet_those_of_reports() -> None:
    text = "Resolution No. 64/NQ-CP dated May 19, 2019 was read out by Mayor Petra Lindqvist on 4 May 2023."
    claims = [
        Claim(kind="reference", type="resolution", identifier="64/NQ-CP", date=dt.date(2019, 5, 1)),
        Claim(kind="title", person="Petra Lindqvist", titles=("Deputy Mayor",), period="2023-05-04"),
    ]
    report = check(texts={"a": text}, claims=claims)
    assert {finding.kind for finding in report.findings} == {"reference", "title"}


def test_a_claim_survives_json() -> None:
    claim = Claim(metric="exports", value="nearly 36.6 billion USD", period="first 11 months of 2024")
    assert Claim.model_validate_json(claim.model_dump_json()) == claim


def test_a_measure_becomes_a_pint_quantity_and_a_currency_does_not() -> None:
    assert Claim(metric="length", value="120 km").to_pint().to("meter").magnitude == 120_000
    with pytest.raises(ValueError, match="no unit of measure"):
        Claim(metric="exports", value="3 USD").to_pint()


def test_findings_carry_over_to_json() -> None:
    report = check(texts=[CUSTOMS, PAPER])
    again = claimcheck.Report.model_validate_json(report.model_dump_json())
    assert [finding.message for finding in again.findings] == [finding.message for finding in report.findings]


def test_quantities_of_a_text_are_told_apart_by_their_sort() -> None:
    mentions = extract("Some 60 ships carried 2.5 million tonnes.")
    figures = [found for found in mentions if isinstance(found, QuantityMention)]
    assert [(found.unit, found.noun, found.hedge) for found in figures] == [
        ("count", "ship", "about"),
        ("tonne", None, ""),
    ]


def test_one_text_may_be_given_alone() -> None:
    report = check(texts="The bridge is 150 km (39 miles) long.")
    assert (report.documents, len(report.findings)) == (("text 1",), 1)

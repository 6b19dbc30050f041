"""Claims as JSON Lines: those of a report come back as they were, and others are read in words."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck import Claim, InputError, check, read_claims

TEXTS = {
    "customs": "Exports of Nghe An province reached 2.64 billion USD in the first 11 months of 2023, up 12% from 2022.",
    "paper": "In the first 11 months of 2023 exports of Nghe An came to nearly 2.84 billion USD.\u2028The end.",
    "people": "Minister of Finance Anna Berg met 12 to 14 mayors on 3 May 2023, citing Decree No. 15/2020/ND-CP.",
}
LINES = [
    '{"metric": "exports", "subject": "Laos", "value": "2.64 billion USD", "period": "2023", "path": "ministry"}',
    "",
    '{"metric": "exports", "subject": "Laos", "value": 2.84e9, "unit": "USD", "period": "2023", "path": "paper"}',
]


def test_claims_of_a_report_come_back_as_they_were(tmp_path: Path) -> None:
    report = check(texts=TEXTS)
    assert {claim.kind for claim in report.claims} >= {"quantity", "title", "reference"}
    assert read_claims(report.claims_jsonl().splitlines()) == report.claims
    (tmp_path / "claims.jsonl").write_text(report.claims_jsonl(), encoding="utf-8")
    assert read_claims(tmp_path / "claims.jsonl") == read_claims(str(tmp_path / "claims.jsonl")) == report.claims


def test_claims_read_back_conflict_as_the_reports_did() -> None:
    report = check(texts=TEXTS)
    again = check(claims=read_claims(report.claims_jsonl().splitlines()))
    assert report.findings
    assert [finding.message for finding in again.findings] == [finding.message for finding in report.findings]
    assert again.claims_jsonl() == report.claims_jsonl()


def test_a_claim_built_by_hand_keeps_its_fields() -> None:
    by_hand = Claim(metric="exports", subject="Laos", value="about 3 billion USD", period="2023", path="me")
    (told,) = read_claims(check(claims=[by_hand]).claims_jsonl().splitlines())
    assert dict(told) == dict(by_hand)


def test_words_of_another_extractor_feed_the_engine() -> None:
    ministry, paper = read_claims(LINES)
    assert (ministry.value, paper.value) == (Decimal("2640000000"), Decimal("2840000000"))
    (finding,) = check(claims=[ministry, paper]).findings
    assert finding.kind == "same-fact"


def test_numbers_are_read_exactly() -> None:
    (claim,) = read_claims(['{"metric": "exports", "value": 0.1000000000000000000000001, "unit": "USD"}'])
    assert claim.value == Decimal("0.1000000000000000000000001")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "claims:2: is no JSON: "),
        ("[1]", "claims:2: is no JSON object"),
        ("[" * 100_000, "claims:2: is no JSON: "),
        ('{"metric": "exports", "value": NaN}', "claims:2: is no JSON: NaN is no number"),
        ('{"metric": "exports", "value": 1e999999999}', "claims:2: Decimal('1E+999999999') is no number that"),
        ('{"metric": "exports", "value": "many"}', "claims:2: 'many' states no figure"),
        ('{"metric": "exports", "value": 3, "colour": "red"}', "claims:2: key 'colour': Extra inputs"),
        ('{"resolved": true, "value": "three"}', "claims:2: key 'value"),
        ('{"resolved": true, "reading": {}}', "claims:2: key 'reading': not a reading"),
        ('{"kind": "title", "person": "Anna Berg"}', "claims:2: a title claim needs a person and titles"),
    ],
)
def test_a_line_that_is_no_claim_is_named_with_its_fault(line: str, complaint: str) -> None:
    with pytest.raises(InputError) as told:
        read_claims([LINES[0], line])
    assert str(told.value).startswith(complaint)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl: cannot be read"):
        read_claims(tmp_path / "none.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b'{"subject": "\xe9"}')
    with pytest.raises(InputError, match=r"latin\.jsonl: is not UTF-8"):
        read_claims(tmp_path / "latin.jsonl")

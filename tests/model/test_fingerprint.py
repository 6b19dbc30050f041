from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.api import check
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.fingerprint import fingerprint, fingerprints
from claimcheck.model.period import Period

A = Claim(path="news/a.txt", line=3, column=9, start=40, end=56, text="2.64 billion USD", metric="exports",
          subject="Nghe An", period=Period.year(2023), value=Decimal(3_110_000_000))
B = A.model_copy(update={"path": "b.txt", "text": "US$2.84 billion"})


def _finding(*claims: Claim, **changes: object) -> Finding:
    fields = {"rule": "figure-contradicts-figure", "kind": "same-fact", "severity": "error", "message": "m"}
    return Finding.model_validate({**fields, "explanation": "e", "claims": claims or (A, B), **changes})


@pytest.mark.law
@given(
    line=st.integers(1, 10_000), start=st.integers(0, 10**6), folder=st.sampled_from(["", "x/", "/deep/er/"]),
    blank=st.sampled_from([" ", "\n", "\n  ", "\u00a0", "\t"]), turned=st.booleans(),
    severity=st.sampled_from(["error", "warning", "note"]),
)
def test_moves_blanks_order_and_severity_change_nothing(
    line: int, start: int, folder: str, blank: str, turned: bool, severity: str
) -> None:
    moved = A.model_copy(update={
        "path": f"{folder}a.txt", "line": line, "start": start, "end": start + 16, "text": A.text.replace(" ", blank),
    })
    claims = (B, moved) if turned else (moved, B)
    assert fingerprint(_finding(*claims, severity=severity, message="other words")) == fingerprint(_finding())


@pytest.mark.parametrize("change", [
    {"text": "3.12 billion USD"}, {"path": "c.txt"}, {"metric": "imports"}, {"subject": "Laos"}, {"subject": None},
    {"period": Period.year(2024)}, {"kind": "date"},
])
def test_another_claim_is_another_finding(change: dict[str, object]) -> None:
    assert fingerprint(_finding(A.model_copy(update=change), B)) != fingerprint(_finding())


def test_another_rule_is_another_finding() -> None:
    assert fingerprint(_finding(rule="unit-off-by-factor")) != fingerprint(_finding())


def test_one_claim_told_twice_is_not_told_once() -> None:
    assert fingerprint(_finding(A, A)) != fingerprint(_finding(A))


def test_fingerprints_of_a_run_differ() -> None:
    told = fingerprints([_finding(), _finding(A), _finding(), _finding()])
    assert len(set(told)) == len(told)
    assert told[2:] == (f"{told[0]}:2", f"{told[0]}:3")


def test_it_survives_what_happens_around_the_claims() -> None:
    a, b = "Exports of Laos reached 3.1 billion USD in 2023.", "In 2023 exports of Laos reached 4.2 billion USD."
    before = fingerprints(check(texts={"a": a, "b": b}).findings)
    after = fingerprints(check(texts={"b": f"A word before.\n\n\n{b}", "a": a.replace(" ", "  ")}).findings)
    assert before
    assert before == after

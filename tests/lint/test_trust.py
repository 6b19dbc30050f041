from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.api import check
from claimcheck.lint import Config, judged
from claimcheck.model.finding import Finding
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.pipeline import packs_of

LOW = "Exports of Laos reached 3.2 billion USD in 2023."
HIGH = "In 2023 exports of Laos came to 3.9 billion USD."
RANKS = {"official": 2, "drafts/*.md": -1}


def _findings(texts: dict[str, str], ranks: dict[str, int], *against: str) -> tuple[Finding, ...]:
    report = check(texts=texts, against=against)
    return judged(report, Config(trust=ranks), packs_of().select(RuleSpec)).findings


def _verdict(texts: dict[str, str], ranks: dict[str, int]) -> str:
    (finding,) = _findings(texts, ranks)
    return finding.message.partition("cannot both hold")[2]


@pytest.mark.parametrize(("one", "other", "verdict"), [
    ("official/a.md", "b.md", "; b.md should be mended, as official/a.md is trusted more."),
    ("b.md", "official/a.md", "; b.md should be mended, as official/a.md is trusted more."),
    ("drafts/a.md", "b.md", "; drafts/a.md should be mended, as b.md is trusted more."),
    ("a.md", "b.md", "."),
    ("official/a.md", "official/b.md", "."),
])
def test_the_report_of_lower_rank_is_to_be_mended(one: str, other: str, verdict: str) -> None:
    assert _verdict({one: LOW, other: HIGH}, RANKS) == verdict


def test_without_ranks_nothing_is_said() -> None:
    assert _verdict({"official/a.md": LOW, "b.md": HIGH}, {}) == "."


def test_the_first_pattern_that_fits_counts() -> None:
    texts = {"official/a.md": LOW, "b.md": HIGH}
    assert "b.md should be mended" in _verdict(texts, {"official": 2, "*.md": 1})
    assert _verdict(texts, {"*.md": 1, "official": 2}) == "."


def test_what_a_trusted_report_repeats_is_not_to_be_mended() -> None:
    texts = {"a.md": LOW, "b.md": HIGH, "official/c.md": "Laos' exports stood at 3.2 billion USD in 2023."}
    assert _verdict(texts, RANKS) == "; b.md should be mended, as official/c.md is trusted more."


def test_the_record_stands_above_all_ranks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    row = "exports,Laos,3.9 billion USD,2023"
    Path("figures.csv").write_text(f"metric,subject,value,period\n{row}\n", encoding="utf-8")
    (finding,) = _findings({"official/a.md": LOW}, RANKS, "figures.csv")
    assert "; official/a.md contradicts the record, which says “3.9 billion USD”" in finding.message
    assert "mended" not in finding.message

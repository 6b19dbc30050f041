from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck.api import check
from claimcheck.errors import InputError
from claimcheck.lint.baseline import Baseline, baseline_of, hide_known, outdated, read_baseline
from claimcheck.model.finding import Finding

A = "Exports of Laos reached 3.1 billion USD in 2023."
B = "In 2023 exports of Laos reached 4.2 billion USD."
C = "The bridge is 150 km (39 miles) long."


def _findings(**texts: str) -> tuple[Finding, ...]:
    return check(texts={name.replace("_", "."): text for name, text in texts.items()}).findings


def _baseline(text: str, folder: Path) -> Baseline:
    path = folder / "known.json"
    path.write_text(text, encoding="utf-8")
    return read_baseline(path)


def test_what_is_known_is_hidden_and_what_is_new_is_told(tmp_path: Path) -> None:
    known = _baseline(baseline_of(_findings(a_txt=A, b_txt=B)), tmp_path)
    told, hidden = hide_known(_findings(a_txt=f"A word before.\n\n{A}", b_txt=B, c_txt=C), known, "known.json")
    assert [finding.kind for finding in told] == ["unit-scale"]
    assert [(each.finding.kind, each.by, each.reason) for each in hidden] == [
        ("same-fact", "baseline", "known in known.json")
    ]


def test_a_changed_figure_is_new(tmp_path: Path) -> None:
    known = _baseline(baseline_of(_findings(a_txt=A, b_txt=B)), tmp_path)
    told, _ = hide_known(_findings(a_txt=A, b_txt=B.replace("4.2", "4.3")), known, "x")
    assert len(told) == 1


def test_an_entry_that_no_longer_occurs_is_told_when_its_reports_were_read(tmp_path: Path) -> None:
    known = _baseline(baseline_of(_findings(a_txt=A, b_txt=B)), tmp_path)
    mended = _findings(a_txt=A, b_txt=B.replace("4.2", "3.1"))
    (notice,) = outdated(known, mended, ["sub/a.txt", "b.txt"], "known.json")
    assert (notice.topic, notice.location) == ("baseline-outdated", "known.json")
    assert "“4.2 billion USD” (b.txt)" in notice.message
    assert outdated(known, mended, ["a.txt"], "known.json") == ()
    assert outdated(known, _findings(a_txt=A, b_txt=B), ["a.txt", "b.txt"], "known.json") == ()


def test_the_file_is_sorted_and_without_line_numbers() -> None:
    there, back = _findings(a_txt=A, b_txt=B, c_txt=C), _findings(c_txt=f"\n\n{C}", b_txt=B, a_txt=A)
    assert baseline_of(there) == baseline_of(back)
    record = json.loads(baseline_of(there))
    assert [entry["claims"][0]["file"] for entry in record["findings"]] == ["a.txt", "c.txt"]
    assert baseline_of(there).endswith("}\n")


@pytest.mark.parametrize(("text", "key"), [
    ("{", None), ("[]", None), ('{"findings": [{"rule": "x"}]}', "findings.0.fingerprint"),
    ('{"findings": [], "fingerprints": "claimcheck/v0"}', "fingerprints"), ('{"findings": [], "more": 1}', "more"),
])
def test_what_is_no_baseline_is_said(text: str, key: str | None, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no baseline") as caught:
        _baseline(text, tmp_path)
    assert caught.value.key == key


def test_a_missing_baseline_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_baseline(tmp_path / "nowhere.json")

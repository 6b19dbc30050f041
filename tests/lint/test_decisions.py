from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.api import check
from claimcheck.cli import main
from claimcheck.errors import InputError
from claimcheck.lint.decisions import (
    DECISIONS,
    Decision,
    decision_on,
    decisions_beside,
    decisions_text,
    parse_decisions,
    read_decisions,
    without_decided,
)
from claimcheck.model.fingerprint import fingerprint
from claimcheck.report import FORMATS

TEXTS = {"a.txt": "Exports of Laos reached 3.1 billion USD in 2023.", "b.txt": "In 2023 exports of Laos reached 4.2 "
         "billion USD."}
DAY = dt.date(2024, 5, 6)
TELL_ALL = ("table", "text", "html", "json", "sarif")  # the formats that name what was put aside


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _decide(folder: Path, verdict: str, because: str = "") -> None:
    (finding,) = check(texts=TEXTS).findings
    decision = decision_on(finding, verdict, because, DAY)  # type: ignore[arg-type]
    (folder / DECISIONS).write_text(decisions_text([decision]), encoding="utf-8")


@pytest.mark.parametrize(("verdict", "code"), [("fix", 1), ("accepted", 0), ("false-alarm", 0)])
def test_a_run_honours_what_was_decided(
    verdict: str, code: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _decide(folder, verdict, "the ministry revised it")
    assert main([str(folder)]) == code
    told = capsys.readouterr().out
    assert ("1 finding silenced" in told) == (code == 0)
    assert ("cannot both hold" in told) == (code == 1)
    main([str(folder), "--all"])
    assert ("the ministry revised it" in capsys.readouterr().out) == (code == 0)


def test_a_file_alone_is_read_with_the_decisions_beside_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _decide(folder, "false-alarm")
    assert main([str(folder / "a.txt"), str(folder / "b.txt")]) == 0
    assert decisions_beside([folder / "a.txt", folder / "b.txt", folder]) == [folder / DECISIONS]


def test_standard_input_is_read_with_the_decisions_beside_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _decide(folder, "false-alarm")
    given = [str(folder / "b.txt"), "-", "--stdin-filename", str(folder / "a.txt")]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXTS["a.txt"].encode())))
    assert main(given) == 0
    assert "1 finding silenced" in capsys.readouterr().out


def test_a_figure_that_changes_is_another_finding(folder: Path) -> None:
    _decide(folder, "accepted", "known")
    changed = check(texts={**TEXTS, "b.txt": TEXTS["b.txt"].replace("4.2", "4.3")})
    assert len(without_decided(changed, [folder / DECISIONS]).findings) == 1


def test_the_file_reads_well() -> None:
    (finding,) = check(texts=TEXTS).findings
    text = decisions_text([decision_on(finding, "accepted", "revised  in\nMarch", DAY)])
    assert text.split("\n\n")[1] == f"""\
[[decision]]
finding = "{fingerprint(finding)}"
decision = "accepted"
because = "revised in March"
rule = "figure-contradicts-figure"
says = "{finding.message}"
quotes = [
  "a.txt: 3.1 billion USD",
  "b.txt: 4.2 billion USD",
]
decided = 2024-05-06
"""


@given(
    st.lists(st.builds(
        Decision, finding=st.text("0123456789abcdef", min_size=16, max_size=16), decision=st.just("false-alarm"),
        because=st.text(), says=st.text(), rule=st.text(), quotes=st.lists(st.text()).map(tuple),
        decided=st.none() | st.dates(),
    ), unique_by=lambda each: each.finding)
)
def test_what_is_written_is_read_back(decisions: list[Decision]) -> None:
    text = decisions_text(decisions)
    assert parse_decisions(text, "f") == {each.finding: each for each in decisions}
    assert decisions_text(reversed(decisions)) == text


@pytest.mark.parametrize(("text", "says"), [
    ("[[decision]]\nfinding = 3", "entry '1', key 'finding'"),
    ('[[decision]]\nfinding = "8d5f0e31c2a94b67"\ndecision = "maybe"', "entry '1', key 'decision'"),
    ('[[decision]]\nfinding = "8d5f0e31c2a94b67"\ndecision = "accepted"', "what is accepted needs a reason"),
    ("decision = 3", "key 'decision'"),
    ("other = 3", "key 'other'"),
    ("= 3", "is no TOML"),
])
def test_a_wrong_file_is_told_by_entry_and_key(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / DECISIONS
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=says):
        read_decisions(path)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_tell_of_a_decision(form: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _decide(folder, "accepted", "the ministry revised it")
    assert main([str(folder), "--format", form, "--all"]) == 0
    assert ("the ministry revised it" in capsys.readouterr().out) == (form in TELL_ALL)

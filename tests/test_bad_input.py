"""Whatever is wrong with files, folders, arguments or rules: exit code 2, one line that names it, the rest checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck import cli
from tests.cost import assert_at_most

GOOD = "Vietnam's exports reached 36.6 billion USD in 2023.\n"
RULE = """
[[rule]]
id = "{id}"
kind = "same-fact"
method = "same_fact"
since = "0.1"
what = "w"
why = "w"
settle = "s"
limits = "l"
[[rule.bad]]
reports = ["x"]
[[rule.good]]
reports = ["x"]
"""

FORMULA = (
    RULE.format(id="my-rule")
    .replace('"same_fact"', '"arithmetic"')
    .replace("[[rule.bad]]", '[rule.when]\nrelation = "conversion"\nformula = "second == ("\nsays = "s"\n[[rule.bad]]')
)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def _complaint(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The one line on standard error, after a check that it holds the words; returns standard output."""
    out, err = capsys.readouterr()
    lines = err.splitlines()
    assert len(lines) == 1, err
    assert lines[0].startswith("claimcheck: ")
    for word in words:
        assert word in lines[0]
    return str(out)


def _checks_the_rest(bad: Path, good: Path, capsys: pytest.CaptureFixture[str], *words: str) -> None:
    """The bad file is named, and the good one beside it is checked all the same."""
    assert cli.main([str(bad), str(good), "--format", "json"]) == 2
    record = json.loads(_complaint(capsys, str(bad), *words))
    assert [claim["path"] for claim in record["claims"]] == [str(good)]
    assert [diagnostic["path"] for diagnostic in record["diagnostics"]] == [str(bad)]


def test_missing_path(tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _checks_the_rest(tmp_path / "nowhere.txt", good, capsys, "no such file")


def test_nothing_is_printed_but_the_complaint_when_nothing_could_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([str(tmp_path / "nowhere.txt")]) == 2
    assert _complaint(capsys, "nowhere.txt") == ""


def test_folder_without_reports(tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "picture.png").write_bytes(b"\x89PNG")
    _checks_the_rest(folder, good, capsys, "holds no reports", ".txt")


def test_binary_file(tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x7fELF\x02\x01\x01\x00\x00\x00")
    _checks_the_rest(bad, good, capsys, "binary")


def test_invalid_utf8_names_line_and_byte(tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes("Hà Nội\n".encode() + b"exports of caf\xe9\n")
    _checks_the_rest(bad, good, capsys, "line 2", "0xe9")


def test_the_encoding_can_be_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(b"The caf\xe9 sold 36.6 million cups in 2023.\n")
    assert cli.main([str(path), "--encoding", "latin-1", "--format", "json"]) == 0
    assert capsys.readouterr().err == ""


def test_unknown_encoding(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(good), "--encoding", "utf-9"]) == 2
    _complaint(capsys, "utf-9")


def test_empty_file(tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xef\xbb\xbf \n")
    _checks_the_rest(bad, good, capsys, "no text")


def test_unknown_kind_of_file(tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_text("x", encoding="utf-8")
    _checks_the_rest(bad, good, capsys, ".docx")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("piece", "size"),
    [
        ("Exports of Vietnam reached 36.6 billion USD in 2023. ", 400_000),
        ("and ", 1_000_000),
        ("x", 5_000_000),
        ("9", 5_000_000),
        ("no. ", 1_000_000),
        ("1,", 50_000),
        (".", 500_000),
        ("(", 500_000),
        ("A. ", 500_000),
        ("“", 500_000),
    ],
)
def test_four_times_an_endless_line_takes_about_four_times_as_long(
    piece: str, size: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def lint(length: int) -> None:
        path = tmp_path / f"{length}.txt"
        path.write_text(piece * (length // len(piece)), encoding="utf-8")
        assert cli.main([str(path), "--format", "text"]) == 0

    assert_at_most(5, lambda: lint(size), lambda: lint(size // 4))
    assert capsys.readouterr().err == ""


def _rules(tmp_path: Path, text: str, folder: str = "rules") -> Path:
    root = tmp_path / folder
    root.mkdir()
    (root / "mine.toml").write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[rule]\n", ("mine.toml", "not valid TOML", "line 1")),
        ('[[rool]]\nid = "x"\n', ("mine.toml", "unknown table [[rool]]")),
        ('[rule]\nid = "x"\n', ("mine.toml", "array of tables")),
        (RULE.format(id="my-rule").replace("why =", "wy ="), ("mine.toml", "'my-rule'", "'wy'")),
        (RULE.format(id="my-rule").replace('"same-fact"', '"same"'), ("mine.toml", "'my-rule'", "'kind'")),
        (RULE.format(id="My Rule"), ("mine.toml", "'My Rule'", "'id'")),
        (RULE.format(id="my-rule") + RULE.format(id="my-rule"), ("mine.toml", "'my-rule'", "already declared")),
        (RULE.format(id="my-rule").replace('"same_fact"', '"guess"'), ("mine.toml", "'my-rule'", "'guess'")),
        (RULE.format(id="my-rule").partition("[[rule.good]]")[0], ("mine.toml", "'my-rule'", "'good'")),
        (FORMULA, ("mine.toml", "'my-rule'", "'when.formula'")),
        ('[[unit]]\nid = "smoot"\nequals = "1 smoot"\n', ("mine.toml", "'smoot'", "unknown unit")),
        (
            '[[metric]]\nid = "charm"\nnames = ["charm"]\nfacets = ["huge"]\n'
            'example = { same = ["charm", "charm"], other = ["width"] }\n',
            ("mine.toml", "'charm'", "'facets'", "unknown facet"),
        ),
    ],
    ids=[
        "broken", "unknown table", "no array", "unknown key", "unknown kind", "bad id", "duplicate id",
        "unknown method", "no good example", "bad formula", "unknown unit", "unknown facet",
    ],
)
def test_broken_rules(
    text: str, words: tuple[str, ...], tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _rules(tmp_path, text)
    assert cli.main([str(good), "--rules", str(root)]) == 2
    assert _complaint(capsys, *words) == ""


def test_a_rule_that_ships_may_not_be_declared_again(
    tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = next((Path(__file__).parent.parent / "rules" / "contradictions").glob("*.toml"))
    root = _rules(tmp_path, RULE.format(id=shipped.stem))
    assert cli.main([str(good), "--rules", str(root)]) == 2
    _complaint(capsys, "mine.toml", shipped.stem, "already declared")


def test_missing_folder_of_rules(tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(good), "--rules", str(tmp_path / "nowhere")]) == 2
    _complaint(capsys, "nowhere", "no such folder of rules")


def test_words_for_an_unknown_unit(tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "rules" / "languages" / "en"
    folder.mkdir(parents=True)
    example = '{ text = "It is 3 smoots long.", value = 3, unit = "smoot" }'
    text = f'[[unit_words]]\nunit = "smoot"\nwords = ["smoots"]\nexamples = [{example}]\n'
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    assert cli.main([str(good), "--rules", str(tmp_path / "rules")]) == 2
    _complaint(capsys, "mine.toml", "'smoot'", "unknown unit")


@pytest.mark.parametrize(
    "argv",
    [["check"], ["x.txt", "--format", "xml"], ["x.txt", "--date", "yesterday"], ["x.txt", "--nonsense"], ["explain"]],
    ids=["no path", "unknown format", "bad date", "unknown option", "no rule"],
)
def test_wrong_arguments(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(argv) == 2
    (complaint,) = capsys.readouterr().err.splitlines()
    assert complaint.startswith("claimcheck: ")
    assert complaint.endswith("--help`)")


def test_output_that_cannot_be_written(tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "nowhere" / "out.json"
    assert cli.main([str(good), "--output", str(target)]) == 2
    _complaint(capsys, str(target), "cannot be written")

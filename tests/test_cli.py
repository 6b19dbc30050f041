from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck import cli
from claimcheck.cli import manuals
from claimcheck.report import FORMATS
from claimcheck.version import VERSION

HEAVY = ("pint", "hypothesis", "numpy")


@pytest.fixture
def at_odds(tmp_path: Path) -> Path:
    """A folder of two reports that contradict each other."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("Vietnam's exports reached 36.6 billion USD in 2023.\n", encoding="utf-8")
    (folder / "b.txt").write_text("In 2023 Vietnam's exports reached 41.2 billion USD.\n", encoding="utf-8")
    return folder


@pytest.fixture
def in_accord(tmp_path: Path) -> Path:
    """A folder of two reports that agree."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("Vietnam's exports reached 36.6 billion USD in 2023.\n", encoding="utf-8")
    (folder / "b.txt").write_text("In 2023 Vietnam's exports reached 36.6 billion USD.\n", encoding="utf-8")
    return folder


def test_reports_at_odds_exit_with_one(at_odds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(at_odds)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("error  ")
    assert "«36.6 billion USD»" in out
    assert re.search(r"^conflicts .*36\.6 billion USD +41\.2 billion USD$", out, re.MULTILINE)


def test_reports_in_accord_exit_with_zero(in_accord: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(in_accord)]) == 0
    out = capsys.readouterr().out
    assert "no contradiction found in 2 reports" in out
    assert re.search(r"^agrees ", out, re.MULTILINE)


def test_check_is_the_default_command(at_odds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = []
    for argv in ([str(at_odds)], ["check", str(at_odds)], ["--format", "table", str(at_odds)]):
        assert cli.main(argv) == 1
        outputs.append(capsys.readouterr().out)
    assert len(set(outputs)) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written(form: str, at_odds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(at_odds), "--format", form]) == 1
    assert "41.2 billion USD" in capsys.readouterr().out


def test_paths_are_relative_to_the_folder_given(at_odds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main([str(at_odds), "--format", "json"])
    record = json.loads(capsys.readouterr().out)
    assert {claim["path"] for claim in record["claims"]} == {"a.txt", "b.txt"}


def test_files_keep_the_names_given(at_odds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(at_odds / "a.txt")
    cli.main([path, "--format", "json"])
    assert {claim["path"] for claim in json.loads(capsys.readouterr().out)["claims"]} == {path}


def test_json_quotes_are_slices_of_the_source(at_odds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main([str(at_odds), "--format", "json"])
    for finding in json.loads(capsys.readouterr().out)["findings"]:
        for claim in finding["claims"]:
            source = (at_odds / claim["path"]).read_text(encoding="utf-8")
            assert source[claim["start"] : claim["end"]] == claim["text"]


def test_fail_on_decides_the_exit_code_alone(at_odds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = {level: cli.main([str(at_odds), "--fail-on", level]) for level in ("error", "warning", "note", "never")}
    assert codes == {"error": 1, "warning": 1, "note": 1, "never": 0}


def test_standard_input_is_read_as_a_report(
    at_odds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (at_odds / "a.txt").read_bytes() + (at_odds / "b.txt").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert cli.main(["-", "--format", "json"]) == 1
    assert {claim["path"] for claim in json.loads(capsys.readouterr().out)["claims"]} == {"-"}


def test_output_goes_to_a_file(at_odds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "found.json"
    assert cli.main([str(at_odds), "--format", "json", "--output", str(target)]) == 1
    assert capsys.readouterr().out == ""
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == VERSION


def test_extract_gives_mentions(at_odds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["extract", str(at_odds), "--format", "json"]) == 0
    mentions = json.loads(capsys.readouterr().out)["mentions"]
    values = {(each["path"], Decimal(each["value"])) for each in mentions if each["kind"] == "quantity"}
    assert values == {("a.txt", Decimal(36_600_000_000)), ("b.txt", Decimal(41_200_000_000))}


def test_extract_shows_a_table_to_people(at_odds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["extract", str(at_odds)]) == 0
    assert re.search(r"^quantity +36\.6 billion USD +36600000000 USD; metric", capsys.readouterr().out, re.MULTILINE)


def test_the_date_given_settles_relative_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Exports reached 36.6 billion USD last year.\n", encoding="utf-8")
    cli.main(["extract", str(path), "--format", "json", "--date", "2024-02-01"])
    mentions = json.loads(capsys.readouterr().out)["mentions"]
    assert [each["value"] for each in mentions if each["kind"] == "date"] == ["2023"]


def test_the_schema_is_a_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"version", "findings", "claims", "not_compared"} <= schema["properties"].keys()


def test_the_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["rules"]) == 0
    listed = capsys.readouterr().out
    rules = (Path(__file__).parent.parent / "rules" / "contradictions").glob("*.toml")
    for rule in rules:
        assert re.search(rf"^{rule.stem} ", listed, re.MULTILINE)


def test_a_rule_is_explained_with_the_finding_of_its_example(capsys: pytest.CaptureFixture[str]) -> None:
    rule = "figure-contradicts-figure"
    assert cli.main(["explain", rule]) == 0
    page = capsys.readouterr().out
    assert page.startswith(f"# {rule}\n")
    assert re.search(rf"^(error|warning|note)  {rule}  ", page, re.MULTILINE)
    for heading in ("What.", "Why.", "Bad.", "Good.", "How to settle it.", "Limits."):
        assert f"**{heading}**" in page


def test_an_unknown_rule_is_answered_with_the_nearest_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "figure-contradict-figures"]) == 2
    assert "did you mean figure-contradicts-figure" in capsys.readouterr().err


def test_a_stale_handbook_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "rules.md"
    assert cli.main(["handbook", "--output", str(page)]) == 0
    assert cli.main(["handbook", "--check", "--output", str(page)]) == 0
    page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert cli.main(["handbook", "--check", "--output", str(page)]) == 1
    assert "stale" in capsys.readouterr().err


def test_a_bug_of_ours_exits_with_three(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(manuals, "packs_of", broken)
    assert cli.main(["rules"]) == 3
    err = capsys.readouterr().err
    assert "internal error: ZeroDivisionError: by nothing" in err
    assert "Traceback" not in err
    assert cli.main(["rules", "--debug"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_help_and_version_exit_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"claimcheck {VERSION}\n"
    assert cli.main([]) == 0
    assert "commands:" in capsys.readouterr().out


def test_the_module_runs_as_a_program_without_heavy_imports(at_odds: Path) -> None:
    probe = (
        "import sys\nfrom claimcheck.cli import main\ncode = main(sys.argv[1:])\n"
        f"assert not [name for name in {HEAVY!r} if name in sys.modules]\nsys.exit(code)\n"
    )
    run = subprocess.run([sys.executable, "-c", probe, str(at_odds)], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (1, "")
    again = subprocess.run(
        [sys.executable, "-m", "claimcheck", str(at_odds)], capture_output=True, text=True, check=False
    )
    assert (again.returncode, again.stdout) == (1, run.stdout)


_LEAVING = """
import sys, threading, time
from claimcheck.cli.terminal import leave
def work():
    time.sleep(0.2)
    print("done")
if "work" in sys.argv:
    threading.Thread(target=work).start()
print("said")
leave(3)
"""


@pytest.mark.parametrize(("argument", "said"), [("", "said\n"), ("work", "said\ndone\n")])
def test_leaving_at_once_loses_neither_output_nor_work(argument: str, said: str) -> None:
    run = subprocess.run([sys.executable, "-c", _LEAVING, argument], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (3, said, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_told() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        run = subprocess.run(
            [sys.executable, "-c", _LEAVING], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert run.returncode not in (0, 3)
    assert "No space left" in run.stderr


def test_why_says_what_became_of_two_claims(at_odds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = sorted(path.name for path in at_odds.iterdir())
    assert cli.main(["why", f"{first}:1", f"{second}:1", str(at_odds)]) == 1
    assert "conflicts" in capsys.readouterr().out
    assert cli.main(["why", "no such words", f"{second}:1", str(at_odds)]) == 2
    assert "no claim reads so" in capsys.readouterr().err

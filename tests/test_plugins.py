"""Plug-ins: a package that lies where packages are installed adds readers, extractors, methods and formats."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from claimcheck import InputError, check
from claimcheck.cli import main
from claimcheck.lint.config import read_config
from claimcheck.plugins import _offers, offered
from claimcheck.report import render_report

ROOT = Path(__file__).parent.parent
CUSTOMS = "Exports of Nghe An province reached 2.64 billion USD in 2023."
PAPER = "In 2023 exports of Nghe An reached 2.84 billion USD."
ENTRY_POINTS = """
    [claimcheck.readers]
    shout = toy_plugin:read_shout
    crash = toy_plugin:read_crash
    short = toy_plugin:read_short
    lost = no_such_module:read
    txt = toy_plugin:read_crash
    [claimcheck.formats]
    tally = toy_plugin:render_tally
    number = toy_plugin:render_number
    constant = toy_plugin:CONSTANT
    [claimcheck.methods]
    round_figures = toy_plugin:check_round
    careless = toy_plugin:check_careless
    [claimcheck.extractors]
    minister = toy_plugin:extract_minister
"""
MODULE = '''
    from claimcheck import Claim, Document, Finding
    from claimcheck.model.document import Block

    CONSTANT = 3

    def read_shout(data, path, *, date):
        text = data.decode()
        blocks = (Block(kind="paragraph", start=0, end=len(text)),)
        return Document(path=path, text=text, reading=text.replace("!", "."), blocks=blocks, date=date)

    def read_crash(data, path, *, date):
        raise RuntimeError("out of paper")

    def read_short(data, path, *, date):
        return Document(path=path, text="long", reading="", blocks=())

    def render_tally(report, look):
        return f"{len(report.findings)} in all\\n"

    def render_number(report, look):
        return len(report.findings)

    def check_round(rule, ledger):
        for claim in ledger.claims_of("quantity"):
            if claim.value % 10**9 == 0:
                yield Finding(rule=rule.id, kind=rule.kind, severity="warning", message="round",
                              explanation="it is round", claims=(claim,))

    def check_careless(rule, ledger):
        yield "a finding"

    def extract_minister(document):
        if "minister" in document.text:
            yield Claim(metric="exports", subject="Nghe An", value="2.9 billion USD", period="2023")
'''
RULE = """
    [[rule]]
    id = "figure-too-round"
    kind = "count"
    method = "{method}"
    since = "0.1"
    what = "A figure that is whole billions."
    why = "It was hardly counted."
    settle = "Ask."
    limits = "None."
    [[rule.bad]]
    reports = ["Exports reached 3 billion USD in 2023."]
    [[rule.good]]
    reports = ["Exports reached 3.1 billion USD in 2023."]
"""


def _install(site: Path, name: str, entry_points: str, module: str = "") -> None:
    """A package as an installer leaves it behind: its metadata, and a module."""
    told = site / f"{name}-1.2.dist-info"
    told.mkdir(parents=True)
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n", encoding="utf-8")
    (told / "entry_points.txt").write_text(dedent(entry_points), encoding="utf-8")
    if module:
        (site / f"{name}.py").write_text(dedent(module), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of installed packages that holds the toy."""
    site = tmp_path / "site"
    _install(site, "toy_plugin", ENTRY_POINTS, MODULE)
    monkeypatch.syspath_prepend(site)
    _offers.cache_clear()
    yield site
    _offers.cache_clear()
    sys.modules.pop("toy_plugin", None)


def _rule(folder: Path, method: str) -> Path:
    folder.mkdir()
    (folder / "figure-too-round.toml").write_text(dedent(RULE.format(method=method)), encoding="utf-8")
    return folder


@pytest.mark.usefixtures("site")
def test_reader_reads_files_of_its_suffix_named_and_in_folders(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.SHOUT").write_text(CUSTOMS.replace(".", "!").replace("2!64", "2.64"), encoding="utf-8")
    (folder / "b.txt").write_text(PAPER, encoding="utf-8")
    for paths in ([folder], [folder / "a.SHOUT", folder / "b.txt"]):
        assert [finding.kind for finding in check(paths).findings] == ["same-fact"]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("suffix", "reason"),
    [
        ("crash", "read_crash': failed: RuntimeError: out of paper"),
        ("short", "read_short': gives a document of another path, or whose reading is not as long as its text"),
        ("lost", "no_such_module:read': cannot be loaded: ModuleNotFoundError: No module named 'no_such_module'"),
    ],
)
def test_broken_reader_is_a_diagnostic_that_names_it_and_others_are_read(
    tmp_path: Path, suffix: str, reason: str
) -> None:
    (tmp_path / f"a.{suffix}").write_text(CUSTOMS, encoding="utf-8")
    (tmp_path / "b.txt").write_text(PAPER, encoding="utf-8")  # a built-in reader, which no plug-in replaces
    report = check([tmp_path / f"a.{suffix}", tmp_path / "b.txt"])
    assert report.documents == (str(tmp_path / "b.txt"),)
    (told,) = report.diagnostics
    assert told.reason.startswith(f"plug-in of toy_plugin 1.2: entry 'claimcheck.readers: {suffix} = ")
    assert told.reason.endswith(reason)


@pytest.mark.usefixtures("site")
def test_unknown_suffix_tells_those_of_plugins_too(tmp_path: Path) -> None:
    (tmp_path / "a.nothing").write_text(CUSTOMS, encoding="utf-8")
    (told,) = check(tmp_path / "a.nothing").diagnostics
    assert "no reader for .nothing files" in told.reason
    assert ".shout" in told.reason


@pytest.mark.usefixtures("site")
def test_readers_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats"]) == 0
    rows = [line.split()[:2] for line in capsys.readouterr().out.splitlines()]
    assert [".shout", "plug-in"] in rows
    assert [".txt", "plug-in"] not in rows


@pytest.mark.usefixtures("site")
def test_format_is_known_to_the_command_line_and_to_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(CUSTOMS, encoding="utf-8")
    assert main([str(tmp_path / "a.txt"), "--format", "tally"]) == 0
    assert capsys.readouterr().out == "0 in all\n"
    settings = tmp_path / "claimcheck.toml"
    settings.write_text('format = "tally"\n', encoding="utf-8")
    assert read_config(settings).format == "tally"
    assert main([str(tmp_path / "a.txt"), "--format", "number"]) == 2
    assert "render_number': gives int, not str" in capsys.readouterr().err


@pytest.mark.usefixtures("site")
def test_entry_point_that_is_no_function_is_told() -> None:
    with pytest.raises(InputError, match=r"plug-in of toy_plugin 1\.2: .*toy_plugin:CONSTANT': is no function"):
        render_report(check(), "constant")
    with pytest.raises(KeyError):
        render_report(check(), "nowhere")


@pytest.mark.usefixtures("site")
def test_method_runs_the_rules_that_name_it(tmp_path: Path) -> None:
    rules = _rule(tmp_path / "rules", "round_figures")
    texts = ["Exports reached 3 billion USD in 2023.", "Imports reached 3.1 billion USD in 2023."]
    (found,) = check(texts=texts, rules=[rules]).findings
    assert (found.rule, found.claims[0].text) == ("figure-too-round", "3 billion USD")


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("method", "reason"),
    [("careless", "check_careless': gives str, not Finding or Verdict"), ("lacking", "unknown method 'lacking'")],
)
def test_wrong_method_is_told(tmp_path: Path, method: str, reason: str) -> None:
    with pytest.raises(InputError) as told:
        check(texts=[CUSTOMS], rules=[_rule(tmp_path / "rules", method)])
    assert reason in str(told.value)


@pytest.mark.usefixtures("site")
def test_extractor_adds_its_claims_to_those_of_the_reports() -> None:
    report = check(texts={"customs": CUSTOMS, "speech": "The minister spoke."}, extractors=["minister"])
    told = {claim.path for finding in report.findings for claim in finding.claims}
    assert told == {"customs", "speech"}
    with pytest.raises(InputError, match="extractors: no plug-in 'clerk'; known: minister"):
        check(texts=[CUSTOMS], extractors=["clerk"])


def test_two_packages_with_one_name_are_told_of(site: Path) -> None:
    _install(site, "rival", "[claimcheck.formats]\ntally = rival:render\n")
    _offers.cache_clear()
    with pytest.raises(InputError, match=r"rival 1\.2 and toy_plugin 1\.2"):
        render_report(check(), "tally")


@pytest.mark.usefixtures("site")
def test_nothing_is_looked_up_for_what_is_built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: str) -> None:
        raise AssertionError("entry points were looked up")

    monkeypatch.setattr("importlib.metadata.entry_points", refuse)
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(CUSTOMS, encoding="utf-8")
    assert main([str(folder), "--format", "json"]) == 0
    with pytest.raises(AssertionError):
        offered("claimcheck.formats")


def test_import_loads_nothing_that_only_writers_of_plugins_need() -> None:
    code = "import sys, claimcheck; print(*sorted(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not {"claimcheck.protocols", "claimcheck.report"} & set(told.stdout.split())


@pytest.mark.usefixtures("site")
def test_extractor_is_named_on_the_command_line_or_in_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "customs.txt").write_text(CUSTOMS, encoding="utf-8")
    (reports / "speech.txt").write_text("The minister spoke.", encoding="utf-8")
    assert main([str(reports), "--format", "concise"]) == 0
    assert main([str(reports), "--format", "concise", "--extractor", "minister"]) == 1
    assert "“2.9 billion USD” (speech.txt:1)" in capsys.readouterr().out
    assert main(["why", "2.64 billion", "speech.txt:1", str(reports), "--extractor", "minister"]) == 1
    assert main([str(reports), "--extractor", "clerk"]) == 2
    assert "no plug-in 'clerk'; known: minister" in capsys.readouterr().err
    (reports / "claimcheck.toml").write_text('extractors = "minister"', encoding="utf-8")
    assert main([str(reports), "--format", "concise"]) == 1

"""One report in eight kinds of file: the same claims, the same finding, and a place that leads to each."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest

from claimcheck import cli
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.pipeline import check_documents, packs_of, read_paths
from tests.read.report_files import FILES, OTHER, PARAGRAPHS, ROWS, TITLE

_Told = tuple[str, str, str | None, str | None, str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reports")
    for name, make in FILES.items():
        (path / name).write_bytes(make())
    (path / "other.txt").write_text(OTHER, encoding="utf-8")
    return path


def _read(path: Path) -> Document:
    (document,), diagnostics = read_paths([path], packs_of())
    assert not diagnostics
    return document


def _prose(document: Document) -> list[str]:
    return [
        " ".join(document.reading[block.start : block.end].split())
        for block in document.blocks if block.kind != "furniture"
    ]


def _in_prose(claims: tuple[Claim, ...], document: Document) -> list[_Told]:
    """What the claims of the paragraphs say, wherever they stand."""
    spans = [(block.start, block.end) for block in document.blocks]
    told = [claim for claim in claims if any(start <= claim.start and claim.end <= end for start, end in spans)]
    return [
        (claim.kind, claim.text.replace("*", ""), claim.metric, claim.subject, str(claim.period)) for claim in told
    ]


@pytest.mark.parametrize("name", FILES)
def test_the_words_are_the_same(folder: Path, name: str) -> None:
    assert _prose(_read(folder / name))[-4:] == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize("name", FILES)
def test_the_claims_and_the_findings_are_the_same(folder: Path, name: str) -> None:
    other = _read(folder / "other.txt")
    plain, document = _read(folder / "report.txt"), _read(folder / name)
    expected, found = (check_documents([each, other]) for each in (plain, document))
    of_plain = _in_prose(tuple(claim for claim in expected.claims if claim.path == plain.path), plain)
    of_file = _in_prose(tuple(claim for claim in found.claims if claim.path == document.path), document)
    assert len(of_plain) >= 6
    assert of_file == of_plain
    rules = [finding.rule for finding in expected.findings]
    assert rules
    assert [finding.rule for finding in found.findings] == rules
    for one, same in zip(expected.findings, found.findings, strict=True):
        assert [claim.text.replace("*", "") for claim in same.claims] == [claim.text for claim in one.claims]


@pytest.mark.parametrize("name", ["report.html", "report.docx", "report.xlsx", "report.ods", "report.pdf"])
def test_the_table_is_the_same(folder: Path, name: str) -> None:
    document = _read(folder / name)
    (table,) = document.tables
    assert tuple(tuple(document.text[cell.start : cell.end] for cell in row) for row in table.rows) == ROWS
    assert [[cell.column for cell in row] for row in table.rows] == [[0, 1, 2]] * len(ROWS)
    inside = [block for block in document.blocks if table.start <= block.start < table.end]
    assert not inside, "the cells of a table are no running text"


@pytest.mark.parametrize("name", FILES)
def test_every_claim_is_the_slice_that_it_names(folder: Path, name: str) -> None:
    document = _read(folder / name)
    for claim in check_documents([document]).claims:
        assert document.text[claim.start : claim.end] == claim.text


def _claims(folder: Path, name: str) -> list[Claim]:
    return [claim for claim in check_documents([_read(folder / name)]).claims if claim.kind == "quantity"]


def test_a_cell_leads_to_its_claim(folder: Path) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO((folder / "report.xlsx").read_bytes())).active
    for claim in _claims(folder, "report.xlsx"):
        place = re.fullmatch(r"sheet Sheet, cell ([A-Z]+[0-9]+)", claim.part)
        assert place
        shown = sheet[place[1]].value
        assert claim.text in (shown if isinstance(shown, str) else f"{shown:,}")


def test_a_paragraph_leads_to_its_claim(folder: Path) -> None:
    document = docx.Document(str(folder / "report.docx"))
    paragraphs = [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()]
    for claim in _claims(folder, "report.docx"):
        if place := re.fullmatch(r"paragraph ([0-9]+)", claim.part):
            assert claim.text in paragraphs[int(place[1]) - 1]
        else:
            table, row, column = map(int, re.findall(r"[0-9]+", claim.part))
            assert claim.text in document.tables[table - 1].cell(row - 1, column - 1).text


def test_a_page_and_its_box_lead_to_what_a_finding_quotes(folder: Path) -> None:
    document = _read(folder / "report.pdf")
    report = check_documents([document, _read(folder / "other.txt")])
    quoted = [claim for finding in report.findings for claim in finding.claims if claim.path == document.path]
    assert quoted
    page = pypdfium2.PdfDocument(str(folder / "report.pdf"))[0]
    height = page.get_height()
    for claim in quoted:
        assert claim.part == "page 1"
        assert claim.box is not None
        assert claim in report.claims
        left, top, right, bottom = claim.box
        inside = page.get_textpage().get_text_bounded(left - 1, height - bottom, right + 1, height - top)
        assert " ".join(inside.split()) == claim.text


def test_parts_and_boxes_stand_in_the_output_where_they_exist(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(folder / "report.pdf"), str(folder / "other.txt")]
    assert cli.main([*paths, "--format", "json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    by_name = {Path(claim["path"]).name: claim for claim in finding["claims"]}
    assert by_name["report.pdf"]["part"] == "page 1"
    assert len(by_name["report.pdf"]["box"]) == 4
    assert not by_name["other.txt"].keys() & {"part", "box"}
    assert cli.main(paths) == 1
    assert "report.pdf, page 1" in capsys.readouterr().out

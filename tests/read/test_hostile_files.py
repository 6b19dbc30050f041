"""Files made to do harm, broken ones, and ones that are not what their names say: a clear error, and soon."""

from __future__ import annotations

import base64
import importlib.util
import io
import random
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from claimcheck import cli
from claimcheck.errors import InputError
from claimcheck.extras import MODULES
from claimcheck.read import FORMATS, read_document
from claimcheck.read.archive import DEEPEST, MOST_BYTES
from claimcheck.read.furniture import Furniture
from claimcheck.read.sheet import MOST_CELLS
from tests.cost import assert_at_most
from tests.read.report_files import FILES, archive, ods, saved, word, word_part

FURNITURE = Furniture([])
BINARY = ("report.docx", "report.xlsx", "report.ods", "report.pdf")


def refuse(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        read_document(data, name, FURNITURE)
    assert caught.value.path == name


def xlsx(sheet: bytes | str, **more: bytes | str) -> bytes:
    """A workbook of one sheet, whose XML is given."""
    book = openpyxl.Workbook()
    source = zipfile.ZipFile(io.BytesIO(saved(book)))
    files: dict[str, str | bytes] = {name: source.read(name) for name in source.namelist()}
    return archive({**files, "xl/worksheets/sheet1.xml": sheet, **more})


def sheet(rows: str) -> str:
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


BOMB = b"<x>" + b" " * (MOST_BYTES + 1000) + b"</x>"


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.docx", lambda: archive({"word/document.xml": BOMB})),
        ("a.xlsx", lambda: xlsx(BOMB)),
        ("a.ods", lambda: archive({"content.xml": BOMB})),
    ],
)
def test_a_bomb_is_not_unpacked(name: str, make: Callable[[], bytes]) -> None:
    data = make()
    assert len(data) < MOST_BYTES // 100
    tracemalloc.start()
    refuse(data, name, "unpacks to more than 100 MB")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000, "the size that the archive declares is enough to refuse it"


def test_a_bomb_that_lies_about_its_size_is_stopped() -> None:
    data = archive({"word/document.xml": b"<x>" + b" " * 5_000_000 + b"</x>"})
    true_size = (5_000_007).to_bytes(4, "little")
    assert true_size in data
    refuse(data.replace(true_size, (100).to_bytes(4, "little")), "a.docx", "broken|unpacks to more")


def test_an_archive_of_very_many_files_is_refused() -> None:
    refuse(archive({f"{number}.xml": "" for number in range(10_001)}), "a.docx", "holds 10,001 files")


BODY = word_part("document", "<w:body/>")
ENTITIES = '<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("a.docx", {"word/document.xml": BODY}),
        ("a.docx", {"word/document.xml": BODY, "word/styles.xml": word_part("styles", "")}),
        ("a.ods", {"content.xml": "<x/>"}),
    ],
)
def test_xml_with_a_document_type_is_refused(name: str, files: dict[str, str], codec: str) -> None:
    last = list(files)[-1]
    refuse(archive({**files, last: (ENTITIES + files[last]).encode(codec)}), name, "declares a document type")


def test_workbooks_with_a_document_type_are_refused_whatever_part_it_stands_in() -> None:
    refuse(xlsx(ENTITIES + sheet("")), "a.xlsx", "declares a document type")
    refuse(xlsx(sheet(""), **{"xl/sharedStrings.xml": ENTITIES + "<sst/>"}), "a.xlsx", "declares a document type")


@pytest.mark.parametrize("tag", ["w:sdt", "w:ins", "w:hyperlink"])
def test_deep_nesting_is_refused(tag: str) -> None:
    def nested(depth: int) -> bytes:
        return word(f"<w:p>{f'<{tag}>' * depth}<w:r><w:t>x</w:t></w:r>{f'</{tag}>' * depth}</w:p>")

    assert "x" in read_document(nested(DEEPEST - 10), "a.docx", FURNITURE).text
    refuse(nested(DEEPEST + 10), "a.docx", "deep")
    refuse(nested(100_000), "a.docx", "deep")


def test_tables_within_tables_are_refused_when_deep() -> None:
    depth = 2_000
    inner = "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth
    refuse(word(inner), "a.docx", "deep")


def test_a_million_cells_are_refused_soon_and_in_little_room() -> None:
    few, many = (xlsx(sheet(f"<row>{'<c><v>1</v></c>' * 10}</row>" * rows)) for rows in (MOST_CELLS // 10, 100_000))
    refuse(many, "a.xlsx", f"more than {MOST_CELLS:,} filled cells")
    assert_at_most(2, lambda: refuse(many, "a.xlsx", "cells"), lambda: read_document(few, "a.xlsx", FURNITURE))


@pytest.mark.parametrize(
    "rows",
    [
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>1</text:p></table:table-cell>'
        "</table:table-row>",
        '<table:table-row><table:table-cell table:number-columns-repeated="1000000"><text:p>1</text:p>'
        "</table:table-cell></table:table-row>",
    ],
)
def test_a_million_repeated_cells_are_refused(rows: str) -> None:
    refuse(ods(f"<table:table>{rows}</table:table>"), "a.ods", f"more than {MOST_CELLS:,} filled cells")


def test_cells_in_the_far_corner_of_a_sheet_take_no_room() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    refuse(xlsx(sheet(rows)), "a.xlsx", "spreads its cells")


@pytest.mark.parametrize(
    "page",
    [
        lambda n: "<table><tr><td>" * n + "1" + "</td></tr></table>" * n,
        lambda n: "<table><tr>" + '<td colspan="900000000" rowspan="900000000">7</td>' * n + "</tr></table>",
        lambda n: "<table>" + '<tr><td rowspan="5000">1</td><td>2</td></tr>' * n + "</table>",
        lambda n: "<table>" + "<tr><td>Total<td>1,204" * n,
        lambda n: "<table><tr><td>" + "<p style='margin-left:9999999em'>" * n + "1",
    ],
    ids=["nested", "wide and high", "all high", "never closed", "set in"],
)
def test_tables_of_pages_cost_no_more_than_their_length(page: Callable[[int], str]) -> None:
    few, many = page(1_000).encode(), page(4_000).encode()
    assert_at_most(
        5, lambda: read_document(many, "a.html", FURNITURE), lambda: read_document(few, "a.html", FURNITURE)
    )


def test_spans_and_indents_of_word_tables_are_bounded() -> None:
    cell = (
        '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/><w:vMerge/></w:tcPr><w:p><w:pPr><w:ind w:left="99999999999"/>'
        "</w:pPr><w:r><w:t>12</w:t></w:r></w:p></w:tc>"
    )
    plain = "<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc>"
    wide, usual = (word(f"<w:tbl>{f'<w:tr>{each * 50}</w:tr>' * 50}</w:tbl>") for each in (cell, plain))
    assert_at_most(
        5, lambda: read_document(wide, "a.docx", FURNITURE), lambda: read_document(usual, "a.docx", FURNITURE)
    )
    document = read_document(wide, "a.docx", FURNITURE)
    assert all(cell.indent == 0 for table in document.tables for row in table.rows for cell in row)


def test_macros_are_never_looked_at() -> None:
    rows = '<row r="1"><c r="A1"><v>12</v></c><c r="B1"><f>CMD("x")</f><v>34</v></c></row>'
    document = read_document(xlsx(sheet(rows), **{"xl/vbaProject.bin": b"\0macro"}), "a.xlsm", FURNITURE)
    assert document.text.split() == ["Sheet", "12", "34"]


def _encrypted() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 700, "Nobody may read this.")
    canvas.save()
    return file.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", b"%PDF-1.7\nnothing else", "broken PDF"),
        ("a.pdf", _encrypted(), "encrypted"),
        ("a.pdf", b"The budget of the town", "not a PDF file"),
        ("a.pdf", b"", "not a PDF file"),
        ("a.docx", OLE, "encrypted, or of an old binary format"),
        ("a.xlsx", OLE, "encrypted, or of an old binary format"),
        ("a.docx", b"The budget of the town", "is a text file, not a Word document"),
        ("a.xlsx", b"a,b\n1,2\n", "is a text file, not an Excel workbook"),
        ("a.docx", b"%PDF-1.7", "is a PDF file, not a Word document"),
        ("a.docx", b"", "is empty"),
        ("a.docx", b"PK\x03\x04 and no more", "broken ZIP archive"),
        ("a.docx", archive({"a.txt": "x"}), "holds no word/document.xml"),
        ("a.docx", archive({"word/document.xml": "<x"}), "broken XML"),
        ("a.docx", archive({"word/document.xml": "<x/>"}), "no Word document"),
        ("a.xlsx", archive({"a.txt": "x"}), "no Excel workbook"),
        ("a.ods", archive({"content.xml": "<x/>"}), "no spreadsheet"),
        ("a.txt", archive({"a.txt": "x"}), "a ZIP archive"),
        ("a.md", b"%PDF-1.7", "a PDF file"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "a picture"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name: str, data: bytes, reason: str) -> None:
    refuse(data, name, reason)


PACKED = zlib.compress(b" " * 50_000_000)


def _pdf(stream: bytes, filters: str) -> bytes:
    """A PDF of one page with this stream as its content; broken, but not so that pdfium would mind."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>endobj\n"
        + f"4 0 obj<</Length {len(stream)}/Filter[{filters}]>>stream\n".encode()
        + stream + b"\nendstream endobj\ntrailer<</Size 5/Root 1 0 R>>\n%%EOF"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_pdf(PACKED, "/FlateDecode"), "far more text"),
        (_pdf(base64.a85encode(PACKED) + b"~>", "/ASCII85Decode/FlateDecode"), "far more text"),
        (_pdf(zlib.compress(PACKED), "/FlateDecode/FlateDecode"), "packs a stream of data twice"),
        (_pdf(zlib.compress(b" " * 1000), "/FlateDecode"), "no text layer"),
    ],
    ids=["plain", "as text", "twice", "harmless"],
)
def test_a_bomb_in_a_pdf_is_not_unpacked(data: bytes, reason: str) -> None:
    assert_at_most(0.5, lambda: refuse(data, "a.pdf", reason), lambda: zlib.decompress(PACKED))


@pytest.mark.parametrize("name", BINARY)
def test_a_file_with_wrong_bytes_is_read_or_refused(name: str) -> None:
    whole = FILES[name]()
    dice = random.Random(7)
    for _ in range(25):
        data = bytearray(whole)
        for _ in range(dice.randrange(1, 30)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        if dice.random() < 0.3:
            del data[dice.randrange(len(data)) :]
        try:
            read_document(bytes(data), name, FURNITURE)
        except InputError as error:
            assert error.path == name  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize("name", ["report.docx", "report.xlsx", "report.ods"])
def test_an_archive_with_wrong_xml_is_read_or_refused(name: str) -> None:
    source = zipfile.ZipFile(io.BytesIO(FILES[name]()))
    files = {each: source.read(each) for each in source.namelist()}
    dice = random.Random(11)
    for _ in range(20):
        changed: dict[str, str | bytes] = {**files}
        at = dice.choice([each for each in files if each.endswith(".xml")])
        data = bytearray(files[at])
        for _ in range(dice.randrange(1, 6)):
            place = dice.randrange(len(data))
            put = (dice.choice(b'0123456789"<>/ ABZ=-') for _ in range(dice.randrange(4)))
            data[place : place + dice.randrange(4)] = bytes(put)
        changed[at] = bytes(data)
        try:
            read_document(archive(changed), name, FURNITURE)
        except InputError as error:
            assert error.path == name  # noqa: PT017


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.ods", "a.pdf", "a.txt", "a.html", "a.csv"])
def test_the_other_files_are_checked(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_bytes(archive({"word/document.xml": ENTITIES}))
    (tmp_path / "b.txt").write_text("Exports of Norway reached 62.4 billion euros in 2023.", encoding="utf-8")
    assert cli.main([str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert name in err
    assert "no contradiction found in 1 report" in out


@pytest.mark.parametrize(("name", "extra"), [("report.pdf", "pdf"), ("report.xlsx", "xlsx")])
def test_a_missing_extra_is_asked_for(
    name: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    present = importlib.import_module

    def missing(module: str) -> ModuleType:
        if module.split(".")[0] in {each for modules in MODULES.values() for each in modules}:
            raise ModuleNotFoundError(module)
        return present(module)

    monkeypatch.setattr(importlib, "import_module", missing)
    monkeypatch.setattr(importlib.util, "find_spec", lambda module: None)
    (tmp_path / name).write_bytes(FILES[name]())
    (tmp_path / "b.txt").write_text("Exports of Norway reached 62.4 billion euros in 2023.", encoding="utf-8")
    assert cli.main([str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert f'pip install "claimcheck-reports[{extra}]"' in err
    assert "in 1 report" in out
    assert cli.main(["formats"]) == 0
    listed = capsys.readouterr().out
    assert f'pip install "claimcheck-reports[{extra}]"' in " ".join(listed.split())


def test_formats_lists_every_suffix(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["formats"]) == 0
    listed = capsys.readouterr().out
    for suffix in FORMATS:
        assert suffix in listed
    assert "installed" in listed

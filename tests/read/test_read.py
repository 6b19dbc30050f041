"""Reading: what is kept, what is furniture, and that every offset means the same place in source and reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.model.document import Document
from claimcheck.packs.load import load_packs
from claimcheck.packs.schema.furniture import FurnitureSpec
from claimcheck.read import read_document
from claimcheck.read.furniture import Furniture

PACKS = load_packs()
SPECS = [spec for code in PACKS.languages for spec in PACKS.select(FurnitureSpec, code)]
FURNITURE = Furniture(SPECS)


def read(text: str, name: str = "a.txt", furniture: Furniture = FURNITURE) -> Document:
    return read_document(text, name, furniture)


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


@given(st.text(alphabet="ab *_`[]()#>|-.\n\r\t\u00a0\u2009é đ1", max_size=200), st.sampled_from(["a.txt", "a.md"]))
def test_the_reading_has_the_length_of_the_source_and_blocks_are_ordered_slices_of_it(text: str, name: str) -> None:
    document = read(text, name)
    assert len(document.reading) == len(document.text) == len(text)
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        at = block.end


@pytest.mark.law
@given(st.text(alphabet="ab\n\r 1", max_size=60), st.data())
def test_a_place_cut_out_of_its_document_is_the_quotation(text: str, data: st.DataObject) -> None:
    document = read(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = document.place(start, end)
    assert place.text == text[start:end]
    lines = text.split("\n")
    assert sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1 == start


def test_plain_lines_are_paragraphs_and_short_unfinished_ones_headings() -> None:
    text = "Harvest in numbers\n\nFarms grew 4 tonnes.\nPrices fell.\n- wheat: 3\n| a | 1 |\n"
    assert kinds(read(text)) == [
        ("heading", "Harvest in numbers"),
        ("paragraph", "Farms grew 4 tonnes."),
        ("paragraph", "Prices fell."),
        ("item", "- wheat: 3"),
        ("row", "| a | 1 |"),
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The council of the northern district agreed on Monday to spend\n"
        "12 million euros on schools, which is 3 million euros more than\n"
        "in the year before. The mayor was content.\n"
    )
    document = read(text)
    assert [block.kind for block in document.blocks] == ["paragraph"]


def test_a_line_that_breaks_off_is_joined_to_the_next() -> None:
    text = (
        "The library lent 640,000 books: 410,000 novels, 150,000 picture books for children of all ages, and\n"
        "80,000 guides.\n"
        "It is open every day.\n"
    )
    unfinished = Furniture((), unfinished=["and"])
    assert len(read(text, furniture=unfinished).blocks) == 2
    assert len(read(text.replace(", and\n", " also\n"), furniture=unfinished).blocks) == 3


def test_wide_lines_are_joined_only_where_a_sentence_runs_over_their_ends() -> None:
    line = f"Its budget for 2025 foresees spending of 421.6 million euros, {'much ' * 8}more than it"
    assert len(read(f"{line}\nForesaw for the year before.").blocks) == 1
    assert len(read(f"{line}.\nThe library is open every day.").blocks) == 2


def test_a_line_that_goes_on_in_lower_case_belongs_to_the_one_before() -> None:
    assert len(read("Exports of the province rose\nby a tenth in March.").blocks) == 1


def test_furniture_is_named_with_its_reason() -> None:
    counters = "  • Online now: 4\n  • Today: 1\n  • Total: 77\n"
    text = counters + "Login\nThe dam holds 4 million cubic metres.\nSource\nComment (0)"
    document = read(text)
    report = [document.text[block.start : block.end] for block in document.blocks if block.kind != "furniture"]
    assert report == ["The dam holds 4 million cubic metres."]
    assert all(block.reason for block in document.blocks if block.kind == "furniture")


def test_a_fact_sheet_is_not_taken_for_counters() -> None:
    document = read("Schools: 41\nPupils: 12,480\nTeachers: 960")
    assert all(block.kind != "furniture" for block in document.blocks)


def test_every_furniture_example_is_told_from_its_counterexamples() -> None:
    for spec in SPECS:
        for line in spec.examples:
            assert FURNITURE.reason(line), line
        for line in spec.counterexamples:
            assert not FURNITURE.reason(line), line


def test_markdown_marks_are_blanked_out_and_structure_is_kept() -> None:
    text = (
        "---\ntitle: x 5\n---\n# Results for *2023*\n\nRevenue was **36.6 billion** [euros](https://a.example/7)\n"
        "and profit 3.\n\n- staff: `120`\n\n```\ncode 99\n```\n\n| year | value |\n|---|---|\n| 2023 | 7 |\n"
    )
    document = read(text, "a.md")
    assert [(block.kind, document.reading[block.start : block.end].split()) for block in document.blocks] == [
        ("furniture", ["---", "title:", "x", "5", "---"]),
        ("heading", ["Results", "for", "2023"]),
        ("paragraph", ["Revenue", "was", "36.6", "billion", "euros", "and", "profit", "3."]),
        ("item", ["-", "staff:", "120"]),
        ("furniture", ["code", "99"]),
        ("row", ["|", "year", "|", "value", "|"]),
        ("row", ["|", "2023", "|", "7", "|"]),
    ]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_decide_the_encoding(codec: str) -> None:
    text = "Đà Lạt: 12 tỷ đồng"
    assert read_document(text.encode(codec), "a.txt", FURNITURE).text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"caf\xe9 12", "line 1: byte 0xe9 is not utf-8"),
        (b"one\ntwo \xff", "line 2"),
        (b"\x01\x02\0\0", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a picture"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_document(data, "a.txt", FURNITURE)


def test_an_encoding_that_the_user_names_is_used() -> None:
    assert read_document("café".encode("cp1252"), "a.txt", FURNITURE, encoding="cp1252").text == "café"
    with pytest.raises(InputError, match="unknown encoding"):
        read_document(b"x", "a.txt", FURNITURE, encoding="no-such")


def test_a_file_of_no_known_format_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no reader for \.rtf files"):
        read_document(b"x", str(tmp_path / "a.rtf"), FURNITURE)

"""PDF files: paragraphs out of lines, words out of halves, tables out of columns; speed beside the library alone."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from claimcheck.errors import InputError
from claimcheck.model.document import Document
from claimcheck.read import read_document
from claimcheck.read.furniture import Furniture
from tests.cost import assert_at_most
from tests.read.report_files import lines_on_pages

_Words = Sequence[tuple[float, float, str]]


def read(*pages: _Words) -> Document:
    return read_document(lines_on_pages(pages), "a.pdf", Furniture([]))


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind != "furniture"]


def lines(*words: str, left: float = 72, top: float = 700, step: float = 14) -> list[tuple[float, float, str]]:
    return [(left, top - step * number, text) for number, text in enumerate(words)]


FULL = "The council of the northern district agreed on Monday to spend more"


def test_lines_are_joined_to_paragraphs_and_gaps_part_them() -> None:
    page = lines(FULL, "money on schools. The mayor was content.") + lines("Prices fell.", top=640)
    assert texts(read(page)) == [f"{FULL} money on schools. The mayor was content.", "Prices fell."]


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    page = lines(FULL, "money on schools.", f"A second paragraph. {FULL}", "money on roads.")
    assert texts(read(page)) == [f"{FULL} money on schools.", f"A second paragraph. {FULL} money on roads."]


def test_words_are_joined_across_lines_and_pages() -> None:
    first = lines("It was re-elected, the gov-", "ernment of a well-known and co-", "operative state, said the agri-")
    document = read(first, lines("cultural board and the well-known re-", "elected body in the north."))
    (text,) = texts(document)
    assert "the government of" in text
    assert "cooperative state" in text
    assert "agricultural board" in text
    assert "re-elected body" in text, "the compound stands elsewhere with its hyphen"
    assert document.place(text.index("cultural"), text.index("cultural") + 8).part == "page 2"
    assert document.place(text.index("government"), text.index("government") + 10).part == "page 1"


def test_running_heads_and_numbers_of_pages_are_left_out() -> None:
    body = [f"Chapter opening number {word} stands alone here." for word in ("one", "two", "three", "four")]
    pages = [
        [(72, 800, "Harvest review 2023"), (72, 700, text), (290, 30, f"Page {number} of 4")]
        for number, text in enumerate(body, 1)
    ]
    document = read(*pages)
    assert texts(document) == body
    left_out = [block for block in document.blocks if block.kind == "furniture"]
    assert len(left_out) == 8
    assert all("head or foot" in block.reason for block in left_out)


def test_columns_are_read_one_after_the_other() -> None:
    left = lines("The left column runs on with words to", "its end and then the sentence goes on")
    right = lines("in the right column of the page, where", "it ends.", left=320)
    assert texts(read(left + right)) == [
        "The left column runs on with words to its end and then the sentence goes on in the right column of the page, "
        "where it ends.",
    ]


def test_raised_marks_of_notes_are_no_figures() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    text = canvas.beginText(72, 700)
    text.setFont("Helvetica", 11)
    text.textOut("Exports reached 36.6 billion")
    text.setFont("Helvetica", 6)
    text.setRise(4)
    text.textOut("12")
    text.setRise(0)
    text.setFont("Helvetica", 11)
    text.textOut(" in May, by unit B12.")
    canvas.drawText(text)
    canvas.save()
    document = read_document(file.getvalue(), "a.pdf", Furniture([]))
    assert " ".join(texts(document)[0].split()) == "Exports reached 36.6 billion in May, by unit B12."


def table_of(*rows: Sequence[str], top: float = 700) -> list[tuple[float, float, str]]:
    return [
        (72 + 110 * column, top - 14 * number, text)
        for number, row in enumerate(rows) for column, text in enumerate(row) if text
    ]


def cells(document: Document) -> list[list[list[str]]]:
    return [[[document.text[cell.start : cell.end] for cell in row] for row in table.rows] for table in document.tables]


def test_a_table_is_found_by_its_gaps() -> None:
    rows = ["Item", "2022", "2023"], ["Timber", "1,310", "1,420"], ["Fish and", "", ""], ["shellfish", "640", "(655)"]
    document = read(lines("Freight fell.", top=760) + table_of(*rows) + lines("Source: the port.", top=620))
    assert cells(document) == [
        [["Item", "2022", "2023"], ["Timber", "1,310", "1,420"], ["Fish and shellfish", "640", "(655)"]],
    ]
    assert texts(document) == ["Freight fell.", "Source: the port."]


def test_a_label_of_two_lines_belongs_to_the_figures_beside_its_first() -> None:
    words = [
        (72, 700, "Income from"), (72, 686, "other sources"), (182, 700, "120"), (292, 700, "130"),
        (72, 665, "Taxes on"), (72, 651, "property"), (182, 665, "40"), (292, 665, "50"),
    ]
    assert cells(read(words)) == [[["Income from other sources", "120", "130"], ["Taxes on property", "40", "50"]]]


def test_signs_that_stand_apart_belong_to_their_figures() -> None:
    rows = (700, "Sales", "1,200", "8.3"), (686, "Costs", "900", "2.5")
    words = [
        (left, bottom, text)
        for bottom, label, value, share in rows
        for left, text in ((72, label), (200, "$"), (219, value), (300, share), (325, "%"))
    ]
    assert cells(read(words)) == [[["Sales", "$ 1,200", "8.3 %"], ["Costs", "$ 900", "2.5 %"]]]


LANDED = (["Landed", "2022", "2023"], ["Herring", "4,210", "3,977"], ["Cod", "655", "618"])
GOES_ON = (["Mackerel", "1,188", "1,402"], ["Total", "6,053", "5,997"])


@pytest.mark.parametrize(
    "second",
    [
        table_of(*GOES_ON),
        table_of(LANDED[0], *GOES_ON),
        lines("Table 1. Landings (continued)", top=720) + table_of(LANDED[0], *GOES_ON),
    ],
    ids=["no head", "the head again", "the title again"],
)
def test_a_table_that_goes_on_over_the_page_is_one(second: _Words) -> None:
    first = lines("Table 1. Landings", top=720) + table_of(*LANDED) + [(290, 30, "1")]
    document = read(first, [*second, *lines("Catches fell.", top=500), (290, 30, "2")])
    assert cells(document) == [[*LANDED, *GOES_ON]]
    assert texts(document)[0] == "Table 1. Landings"
    assert "Catches fell." in texts(document)
    total = document.tables[0].rows[-1][1]
    assert document.place(total.start, total.end).part == "page 2"
    box = document.locator.box(total.start, total.end) if document.locator else None
    assert box is not None
    assert box[1] > 100


def test_a_table_may_take_up_three_pages() -> None:
    middle = ["Crabs", "310", "402"], ["Clams", "88", "90"]
    document = read(table_of(*LANDED), table_of(LANDED[0], *middle), table_of(LANDED[0], *GOES_ON))
    assert cells(document) == [[*LANDED, *middle, *GOES_ON]]
    left_out = [block for block in document.blocks if block.kind == "furniture"]
    assert [block.reason for block in left_out] == ["repeats the head of a table that goes on over the page"] * 2


@pytest.mark.parametrize(
    ("last", "second"),
    [
        (lines("Source: the port.", top=600), table_of(*GOES_ON)),
        ([], lines("Other fish", top=720) + table_of(*GOES_ON)),
        ([], [(left + 55, top, text) for left, top, text in table_of(*GOES_ON)]),
    ],
    ids=["words after it", "words before it", "other columns"],
)
def test_tables_of_two_pages_may_be_two(last: _Words, second: _Words) -> None:
    document = read([*table_of(*LANDED), *last], second)
    assert len(document.tables) == 2


WORDS = Furniture([], (), ("of", "the", "and"))


@pytest.mark.parametrize(("end", "passages"), [("of", 1), ("the", 1), ("and", 1), ("well,", 1), ("well", 2)])
def test_a_line_that_ends_early_but_not_a_sentence_goes_on(end: str, passages: int) -> None:
    page = lines(FULL, f"money on the schools {end}", "Aldar and on roads, said the mayor of the town and its council.")
    document = read_document(lines_on_pages([page]), "a.pdf", WORDS)
    assert len(texts(document)) == passages


def test_prose_that_ends_in_figures_is_no_table() -> None:
    page = lines("Exports of rice reached 36.6 billion in 2022 and 39.1 billion in 2023", "and imports 22 and 24")
    assert not read(page).tables


def test_a_picture_of_a_text_is_refused() -> None:
    with pytest.raises(InputError, match="no text layer"):
        read([])


def test_seventy_pages_take_no_more_than_three_times_what_the_library_takes_alone() -> None:
    def page(number: int) -> _Words:
        words = [f"{FULL} and {number * line} million more" for line in range(44)]
        rows = ["a", "1,200", "3"], ["b", "4", "5"]
        return [(72, 810, "Review"), *lines(*words, top=780, step=15), *table_of(*rows, top=90)]

    data = lines_on_pages([page(number) for number in range(70)])

    def alone() -> None:
        for each in pypdfium2.PdfDocument(data):
            each.get_textpage().get_text_range()

    furniture = Furniture([])
    assert_at_most(3, lambda: read_document(data, "a.pdf", furniture), alone)

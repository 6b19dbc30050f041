"""Word documents: what a reader sees of them, and where it stands."""

from __future__ import annotations

import pytest

from claimcheck.model.document import Document
from claimcheck.read import read_document
from claimcheck.read.furniture import Furniture
from tests.read.report_files import word, word_part


def read(body: str, parts: dict[str, str | bytes] | None = None) -> Document:
    return read_document(word(body, parts), "a.docx", Furniture([]))


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(turn: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>'


def box(text: str) -> str:
    return f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (run("at ") + "<w:ins>" + run("6%") + "</w:ins><w:del><w:r><w:delText>5%</w:delText></w:r></w:del>", "at 6%"),
        ("<w:moveFrom>" + run("gone ") + "</w:moveFrom><w:moveTo>" + run("here") + "</w:moveTo>", "here"),
        (run("seen") + run(" unseen", "<w:vanish/>"), "seen"),
        (run("seen") + run(" too", '<w:vanish w:val="0"/>'), "seen too"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>erative</w:t></w:r>", "co-operative"),
        ("<w:r><w:t>1</w:t><w:tab/><w:t>2</w:t><w:br/><w:t>3</w:t></w:r>", "1 2\n3"),
        ("<w:hyperlink>" + run("the link") + "</w:hyperlink>", "the link"),
        ("<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + run("held") + "</w:sdtContent></w:sdt>", "held"),
        ('<w:fldSimple w:instr="PAGE 9">' + run("7") + "</w:fldSimple>", "7"),
        (
            field("begin") + "<w:r><w:instrText>= 1 + 2</w:instrText></w:r>" + run("code")
            + field("separate") + run("3") + field("end"),
            "3",
        ),
        (run("Revenue was 5 mil") + run("lion"), "Revenue was 5 million"),
    ],
)
def test_a_paragraph_reads_as_it_shows(inner: str, shown: str) -> None:
    assert texts(read(paragraph(inner))) == [shown]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box('In the box')}</mc:Choice>"
        f"<mc:Fallback>{box('In the box')}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read(paragraph(run("Around") + both))) == ["Around", "In the box"]


def test_a_deleted_end_of_paragraph_joins_it_to_the_next() -> None:
    deleted = paragraph(run("Exports "), "<w:rPr><w:del/></w:rPr>")
    assert texts(read(deleted + paragraph(run("rose.")))) == ["Exports rose."]


def test_styles_are_known_by_their_names_whatever_their_ids() -> None:
    styles = (
        '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Mein"><w:name w:val="Mein"/><w:basedOn w:val="berschrift1"/></w:style>'
        '<w:style w:styleId="Liste"><w:name w:val="Liste"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Fort"><w:name w:val="Fort"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    names = ("berschrift1", "Mein", "Liste", "Fort")
    body = "".join(paragraph(run(name), f'<w:pStyle w:val="{name}"/>') for name in names)
    body += paragraph(run("own"), '<w:outlineLvl w:val="0"/>') + paragraph(run("plain"), '<w:outlineLvl w:val="9"/>')
    document = read(body, {"word/styles.xml": word_part("styles", styles)})
    assert [block.kind for block in document.blocks] == ["heading", "heading", "item", "heading", "paragraph"]


def test_notes_stand_at_the_end_in_the_order_of_their_marks() -> None:
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(run(text))}</w:footnote>'
        for number, text in ((0, "separator"), (5, "Nobody refers to it."), (7, "Second."), (9, "First."))
    )
    body = paragraph(run("Exports rose") + '<w:r><w:footnoteReference w:id="9"/></w:r>' + run(" and fell."))
    body += paragraph(run("So did imports.") + '<w:r><w:footnoteReference w:id="7"/></w:r>')
    document = read(body, {"word/footnotes.xml": word_part("footnotes", notes)})
    assert texts(document) == ["Exports rose and fell.", "So did imports.", "First.", "Second."]
    assert [document.place(block.start, block.end).part for block in document.blocks] == [
        "paragraph 1", "paragraph 2", "footnote 1", "footnote 2",
    ]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_cells_know_the_columns_and_rows_that_they_span() -> None:
    heads = cell("Group", '<w:vMerge w:val="restart"/>'), cell("Sales", '<w:gridSpan w:val="2"/>')
    table = (
        row(*heads, properties="<w:tblHeader/>")
        + row(cell("", "<w:vMerge/>"), cell("2022"), cell("2023"))
        + row(cell("North"), cell("120"), cell("130"))
        + row(cell("deleted"), cell("1"), cell("2"), properties="<w:del/>")
        + "<w:sdt><w:sdtContent>" + row(cell("South"), cell("80"), cell("90")) + "</w:sdtContent></w:sdt>"
    )
    document = read(f"<w:tbl>{table}</w:tbl>")
    (found,) = document.tables
    cells = [
        (document.text[one.start : one.end], one.row, one.column, one.width, one.height, one.header)
        for line in found.rows for one in line
    ]
    assert cells == [
        ("Group", 0, 0, 1, 2, True), ("Sales", 0, 1, 2, 1, True),
        ("2022", 1, 1, 1, 1, False), ("2023", 1, 2, 1, 1, False),
        ("North", 2, 0, 1, 1, False), ("120", 2, 1, 1, 1, False), ("130", 2, 2, 1, 1, False),
        ("South", 3, 0, 1, 1, False), ("80", 3, 1, 1, 1, False), ("90", 3, 2, 1, 1, False),
    ]
    last = found.rows[-1][-1]
    assert document.place(last.start, last.end).part == "table 1, row 4, column 3"


def test_a_table_that_only_frames_the_page_is_read_as_text() -> None:
    inner = f"<w:tbl>{row(cell('a'), cell('12'))}{row(cell('b'), cell('34'))}</w:tbl>"
    frame = row(f"<w:tc>{paragraph(run('Left text.'))}</w:tc>", f"<w:tc>{inner}{paragraph(run('Right text.'))}</w:tc>")
    document = read(f"<w:tbl>{frame}</w:tbl>")
    assert texts(document) == ["Left text.", "Right text."]
    assert len(document.tables) == 1


def test_a_table_of_words_is_rows_of_text() -> None:
    document = read(f"<w:tbl>{row(cell('Mayor'), cell('Anna Berg'))}{row(cell('Town'), cell('Tanvik'))}</w:tbl>")
    assert not document.tables
    assert [(block.kind, document.reading[block.start : block.end]) for block in document.blocks] == [
        ("row", "Mayor|Anna Berg"), ("row", "Town|Tanvik"),
    ]


def test_the_caption_of_a_table_is_known() -> None:
    styles = '<w:style w:styleId="c"><w:name w:val="caption"/></w:style>'
    body = paragraph(run("Table 1: sales, million euros"), '<w:pStyle w:val="c"/>')
    body += f"<w:tbl>{row(cell('a'), cell('12'))}{row(cell('b'), cell('34'))}</w:tbl>"
    document = read(body, {"word/styles.xml": word_part("styles", styles)})
    caption = document.tables[0].caption
    assert caption is not None
    assert document.text[slice(*caption)] == "Table 1: sales, million euros"

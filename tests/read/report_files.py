"""One report, and the files that people would send it as."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from xml.sax.saxutils import escape

import docx
import openpyxl
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

TITLE = "Harbour of Tanvik in 2023"
PARAGRAPHS = (
    "The port of Tanvik handled 4.2 million tonnes of freight in 2023, up 5% from 4 million tonnes in 2022.",
    "Exports of Norway reached 62.4 billion euros in 2023, the harbour master Berit Solheim said on 14 March 2024.",
    "The port of Tanvik employs 312 people, 190 of them on the quays.",
)
OTHER = "The port of Tanvik handled 4.9 million tonnes of freight in 2023."
ROWS = (
    ("Freight, thousand tonnes", "2022", "2023"),
    ("Timber", "1,310", "1,420"),
    ("Fish", "640", "655"),
    ("Oil products", "2,050", "2,125"),
    ("Total", "4,000", "4,200"),
)

ODS_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def as_text() -> bytes:
    return "\n\n".join([TITLE, *PARAGRAPHS]).encode() + b"\n"


def as_markdown() -> bytes:
    return "\n\n".join([f"# {TITLE}", *PARAGRAPHS]).replace("4.2 million", "**4.2 million**").encode() + b"\n"


def as_html() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    body = "".join(f"<p>{escape(text)}</p>" for text in PARAGRAPHS)
    return f"<html><body><article><h1>{TITLE}</h1>{body}<table>{rows}</table></article></body></html>".encode()


def as_docx() -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    for text in PARAGRAPHS:
        document.add_paragraph(text)
    table = document.add_table(rows=0, cols=len(ROWS[0]))
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = TITLE
    for number, text in enumerate(PARAGRAPHS, 2):
        sheet.cell(number, 1, text)
    for number, (label, *figures) in enumerate(ROWS, len(PARAGRAPHS) + 3):
        sheet.cell(number, 1, label)
        for column, figure in enumerate(figures, 2):
            cell = sheet.cell(number, column, int(figure.replace(",", "")))
            cell.number_format = "#,##0" if "," in figure else "General"
    return saved(book)


def as_ods() -> bytes:
    words = [[TITLE], *([text] for text in PARAGRAPHS), [], *ROWS]
    rows = "".join(
        f"<table:table-row>{''.join(ods_cell(text) for text in row) or '<table:table-cell/>'}</table:table-row>"
        for row in words
    )
    return ods(f'<table:table table:name="Sheet1">{rows}</table:table>')


def as_pdf() -> bytes:
    style = getSampleStyleSheet()
    story: list[Flowable] = [Paragraph(TITLE, style["Heading1"])]
    story += [Paragraph(text, style["BodyText"]) for text in PARAGRAPHS]
    story += [Spacer(1, 20), Table(ROWS)]
    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=A4).build(story)
    return file.getvalue()


def as_mail() -> bytes:
    message = EmailMessage()
    message["From"] = "Desk <desk@tanvik.example>"
    message["Subject"] = TITLE
    message.set_content("\n\n".join(PARAGRAPHS))
    return message.as_bytes()


FILES: dict[str, Callable[[], bytes]] = {
    "report.txt": as_text, "report.md": as_markdown, "report.html": as_html, "report.docx": as_docx,
    "report.xlsx": as_xlsx, "report.ods": as_ods, "report.pdf": as_pdf, "report.eml": as_mail,
}


def saved(book: openpyxl.Workbook) -> bytes:
    """A workbook as the bytes of its file."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def archive(files: dict[str, str | bytes]) -> bytes:
    """A ZIP archive of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            target.writestr(name, content)
    return made.getvalue()


def ods(tables: str, styles: str = "") -> bytes:
    """An OpenDocument spreadsheet with these tables."""
    content = (
        f"<office:document-content {ODS_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return archive({"content.xml": content})


def ods_cell(text: str, kind: str = "") -> str:
    """A cell of such a spreadsheet; a number unless its words are none."""
    kind = kind or ("float" if text.replace(",", "").isdigit() else "string")
    return f'<table:table-cell office:value-type="{kind}"><text:p>{escape(text)}</text:p></table:table-cell>'


def word(body: str, parts: dict[str, str | bytes] | None = None) -> bytes:
    """A Word document with this body, in raw XML, and further parts of the package."""
    return archive({"word/document.xml": word_part("document", f"<w:body>{body}</w:body>"), **(parts or {})})


def word_part(name: str, inner: str) -> str:
    """A part of a Word document."""
    return (
        f'<w:{name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"{inner}</w:{name}>"
    )


def lines_on_pages(pages: Sequence[Sequence[tuple[float, float, str]]], size: float = 11) -> bytes:
    """A PDF with words at given places (points from the lower left corner)."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for page in pages:
        canvas.setFont("Helvetica", size)
        for left, bottom, text in page:
            canvas.drawString(left, bottom, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()

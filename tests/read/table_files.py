"""A table, and the files that people would send it as. The blanks before a label say how far it is set in."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

import docx
import openpyxl
from docx.shared import Pt
from openpyxl.styles import Alignment
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.read.report_files import ods, ods_cell, saved

Rows = Sequence[Sequence[str]]

_NUMBER = re.compile(r"(\(?-?)([0-9][0-9,]*(?:\.([0-9]+))?)(%?)\)?")


def level_of(label: str) -> int:
    """How many levels a label is set in."""
    return (len(label) - len(label.lstrip())) // 2


def page_with_blanks(title: str, rows: Rows) -> bytes:
    return _page(title, rows, lambda label: f"<td>{'&nbsp;&nbsp;' * level_of(label)}{escape(label.strip())}</td>")


def page_with_styles(title: str, rows: Rows) -> bytes:
    def cell(label: str) -> str:
        style = f' style="padding-left:{12 * level_of(label)}px"' if level_of(label) else ""
        return f"<td{style}>{escape(label.strip())}</td>"

    return _page(title, rows, cell)


def page_with_paragraphs(title: str, rows: Rows) -> bytes:
    return _page(
        title, rows, lambda label: f'<td><p style="margin-left: {level_of(label)}em">{escape(label.strip())}</p></td>'
    )


def _page(title: str, rows: Rows, label: Callable[[str], str]) -> bytes:
    lines = [f"<tr>{label(first)}{''.join(f'<td>{escape(cell)}</td>' for cell in rest)}</tr>" for first, *rest in rows]
    return f"<html><body><h2>{escape(title)}</h2><table>{''.join(lines)}</table></body></html>".encode()


def values(title: str, rows: Rows) -> bytes:
    lines = [",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in rows]
    return "\n".join([*lines, ""]).encode()


def markdown(title: str, rows: Rows) -> bytes:
    lines = [f"| {'&nbsp;&nbsp;' * level_of(row[0])}{row[0].strip()} | {' | '.join(row[1:])} |" for row in rows]
    return "\n".join([f"# {title}", "", lines[0], "|---" * len(rows[0]) + "|", *lines[1:], ""]).encode()


def workbook(title: str, rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = title
    for number, (label, *cells) in enumerate(rows, 3):
        first = sheet.cell(number, 1, label.strip() or None)
        first.alignment = Alignment(indent=level_of(label))
        for column, text in enumerate(cells, 2):
            _fill(sheet.cell(number, column), text, heading=number == 3)
    return saved(book)


def _fill(cell: openpyxl.cell.Cell, text: str, *, heading: bool) -> None:
    number = None if heading else _NUMBER.fullmatch(text)
    if number is None:
        cell.value = text or None
        return
    minus, digits, decimals, percent = number.groups()
    value = float(digits.replace(",", "")) if decimals else int(digits.replace(",", ""))
    cell.value = (-value if minus else value) / (100 if percent else 1)
    code = ("#,##0" if "," in digits else "0") + ("." + "0" * len(decimals) if decimals else "") + percent
    cell.number_format = f"{code};({code})" if minus.startswith("(") else code


def open_workbook(title: str, rows: Rows) -> bytes:
    levels = sorted({level_of(row[0]) for row in rows})
    styles = "".join(
        f'<style:style style:name="in{level}"><style:paragraph-properties fo:margin-left="{0.35 * level}cm"/>'
        "</style:style>"
        for level in levels
    )
    lines = "".join(
        f"<table:table-row>{_styled(label)}{''.join(map(ods_cell, cells))}</table:table-row>" for label, *cells in rows
    )
    return ods(f'<table:table table:name="Sheet1">{lines}</table:table>', styles)


def _styled(label: str) -> str:
    named = f'<table:table-cell table:style-name="in{level_of(label)}"'
    return ods_cell(label.strip()).replace("<table:table-cell", named)


def word_file(title: str, rows: Rows) -> bytes:
    document = docx.Document()
    document.add_heading(title, 1)
    table = document.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        for cell, text in zip(table.rows[number].cells, row, strict=False):
            cell.text = text.strip()
        table.rows[number].cells[0].paragraphs[0].paragraph_format.left_indent = Pt(12 * level_of(row[0]))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(title: str, rows: Rows) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.drawString(72, 780, title)
    for number, (label, *cells) in enumerate(rows):
        height = 750 - 16 * number
        canvas.drawString(72 + 12 * level_of(label), height, label.strip())
        for column, text in enumerate(cells):
            canvas.drawRightString(330 + 80 * column, height, text)
    canvas.save()
    return file.getvalue()


FILES: dict[str, Callable[[str, Rows], bytes]] = {
    "blanks.html": page_with_blanks, "styles.html": page_with_styles, "paragraphs.html": page_with_paragraphs,
    "table.csv": values, "table.md": markdown, "table.xlsx": workbook, "table.ods": open_workbook,
    "table.docx": word_file, "table.pdf": pdf,
}

"""E-mail: its subject and words are the report; headers, quoted history and signatures are not."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

import pytest

from claimcheck.errors import InputError
from claimcheck.model.document import Document
from claimcheck.read import read_document
from claimcheck.read.furniture import Furniture

BODY = """Exports reached 36.6 billion USD in 2023.

On Mon, 4 Mar 2024, Per Ek <per@b.example>
wrote:
> Exports reached 99 billion USD in 2023.
> Are you sure?

We are sure.

--\x20
Anna Berg
Tel. 555 0123
"""


def message(body: str = BODY, html: str = "") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Anna <anna@b.example>", "desk@b.example", "Trade of Việt Nam"
    made["Date"] = "Tue, 05 Mar 2024 10:00:00 +0100"
    if body:
        made.set_content(body)
    if html:
        made.add_alternative(html, subtype="html") if body else made.set_content(html, subtype="html")
    return made


def read(made: EmailMessage | bytes) -> Document:
    data = made if isinstance(made, bytes) else made.as_bytes()
    return read_document(data, "a.eml", Furniture([]))


def kept(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind != "furniture"]


def reasons(document: Document) -> dict[str, str]:
    return {document.text[block.start : block.end]: block.reason for block in document.blocks if block.reason}


def test_the_subject_and_the_new_words_are_the_report() -> None:
    document = read(message())
    assert kept(document) == [
        "Trade of Việt Nam", "Tue, 05 Mar 2024", "Exports reached 36.6 billion USD in 2023.", "We are sure.",
    ]
    assert document.date == dt.date(2024, 3, 5)
    found = reasons(document)
    assert found["> Exports reached 99 billion USD in 2023."] == "quoted from an earlier message"
    assert found["wrote:"] == "quoted from an earlier message"
    assert found["Anna Berg"] == "a signature"
    assert found["Anna <anna@b.example>"] == "a header of the message"


@pytest.mark.parametrize(
    "history",
    [
        "-----Original Message-----\nWe sold 99 cars.",
        "________________________________\nFrom: Per\nWe sold 99 cars.",
        "From: Per Ek <per@b.example>\nSent: Monday\nTo: desk@b.example\n\nWe sold 99 cars.",
    ],
)
def test_history_without_marks_is_left_out(history: str) -> None:
    assert kept(read(message(f"We sold 12 cars.\n\n{history}\n")))[2:] == ["We sold 12 cars."]


def test_text_is_preferred_to_html() -> None:
    assert kept(read(message("We sold 12 cars.", "<p>We sold <b>12</b> cars.</p>")))[2:] == ["We sold 12 cars."]


def test_html_alone_is_read_as_html() -> None:
    document = read(message("", "<html><body><p>We sold <b>12</b> cars.</p></body></html>"))
    last = document.blocks[-1]
    assert document.reading[last.start : last.end].split() == ["We", "sold", "12", "cars."]
    assert len(document.reading) == len(document.text)


def test_places_are_lines_of_the_message() -> None:
    document = read(message())
    start = document.text.index("We are sure")
    assert document.place(start, start + 3).part == "line 8 of the message"
    start = document.text.index("Trade")
    assert document.place(start, start + 3).part == "header Subject"


def test_encodings_are_undone() -> None:
    made = message("")
    made.set_content("Doanh thu đạt 12 tỷ đồng.", cte="base64")
    assert kept(read(made))[2:] == ["Doanh thu đạt 12 tỷ đồng."]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no headers"), (b"just words\n", "no headers"), (b"%PDF-1.7", "a PDF file"), (b"\0" * 99, "binary"),
        (b"Subject: x\nContent-Type: text/plain; charset=no-such\n\nwords", "decoded"),
        (b"Subject: x\nContent-Type: image/png\n\nwords", "only attachments"),
    ],
)
def test_what_is_no_message_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(data)

"""E-mail to text: the subject as a heading and the words of the message, without what it quotes of earlier ones."""

from __future__ import annotations

import datetime as dt
import email.policy
import re
from collections.abc import Iterable
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from itertools import islice

from claimcheck.errors import InputError
from claimcheck.model.document import Block, Document
from claimcheck.model.locator import Locator
from claimcheck.read.furniture import Furniture
from claimcheck.read.html import read_html
from claimcheck.read.lines import Line, split_lines
from claimcheck.read.parsed import Parsed
from claimcheck.read.plain import mask_plain, plain_blocks
from claimcheck.read.signatures import looks_like

_SHOWN = ("Subject", "Date", "From", "To", "Cc")
_HEADER, _QUOTED, _SIGNATURE = "a header of the message", "quoted from an earlier message", "a signature"
_HISTORY = re.compile(r"[-_]{3,} ?[^-_]{4,40} ?[-_]{3,}|_{20,}")  # what programs put before an earlier message
_FIELD = re.compile(r"\*?[^\W\d_][\w -]{1,20}:\*? \S")  # a header of an earlier message, copied into this one
_FEWEST_FIELDS = 3
_MOST_PARTS = 1000
_DAY = re.compile(r".{0,30}?\b[0-9]{4}\b")


def read_mail(data: bytes, path: str, furniture: Furniture, date: dt.date | None) -> Document:
    """An e-mail message; its date is that of its header, unless the caller knows better.

    Raises InputError when the file is no message.
    """
    found = looks_like(data)
    if found or b"\0" in data[:4096]:
        raise InputError(path, f"is {found or 'a binary file'}, not an e-mail message")
    message = _parse(data, path)
    head, blocks = _head(message)
    body, is_html = _body(message, path)
    below = " " * len(head) + body  # with the offsets that it has below the headers
    read = read_html(below, furniture) if is_html else _read_message(below, furniture)
    return Document(
        path=path,
        text=head + body,
        reading=mask_plain(head) + read.reading[len(head) :],
        blocks=(*blocks, *read.blocks),
        tables=read.tables,
        date=date or _date(message),
        locator=_locator(head, body),
        shifts=read.shifts,
    )


def _parse(data: bytes, path: str) -> EmailMessage:
    try:
        message = BytesParser(EmailMessage, policy=email.policy.default).parsebytes(data)
        if not any(message[name] for name in ("From", "Subject", "Date", "Message-ID")):
            raise InputError(path, "has no headers of an e-mail message")
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise InputError(path, f"is a broken e-mail message: {error}") from error
    return message


def _head(message: EmailMessage) -> tuple[str, list[Block]]:
    """The headers that programs show, one a line, and a blank line."""
    text = ""
    blocks = []
    for name in _SHOWN:
        value = " ".join(str(message[name] or "").split())
        if not value:
            continue
        start = len(text) + len(name) + 2
        text += f"{name}: {value}\n"
        if name == "Subject":
            blocks.append(Block(kind="heading", start=start, end=len(text) - 1))
        elif name == "Date":
            day = _DAY.match(value)  # the time of day says nothing of the report
            blocks.append(Block(kind="paragraph", start=start, end=start + (day.end() if day else len(value))))
        else:
            blocks.append(Block(kind="furniture", start=start, end=len(text) - 1, reason=_HEADER))
    return text + "\n", blocks


def _body(message: EmailMessage, path: str) -> tuple[str, bool]:
    """The words of a message, as text where it has such a part, else as HTML; and which of them it is."""
    if next(islice(message.walk(), _MOST_PARTS, None), None) is not None:
        raise InputError(path, f"has more than {_MOST_PARTS:,} parts, which is the limit")
    try:
        part = message.get_body(("plain", "html"))
        content = part.get_content() if part is not None else ""
    except (MessageError, ValueError, LookupError, KeyError) as error:
        raise InputError(path, f"holds a message that cannot be decoded: {error}") from error
    if part is None or not isinstance(content, str) or not content.strip():
        raise InputError(path, "holds no text, only attachments")
    return content.replace("\r\n", "\n"), part.get_content_subtype() == "html"


def _date(message: EmailMessage) -> dt.date | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date()
    except (TypeError, ValueError):
        return None


def _locator(head: str, body: str) -> Locator:
    """A header is found by its name, and a line of the body by its number."""
    starts, names = [], []
    at = 0
    for line in head.splitlines(keepends=True):
        starts.append(at)
        names.append(f"header {line.partition(':')[0]}")
        at += len(line)
    for number, line in enumerate(body.split("\n"), 1):
        starts.append(at)
        names.append(f"line {number} of the message")
        at += len(line) + 1
    return Locator(tuple(starts), tuple(names))


def _read_message(text: str, furniture: Furniture) -> Parsed:
    """A message in plain text; what it quotes, and its signature, are furniture."""
    lines = list(split_lines(text))
    left_out: list[Block] = []
    reasons = _reasons(lines)
    for line, reason in zip(lines, reasons, strict=True):
        if reason and line.text:
            left_out.append(Block(kind="furniture", start=line.start, end=line.end, reason=reason))
    kept = _blanked(text, left_out)
    blocks = sorted([*plain_blocks(kept, furniture), *left_out], key=lambda block: block.start)
    return Parsed(mask_plain(text), tuple(blocks))


def _reasons(lines: list[Line]) -> list[str]:
    reasons = [_QUOTED if line.text.startswith(">") else "" for line in lines]
    for at, line in enumerate(lines):
        signed = line.text == "--"
        if signed or _HISTORY.fullmatch(line.text) or _begins_history(lines, at):
            reasons[at:] = [_SIGNATURE if signed else _QUOTED] * (len(lines) - at)
            break
    for at in [at for at in range(1, len(lines)) if reasons[at] == _QUOTED and not reasons[at - 1]]:
        _mark_introduction(lines, reasons, at)
    return reasons


def _begins_history(lines: list[Line], at: int) -> bool:
    """Whether an earlier message begins here with its headers, one a line, the first naming an address or a person."""
    run = lines[at : at + _FEWEST_FIELDS]
    return at > 0 and len(run) == _FEWEST_FIELDS and not lines[at - 1].text and all(
        _FIELD.match(line.text) for line in run
    ) and "@" in "".join(line.text for line in run)


def _mark_introduction(lines: list[Line], reasons: list[str], at: int) -> None:
    """The line or two before a quotation that say who wrote it: "On Monday, Anna Berg wrote:"."""
    before = at - 1
    while before >= 0 and not lines[before].text:
        before -= 1
    if before < 0 or not lines[before].text.endswith(":"):
        return
    wrapped = before > 0 and lines[before - 1].text and "@" in lines[before - 1].text + lines[before].text
    for number in range(before - 1 if wrapped else before, before + 1):
        reasons[number] = reasons[number] or _QUOTED


def _blanked(text: str, blocks: Iterable[Block]) -> str:
    pieces, done = [], 0
    for block in blocks:
        pieces += [text[done : block.start], " " * (block.end - block.start)]
        done = block.end
    return "".join([*pieces, text[done:]])

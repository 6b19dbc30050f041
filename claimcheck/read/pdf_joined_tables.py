"""Tables of a PDF that go on over the end of a page: their parts become one, and heads that come again are left out."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.read.pdf_paragraphs import Passage
from claimcheck.read.pdf_tables import LaidTable, PlacedRow

REPEATED = "repeats the head of a table that goes on over the page"
_LONGEST_TITLE = 200


def join_tables(pages: Sequence[list[Passage]]) -> None:
    """Moves the rows of a table that begins a page to the table that ends the page before, where they are one."""
    unfinished: Passage | None = None
    title = ""
    for passages in pages:
        body = [passage for passage in passages if not passage.reason]
        at = _first_table(body, title)
        if unfinished is not None and at >= 0 and _join(unfinished, body[at]):
            passages.remove(body[at])
            for again in body[:at]:
                again.reason = REPEATED
            body = body[at + 1 :]
            if not body:
                continue
        unfinished = body[-1] if body and body[-1].table is not None else None
        title = _title(body[-2]) if unfinished is not None and len(body) > 1 else ""


def _first_table(body: Sequence[Passage], title: str) -> int:
    """The position of the table that begins a page, perhaps below the title that it has on the page before; else -1."""
    for at, passage in enumerate(body[:2]):
        if passage.table is not None:
            return at
        if not title or not _title(passage).startswith(title):
            return -1
    return -1


def _title(passage: Passage) -> str:
    words = " ".join(line.text for line in passage.lines) if passage.is_text else ""
    return words if len(words) <= _LONGEST_TITLE else ""


def _join(before: Passage, after: Passage) -> bool:
    """Adds the rows of a table to the one before it; False where their columns do not go together."""
    table, more = before.table, after.table
    assert table is not None
    assert more is not None
    target = _columns_of(table, more)
    if target is None:
        return False
    heads = [_words(row) for row in table.rows]
    rows = [_moved(row, target) for row in more.rows]
    while rows and heads and _words(rows[0]) == heads[0]:
        table.repeated.append(" ".join(heads.pop(0)))
        rows.pop(0)
    table.rows += rows
    return True


def _columns_of(table: LaidTable, more: LaidTable) -> list[int] | None:
    """For each column of the second table that of the first which it stands under, from 1 on; None if one has none."""
    target: list[int] = []
    for left, right in more.columns:
        under = [at for at, (first, last) in enumerate(table.columns, 1) if left < last and first < right]
        if len(under) != 1 or under[0] in target:
            return None
        target += under
    return target if 2 * len(target) > len(table.columns) else None


def _moved(row: PlacedRow, target: Sequence[int]) -> PlacedRow:
    moved: PlacedRow = []
    for column, width, pieces in row:
        if not column:
            moved.append((0, 1, pieces))
            continue
        first, last = target[column - 1], target[min(column + width - 1, len(target)) - 1]
        moved.append((first, last - first + 1, pieces))
    return moved


def _words(row: PlacedRow) -> list[str]:
    return [piece.text for _, _, pieces in row for piece in pieces]

"""Tables of many fields: no alarm for those that are right, and one for each error, whatever the file."""

from __future__ import annotations

import pytest

from claimcheck.model.report import Report
from claimcheck.pipeline import check_documents, packs_of, read_texts
from claimcheck.read import read_document
from claimcheck.read.furniture import Furniture
from tests.read.table_files import FILES, page_with_styles
from tests.sound_tables import TABLES, Slip, Sound

SLIPS = [(name, slip) for name, table in TABLES.items() for slip in table.slips]
IN_ALL_FORMATS = ("budget", "exports")


def _alarms(data: bytes, name: str) -> list[str]:
    report: Report = check_documents([read_document(data, name, Furniture([]))])
    return [finding.message for finding in report.findings if finding.severity != "note"]


def _page(table: Sound, slip: Slip | None = None) -> bytes:
    rows = table.cells()
    if slip is not None:
        row = next(row for row in rows if slip.label in (row[0].strip(), row[1]))
        assert row[slip.column] != slip.wrong
        row[slip.column] = slip.wrong
    return page_with_styles(table.title, rows)


@pytest.mark.parametrize("name", TABLES)
def test_a_sound_table_raises_no_alarm(name: str) -> None:
    assert _alarms(_page(TABLES[name]), "table.html") == []


@pytest.mark.parametrize(("name", "slip"), SLIPS, ids=[f"{name}-{slip.wrong}" for name, slip in SLIPS])
def test_an_error_in_a_table_is_found(name: str, slip: Slip) -> None:
    assert _alarms(_page(TABLES[name], slip), "table.html")


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("name", IN_ALL_FORMATS)
def test_a_table_says_the_same_in_every_format(name: str, file: str) -> None:
    table = TABLES[name]
    assert _alarms(FILES[file](table.title, table.cells()), file) == []


@pytest.mark.parametrize("name", TABLES)
def test_rows_of_bars_are_read_no_second_time(name: str) -> None:
    table = TABLES[name]
    bars = "\n".join(f"| {' | '.join(cell.strip() for cell in row)} |" for row in table.cells())
    report = check_documents(read_texts([f"{table.title}\n\n{bars}\n"], packs_of()))
    assert [finding.message for finding in report.findings if finding.severity != "note"] == []

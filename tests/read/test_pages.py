"""Web pages as people really have them: the report is kept, what stands around it is left out."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck.model.document import Document
from claimcheck.pipeline import read_path

FOLDER = Path(__file__).parents[2] / "fixtures" / "readers"
PAGES = tomllib.loads((FOLDER / "pages.toml").read_text(encoding="utf-8"))["page"]


def _kept(document: Document) -> list[str]:
    """The text of what is read, as the source has it."""
    return [document.text[block.start : block.end] for block in document.blocks if block.kind != "furniture"]


def _read(page: dict[str, Any]) -> tuple[list[str], list[str]]:
    """What of a page is missed, and what is kept that is no part of the report."""
    kept = _kept(read_path(FOLDER / page["file"]))
    plain = [" ".join(text.replace("<b>", "").replace("</b>", "").replace("<i>", "").split()) for text in kept]
    missed = [words for words in page["report"] if not any(text.startswith(words) for text in plain)]
    extra = [words for words in page["furniture"] if any(words in text for text in plain)]
    return missed, extra


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["file"])
def test_a_page_gives_its_report_and_nothing_else(page: dict[str, Any]) -> None:
    assert _read(page) == ([], [])


def test_pages_are_many_and_hold_much_furniture() -> None:
    assert len(PAGES) >= 12
    assert sum(len(page["furniture"]) for page in PAGES) > sum(len(page["report"]) for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["file"])
def test_offsets_lead_to_the_source(page: dict[str, Any]) -> None:
    document = read_path(FOLDER / page["file"])
    assert len(document.reading) == len(document.text)
    for block in document.blocks:
        assert document.text[block.start : block.end].strip()
    for table in document.tables:
        for row in table.rows:
            for cell in row:
                assert "<" not in document.text[cell.start : cell.end]

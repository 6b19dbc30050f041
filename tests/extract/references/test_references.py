"""Citations of documents and numbered events, with their dates."""

from __future__ import annotations

import pytest

from claimcheck.extract.dates import DateLexicon, compile_dates, scan_dates
from claimcheck.extract.references import ReferenceLexicon, compile_references, scan_references
from claimcheck.packs.load import load_packs


@pytest.fixture(scope="module")
def lexicons() -> tuple[DateLexicon, ReferenceLexicon]:
    packs = load_packs()
    return compile_dates(packs, "en"), compile_references(packs, "en")


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Resolution No. 7/NQ-CP dated February 2, 2021 of the Government holds.",
         [("Resolution No. 7/NQ-CP dated February 2, 2021", "resolution", "7/NQ-CP", "2021-02-02")]),
        ("Directive 15 and Directive No. 15 were read.",
         [("Directive 15", "directive", "15", None), ("Directive No. 15", "directive", "15", None)]),
        ("In the register: 7/NQ-CP, 2 February 2021, Government.",
         [("7/NQ-CP, 2 February 2021", "resolution", "7/NQ-CP", "2021-02-02")]),
        ("The plan has 15 projects, and plan 12 of them are late.", []),
        ("Decree 8/2020/ND-CP is old. On 3 May 2021 it rained.",
         [("Decree 8/2020/ND-CP", "decree", "8/2020/ND-CP", None)]),
        ("On 3 May 2021 the 14th Harbour Congress began.",
         [("14th Harbour Congress", "conference", "14", "2021-05-03")]),
        ("It is the first congress since the 13th Harbour Congress.",
         [("13th Harbour Congress", "conference", "13", None)]),
    ],
)
def test_citations(
    lexicons: tuple[DateLexicon, ReferenceLexicon], text: str, cited: list[tuple[str, str, str, str | None]]
) -> None:
    dates, references = lexicons
    found = scan_references(text, scan_dates(text, dates, None), references)
    assert [(text[one.start : one.end], one.type, one.identifier, one.date) for one in found] == cited
